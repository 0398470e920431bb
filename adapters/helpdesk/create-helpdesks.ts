// The helpdesks that the settings turn on.

import type { Helpdesk } from '../../bot/ticket/helpdesk.js';
import { createEmail } from './email.js';
import { createJira } from './jira.js';
import { createServiceNow } from './servicenow.js';
import type { HelpdeskSettings } from './settings.js';
import { createWebhook } from './webhook.js';

/** In no order that matters; empty where none is on. Nothing is asked of any of them yet. */
export function createHelpdesks({ webhook, email, servicenow, jira }: HelpdeskSettings): readonly Helpdesk[] {
  return [
    ...(webhook ? [createWebhook(webhook)] : []),
    ...(email ? [createEmail(email)] : []),
    ...(servicenow ? [createServiceNow(servicenow)] : []),
    ...(jira ? [createJira(jira)] : []),
  ];
}
