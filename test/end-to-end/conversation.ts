// One person's conversation with a running bot, over HTTP, as the Bot Framework has it.

import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/** What the bot said at once. */
export interface Reply {
  /** Everything that can be read, buttons aside. */
  readonly text: string;
  readonly summary: string;
  readonly buttons: readonly Button[];
  /** What stands in the fields of its last card, by their ids. */
  readonly inputs: Readonly<Record<string, string>>;
}

export interface Button {
  readonly label: string;
  /** What it sends back. */
  readonly data: unknown;
  readonly suggested: boolean;
}

export interface Conversation {
  /** Sends an activity; fields given replace those of an ordinary message. */
  send(activity: object): Promise<Response>;
  /** Sends an activity, and waits for the reply. */
  ask(activity: object): Promise<Reply>;
  say(text: string): Promise<Reply>;
  /** Presses a button of the last reply. `inputs`: what was filled in. @throws {Error} When there is none of that label. */
  press(label: string, inputs?: object): Promise<Reply>;
  pressData(data: unknown): Promise<Reply>;
  /** The last reply. */
  last(): Reply;
}

export function startConversation(
  url: string,
  {
    id = randomUUID(),
    user = 'user-1',
    tenant = 'tenant',
    serviceUrl = 'https://smba.trafficmanager.net/emea/',
    conversationType = 'personal',
    answered = () => {},
  }: {
    readonly id?: string;
    readonly user?: string;
    readonly tenant?: string;
    /** Where the bot may say something unasked. */
    readonly serviceUrl?: string;
    readonly conversationType?: 'personal' | 'channel';
    /** Told of all that the bot says at once, as it came. */
    readonly answered?: (body: unknown) => void;
  } = {},
): Conversation {
  let last: Reply = { text: '', summary: '', buttons: [], inputs: {} };
  const send = (activity: object): Promise<Response> =>
    fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: randomUUID(),
        timestamp: new Date().toISOString(),
        channelId: 'msteams',
        serviceUrl,
        from: { id: `29:${user}`, name: user, aadObjectId: user },
        recipient: { id: '28:bot', name: 'Pastefix' },
        conversation: { id, conversationType, tenantId: tenant },
        channelData: { tenant: { id: tenant } },
        deliveryMode: 'expectReplies',
        ...activity,
      }),
    });
  const ask = async (activity: object): Promise<Reply> => {
    const response = await send(activity);
    if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
    const body: unknown = await response.json();
    answered(body);
    last = replyOf(body);
    return last;
  };
  const pressData = (data: unknown) => ask({ text: undefined, value: data });
  return {
    send,
    ask,
    say: (text) => ask({ text, textFormat: 'plain' }),
    press(label, inputs = {}) {
      const button = last.buttons.find((candidate) => candidate.label === label);
      if (button === undefined) {
        throw new Error(
          `No button "${label}" among ${last.buttons.map((it) => it.label).join(', ')} of:\n${last.text}`,
        );
      }
      return pressData({ ...z.looseObject({}).parse(button.data), ...inputs });
    },
    pressData,
    last: () => last,
  };
}

const spoken = z.looseObject({
  text: z.string().optional(),
  summary: z.string().optional(),
  attachments: z.array(z.looseObject({ content: z.unknown() })).optional(),
});

export type Spoken = z.infer<typeof spoken>;

const replies = z.object({ activities: z.array(spoken) });

const button = z.looseObject({
  type: z.enum(['Action.Execute', 'Action.Submit']),
  title: z.string(),
  style: z.string().optional(),
  data: z.unknown(),
});

function replyOf(body: unknown): Reply {
  const { activities } = replies.parse(body);
  const all = activities.map(replyOfActivity);
  return {
    text: all.map(({ text }) => text).join('\n'),
    summary: all.at(-1)?.summary ?? '',
    buttons: all.findLast(({ isCard }) => isCard)?.buttons ?? [],
    inputs: all.findLast(({ isCard }) => isCard)?.inputs ?? {},
  };
}

/** What one activity says; a text, a card, or both. */
export function replyOfActivity({
  text,
  summary,
  attachments = [],
}: Partial<Spoken>): Reply & { readonly isCard: boolean } {
  const cards = attachments.map(({ content }) => content);
  const card = z.looseObject({ actions: z.array(button) }).safeParse(cards.at(-1));
  return {
    isCard: cards.length > 0,
    text: [text ?? '', ...cards.flatMap(textsOf)].filter(Boolean).join('\n'),
    summary: summary ?? '',
    buttons: (card.data?.actions ?? []).map(({ title, data, style }) => ({
      label: title,
      data,
      suggested: style === 'positive',
    })),
    inputs: Object.fromEntries(inputsOf(cards.at(-1))),
  };
}

const input = z.looseObject({ type: z.string().startsWith('Input.'), id: z.string(), value: z.string() });

function inputsOf(element: unknown): [id: string, value: string][] {
  const read = input.safeParse(element);
  if (read.success) return [[read.data.id, read.data.value]];
  return typeof element === 'object' && element !== null ? Object.values(element).flatMap(inputsOf) : [];
}

/** The texts of a card in reading order: the runs of one paragraph on one line; fallbacks and buttons left out. */
function textsOf(element: unknown): string[] {
  if (Array.isArray(element)) return element.flatMap(textsOf);
  if (typeof element !== 'object' || element === null) return [];
  const { text, codeSnippet, inlines, ...rest } = element as Record<string, unknown>;
  if (Array.isArray(inlines)) return [inlines.flatMap(textsOf).join('')];
  const own = [text, codeSnippet].filter((value) => typeof value === 'string');
  const inner = ['body', 'items', 'columns', 'rows', 'cells', 'facts'].flatMap((name) => textsOf(rest[name]));
  return [...own, ...inner];
}
