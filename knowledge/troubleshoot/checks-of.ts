// The questions of an issue: those its author wrote, and those that its text answers to anyone who reads it closely.

import type { Check, Issue } from '../model.js';
import { causeQuestion } from './cause-question.js';
import type { CheckWords } from './check-words.js';
import { waysOf } from './repairs.js';
import { variantQuestion } from './variant-question.js';
import { verifyQuestions } from './verify-questions.js';
import { versionQuestion } from './version-question.js';

/**
 * Questions worth asking about an issue. Derived ones have an id that begins with `*`, which no authored one does, and
 * keep it as long as the text stays the same. An author's questions are never doubled: where there are some, at most the
 * variant of the repair is asked for besides.
 *
 * @returns Authored ones first, in the author's order.
 */
export function checksOf(issue: Issue, words: CheckWords): readonly Check[] {
  const authored = issue.checks;
  const silent = authored.length === 0 && issue.kind === 'fault';
  const derived = [
    ...(silent ? verifyQuestions(issue, words) : []),
    silent ? versionQuestion(issue, words) : undefined,
    authored.some(picksRepair) ? undefined : whichRepair(issue, words),
  ].filter((check) => check !== undefined);
  return [...authored, ...derived];
}

// What is wrong says more than where: people know their symptoms, and the article's sections are named after them.
function whichRepair(issue: Issue, words: CheckWords): Check | undefined {
  if (issue.resolutions.length === 0) return undefined;
  const ways = waysOf(issue).filter(({ kind }) => kind !== 'workaround');
  return causeQuestion(issue, ways, words) ?? variantQuestion(ways, words);
}

function picksRepair(check: Check): boolean {
  return check.kind === 'choice' && check.answers.some(({ leads }) => leads.kind === 'resolution');
}
