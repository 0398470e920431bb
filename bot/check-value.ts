// Checks that hold a value against rules: a name, a version.

import { type Check, valueShown } from '../knowledge/index.js';

export { valueShown as valueIn };

export type ValueCheck = Extract<Check, { kind: 'value' }>;

/** @returns What is wrong with the value, one message a broken rule, in the article's order; empty when it fits. */
export function brokenRules(check: ValueCheck, value: string): string[] {
  return check.rules
    .filter(({ pattern }) => matcher(`^(?:${pattern})$`)?.test(value) === false)
    .map((rule) => rule.message);
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
