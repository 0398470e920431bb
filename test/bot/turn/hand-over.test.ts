import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { writeEvent } from '../../../adapters/helpdesk/webhook.js';
import { fitsCard } from '../../../bot/cards/adaptive-card.js';
import { emptyDialog } from '../../../bot/case/dialog.js';
import { personId } from '../../../bot/case/open-case.js';
import { noMasks } from '../../../bot/text/redact/masks.js';
import type { Destinations } from '../../../bot/ticket/deliveries-for.js';
import { withNewsFrom } from '../../../bot/ticket/news-from-helpdesk.js';
import { packetPlainText } from '../../../bot/ticket/packet-text.js';
import { stateOf, type Ticket } from '../../../bot/ticket/ticket.js';
import { ticketText } from '../../../bot/ticket/ticket-text.js';
import type { Input, Part, View } from '../../../bot/view.js';
import { drawEverything } from '../../../bot/views/ticket/card.js';
import { en } from '../../../bot/words/en.js';
import { plantedPastes } from '../../planted-secrets.js';
import { type Conversation, conversation, labelsOf, now, passagesOf } from '../conversation.js';
import { type Desk, newDesk } from '../desk.js';
import { fakeKnowledge } from '../fake-knowledge.js';

const forbidden = 'CONNECTOR_FORBIDDEN';
const title = 'The binding is wrong (CONNECTOR_FORBIDDEN)';
const destinations: Destinations = {
  helpdesks: ['servicenow'],
  channels: [{ area: '*', conversation: 'desk' }],
};

function talk(desk: Desk = newDesk(), to: Destinations = destinations): Conversation {
  return conversation(fakeKnowledge, emptyDialog, desk, to);
}

const opened = (desk?: Desk): Conversation => talk(desk).say(forbidden).say('helpdesk');

function inputsOf(view: View | undefined): Readonly<Record<string, string>> {
  const inputs = (view?.parts ?? []).filter((part): part is Part & Input => part.kind === 'input');
  return Object.fromEntries(inputs.map(({ id, value }) => [id, value]));
}

function ticketOf({ desk }: Conversation, number = 1): Ticket {
  const ticket = desk.tickets.get(number)?.ticket;
  if (ticket === undefined) throw new Error(`There is no ticket ${number}`);
  return ticket;
}

/** What was changed is shown first, and sent like that. */
function onceMore(label: string, shown: Conversation): Conversation {
  const button = labelsOf(shown.view).includes(label) ? label : 'Answer';
  return shown.press(button, 'mia', inputsOf(shown.view));
}

const said = (it: Conversation): string => passagesOf(it.view).join('\n');

