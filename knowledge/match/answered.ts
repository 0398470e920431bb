// Questions that a paste answers by itself: an author's answer named CERT_CN_INVALID, and that name in the log.

import type { Answer, Check, IssueRef } from '../model.js';

/**
 * @param paste As pasted.
 * @returns The one answer that the paste shows; undefined when it shows none, or several.
 */
export function answerShown(check: Check, paste: string): Answer | undefined {
  if (check.kind !== 'choice') return undefined;
  const shown = check.answers.filter((answer) => isNamed(answer.label, paste));
  return shown.length === 1 ? shown[0] : undefined;
}

/** Where the answers shown by the paste lead to, when that is another issue. */
export function ledTo(checks: readonly Check[], paste: string): IssueRef | undefined {
  for (const check of checks) {
    const leads = answerShown(check, paste)?.leads;
    if (leads?.kind === 'issue') return leads.ref;
  }
  return undefined;
}

// Only names and codes can be told from chance: `Yes` and `HTTPS` stand in any log. A name may be the end of a longer
// one, as CERT_CN_INVALID is of WINHTTP_CALLBACK_STATUS_FLAG_CERT_CN_INVALID.
function isNamed(label: string, paste: string): boolean {
  if (!/^(?:[A-Za-z0-9]+_\w+|0x[0-9a-fA-F]{3,8})$/.test(label)) return false;
  return new RegExp(`(?<![A-Za-z0-9])${label}(?!\\w)`, 'i').test(paste);
}
