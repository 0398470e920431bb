// Activities to a running bot, and what it answers at once.

import { randomUUID } from 'node:crypto';
import { z } from 'zod';

export interface Reply {
  /** Until all of it had been received. */
  readonly ms: number;
  /** What its first button sends back. */
  readonly suggested: unknown;
}

const body = z.object({
  activities: z.array(z.looseObject({ attachments: z.array(z.looseObject({ content: z.unknown() })).optional() })),
});
const card = z.looseObject({ actions: z.array(z.looseObject({ data: z.unknown() })) });

/**
 * @param url Where the bot listens.
 * @returns Sends an activity, with these fields, to a conversation. It throws when the bot refuses it.
 */
export function talkOverHttp(url: string): (conversation: string, fields: object) => Promise<Reply> {
  return async (conversation, fields) => {
    const activity = JSON.stringify({
      type: 'message',
      id: randomUUID(),
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      from: { id: '29:person', aadObjectId: 'person' },
      recipient: { id: '28:bot' },
      conversation: { id: conversation, conversationType: 'personal', tenantId: 'tenant' },
      deliveryMode: 'expectReplies',
      ...fields,
    });
    const started = performance.now();
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: activity,
    });
    const text = await response.text();
    const ms = performance.now() - started;
    if (response.status !== 200) throw new Error(`the bot answered ${response.status}`);
    const { activities } = body.parse(JSON.parse(text));
    const cards = activities.flatMap(({ attachments = [] }) =>
      attachments.map(({ content }) => card.safeParse(content)),
    );
    return { ms, suggested: cards.at(-1)?.data?.actions[0]?.data };
  };
}