describe('the form', () => {
  test('is filled in already', () => {
    expect(inputsOf(opened().view)).toEqual({ summary: title, severity: 'normal', devices: '', contact: '' });
    expect(inputsOf(talk().as('Mia').say(forbidden).say('helpdesk').view)).toMatchObject({ contact: 'Mia' });
    expect(inputsOf(talk().say('it says 0x80070005').say('helpdesk').view)).toMatchObject({
      summary: '0x80070005 E_ACCESSDENIED',
    });
  });

  test('is one click from sent', () => {
    const sent = opened().press('Send it');
    expect(ticketOf(sent)).toMatchObject({
      number: 1,
      summary: title,
      severity: 'normal',
      contact: '',
      requester: { person: { id: personId('mia') }, conversation: 'c' },
    });
    expect(sent.view?.summary).toBe('Ticket 1: new');
  });

  test('takes what is filled in, secrets hidden, but for how to reach people', () => {
    const form = opened().press('Send it', 'mia', {
      summary: '  All 12 fail,\n password=Sommer2024! ',
      severity: 'critical',
      devices: 'about 12',
      contact: 'mia@contoso.com, pwd: Sommer2024!',
      other: 'is left alone',
    });
    expect(ticketOf(form.press('Send it', 'mia', inputsOf(form.view)))).toMatchObject({
      summary: 'All 12 fail, password=<password 1>',
      severity: 'critical',
      devices: 12,
      contact: 'mia@contoso.com, pwd: <password 1>',
    });
  });

  test('takes the same in writing', () => {
    const filled = ['Severity: HIGH', 'devices 12', 'contact room 7', 'in short It is urgent'].reduce(
      (it, text) => it.say(text),
      opened(),
    );
    expect(inputsOf(filled.view)).toEqual({
      summary: 'It is urgent',
      severity: 'high',
      devices: '12',
      contact: 'room 7',
    });
    expect(ticketOf(filled.say('send it'))).toMatchObject({ summary: 'It is urgent', severity: 'high', devices: 12 });
    expect(inputsOf(filled.say('back').view)).toMatchObject({ summary: title, contact: 'room 7' });
  });

  test.each([
    { given: { devices: 'many', severity: 'high' }, says: en.handOver.broken.devices, keeps: { severity: 'high' } },
    { given: { severity: 'dreadful', devices: '3' }, says: en.handOver.broken.severity, keeps: { devices: '3' } },
    { given: { devices: '99999999999' }, says: en.handOver.broken.devices, keeps: { devices: '' } },
  ])('asks again for $given, and keeps the rest', ({ given, says, keeps }) => {
    const again = opened().press('Send it', 'mia', given);
    expect(said(again)).toContain(says);
    expect(inputsOf(again.view)).toMatchObject(keeps);
    expect(again.desk.tickets.size).toBe(0);
    expect(ticketOf(again.press('Send it'))).toMatchObject({ number: 1 });
  });

  test('changes nothing where what is filled in stands there already', () => {
    const form = opened();
    expect(form.say('severity normal').dialog.case?.told).toEqual(form.dialog.case?.told);
    const again = form.press('Send it', 'mia', { devices: 'many', severity: 'normal', contact: '' });
    expect(again.press('Back').view?.summary).toBe(`Cause found: ${title}`);
  });

  test('keeps the summary where somebody has deleted it', () => {
    expect(ticketOf(opened().press('Send it', 'mia', { summary: ' ' })).summary).toBe(title);
  });

  test('can be left, and left alone', () => {
    expect(opened().press('Back').view?.summary).toBe(`Cause found: ${title}`);
    expect(opened().say('it works').view?.summary).toBe(en.closed.summary);
  });

  test.each<[where: string, to: Destinations, text: string | RegExp]>([
    ['to a helpdesk and a channel', destinations, '**servicenow** and the support channel.'],
    ['to a channel alone', { ...destinations, helpdesks: [] }, 'It goes to the support channel.'],
    ['nowhere', { helpdesks: [], channels: [] }, en.handOver.nobody],
    ['whence answers come', destinations, 'Answers come to this chat.'],
    [
      'whence no answers come',
      { helpdesks: ['mail'], silent: ['mail'], channels: [] },
      'Answers do not come to this chat, so say how to reach you.',
    ],
    ['whence some answers come', { ...destinations, silent: ['servicenow'] }, 'Answers come to this chat.'],
  ])('says where it goes: %s', (_where, to, text) => {
    expect(said(talk(newDesk(), to).say(forbidden).say('helpdesk'))).toContain(text);
  });
});

