// Somebody who talks to the bot over HTTP as Teams passes it on: what was not answered is passed on once more, as it was.

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { apology } from '../../adapters/teams/teams-bot.js';

export interface Person {
  readonly id: string;
  readonly tenant: string;
  say(text: string): Promise<Answer>;
  /** @param data What the button sends back. */
  press(data: unknown): Promise<Answer>;
}

/** What the bot said at once; without text where it has dealt with that before. */
export interface Answer {
  /** It could not deal with that, and asks to try once more. */
  readonly isApology: boolean;
  readonly text: string;
  readonly summary: string;
  readonly buttons: readonly { readonly label: string; readonly data: unknown }[];
}

export interface PersonParts {
  readonly id: string;
  readonly tenant: string;
  /** Id of a thread of a channel, where others read along; a chat of their own unless told. */
  readonly thread?: string;
  /** Where the bot is now; waits until it is somewhere. */
  readonly findBot: () => Promise<string>;
  /** Told of each answer. */
  readonly answered?: () => void;
}

const body = z.object({
  activities: z.array(
    z.looseObject({
      text: z.string().optional(),
      summary: z.string().optional(),
      attachments: z.array(z.looseObject({ content: z.unknown() })).optional(),
    }),
  ),
});
const card = z.looseObject({
  actions: z.array(z.looseObject({ title: z.string(), data: z.unknown() })).default([]),
});

/** A process that was killed in the middle of an answer leaves the other side waiting. */
const patienceMs = 30_000;

const mention = { type: 'mention', mentioned: { id: '28:bot', name: 'Pastefix' }, text: '<at>Pastefix</at>' };

export function createPerson({ id, tenant, thread, findBot, answered = () => {} }: PersonParts): Person {
  const isShared = thread !== undefined;
  const conversation = isShared
    ? { id: thread, conversationType: 'channel' }
    : { id: `a:${id}`, conversationType: 'personal' };
  const send = async (fields: object): Promise<Answer> => {
    const activity = JSON.stringify({
      type: 'message',
      id: randomUUID(),
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      from: { id: `29:${id}`, aadObjectId: id, name: id },
      recipient: { id: '28:bot', name: 'Pastefix' },
      conversation: { ...conversation, tenantId: tenant },
      channelData: { tenant: { id: tenant } },
      deliveryMode: 'expectReplies',
      ...fields,
    });
    for (;;) {
      const url = await findBot();
      try {
        const response = await fetch(`${url}/api/messages`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: activity,
          signal: AbortSignal.timeout(patienceMs),
        });
        const text = await response.text();
        if (response.status < 500) {
          if (response.status !== 200) throw new Refused(`the bot answered ${response.status}: ${text}`);
          answered();
          return answerFrom(text);
        }
      } catch (error) {
        if (error instanceof Refused) throw error;
      }
      await pause(20);
    }
  };
  return {
    id,
    tenant,
    say: (text) =>
      send({
        textFormat: 'plain',
        ...(isShared ? { text: `<at>Pastefix</at> ${text}`, entities: [mention] } : { text }),
      }),
    press: (data) => send({ value: data }),
  };
}

class Refused extends Error {
  override readonly name = 'Refused';
}

/** How it begins, whatever happened. */
const [sorry = ''] = (apology({ type: 'message' }, '').text ?? '').split('.');

function answerFrom(text: string): Answer {
  const { activities } = body.parse(JSON.parse(text));
  const cards = activities.flatMap(({ attachments = [] }) => attachments.map(({ content }) => content));
  const last = card.safeParse(cards.at(-1));
  const said = activities.map((it) => it.text ?? '').join('\n');
  return {
    isApology: said.includes(sorry),
    text: [...activities.map((it) => it.text ?? ''), ...cards.map((it) => JSON.stringify(it))].join('\n').trim(),
    summary: activities.at(-1)?.summary ?? '',
    buttons: (last.data?.actions ?? []).map(({ title, data }) => ({ label: title, data })),
  };
}
