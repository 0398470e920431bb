import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { adaptiveCard, largestCard } from '../../bot/cards/adaptive-card.js';
import type { CardElement } from '../../bot/cards/card-element.js';
import { escapeMarkdown } from '../../bot/text/escape-markdown.js';
import type { Part, View } from '../../bot/view.js';
import { drawTicketCard } from '../../bot/views/ticket/card.js';
import { drawTicketNews } from '../../bot/views/ticket/news.js';
import { en } from '../../bot/words/en.js';
import { conversation } from './conversation.js';
import { aTicket } from './ticket/a-ticket.js';

// The package's main file is an ES module that Node cannot load; this one is the same, bundled.
const official = jest.requireActual<typeof import('adaptivecards')>('adaptivecards/dist/adaptivecards.js');

const ticket = aTicket({
  history: [
    { kind: 'assigned', to: { id: 'noor', name: 'Noor' } },
    { kind: 'asked', text: 'Which **version**?' },
  ],
});

const view = (parts: readonly Part[], choices: View['choices'] = []): View => ({ summary: 'A view', parts, choices });

/** What the official reader of Adaptive Cards has to say about a card. */
function complaints(card: object): string[] {
  const context = new official.SerializationContext(official.Versions.v1_5);
  const reader = new official.AdaptiveCard();
  // As many as Teams draws side by side.
  reader.hostConfig = new official.HostConfig({ actions: { maxActions: 6 } });
  reader.parse(card, context);
  const parsing = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  return [...parsing, ...reader.validateProperties().validationEvents.map(({ message }) => message)];
}

// Teams knows it, the reader does not; the fallback is what makes it good for both.
const expected = /Unknown element type "CodeBlock"/;

/** All elements, however deep, those of fallbacks included. */
function elements(value: unknown): CardElement[] {
  if (Array.isArray(value)) return value.flatMap(elements);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(elements);
  return 'type' in value && typeof value.type === 'string' ? [{ ...value, type: value.type }, ...inner] : inner;
}

const moments: readonly (readonly [name: string, view: View | undefined])[] = [
  ['welcome', conversation().say('hello').view],
  ['cause with question', conversation().say('CONNECTOR_FORBIDDEN').view],
  ['cause alone', conversation().say('NO_REPAIR').view],
  ['environment', conversation().say('CONNECTOR_FORBIDDEN').press('No').view],
  ['question between causes', conversation().say('CN_INVALID').view],
  ['choice of causes', conversation().say('TWINS').view],
  ['value that breaks rules', conversation().say('call it Contoso_*1*').view],
  ['step', conversation().say('CONNECTOR_FORBIDDEN').say('no').say('https').view],
  ['blocked', conversation().say('CONNECTOR_FORBIDDEN').say('no').say('https').say('cannot').view],
  ['did it help', conversation().say('AZURE_NAME').say('yes').say('done').say('done').view],
  ['solved', conversation().say('CONNECTOR_FORBIDDEN').say('no').say('https').say('it works').view],
  ['unknown', conversation().say('0x80070005 WEAK').view],
  ['form for the helpdesk', conversation().say('CONNECTOR_FORBIDDEN').say('helpdesk').view],
  ['ticket', conversation().say('CONNECTOR_FORBIDDEN').say('helpdesk').say('send it').view],
  ['tickets', conversation().say('CONNECTOR_FORBIDDEN').say('helpdesk').say('send it').say('my tickets').view],
  ['ticket for the experts', drawTicketCard({ number: 1, ticket, deliveries: [] }, { words: en })],
  ['question of an expert', drawTicketNews(ticket, 2, 'requester', en)],
  ['many answers', conversation().say('MANY').view],
  [
    'every kind of part',
    view([
      { kind: 'title', text: 'Title' },
      { kind: 'text', text: '**bold** *italic* `code` [link](https://example.com/a?b=c)' },
      { kind: 'code', text: '  indented\n\ttabbed', caption: 'some.log' },
      { kind: 'list', ordered: true, items: ['one\nmore of it', 'two'], start: 3 },
      { kind: 'facts', facts: [{ name: '0x80070005', value: 'E_ACCESSDENIED' }] },
      { kind: 'table', rows: [['A', 'B'], ['1'], ['2', '3']] },
      { kind: 'progress', done: 3, total: 40, label: 'Step 4 of 40' },
      { kind: 'input', id: 'a', label: 'A line', value: 'x', type: { kind: 'line' }, hint: 'hint' },
      { kind: 'input', id: 'b', label: 'Lines', value: '', type: { kind: 'lines' } },
      { kind: 'input', id: 'c', label: 'A number', value: '7', type: { kind: 'number' } },
      {
        kind: 'input',
        id: 'd',
        label: 'One of',
        value: '1',
        type: { kind: 'choice', choices: [{ label: 'One', value: '1' }] },
      },
      { kind: 'fold', label: 'More', parts: [{ kind: 'text', text: 'inside' }] },
      { kind: 'box', tone: 'warning', parts: [{ kind: 'text', text: 'inside' }] },
    ]),
  ],
];

