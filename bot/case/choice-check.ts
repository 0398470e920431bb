// What a question is, whoever asks it.

import type { ChoiceCheck } from './likelihood.js';

/** A check matters when its answers lead to different places. */
export function matters({ answers }: ChoiceCheck): boolean {
  return new Set(answers.map(({ leads }) => JSON.stringify(leads))).size > 1;
}

/** Some answer says which variant of the repair fits. */
export function picksVariant({ answers }: ChoiceCheck): boolean {
  return answers.some(({ leads }) => leads.kind === 'resolution');
}

const wordings = new WeakMap<ChoiceCheck, string>();

/** The same for questions that differ in case and blanks only. */
export function wordingOf(check: ChoiceCheck): string {
  const known = wordings.get(check) ?? check.question.toLowerCase().replace(/\s+/g, ' ').trim();
  wordings.set(check, known);
  return known;
}
