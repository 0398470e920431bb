// Whose cause the person has seen.

import type { Told } from '../dialog.js';

/** The issue whose cause was on show when this was told: what it is told of or, where it names none, what is worked on. */
export function seenBefore(it: Told, focus: number | undefined): number | undefined {
  switch (it.kind) {
    case 'page':
    case 'looked-around':
    case 'chose':
      return undefined;
    case 'answered':
    case 'wanted':
      return it.issue === focus ? focus : undefined;
    default:
      return 'issue' in it ? it.issue : focus;
  }
}