describe('what is shown before is what is sent, to the byte', () => {
  const codeLast = (parts: readonly Part[]): Part[] => [
    ...parts.filter(({ kind }) => kind !== 'code'),
    ...parts.filter(({ kind }) => kind === 'code'),
  ];
  const everything = (ticket: Ticket): Part[] => drawEverything(ticket, en).flatMap(({ parts }) => parts);
  const shown = ({ effects }: Conversation): View[] =>
    effects.flatMap((effect) => (effect.kind === 'show' ? [effect.view] : []));
  /** Every text in it that somebody has pasted, given or written, or that is about that. */
  const textsIn = (value: unknown, name = ''): string[] => {
    if (typeof value === 'string') return ids.has(name) ? [] : [value];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, Array.isArray(value) ? name : key));
  };
  /** Said in other words, or ids of articles. */
  const ids = new Set([
    'format',
    'verdict',
    'outcome',
    'at',
    'openedAt',
    'writtenAt',
    'article',
    'issue',
    'repair',
    'url',
  ]);

  const cases: readonly (readonly [string, Conversation])[] = [
    ['a match', talk().say(forbidden)],
    [
      'in the middle',
      talk().say('it fails in AZURE_NAME').say('0x80070005 CONNECTOR_FORBIDDEN').say('no').say('https'),
    ],
    ['after a repair', talk().say(forbidden).say('steps').say('https').say('done').say('cannot')],
    ['a value', talk().say('naming for CONTOSO\\mia').say('my name of mia')],
    ['nothing known', talk().say('error 0x80070005 for CONTOSO\\mia.berg')],
    ...plantedPastes(60, 9).map(({ name, text }) => [name, talk().say(text)] as const),
  ];

  test.each(cases)('%s', (_, before) => {
    const summary = before.say('summary').view?.parts.find((part) => part.kind === 'code');
    const form = before.say('helpdesk');
    const fold = form.view?.parts.find((part) => part.kind === 'fold');
    const [note, ...parts] = fold?.kind === 'fold' ? fold.parts : [];
    const ticket = ticketOf(form.press('Send it'));

    expect(note).toEqual({ kind: 'text', text: en.handOver.sent });
    expect(codeLast(parts)).toEqual(everything(ticket));
    expect(shown(form.say(en.choices.preview)).flatMap((view) => view.parts)).toEqual([note, ...everything(ticket)]);
    const text = packetPlainText(ticket.packet);
    expect(summary).toMatchObject({ text });
    expect(ticketText(ticket).endsWith(`\n\n${text}`)).toBe(true);
    const { text: posted } = z.looseObject({ text: z.string() }).parse(JSON.parse(writeEvent(ticket, 0)));
    expect(posted).toBe(ticketText(ticket));
    expect(textsIn(ticket.packet).filter((it) => !text.toLowerCase().includes(it.trim().toLowerCase()))).toEqual([]);
  });

  test('however much it is', () => {
    const long = Array.from({ length: 60 }, (_, at) => `${at} ${forbidden}`).reduce((it, text) => it.say(text), talk());
    const form = long.say('helpdesk');
    expect(labelsOf(form.view)).toEqual(['Send it', en.choices.preview, 'Back']);
    const views = shown(form.press(en.choices.preview));
    expect(views.length).toBeGreaterThan(1);
    expect(views.filter((view) => !fitsCard(view))).toEqual([]);
    const [, ...parts] = views.flatMap((view) => view.parts);
    expect(parts).toEqual(everything(ticketOf(form.press('Send it'))));
    expect(form.view === undefined ? false : fitsCard(form.view)).toBe(true);
  });

  test('what was hidden or cut in what somebody wrote is shown before it is sent', () => {
    const form = opened().press('Send it', 'mia', { summary: 'password=Sommer2024!', contact: 'x'.repeat(300) });
    expect(form.desk.tickets.size).toBe(0);
    expect(said(form)).toContain(en.handOver.altered);
    expect(inputsOf(form.view)).toMatchObject({ summary: 'password=<password 1>', contact: 'x'.repeat(200) });
    const sent = form.press('Send it', 'mia', inputsOf(form.view));
    expect(ticketOf(sent)).toMatchObject({ summary: 'password=<password 1>', contact: 'x'.repeat(200) });

    for (const [shown, label] of [
      [sent.press('Add a comment', 'mia', { text: 'pwd=Sommer2024! for CONTOSO\\mia' }), 'Add a comment'],
      [sent.say('ticket 1: pwd=Sommer2024! for CONTOSO\\mia'), 'Add a comment'],
    ] as const) {
      expect(ticketOf(shown).history).toHaveLength(1);
      expect(said(shown)).toContain(en.ticket.altered);
      expect(inputsOf(shown.view)).toMatchObject({ text: 'pwd=<password 1> for <user 1>' });
      const told = shown.press(label, 'mia', inputsOf(shown.view));
      expect(ticketOf(told).history.at(-1)).toMatchObject({ text: 'pwd=<password 1> for <user 1>' });
      const again = onceMore(label, told.say('ticket 1: mia and CONTOSO\\ben with Winter2025!'));
      expect(ticketOf(again).history.at(-1)).toMatchObject({ text: 'mia and <user 2> with Winter2025!' });
      expect(told.dialog.written).toBeUndefined();
    }
  });
});

