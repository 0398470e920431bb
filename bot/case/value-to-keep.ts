// A value that an article asks for, as a case keeps it.

import { brokenRules, type ValueCheck } from '../check-value.js';
import type { Redactor } from '../text/redact/redactor.js';

/**
 * Masked like everything else. A host is shown only where the rules of the article would say something else of its label: what
 * is hidden must not change the answer.
 */
export function valueToKeep(given: string, check: ValueCheck, redactor: Redactor): string {
  const masked = redactor.redact(given);
  const isSame = brokenRules(check, masked).join() === brokenRules(check, given).join();
  return isSame ? masked : redactor.redact(given, ['host', 'address']);
}
