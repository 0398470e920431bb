// Some articles as text. Whatever compiles them, in this thread or another, hands them over in portions.

import { marksOf } from '../issue-marks.js';
import type { Article, ArticleInfo, Issue } from '../model.js';
import { type Texts, TextsBuilder, textsIn } from './texts.js';

/** Plain data, the large parts of it in typed arrays: a thread hands it to another without copying those. */
export interface Portion {
  readonly paths: readonly string[];
  /** Number of issues of each article. */
  readonly counts: Uint32Array;
  /** Positions of articles that describe a route. */
  readonly routes: readonly number[];
  /** Positions of articles that tell of lines which are not the fault. */
  readonly asides: readonly number[];
  /** Each an `ArticleInfo` as JSON. */
  readonly articles: Texts;
  /** Each an `Issue` as JSON. */
  readonly issues: Texts;
  /** For each issue what `marksOf` says. */
  readonly marks: Uint8Array;
}

/** @param articles Read once, one after the other. */
export function portionOf(articles: Iterable<Article>): Portion {
  const paths: string[] = [];
  const counts: number[] = [];
  const routes: number[] = [];
  const asides: number[] = [];
  const infos = new TextsBuilder();
  const texts = new TextsBuilder();
  const marks: number[] = [];
  for (const { issues, ...info } of articles) {
    if (info.route !== undefined) routes.push(paths.length);
    if (info.asides !== undefined) asides.push(paths.length);
    paths.push(info.path);
    counts.push(issues.length);
    infos.add(JSON.stringify(info));
    for (const issue of issues) {
      texts.add(JSON.stringify(issue));
      marks.push(marksOf(issue));
    }
  }
  return {
    paths,
    counts: Uint32Array.from(counts),
    routes,
    asides,
    articles: infos.finish(),
    issues: texts.finish(),
    marks: Uint8Array.from(marks),
  };
}

/** The articles of a portion, read back. */
export function* articlesIn({ paths, counts, articles, issues }: Portion): Generator<Article> {
  const infoAt = textsIn(articles);
  const issueAt = textsIn(issues);
  let first = 0;
  for (const at of paths.keys()) {
    const end = first + (counts[at] ?? 0);
    // What `JSON.stringify` made of the types.
    const info = JSON.parse(infoAt(at)) as ArticleInfo;
    const own: Issue[] = [];
    for (let issue = first; issue < end; issue += 1) own.push(JSON.parse(issueAt(issue)) as Issue);
    yield { ...info, issues: own };
    first = end;
  }
}
