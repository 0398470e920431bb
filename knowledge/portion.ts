// What some articles add to a knowledge base. Portions are made one by one or side by side, and joined into a snapshot.

import { type IndexPortion, IndexPortionBuilder } from './match/index-portion.js';
import type { Article } from './model.js';
import { type Texts, TextsBuilder } from './texts.js';

/** Plain data, large parts of it in typed arrays: a thread hands it to another without copying those. */
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
  /** For each issue 1 when it has follow-up questions, else 0. */
  readonly asks: Uint8Array;
  readonly index: IndexPortion;
}

/** Takes articles one by one, and keeps no more of them than the portion holds. */
export class PortionBuilder {
  readonly #paths: string[] = [];
  readonly #counts: number[] = [];
  readonly #routes: number[] = [];
  readonly #asides: number[] = [];
  readonly #articles = new TextsBuilder();
  readonly #issues = new TextsBuilder();
  readonly #asks: number[] = [];
  readonly #index = new IndexPortionBuilder();

  add(article: Article): void {
    const { issues, ...info } = article;
    if (info.route !== undefined) this.#routes.push(this.#paths.length);
    if (info.asides !== undefined) this.#asides.push(this.#paths.length);
    this.#paths.push(info.path);
    this.#counts.push(issues.length);
    this.#articles.add(JSON.stringify(info));
    for (const issue of issues) {
      this.#issues.add(JSON.stringify(issue));
      this.#asks.push(issue.checks.length === 0 ? 0 : 1);
    }
    this.#index.add(article);
  }

  /** Nothing can be added afterwards. */
  finish(): Portion {
    return {
      paths: this.#paths,
      counts: Uint32Array.from(this.#counts),
      routes: this.#routes,
      asides: this.#asides,
      articles: this.#articles.finish(),
      issues: this.#issues.finish(),
      asks: Uint8Array.from(this.#asks),
      index: this.#index.finish(),
    };
  }
}

/** @param articles Read once, one after the other. */
export function portionOf(articles: Iterable<Article>): Portion {
  const builder = new PortionBuilder();
  for (const article of articles) builder.add(article);
  return builder.finish();
}
