// Who the bot knows, and may speak to first: whoever has spoken to it, until it is removed.

import type { Log } from '../../bot/bot.js';
import { keyOf, type TeamsActivity, tenantOf } from './activity.js';
import type { ConversationReferences } from './conversation-references.js';
import { referenceOf } from './reference-of.js';

export interface Acquaintance {
  /** Every activity is told here. Never rejects: what was said counts for more than where. */
  heard(activity: TeamsActivity): Promise<void>;
}

/** @param met Told of a conversation in which the bot was not known, or not wanted, until now. */
export function createAcquaintance(
  references: ConversationReferences,
  met: (conversation: string) => Promise<void>,
  log: Log,
): Acquaintance {
  return {
    async heard(activity) {
      const key = keyOf(activity);
      const reference = referenceOf(activity);
      const isFarewell = activity.type === 'installationUpdate' && activity.action?.startsWith('remove') === true;
      try {
        if (isFarewell) await references.forget(key);
        else if (reference !== undefined && (await references.remember(key, tenantOf(activity) ?? '', reference))) {
          await met(key);
        }
      } catch (error) {
        log('conversation-not-remembered', { error: error instanceof Error ? error.name : typeof error });
      }
    },
  };
}
