import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { emptyDialog } from '../../../bot/case/dialog.js';
import { doubtIds } from '../../../bot/case/doubts.js';
import { type Happened, ownerOf, stateOf, type Ticket } from '../../../bot/ticket/ticket.js';
import { ticketVerbs } from '../../../bot/ticket/ticket-verbs.js';
import type { Turn } from '../../../bot/turn/turn.js';
import type { World } from '../../../bot/turn/world.js';
import type { View } from '../../../bot/view.js';
import { en } from '../../../bot/words/en.js';
import { labelsOf, now, passagesOf } from '../conversation.js';
import { decideOn, newDesk } from '../desk.js';
import { fakeKnowledge } from '../fake-knowledge.js';
import { aTicket } from '../ticket/a-ticket.js';

const world: World = {
  knowledge: fakeKnowledge,
  now,
  words: en,
  version: '1.0.0',
  redaction: { key: 'test' },
  destinations: {
    helpdesks: ['servicenow'],
    channels: [
      { area: 'Configuration Manager', conversation: 'sccm' },
      { area: '*', conversation: 'rest' },
    ],
  },
};

const repair = { article: 'gateway.md', issue: 'forbidden', repair: 'https' };

function ticket41(...history: readonly Happened[]): Ticket {
  const ticket = aTicket({ number: 41, history });
  return { ...ticket, packet: { ...ticket.packet, untried: [{ ...repair, title: 'HTTPS' }] } };
}

const unlisted = { article: 'gateway.md', issue: 'forbidden', repair: doubtIds.unlisted, helped: true };

/** The same where it is known what is wrong. */
function withCause(ticket: Ticket): Ticket {
  const { article, issue } = repair;
  const cause = { article, issue, title: '', sources: [], confidence: 0.9, likely: 0.9, ruledOut: false, evidence: [] };
  return { ...ticket, packet: { ...ticket.packet, causes: [cause] } };
}

interface Who {
  readonly user: string;
  readonly conversation: string;
  readonly name?: string;
  readonly support?: { readonly areas: readonly string[] };
  readonly tenant?: string;
}

const mia: Who = { user: 'mia', conversation: 'chat of mia', name: 'Mia' };
const noor: Who = {
  user: 'noor',
  conversation: 'sccm;messageid=1',
  name: 'Noor',
  support: { areas: ['Configuration Manager'] },
};
const eve: Who = { user: 'eve', conversation: 'chat of eve', name: 'Eve' };

interface Outcome {
  readonly ticket: Ticket;
  readonly views: readonly View[];
  readonly turn: Turn;
}

function does(who: Who, ticket: Ticket, event: Parameters<typeof decideOn>[2]['event'], around = world): Outcome {
  const { turn, desk } = decideOn(newDesk(ticket), emptyDialog, { tenant: 'contoso', ...who, event }, around);
  const views = turn.effects.flatMap((effect) => (effect.kind === 'show' ? [effect.view] : []));
  return { ticket: desk.tickets.get(ticket.number)?.ticket ?? ticket, views, turn };
}

function press(who: Who, ticket: Ticket, verb: string, inputs: object = {}, revision = ticket.revision): Outcome {
  return does(who, ticket, buttonOf(ticket, verb, inputs, revision));
}

function buttonOf({ number, revision: current }: Ticket, verb: string, inputs: object = {}, revision = current) {
  return { kind: 'press', data: { ...inputs, action: { ticket: number, revision, verb } } } as const;
}

const say = (who: Who, ticket: Ticket, text: string): Outcome => does(who, ticket, { kind: 'message', text });
const said = ({ views }: Outcome): string => views.flatMap(passagesOf).join('\n');
const last = ({ ticket }: Outcome): unknown => ticket.history.at(-1);

const resolved: Happened = { kind: 'resolved', text: 'A new certificate.' };

