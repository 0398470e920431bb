// What lines answer by themselves, so that nobody is asked.

import { answerShown, type Issue } from '../../knowledge/index.js';
import type { CheckWords } from '../../knowledge/troubleshoot/index.js';
import type { AnswerShown } from './dialog.js';
import { planOf } from './plan-of.js';

/** Questions of so many issues are looked at, and so many answers kept. */
const mostIssues = 5;
const mostAnswers = 8;

/**
 * @param issues By their position in the case; likeliest first.
 * @param lines As pasted. No part of them is in what is returned.
 */
export function answersShown(
  issues: Iterable<readonly [number, Issue]>,
  lines: string,
  words: CheckWords,
): AnswerShown[] {
  return [...issues]
    .slice(0, mostIssues)
    .flatMap(([position, issue]) =>
      planOf(issue, words).checks.flatMap((check) => {
        const answer = answerShown(check, lines)?.label;
        return answer === undefined ? [] : [{ issue: position, check: check.id, answer }];
      }),
    )
    .slice(0, mostAnswers);
}
