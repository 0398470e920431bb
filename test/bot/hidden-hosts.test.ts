// Hosts are hidden in what is kept and shown; what is found does not change by that.

import { expect, test } from '@jest/globals';
import { emptyDialog } from '../../bot/case/dialog.js';
import { noDestinations } from '../../bot/ticket/deliveries-for.js';
import { articles, knowledge } from '../knowledge/shipped.js';
import { conversation, passagesOf } from './conversation.js';
import { newDesk } from './desk.js';
import { fakeKnowledge } from './fake-knowledge.js';

const hiding = (of = knowledge) =>
  conversation(of, emptyDialog, newDesk(), noDestinations, { key: 'test', hosts: true });

const samples = articles.flatMap(({ path, issues }) =>
  issues.flatMap(({ samples: own }) => own.map((text) => [path, text] as const)),
);

/** What a case is about, without what is quoted. */
const gist = ({ dialog, view }: ReturnType<typeof conversation>) => ({
  summary: view?.summary,
  labels: view?.choices.map(({ label }) => label),
  verdict: dialog.case?.verdict,
  issues: dialog.case?.issues.map(({ ref, confidence }) => ({ ref, confidence })),
  codes: dialog.case?.codes,
  checks: dialog.case?.values.map(({ issue, check }) => ({ issue, check })),
});

test('of every sample in the articles, what is found is the same', () => {
  expect(samples.length).toBeGreaterThan(50);
  for (const [path, text] of samples)
    expect([path, gist(hiding().say(text))]).toEqual([path, gist(conversation(knowledge).say(text))]);
});

test('and no host or address of somebody’s own is kept', () => {
  for (const [path, text] of samples) {
    // Articles name hosts of their own.
    const { dialog } = hiding().say(text);
    expect([path, JSON.stringify(dialog).match(/[\w.-]*(?:fabrikam|contoso|wingtip)\.(?:com|local|net)/gi)]).toEqual([
      path,
      null,
    ]);
  }
});

test('in a case, its form and a comment, a host has one label', () => {
  const form = hiding(fakeKnowledge)
    .say('CONNECTOR_FORBIDDEN at https://cm01.contoso.com/x from 10.1.2.9')
    .press('No')
    .say('CONNECTOR_FORBIDDEN on CM01, not on \\\\pc-042\\x, 10.1.2.9')
    .say('helpdesk')
    .press('Send it', 'mia', { summary: 'cm01 fails, cm02.contoso.com does not', contact: 'on pc-042, 10.1.2.9' });
  const text = passagesOf(form.view).join('\n');
  expect(text).toContain('CONNECTOR_FORBIDDEN at https://<host 1>/x from <address 1>');
  expect(text).toContain('CONNECTOR_FORBIDDEN on <host 1>, not on \\\\<host 2>\\x, <address 1>');
  expect(text).toContain('<host 1> fails, <host 3> does not');
  expect(JSON.stringify([form.dialog, form.view])).not.toMatch(/cm0[12]|contoso|pc-042|10\.1\.2\.9/i);
});

test('a value that is asked for is held against the rules as it was given', () => {
  const asked = hiding(fakeKnowledge).say('naming');
  const plain = conversation(fakeKnowledge).say('naming');
  for (const value of ['granitefalls', 'cm01.contoso.com', 'Bad Name', '10.1.2.9'])
    expect(asked.say(value).view?.summary).toBe(plain.say(value).view?.summary);
});
