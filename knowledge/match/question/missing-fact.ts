// What to ask for when nothing known explains a paste.

import type { DecodedCode } from '../../diagnosis.js';
import type { Query } from '../query/read-query.js';

/** @param codes Everything decoded in the paste. */
export function missingFact(paste: string, codes: readonly DecodedCode[]): string {
  if (paste.trim() === '') return 'The message is empty. Paste the log lines around the error, or the error code.';
  const words = paste.split(/\s+/).length;
  const known = codes.find((code) => code.names.length > 0);
  if (known !== undefined && words < 40) {
    return `No article explains ${known.text} on its own. Paste the lines around it, and say which program or log they come from.`;
  }
  if (codes.length === 0 && words < 12) {
    return 'No article matches these words. Paste the exact error message or the log lines around it.';
  }
  return 'No article explains this. Paste the first line that reports an error, with a few lines before it, and say which product and log it comes from.';
}

/** @returns undefined when some line may be a fault. */
export function whyHarmless({ lines }: Query): string | undefined {
  if (lines.length === 0 || lines.some(({ role }) => role !== 'harmless')) return undefined;
  const reasons = [...new Set(lines.map(({ aside }) => aside?.because))].join('; ');
  const these = lines.length === 1 ? 'This line is' : 'These lines are';
  return `${these} harmless: ${reasons}. Paste the lines from the time at which it fails, above all the first one that reports an error.`;
}
