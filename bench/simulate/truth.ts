// What is really wrong in a simulated case. Nobody in it knows; the person only sees what follows from it.

import type { IssueRef } from '../../knowledge/index.js';

export interface Truth {
  /** Absent: something that no article is about. */
  readonly issue?: IssueRef;
  /** Id of the one repair of that issue that helps. Absent: none that is listed does. */
  readonly repair?: string;
}

export function isSameIssue(one: IssueRef | undefined, other: IssueRef | undefined): boolean {
  return one !== undefined && other !== undefined && one.article === other.article && one.issue === other.issue;
}
