// What cases are about: issues, and what somebody who has one of them would paste.

import { planOf } from '../../bot/case/plan-of.js';
import { en } from '../../bot/words/en.js';
import type { Article, Issue, IssueRef } from '../../knowledge/index.js';
import { listCauses } from '../../knowledge/troubleshoot/ways/list-causes.js';
import { pastesFrom } from './pastes.js';

export interface Subject {
  readonly ref: IssueRef;
  readonly issue: Issue;
  /** Never empty. */
  readonly pastes: readonly string[];
}

/** Faults of articles that say what people paste. */
export function sampledSubjects(articles: readonly Article[]): Subject[] {
  return articles.flatMap(({ path, issues }) =>
    issues
      .filter(({ kind, samples }) => kind === 'fault' && samples.length > 0)
      .map((issue) => ({ ref: { article: path, issue: issue.id }, issue, pastes: issue.samples })),
  );
}

/** Of each article that lists several causes or several repairs of one fault, the fault with most of them. */
export function listingSubjects(articles: Iterable<Article>): Subject[] {
  const found: Subject[] = [];
  for (const { path, issues } of articles) {
    const counted = issues
      .filter(({ kind }) => kind === 'fault')
      .map((issue) => ({ issue, listed: listedBy(issue) }))
      .filter(({ listed }) => listed > 1);
    const [best] = counted.toSorted((a, b) => b.listed - a.listed);
    if (best === undefined) continue;
    const { issue } = best;
    found.push({ ref: { article: path, issue: issue.id }, issue, pastes: pastesFrom(issue) });
  }
  return found;
}

function listedBy(issue: Issue): number {
  const { repairs } = planOf(issue, en.derivedChecks);
  return repairs.length === 0 ? 0 : Math.max(repairs.length, listCauses(issue.causes).length);
}