describe('experts, in the channel that takes care of it', () => {
  test('take it', () => {
    const taken = press(noor, ticket41(), 'assign');
    expect(ownerOf(taken.ticket)).toEqual({ id: 'noor', name: 'Noor' });
    expect(taken.views).toMatchObject([{ manner: 'in-place', summary: 'Ticket 41: in work' }]);
  });

  test.each<[verb: string, text: string, kind: Happened['kind'], state: string]>([
    ['ask', 'Which version?', 'asked', 'waiting'],
    ['tell', 'We look into it.', 'told', 'new'],
    ['resolve', 'A new certificate.', 'resolved', 'resolved'],
  ])('%s', (verb, text, kind, state) => {
    const done = press(noor, ticket41(), verb, { text });
    expect(last(done)).toMatchObject({ kind, text, by: { id: 'noor' } });
    expect(stateOf(done.ticket)).toBe(state);
    const told = done.turn.effects.flatMap((effect) => (effect.kind === 'ticket' ? effect.deliveries : []));
    expect(told).toContainEqual(expect.objectContaining({ target: 'conversation/chat of mia' }));
  });

  test('write in the thread of the card', () => {
    expect(last(say(noor, ticket41(), 'ticket 41: Please restart it.'))).toMatchObject({
      kind: 'told',
      text: 'Please restart it.',
    });
  });

  test('say which known repair fixed it, and that is learnt', () => {
    const done = press(noor, ticket41(), 'resolve', { fixed: '0' });
    expect(last(done)).toMatchObject({ kind: 'resolved', text: 'HTTPS', repair });
    expect(done.turn.effects).toContainEqual({ kind: 'learnt', outcome: { ...repair, helped: true, count: 1 } });
  });

  test('say that something else than a known repair did, and that is learnt of the likeliest cause', () => {
    const done = press(noor, withCause(ticket41()), 'resolve', { text: 'A new certificate.' });
    expect(done.turn.effects).toContainEqual({ kind: 'learnt', outcome: { ...unlisted, count: 1 } });
  });

  test.each(['7', '-1', '__proto__', 'x'.repeat(100)])('name no repair with %j', (fixed) => {
    const done = press(noor, ticket41(), 'resolve', { fixed, text: 'A new certificate.' });
    expect(last(done)).toMatchObject({ kind: 'resolved', text: 'A new certificate.' });
    expect(done.turn.effects.some(({ kind }) => kind === 'learnt')).toBe(false);
  });

  test('see everything, small enough for a message each', () => {
    const all = press(noor, ticket41(), 'everything');
    expect(said(all)).toContain('StatusText=CMGConnector_Forbidden');
    expect(all.views.every(({ choices }) => choices.length === 0)).toBe(true);
  });

  test('get a draft article of what fixed it', () => {
    expect(said(press(noor, ticket41(resolved), 'draft'))).toContain('## Resolution\n\n1. A new certificate.');
  });

  test('get it as a file, where the bot has an address for it', () => {
    const draftLink = ({ tenant, number }: Pick<Ticket, 'tenant' | 'number'>) => `https://bot/${tenant}/${number}`;
    const ticket = ticket41(resolved);
    const draft = (who: Who) => said(does(who, ticket, buttonOf(ticket, 'draft'), { ...world, draftLink }));
    expect(draft(noor)).toContain('[Download ticket-41.md](https://bot/contoso/41)');
    expect(draft(mia)).not.toContain('https://bot');
    expect(said(press(noor, ticket, 'draft'))).not.toContain('Download');
  });

  test('list what is open and theirs', () => {
    expect(said(say(noor, ticket41(), 'my tickets'))).toContain('Ticket 41: The binding is wrong');
    const other = { ...ticket41(), area: 'Intune' };
    expect(said(say(noor, other, 'my tickets'))).toContain(en.ticket.noneOpen);
  });

  test('do not lose what they wrote where it cannot be done', () => {
    const [view] = press(noor, ticket41(resolved), 'ask', { text: 'Which version?' }).views;
    expect(view?.parts).toContainEqual(expect.objectContaining({ kind: 'input', value: 'Which version?' }));
  });

  test('press a stale card', () => {
    const moved = ticket41({ kind: 'assigned', to: { id: 'ole' } });
    const stale = press(noor, moved, 'assign', {}, 1);
    expect(ownerOf(stale.ticket)).toEqual({ id: 'ole' });
    expect(said(stale)).toContain(en.ticket.stale);
    // A question makes sense all the same.
    expect(last(press(noor, moved, 'ask', { text: 'Which version?' }, 1))).toMatchObject({ kind: 'asked' });
  });

  test('press twice, and it is done once', () => {
    const once = press(noor, ticket41(), 'tell', { text: 'We look into it.' });
    const twice = press(noor, once.ticket, 'tell', { text: 'We look into it.' });
    expect(twice.ticket).toBe(once.ticket);
  });
});

