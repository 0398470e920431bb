// Questions that a paste answers by itself: an author's answer named CERT_CN_INVALID, and that name in the log.

import type { Answer, Check, IssueRef } from '../../model.js';

/**
 * @param paste As pasted.
 * @returns The one answer that the paste shows; undefined when it shows none, or several.
 */
export function answerShown(check: Check, paste: string): Answer | undefined {
  if (check.kind !== 'choice') return undefined;
  const shown = check.answers.filter((answer) =>
    answer.shown === undefined
      ? isNamed(answer.label, paste)
      : pattern(answer.shown)?.test(paste.slice(0, searched)) === true,
  );
  // Who writes "Windows Server 2012 R2" has not written "Windows Server 2012".
  const whole = shown.filter(
    ({ label }) => !shown.some((other) => other.label !== label && other.label.includes(label)),
  );
  return whole.length === 1 ? whole[0] : undefined;
}

/** Where the answers shown by the paste lead to, when that is another issue. */
export function ledTo(checks: readonly Check[], paste: string): IssueRef | undefined {
  for (const check of checks) {
    const leads = answerShown(check, paste)?.leads;
    if (leads?.kind === 'issue') return leads.ref;
  }
  return undefined;
}

// A pattern written for a sentence has no business in the middle of a long log.
const searched = 20_000;

/** @returns The value that the author's pattern finds; undefined where the paste does not hold one. */
export function valueShown(check: Extract<Check, { kind: 'value' }>, paste: string): string | undefined {
  if (check.found === undefined) return undefined;
  const value = pattern(check.found)
    ?.exec(paste.slice(0, searched))?.[1]
    ?.replace(/[.,;:!?)"'”’]+$/, '');
  return value === '' ? undefined : value;
}

// The linter refuses an article with a broken pattern; a knowledge base made without it may still hold one.
function pattern(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'iu');
  } catch {
    return undefined;
  }
}

// Only names, codes and whole messages can be told from chance: `Yes` and `HTTPS` stand in any log. A name may be the end of
// a longer one, as CERT_CN_INVALID is of WINHTTP_CALLBACK_STATUS_FLAG_CERT_CN_INVALID. A product with its version is one, too.
const name = /^(?:[A-Za-z0-9]+_\w+|[A-Z][A-Za-z]+(?: [A-Za-z]+)* \d[\w.]*(?: (?:R|SP)\d)?)$/;
const code = /\b0x[0-9a-f]{3,8}\b/gi;
const message = /^\S+(?: \S+){3,}[^\s…]$/;

function isNamed(label: string, paste: string): boolean {
  const [told, another] = label.match(code) ?? (name.test(label) || message.test(label) ? [label] : []);
  if (told === undefined || another !== undefined) return false;
  const words = told.split(' ').map((word) => word.replace(/[^\w\s]/g, '\\$&'));
  return new RegExp(`(?<![A-Za-z0-9])${words.join('\\s+')}(?![\\w.]*\\w)`, 'i').test(paste);
}
