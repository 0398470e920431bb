// Lines that report that something worked.

import { type Entry, lineRole } from '../read/index.js';

const worked =
  /\b(?:succeed(?:s|ed)?|success(?:ful(?:ly)?)?|completed|validated|established|connected|online|resolved|renewed|erfolgreich|verbunden)\b|\bHTTP\/\d(?:\.\d)? 2\d\d\b|\bStatus ?Code ?[=:]? ?'?2\d\d\b|\b0x0\b/i;

/** A failure that is told of in the same breath is none: `Successfully queued event on HTTP failure`. */
const not = /\b(?:not|dis|un)[ -]?(?:connected|successful|completed|online|resolved)\b|\bfail|\berror\b|\bretry/i;

export function reportsSuccess({ message, severity, status }: Entry): boolean {
  if (status !== undefined) return status.startsWith('2');
  if (severity === 'error' || severity === 'warning' || message.length > 2000) return false;
  return worked.test(message) && !not.test(message) && lineRole(message) !== 'tells';
}
