// The line that decides, between those beside it.

import type { CaseIssue } from '../case/dialog.js';
import type { Part } from '../view.js';
import type { Words } from '../words/en.js';

type Decisive = CaseIssue['evidence'][number];

export function decisiveLine({ line, text, before, after }: Decisive, { cause }: Words): Part {
  const lines = [before, text, after].filter((one) => one !== undefined);
  return { kind: 'code', text: lines.join('\n'), caption: cause.line(line, placeOf(before, after)) };
}

function placeOf(before: string | undefined, after: string | undefined): 'alone' | 'first' | 'middle' | 'last' {
  if (before === undefined) return after === undefined ? 'alone' : 'first';
  return after === undefined ? 'last' : 'middle';
}