describe('what is sent', () => {
  test('is told to everybody who is to know, and ends the case', () => {
    const { effects } = opened().press('Send it');
    const deliveries = effects.flatMap((effect) => (effect.kind === 'ticket' ? effect.deliveries : []));
    expect(deliveries.map(({ target, event }) => [target, event])).toEqual([
      ['servicenow', 0],
      ['conversation/desk', 0],
    ]);
    expect(effects).toContainEqual(
      expect.objectContaining({ kind: 'ended', outcome: expect.objectContaining({ kind: 'handed-over' }) }),
    );
  });

  test('is there to copy where nobody hears of it', () => {
    const sent = talk(newDesk(), { helpdesks: [], channels: [] }).say(forbidden).say('helpdesk').press('Send it');
    expect(said(sent)).toContain(en.ticket.nobodyHears);
    expect(said(sent)).toContain(`Pastefix case ${ticketOf(sent).caseId}`);
  });

  test('shows what has not been delivered', () => {
    const sent = opened().press('Send it');
    const broken = [{ target: 'servicenow', state: 'undelivered', attempts: 3 } as const];
    const desk = { tickets: new Map([[1, { ticket: ticketOf(sent), deliveries: broken }]]) };
    const again = conversation(fakeKnowledge, sent.dialog, desk, destinations).say('thanks');
    expect(said(again)).toContain(en.ticket.delivery.undelivered('servicenow'));
    expect(said(again.say('my tickets'))).toContain(en.ticket.undelivered);
  });

  test('leads back to where the case was, and is not sent twice', () => {
    const back = talk().say(forbidden).say('no').say('https').say('helpdesk').say('send').press('Go on here');
    expect(back.view?.summary).toBe('Step 1 of 2');
    const again = back.say('helpdesk');
    expect(passagesOf(again.view)).toEqual([en.handOver.own(1, 'new')]);
    const there = again.press('Go to ticket 1');
    expect([there.view?.summary, there.desk.tickets.size]).toEqual(['Ticket 1: new', 1]);
    expect(ticketOf(there).history).toHaveLength(1);
  });

  test('is told what has become known since, which is shown before', () => {
    const sent = talk().say(forbidden).say('helpdesk').say('send').press('Go on here');
    const again = sent.press('No').press('HTTPS').press('Done').press('Cannot do this').press('Ask the helpdesk');
    const news = [
      'Does the binding hold the right certificate? No',
      'Which mode is it? HTTPS',
      `${title}, HTTPS: 1 of 2 steps done; cannot be done: step 2, Choose the PKI certificate.`,
    ].join('\n');
    expect(again.view?.parts).toContainEqual({ kind: 'code', text: news, caption: en.handOver.since });
    const there = again.press('Go to ticket 1');
    expect(ticketOf(there).history.at(-1)).toMatchObject({ kind: 'said', text: news });
    const twice = there.press('Go on here').press('Ask the helpdesk').press('Go to ticket 1');
    expect(ticketOf(twice).history).toHaveLength(2);
  });

  test('was kept before there were tickets: the text to copy is still there', () => {
    const { dialog } = opened();
    const kase = dialog.case;
    if (kase === undefined) throw new Error('There is no case');
    const older = { ...dialog, case: { ...kase, told: [{ kind: 'handed-over', by: 0 } as const] } };
    const view = conversation(fakeKnowledge, older).say('hello').view;
    expect([view?.summary, labelsOf(view)]).toEqual([
      en.handedOver.summary,
      ['Go on here', 'It works now', 'Start over'],
    ]);
  });

  test('may be gone since', () => {
    const { dialog } = opened().press('Send it');
    expect(said(conversation(fakeKnowledge, dialog).say('hello'))).toContain(en.ticket.gone(1));
  });
});

