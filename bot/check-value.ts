// Checks that hold a value against rules: a name, a version.

import type { Check } from '../knowledge/index.js';

export type ValueCheck = Extract<Check, { kind: 'value' }>;

/** @returns What is wrong with the value, one message a broken rule, in the article's order; empty when it fits. */
export function brokenRules(check: ValueCheck, value: string): string[] {
  return check.rules
    .filter(({ pattern }) => matcher(`^(?:${pattern})$`)?.test(value) === false)
    .map((rule) => rule.message);
}

// A pattern written for a sentence has no business in the middle of a long log.
const searched = 20_000;

/** @returns The value as the text gives it, undefined where it does not. */
export function valueIn(check: ValueCheck, text: string): string | undefined {
  if (check.found === undefined) return undefined;
  const value = matcher(check.found, 'i')
    ?.exec(text.slice(0, searched))?.[1]
    ?.replace(/[.,;:!?)"'”’]+$/, '');
  return value === '' ? undefined : value;
}

// The linter refuses an article with a broken pattern; a knowledge base made without it may still hold one.
function matcher(pattern: string, flags = ''): RegExp | undefined {
  try {
    return new RegExp(pattern, `${flags}u`);
  } catch {
    try {
      return new RegExp(pattern, flags);
    } catch {
      return undefined;
    }
  }
}
