import { expect, test } from '@jest/globals';
import { compileArticle } from '../../../knowledge/compile/index.js';
import { createKnowledge } from '../../../knowledge/indexing/index.js';
import { readQuery } from '../../../knowledge/match/query/read-query.js';
import { isQuoted } from '../../../knowledge/match/row-shown.js';
import { issueOf, text } from '../../bot/fake-knowledge.js';

const rows = [
  ['31', 'The host of the vault cannot be reached.', 'Switch the host on.'],
  ['32', 'The key of the vault is bent.', 'Straighten the key.'],
  ['33', 'The hinge of the vault is rusty.', 'Oil the hinge.'],
  ['34', 'The hinge of the vault is rusty.', 'Buy a hinge.'],
  ['35', 'The lamp of the vault is broken.', 'Mend the lamp.'],
];
const table = ['Error code|Message|Additional information', '---|---|---', ...rows.map((cells) => cells.join('|'))];
const knowledge = createKnowledge([
  compileArticle('vault.md', `# Vault errors\n\n## Error codes\n\nThe vault tells these.\n\n${table.join('\n')}\n`)
    .article,
  compileArticle('attic.md', '# The attic is dark\n\n## Symptoms\n\nIt is dark.\n\n## Resolution\n\n1. Wait.\n')
    .article,
]);
const answer = (paste: string) => knowledge.diagnose(paste).candidates[0];

test('the row that a paste is about is the answer, and is found by its name', () => {
  const issue = answer('alarm: The key of the vault is bent. (error code 32)')?.issue;
  expect(issue).toMatchObject({ id: 'error-codes*2', title: '32: The key of the vault is bent.' });
  expect(issue?.resolutions[0]?.blocks).toEqual([{ kind: 'text', text: 'Straighten the key.' }]);
  expect(knowledge.find({ article: 'vault.md', issue: 'error-codes*2' })?.issue).toBe(issue);
});

test.each([
  { paste: 'Alarm (ID 32): room 7, the key of vault-12 is bent again', quoted: true },
  { paste: 'The key of room 7 is lost', quoted: false },
  { paste: 'The key is bent', quoted: false },
])('$paste: quoted $quoted', ({ paste, quoted }) => {
  const row = issueOf({ id: 'x', title: '32', symptoms: [text('32'), text('The key of vault <Name> is bent.')] });
  expect(isQuoted(row, readQuery(paste))).toBe(quoted);
});

test('of two words that many rows have, none is quoted', () => {
  const row = issueOf({ id: 'x', title: '36', symptoms: [text('The vault is <State>, <Reason>.')] });
  expect(isQuoted(row, readQuery('The vault is open, too late.'))).toBe(false);
});

test.each([
  { name: 'two rows fit alike', paste: 'alarm: The hinge of the vault is rusty.' },
  { name: 'what stands around the list fits', paste: 'Vault errors: the vault tells these error codes' },
])('the list itself is, where $name', ({ paste }) => {
  expect(answer(paste)?.issue).toMatchObject({ id: 'error-codes', title: 'Error codes' });
});

test.each(['error-codes*6', 'error-codes*0', 'error-code*2'])('there is no %s', (issue) => {
  expect(knowledge.find({ article: 'vault.md', issue })).toBeUndefined();
});