describe('the ticket of a case', () => {
  const sent = opened().press('Send it');

  test('takes comments, hidden like the rest', () => {
    const shown = sent.press('Add a comment', 'mia', { text: 'It is back, password=Sommer2024!' });
    const commented = shown.press('Add a comment', 'mia', inputsOf(shown.view));
    expect(ticketOf(commented).history.at(-1)).toMatchObject({
      kind: 'said',
      text: 'It is back, password=<password 1>',
      by: { id: 'mia' },
    });
    expect(said(commented)).toContain('It is back, password=<password 1>');
  });

  test('takes one comment from a double click', () => {
    const { action } = sent.choice('Add a comment');
    const once = sent.pressData({ action, text: 'It is back' });
    const twice = once.pressData({ action, text: 'It is back' });
    expect(ticketOf(twice).history).toHaveLength(2);
    expect(said(twice)).toContain(en.notices.stale);
  });

  test('asks for the words where there are none', () => {
    const silent = sent.say('add a comment');
    expect(said(silent)).toContain(en.ticket.refusals.empty);
    expect(ticketOf(silent).history).toHaveLength(1);
  });

  test('is closed by whoever opened it and then found the way alone, and they are told', () => {
    const alone = talk().say(forbidden).press('No').press('HTTPS').say('helpdesk').press('Send it').press('Go on here');
    const solved = alone.press('Done').press('Done').press('Yes');
    expect(solved.view?.summary).toBe(en.closed.summary);
    expect(stateOf(ticketOf(solved))).toBe('closed');
    expect(passagesOf(solved.view)[0]).toBe(en.ticket.done.closedWithCase(1));
    const byAnother = alone.press('It works now', 'ben');
    expect(stateOf(ticketOf(byAnother))).toBe('new');
    expect(said(byAnother)).not.toContain(en.ticket.done.closedWithCase(1));
  });

  test('is closed once it works', () => {
    const solved = sent.press('It works now');
    expect(stateOf(ticketOf(solved))).toBe('closed');
    expect(solved.view?.summary).toBe(en.closed.summary);
  });

  test('is reopened where it did not work after all', () => {
    const back = sent.press('It works now').press('Not fixed after all');
    expect(labelsOf(back.view)).toEqual(['Go on here', 'Reopen it', 'It works now', 'Start over']);
    const reopened = back.press('Reopen it');
    expect(stateOf(ticketOf(reopened))).toBe('reopened');
    expect(said(reopened)).toContain(en.ticket.done.reopen);
  });

  test('may be said something about by a colleague in the same conversation', () => {
    const colleague = sent.press('Add a comment', 'ben', { text: 'Here too' });
    expect(ticketOf(colleague).history.at(-1)).toMatchObject({ kind: 'said', by: { id: 'ben' } });
  });
});

