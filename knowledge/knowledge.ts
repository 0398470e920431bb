// The knowledge base as its users see it.

import type { LogReader } from './diagnose-log.js';
import type { Diagnosis } from './diagnosis.js';
import type { ArticleInfo, Issue, IssueRef, Route } from './model.js';

/** Everything known, ready to be asked. Immutable; the same paste always gets the same diagnosis. */
export interface Knowledge {
  /** Fingerprint of the contents, 16 hex digits: differs when any article differs. */
  readonly version: string;
  readonly articleCount: number;
  readonly issueCount: number;
  /** Any text of any length, very long ones as `readLog` does; never throws. An empty paste is `none`. */
  diagnose(paste: string): Diagnosis;
  /** For logs of any size, and several of them: memory does not grow with what is read. */
  readLog(): LogReader;
  /** @returns undefined when there is no such issue (any more). */
  find(ref: IssueRef): { readonly article: ArticleInfo; readonly issue: Issue } | undefined;
  /**
   * The way that the requests take which an article is about.
   *
   * @param article Its path. @returns undefined when nobody has described it.
   */
  routeOver(article: string): Route | undefined;
}