describe('those who wait for it', () => {
  test('answer', () => {
    const waiting = ticket41({ kind: 'assigned', to: { id: 'noor' } }, { kind: 'asked', text: 'Which version?' });
    const answered = press(mia, waiting, 'say', { text: '2409' });
    expect(last(answered)).toMatchObject({ kind: 'said', text: '2409', by: { id: 'mia', name: 'Mia' } });
    expect(stateOf(answered.ticket)).toBe('assigned');
    expect(said(answered)).toContain(en.ticket.done.say);
  });

  test('write to it by its number', () => {
    expect(last(say(mia, ticket41(), 'Ticket #41: it is back'))).toMatchObject({ kind: 'said', text: 'it is back' });
  });

  test.each([
    ['it is back', 'it is back'],
    [' ', en.ticket.fixedIsBack],
  ])('reopen it, saying %j', (text, kept) => {
    const back = press(mia, ticket41(resolved), 'reopen', { text });
    expect(last(back)).toMatchObject({ kind: 'reopened', text: kept });
    expect(stateOf(back.ticket)).toBe('reopened');
  });

  test('take back what was learnt from it', () => {
    const back = press(mia, ticket41({ ...resolved, repair }), 'reopen');
    expect(back.turn.effects).toContainEqual({ kind: 'learnt', outcome: { ...repair, helped: true, count: -1 } });
  });

  test('take back that something else than a known repair did', () => {
    const back = press(mia, withCause(ticket41({ kind: 'resolved', text: 'A new certificate.' })), 'reopen');
    expect(back.turn.effects).toContainEqual({ kind: 'learnt', outcome: { ...unlisted, count: -1 } });
  });

  test('close it', () => {
    expect(stateOf(press(mia, ticket41(resolved), 'close').ticket)).toBe('closed');
  });

  test('see it, with what they can do', () => {
    const [view] = say(mia, ticket41(resolved), 'ticket 41').views;
    expect(labelsOf(view)).toEqual(['It works now', 'Reopen', 'Add a comment', 'Show everything']);
    expect(passagesOf(view).join('\n')).toContain('A new certificate.');
  });

  test('list theirs', () => {
    const [view] = say(mia, ticket41(), 'my tickets').views;
    expect(labelsOf(view)).toEqual(['41: The binding is wrong']);
    expect(said(say(eve, ticket41(), 'my tickets'))).toContain(en.ticket.none);
  });

  test('choose one by its place in the list, until something else is on show', () => {
    const list = decideOn(
      newDesk(ticket41()),
      emptyDialog,
      { ...mia, tenant: 'contoso', event: { kind: 'message', text: 'my tickets' } },
      world,
    );
    const chosen = decideOn(
      list.desk,
      list.turn.dialog,
      { ...mia, tenant: 'contoso', event: { kind: 'message', text: '1' } },
      world,
    );
    expect(chosen.turn.effects).toMatchObject([{ kind: 'show', view: { summary: 'Ticket 41: new' } }]);
    const thanked = decideOn(
      list.desk,
      list.turn.dialog,
      { ...mia, tenant: 'contoso', event: { kind: 'message', text: 'thanks' } },
      world,
    );
    expect(thanked.turn.dialog.offered).toBeUndefined();
  });
});

describe('a number that is none of a ticket', () => {
  test.each(['ticket 41 failed with 0x80070005', 'Ticket41x', 'ticket 0', 'tickets 41 of 50', 'the ticket 41'])(
    '%j',
    (text) => expect(said(say(mia, ticket41(), text))).not.toContain('The binding is wrong\nState'),
  );
});

describe('nobody else can act', () => {
  const strangers: readonly (readonly [who: string, Who])[] = [
    ['a colleague in their own chat', eve],
    ['a colleague in the channel who is not of the team', { ...eve, conversation: noor.conversation }],
    ['an expert outside their channel', { user: 'noor', name: 'Noor', conversation: 'chat of noor' }],
    ['an expert for something else', { ...noor, support: { areas: ['*', 'Intune'] } }],
    ['another tenant, of the same name', { ...mia, tenant: 'fabrikam', conversation: 'their chat' }],
    ['an expert of another tenant', { ...noor, tenant: 'fabrikam' }],
    ['somebody without a name', { user: '', conversation: 'x' }],
  ];
  const history = fc.constantFrom<Happened[][]>(
    [],
    [{ kind: 'assigned', to: { id: 'noor' } }],
    [resolved],
    [{ kind: 'closed' }],
  );

  test.each(strangers)('%s: whatever is pressed or written, nothing happens and nothing is told', (_who, who) => {
    const deed = fc.oneof(
      fc.record({ verb: fc.constantFrom<string[]>(...ticketVerbs, '__proto__', 'delete'), revision: fc.nat(5) }),
      fc.constantFrom('ticket 41', 'ticket 41: open sesame', 'my tickets'),
    );
    fc.assert(
      fc.property(history, deed, (happened, it) => {
        const ticket = ticket41(...happened);
        const outcome =
          typeof it === 'string'
            ? say(who, ticket, it)
            : press(who, ticket, it.verb, { text: 'words', fixed: '0' }, it.revision);
        expect(outcome.ticket).toBe(ticket);
        expect(outcome.turn.effects.filter(({ kind }) => kind !== 'show')).toEqual([]);
        expect(JSON.stringify(outcome.views)).not.toMatch(/binding is wrong|Mia|CMGConnector|certificate/);
      }),
    );
  });

  test('whoever waits for it does nothing that is for experts, and the other way round', () => {
    for (const verb of ['assign', 'ask', 'tell', 'resolve', 'draft'])
      expect(press(mia, ticket41(), verb, { text: 'words' }).ticket.history).toHaveLength(1);
    for (const verb of ['say', 'close'])
      expect(press(noor, ticket41(), verb, { text: 'words' }).ticket.history).toHaveLength(1);
  });
});

test('words of anybody are masked before they are kept', () => {
  const asked = press(noor, ticket41(), 'ask', { text: 'Is it password=Sommer2024!?' });
  expect(JSON.stringify(asked.turn.effects)).not.toContain('Sommer2024');
  expect(last(asked)).toMatchObject({ text: expect.stringContaining('<password 1>') });
});