describe('colleagues with the same fault', () => {
  const elsewhere = (person: string, number: number, changes: Partial<Ticket> = {}): Ticket => {
    const ticket = ticketOf(opened().press('Send it'));
    const requester = { person: { id: person }, conversation: `chat of ${person}` };
    return { ...ticket, number, caseId: `case ${number}`, requester, ...changes };
  };
  const joined = (person: string): Ticket['history'][number] => ({
    kind: 'joined',
    follower: { person: { id: person }, conversation: `chat of ${person}` },
    at: '2026-02-26T09:00:00.000Z',
    by: { id: person },
  });

  test('are counted, and their ticket is offered first', () => {
    const theirs = elsewhere('ben', 41);
    const crowd = { ...theirs, history: [...theirs.history, joined('cem'), joined('dana'), joined('cem')] };
    const form = opened(newDesk(crowd));
    expect(said(form)).toContain(en.handOver.similar(3, 1));
    expect(labelsOf(form.view)).toEqual(['Join ticket 41', 'Send it', 'Back']);
  });

  test('are joined: one ticket, two who wait for it', () => {
    const after = opened(newDesk(elsewhere('ben', 41))).press('Join ticket 41');
    expect(after.desk.tickets.size).toBe(1);
    expect(ticketOf(after, 41).history.at(-1)).toMatchObject({
      kind: 'joined',
      follower: { person: { id: 'mia' }, conversation: 'c' },
    });
    expect(after.view?.summary).toBe('Ticket 41: new');
    expect(said(after)).toContain(en.ticket.done.joined(41));
  });

  test('are joined here too by whoever waits elsewhere, so that all who are here hear and may speak', () => {
    const after = opened(newDesk(elsewhere('ben', 41))).press('Join ticket 41', 'ben');
    expect(ticketOf(after, 41).history.at(-1)).toMatchObject({ kind: 'joined', follower: { conversation: 'c' } });
    const commented = after.press('Add a comment', 'mia', { text: 'Here too' });
    expect(ticketOf(commented, 41).history.at(-1)).toMatchObject({ kind: 'said', text: 'Here too', by: { id: 'mia' } });
  });

  test('need not be joined', () => {
    const own = opened(newDesk(elsewhere('ben', 41))).press('Send it');
    expect(ticketOf(own, 42).requester.person.id).toBe('mia');
  });

  test.each<[why: string, changes: Partial<Ticket>]>([
    ['another fault', { fingerprint: 'other' }],
    ['another tenant', { tenant: 'fabrikam' }],
    ['a finished one', { history: [...elsewhere('ben', 41).history, { ...joined('ben'), kind: 'closed' }] }],
  ])('are not named for %s', (_why, changes) => {
    expect(labelsOf(opened(newDesk(elsewhere('ben', 41, changes))).view)).toEqual(['Send it', 'Back']);
  });

  test('say nothing of each other but the fault', () => {
    const secretive = elsewhere('ben', 41, { contact: 'room 7', devices: 77 });
    expect(said(opened(newDesk(secretive)))).not.toMatch(/room 7|77|ben/);
  });
});

describe('no text that leaves holds a secret', () => {
  test('whatever was pasted, filled in or written', () => {
    for (const { name, text, secrets } of plantedPastes(120)) {
      const form = talk().say(text).say('helpdesk').press('Send it', 'mia', { summary: text });
      const sent = onceMore('Send it', form);
      const commented = onceMore('Add a comment', sent.press('Add a comment', 'mia', { text }));
      const steps = [form, sent, commented];
      const leaving = JSON.stringify(steps.map(({ dialog, view, effects }) => [dialog, view, effects]));
      expect(ticketOf(commented).history).toHaveLength(2);
      const left = secrets.filter((secret) => leaving.includes(JSON.stringify(secret).slice(1, -1)));
      expect([name, left]).toEqual([name, []]);
    }
  });

  test('how to reach people may name them, and nothing else', () => {
    const contact = 'CONTOSO\\mia, mia@contoso.com, password=Sommer2024!';
    const sent = onceMore('Send it', opened().press('Send it', 'mia', { contact }));
    expect(ticketOf(sent).contact).toBe('CONTOSO\\mia, mia@contoso.com, password=<password 1>');
  });
});

