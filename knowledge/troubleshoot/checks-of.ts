// The questions of an issue: those its author wrote, and those that its text answers to anyone who reads it closely.

import type { Check, Issue } from '../model.js';
import { causeQuestion } from './questions/cause-question.js';
import { checkQuestions } from './questions/check-question.js';
import type { CheckWords } from './questions/check-words.js';
import { conditionQuestion } from './questions/condition-question.js';
import { symptomQuestion } from './questions/symptom-question.js';
import { variantQuestion } from './questions/variant-question.js';
import { verifyQuestions } from './questions/verify-questions.js';
import { versionQuestion } from './questions/version-question.js';
import { waysOf } from './repairs.js';

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
    ...(authored.some(picksRepair) ? [] : whichRepair(issue, silent, words)),
  ].filter((check) => check !== undefined);
  return [...authored, ...derived];
}

// What people see they can tell at once; but where repairs name what they are for, the names say it better. What is wrong
// says more than where: the article's sections are named after it.
function whichRepair(issue: Issue, silent: boolean, words: CheckWords): Check[] {
  const all = waysOf(issue);
  const ways = all.filter(({ kind }) => kind !== 'workaround');
  const variant = variantQuestion(ways, words);
  const symptom = variant === undefined ? symptomQuestion(issue.symptoms, ways, words) : undefined;
  const which = symptom ?? causeQuestion(issue, ways, words) ?? variant;
  if (!silent) return which === undefined ? [] : [which];
  const situation = which ?? conditionQuestion(all, words);
  return [...(situation === undefined ? [] : [situation]), ...checkQuestions(all, words)];
}

function picksRepair(check: Check): boolean {
  return check.kind === 'choice' && check.answers.some(({ leads }) => leads.kind === 'resolution');
}
