// How long it takes to find the answer to a question.

import type { Check } from '../../model.js';
import { proseIn } from '../sentences/prose.js';
import { walkSteps } from '../steps.js';
import { costOf, effortOf } from './effort.js';

/** Minutes, where nobody said how to find out. */
const unaided = {
  /** What people know of their own surroundings. */
  symptom: 0.5,
  variant: 0.5,
  version: 1,
  condition: 1,
  check: 1.5,
  verify: 3,
  cause: 3,
  authored: 0.5,
} as const;

/** Each cause may have to be looked into. */
const aCause = 1.5;

/** Minutes added: a log has to be opened and read, and on a server first reached. */
const reading = 1.5;
const reaching = 1;

/** Nobody looks for longer before answering "don't know". */
const longest = 15;

/** @returns Minutes, with who it needs counted as minutes where the author says so; at least half a one by default. */
export function costOfCheck(check: Check): number {
  if (check.effort !== undefined)
    return costOf({ minutes: unaided.authored, who: 'anyone', risk: 'none', ...check.effort });
  const kind = check.kind === 'choice' ? (check.derived ?? 'authored') : 'authored';
  // The passage that a version was found in says why it is asked, not how to find out.
  if (kind === 'cause' && check.kind === 'choice') return Math.max(unaided.cause, aCause * check.answers.length);
  if (check.how.length === 0 || kind === 'version') return unaided[kind];
  const { minutes, who } = effortOf(walkSteps(check.how));
  const logs = proseIn(check.how).some((text) => /\.log\b|\blogs?\b|event viewer/i.test(text));
  const whole = minutes + (logs ? reading : 0) + (who === 'anyone' ? 0 : reaching);
  return Math.min(longest, Math.max(unaided[kind], whole));
}
