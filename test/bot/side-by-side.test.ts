// Sections of articles that fit a paste alike, as they are told from each other.

import { expect, test } from '@jest/globals';
import { en } from '../../bot/words/en.js';
import { compileArticle } from '../../knowledge/compile/index.js';
import { createKnowledge } from '../../knowledge/indexing/index.js';
import { conversation, passagesOf } from './conversation.js';

const section = (heading: string): string =>
  `## ${heading}\n\nYou see:\n\n> Enrollment failed with 0x801c03f2\n\nRestart the ${heading}.\n\n`;

const passagesFor = (...articles: readonly (readonly [path: string, markdown: string])[]): string[] => {
  const knowledge = createKnowledge(articles.map(([path, markdown]) => compileArticle(path, markdown).article));
  return passagesOf(conversation(knowledge).say('Enrollment failed with 0x801c03f2').view);
};

test('a heading that says little is told with its article', () => {
  const passages = passagesFor(
    ['a.md', `# Devices do not enroll\n\n${section('Common issues')}`],
    ['b.md', `# A PIN cannot be set\n\n${section('Error mitigations')}`],
  ).join('\n');
  expect(passages).toContain('Common issues (Devices do not enroll)');
  expect(passages).toContain('Error mitigations (A PIN cannot be set)');
});

test('one article is named once', () => {
  const passages = passagesFor([
    'a.md',
    `# Devices do not enroll\n\n${section('First part')}${section('Second part')}`,
  ]);
  expect(passages).toContain(en.cause.from('Devices do not enroll'));
  expect(passages.join('\n')).not.toContain('(Devices do not enroll)');
});
