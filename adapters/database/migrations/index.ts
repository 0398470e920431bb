// The steps that lead from an empty database to today's tables, the same for every engine. Applied in the order of their
// names, each once; a name never changes after a release, nor what a step does.

import type { Migration } from 'kysely';
import { storageItem } from './0001-storage-item.js';
import { outcome } from './0002-outcome.js';
import { dialog } from './0003-dialog.js';
import { ticket } from './0004-ticket.js';
import { delivery } from './0005-delivery.js';
import { conversationReference } from './0006-conversation-reference.js';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-storage-item': storageItem,
  '0002-outcome': outcome,
  '0003-dialog': dialog,
  '0004-ticket': ticket,
  '0005-delivery': delivery,
  '0006-conversation-reference': conversationReference,
};
