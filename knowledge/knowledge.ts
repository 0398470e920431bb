// The knowledge base as its users see it.

import type { Diagnosis } from './diagnosis.js';
import type { ArticleInfo, Issue, IssueRef } from './model.js';

/** Everything known, ready to be asked. Immutable; the same paste always gets the same diagnosis. */
export interface Knowledge {
  /** Fingerprint of the contents, 16 hex digits: differs when any article differs. */
  readonly version: string;
  readonly articleCount: number;
  readonly issueCount: number;
  /** Any text of any length; never throws. An empty paste is `none`. */
  diagnose(paste: string): Diagnosis;
  /** @returns undefined when there is no such issue (any more). */
  find(ref: IssueRef): { readonly article: ArticleInfo; readonly issue: Issue } | undefined;
}
