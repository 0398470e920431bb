// What tickets about the same fault have in common, so that the second person to have it is shown the first one's ticket.

import { createHash } from 'node:crypto';
import { signalOf } from '../../knowledge/verify/index.js';
import type { Case } from '../case/dialog.js';
import type { Standing } from '../case/standing.js';

/**
 * The same for the same fault in one tenant: the issue, where one is known; else the codes of the paste; else the form
 * of its line that tells of a failure. A hash, from which none of them can be read.
 */
export function fingerprintOf(kase: Case, standing: Standing, tenant: string): string {
  const key = JSON.stringify([tenant, ...faultOf(kase, standing)]);
  return createHash('sha256').update(key).digest('base64url').slice(0, 22);
}

function faultOf(kase: Case, standing: Standing): readonly string[] {
  const issue = kase.issues[issueInQuestion(kase, standing) ?? -1];
  if (issue !== undefined) return ['issue', issue.ref.article, issue.ref.issue];
  const codes = [...new Set(kase.codes.map(({ value }) => value.toLowerCase()))].sort();
  if (codes.length > 0) return ['codes', ...codes];
  return ['line', formOf(failingLine(kase.paste.text))];
}

/** Position of what the case is most likely about; of all that was ruled out in the end, what it began with. */
export function issueInQuestion({ verdict }: Case, { focus, open }: Standing): number | undefined {
  return focus ?? open[0] ?? (verdict === 'none' ? undefined : 0);
}

function failingLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => /error|fail|denied|refused|exception/i.test(line)) ?? lines[0] ?? '';
}

/** Without times, numbers and what else differs each time. */
function formOf(line: string): string {
  return signalOf(line, { verdict: 'none', codes: [], candidates: [], missing: '' }).label;
}
