// Lines that report a failure, told without any article: by their words, what the logger says of them, and the codes and
// names they hold.

import { findCodes, isGeneric } from '../codes/index.js';
import { type LineRole, lineRole, mayTell } from './line-role.js';
import { readPaste } from './read-paste.js';

/** ERROR_WINHTTP_SECURE_FAILURE, NullReferenceException */
const errorName = /\b[A-Z][A-Z0-9]*_[A-Z0-9_]{3,}\b|\b\w+(?:Exception|Error)\b/;

/** What `definiteness` of a line can be at most. */
export const mostDefinite = 5;

export interface DefinitenessOptions {
  /** Whether the line may hold a code at all. */
  readonly mayHoldCode?: boolean;
  /** Lines that reach no more than this may be given less. */
  readonly least?: number;
}

/**
 * How definitely a line reports a failure: 0 when its words do not and the logger does not say that it is an error, more
 * when both do, most when it also holds a code or a name that not every failure has.
 *
 * @param line May hold log markup.
 */
export function definiteness(line: string, { mayHoldCode = true, least = 0 }: DefinitenessOptions = {}): number {
  if (least >= mostDefinite || !(mayTell(line) || line.includes('type="3"'))) return 0;
  const each = readPaste(line).map(({ message, severity }) => {
    const role = lineRole(message);
    const isError = severity === 'error';
    if (role === 'frame' || role === 'header' || (role === 'plain' && !isError)) return 0;
    const named = 1 + (isError ? 1 : 0) + (errorName.test(message) ? 1 : 0);
    const withCode = mostDefinite - 3;
    return mayHoldCode && named + withCode > least && holdsCode(message) ? named + withCode : named;
  });
  return Math.max(0, ...each);
}

const failing: ReadonlySet<LineRole> = new Set(['tells', 'consequence']);

/** True for lines that speak of a failure in any way; false for those that every healthy log has. */
export function speaksOfFailure(line: string): boolean {
  return readPaste(line).some(
    ({ message, severity, status }) =>
      failing.has(lineRole(message)) ||
      severity === 'error' ||
      severity === 'warning' ||
      Number.parseInt(status ?? '', 10) >= 400 ||
      errorName.test(message) ||
      holdsCode(message),
  );
}

function holdsCode(message: string): boolean {
  return findCodes(message).some(({ value, certain }) => certain && !isGeneric(value));
}
