// What is really wrong in a simulated case. Nobody in it knows; the person only sees what follows from it.

import type { IssueRef } from '../../knowledge/index.js';

export interface Truth {
  /** Absent: something that no article is about. */
  readonly issue?: IssueRef;
  /** Ids of the repairs of that issue that help, each by itself; empty where none that is listed does. */
  readonly repairs: readonly string[];
  /** Ids of its workarounds that help besides; they say nothing about what is wrong. Absent: none. */
  readonly around?: readonly string[];
}

/** @returns Ids of the repairs of the issue that make the fault go away. */
export function helping({ repairs, around = [] }: Truth): readonly string[] {
  return [...repairs, ...around];
}

export function isSameIssue(one: IssueRef | undefined, other: IssueRef | undefined): boolean {
  return one !== undefined && other !== undefined && one.article === other.article && one.issue === other.issue;
}