describe('a name has one label in the case and in all that is written to its ticket', () => {
  const form = talk().say('CONNECTOR_FORBIDDEN for CONTOSO\\mia.berg').say('helpdesk');
  const sent = onceMore('Send it', form.press('Send it', 'mia', { summary: 'CONTOSO\\ben.kurz cannot, mia.berg can' }));

  test('in the form', () => {
    const { summary, packet } = ticketOf(sent);
    expect(packet.pastes[0]?.text).toBe('CONNECTOR_FORBIDDEN for <user 1>');
    expect(summary).toBe('<user 2> cannot, <user 1> can');
  });

  test('in comments, wherever they come from', () => {
    const told = onceMore('Add a comment', sent.say('ticket 1: CONTOSO\\eva.lang can as well, ben.kurz cannot'));
    expect(ticketOf(told).history.at(-1)).toMatchObject({ text: '<user 3> can as well, <user 2> cannot' });
    const options = { via: 'servicenow', isUpToDate: true, now, redaction: { key: 'test' }, words: en };
    const comment = { id: 'c1', by: 'noor', at: now.toISOString(), text: 'mia.berg and CONTOSO\\kai.ohm, eva.lang' };
    const ticket = withNewsFrom(ticketOf(told), { state: 'open', comments: [comment] }, options);
    expect(ticket.history.at(-1)).toMatchObject({ text: '<user 1> and <user 4>, <user 3>' });
    expect(JSON.stringify(ticket)).not.toMatch(/berg|kurz|lang|ohm/);
  });

  test('where case and ticket have gone on by themselves', () => {
    const here = sent.press('Go on here').press('No').say('CONNECTOR_FORBIDDEN for CONTOSO\\pia.sand and mia.berg');
    const [before] = here.desk.tickets.values();
    if (before === undefined) throw new Error('There is a ticket');
    const comment = { id: 'c1', by: 'noor', at: now.toISOString(), text: 'CONTOSO\\kai.ohm, ben.kurz' };
    const options = { via: 'servicenow', isUpToDate: true, now, redaction: { key: 'test' }, words: en };
    const there = withNewsFrom(before.ticket, { state: 'open', comments: [comment] }, options);
    expect(there.history.at(-1)).toMatchObject({ text: '<user 3>, <user 2>' });
    const desk = { tickets: new Map([[1, { ticket: there, deliveries: [] }]]) };

    const form = conversation(fakeKnowledge, here.dialog, desk, destinations).say('helpdesk');
    expect(said(form)).toContain('CONNECTOR_FORBIDDEN for <user 4> and <user 1>');
    const told = form.press('Go to ticket 1');
    expect(ticketOf(told).history.at(-1)).toMatchObject({
      kind: 'said',
      text: expect.stringContaining('CONNECTOR_FORBIDDEN for <user 4> and <user 1>'),
    });
    const more = onceMore(
      'Add a comment',
      told.press('Add a comment', 'mia', {
        text: 'pia.sand, kai.ohm, ben.kurz, mia.berg, CONTOSO\\eva.lang',
      }),
    );
    expect(ticketOf(more).history.at(-1)).toMatchObject({ text: '<user 4>, <user 3>, <user 2>, <user 1>, <user 5>' });
    const back = more.press('Go on here').say('CONNECTOR_FORBIDDEN for eva.lang, kai.ohm');
    expect(passagesOf(back.say('summary').view).join('\n')).toContain('CONNECTOR_FORBIDDEN for <user 5>, <user 3>');
  });

  test('in the case of somebody who waits for it, labels are those of their own case', () => {
    const { masks, ...ticket } = ticketOf(sent);
    const requester = { person: { id: 'ben' }, conversation: 'chat of ben' };
    const theirs = {
      ...ticket,
      caseId: 'another',
      requester,
      masks: { ...noMasks('another'), counts: masks?.counts ?? {} },
    };
    const own = talk(newDesk(theirs))
      .say('CONNECTOR_FORBIDDEN for CONTOSO\\zoe.fink, CONTOSO\\tom.lind')
      .say('helpdesk')
      .press('Join ticket 1');
    const commented = onceMore(
      'Add a comment',
      own.press('Add a comment', 'mia', { text: 'also for CONTOSO\\ada.wolf' }),
    );
    expect(ticketOf(commented).history.at(-1)).toMatchObject({ text: 'also for <user 3>' });
    const on = commented.press('Go on here').press('No').say('CONNECTOR_FORBIDDEN for CONTOSO\\ada.wolf, zoe.fink');
    expect(passagesOf(on.say('summary').view).join('\n')).toContain('CONNECTOR_FORBIDDEN for <user 3>, <user 1>');
  });

  test('and what hides behind them is not sent', () => {
    expect(ticketOf(sent).masks).toBeDefined();
    expect(writeEvent(ticketOf(sent), 0)).not.toContain('"masks"');
  });
});