describe.each(moments)('the card for “%s”', (_name, shown) => {
  const card = adaptiveCard(shown ?? view([]));

  test('is valid', () => {
    expect(shown).toBeDefined();
    expect(complaints(card).filter((message) => !expected.test(message))).toEqual([]);
  });

  test('uses only what Teams draws, each newer element with a fallback', () => {
    const types = elements(card);
    for (const element of types) {
      if (['CodeBlock', 'Table', 'Action.Execute'].includes(element.type)) expect(element).toHaveProperty('fallback');
    }
    expect(types.filter(({ type }) => type === 'TextBlock').map(({ wrap }) => wrap)).not.toContain(undefined);
  });

  test('has no Markdown that Teams does not know', () => {
    for (const element of elements(card)) {
      if (element.type === 'TextBlock') expect(element['text']).not.toMatch(/^\s*(?:#|>|\|)|`|```|<\w/m);
    }
  });

  test('sends the action of its choice back, whichever way a client knows', () => {
    for (const [position, choice] of (shown?.choices ?? []).entries()) {
      expect(card.actions[position]).toMatchObject({
        type: 'Action.Execute',
        title: choice.label,
        verb: choice.action.verb,
        data: { action: choice.action },
        fallback: { type: 'Action.Submit', title: choice.label, data: { action: choice.action } },
      });
    }
  });
});

describe('pasted text is shown as it is', () => {
  const hostile = [
    '**bold** _it_ [click](https://evil.example) ![x](https://evil.example/x.png)',
    '<script>alert(1)</script> &lt;b&gt; <at>Everyone</at>',
    '# heading\n> quote\n- item\n1. item\n| a | b |\n```\nfence',
    '{{DATE(2026-01-01T00:00:00Z, LONG)}} $(expression)',
    '`code` \\* \\_ ~~gone~~',
    '\u001b[31mred\u0007\u202Eesrever',
  ];

  test.each(hostile)('%j', (paste) => {
    const { view: cause } = conversation().say(`CONNECTOR_FORBIDDEN ${paste}`);
    const { view: named } = conversation().say(`call it ${paste.split(' ')[0] ?? ''} x`);
    for (const shown of [cause, named, view([{ kind: 'text', text: escapeMarkdown(paste) }])]) {
      const card = adaptiveCard(shown ?? view([]));
      for (const { type, text, url } of elements(card)) {
        if (type === 'TextBlock') expect(text).not.toMatch(/bold|evil|<|alert|heading|DATE|fence|gone|esrever/);
        if (type === 'TextRun') expect(text).not.toMatch(/\{\{DATE/);
        if (type === 'Action.OpenUrl') expect(url).not.toMatch(/evil/);
      }
      expect(JSON.stringify(card)).not.toMatch(/\\u001b|\\u0007|\u202e/);
    }
  });
});

test('any text at all makes a valid card that shows it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (paste) => {
      const card = adaptiveCard(view([{ kind: 'text', text: escapeMarkdown(paste) }]));
      expect(complaints(card)).toEqual([]);
      const shown = elements(card).flatMap(({ type, text }) =>
        type === 'TextBlock' || type === 'TextRun' ? [text] : [],
      );
      const plain = (text: string): string =>
        text
          .replace(/\u200b/g, '')
          .replace(/\s+/g, ' ')
          .trim();
      expect(plain(shown.join(''))).toBe(plain(paste));
    }),
  );
});

test('however much there is to say, the card stays within what Teams takes', () => {
  const long = 'A word and another. '.repeat(2_000);
  const parts: Part[] = [
    { kind: 'title', text: 'Title' },
    ...Array.from({ length: 60 }, (): Part => ({ kind: 'text', text: long })),
    { kind: 'code', text: long },
    { kind: 'list', ordered: false, items: Array.from({ length: 200 }, () => long) },
    { kind: 'table', rows: Array.from({ length: 100 }, () => [long, long]) },
  ];
  const card = adaptiveCard(view(parts));
  expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(largestCard);
  expect(complaints(card).filter((message) => !expected.test(message))).toEqual([]);
});

test('what is out of sight is there, and a button of the client shows it', () => {
  const { body } = adaptiveCard(view([{ kind: 'fold', label: 'More', parts: [{ kind: 'text', text: 'inside' }] }]));
  const [, folded] = body;
  expect(folded).toMatchObject({ type: 'Container', isVisible: false });
  expect(elements(body)).toContainEqual(
    expect.objectContaining({ type: 'Action.ToggleVisibility', title: 'More', targetElements: [folded?.['id']] }),
  );
});

test('what is filled in already stands in its input', () => {
  const inputs = elements(adaptiveCard(conversation().say('CONNECTOR_FORBIDDEN').say('helpdesk').view ?? view([])));
  expect(inputs).toContainEqual(expect.objectContaining({ type: 'Input.ChoiceSet', id: 'severity', value: 'normal' }));
  expect(inputs).toContainEqual(
    expect.objectContaining({
      type: 'Input.Text',
      id: 'summary',
      label: 'In short',
      value: expect.stringMatching(/^The b/),
    }),
  );
});

test('of the largest case, too, everything that is sent can be read before', () => {
  const lines = (of: string): string =>
    Array.from({ length: 60 }, (_, at) => `${of} line ${at}: "it" failed\\`).join('\n');
  const talk = [
    'error=CONNECTOR_FORBIDDEN CLOSE_CALL 1',
    'CONNECTOR_FORBIDDEN 2',
    'CONNECTOR_FORBIDDEN 3',
    'CONNECTOR_FORBIDDEN 4',
  ]
    .reduce((it, first) => it.say(`${first}\n${lines(first)}`), conversation())
    .say('helpdesk');
  const card = adaptiveCard(talk.view ?? view([]));
  expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(largestCard);
  const shown = elements(card)
    .flatMap(({ text, codeSnippet }) => [text, codeSnippet])
    .join('\n');
  const { packet } = talk.press('Send it').desk.tickets.get(1)?.ticket ?? ticket;
  expect(packet.pastes.length).toBeGreaterThan(2);
  for (const { text } of packet.pastes) expect(shown).toContain(text);
});
