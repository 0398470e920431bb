// What cases are about: issues, and what somebody who has one of them would paste.

import { planOf } from '../../bot/case/plan-of.js';
import { en } from '../../bot/words/en.js';
import { type Article, type Issue, type IssueRef, plainBlocks } from '../../knowledge/index.js';
import { listCauses } from '../../knowledge/troubleshoot/list-causes.js';
import { makeRandom, shuffled } from '../random.js';

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

/**
 * Of each article that lists several causes or several repairs of one fault, the fault with most of them, pasted a line
 * at a time.
 */
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

/** A line of the log that the author quotes or, without one, of the symptoms; each may be what somebody pastes. */
function pastesFrom({ symptoms, title }: Issue): string[] {
  const logs = symptoms.filter(({ kind }) => kind === 'log');
  const lines = plainBlocks(logs.length > 0 ? logs : symptoms)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= shortestLine);
  return lines.length === 0 ? [title] : shuffled(lines, makeRandom(1));
}

/** Shorter ones are headings and list marks. */
const shortestLine = 20;
