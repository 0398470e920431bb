// Issues → what they add to an index. A portion depends on nothing but its own articles, so portions can be read side by
// side, each in a thread of its own, and joined afterwards.

import type { Article, Issue } from '../model.js';
import { readPaste } from '../read/index.js';
import { featuresIn, featuresOf, isInformation, type Kind, lineHash, messageHash, statusHash } from './features.js';
import { Gathered, type Stands } from './gathered.js';
import { symbolsOf } from './symbols.js';
import { makeTokens, tokenize } from './tokens.js';
import { type EmitLine, linesOf, titlesOf, Zone } from './zones.js';

/** Plain data. Issues are numbered from 0 within the portion. */
export interface IndexPortion {
  readonly stands: Stands;
  /** Distinct features of each issue. */
  readonly lengths: Uint32Array;
  readonly titles: TitleWords;
  /** Names that its articles know, each once, in order. */
  readonly names: readonly string[];
}

/** Words, names and codes of the titles of all issues. */
export interface TitleWords {
  /** Start of each issue's titles in `words`, and the end. */
  readonly starts: Uint32Array;
  /** Start of each title in `hashes`, and the end. */
  readonly words: Uint32Array;
  readonly hashes: Int32Array;
  /** What each is: values of `Kind`. */
  readonly kinds: Uint8Array;
}

// Only lines of a web server's log hold a status, and reading each line of output for it takes a while.
const mayBeRequest = /GET|POST|PUT|HEAD|PROPFIND|OPTIONS|DELETE/;

/** Reads articles one by one; nothing of them is kept but numbers and names. */
export class IndexPortionBuilder {
  readonly #gathered = new Gathered();
  readonly #lengths: number[] = [];
  readonly #titles = new Titles();
  readonly #names = new Set<string>();
  readonly #tokens = makeTokens();

  /** The article's issues are numbered behind those of the articles before it. */
  add(article: Article): void {
    for (const issue of article.issues) this.#addIssue(article, issue);
  }

  /** Nothing can be added afterwards. */
  finish(): IndexPortion {
    return {
      stands: this.#gathered.sorted(),
      lengths: Uint32Array.from(this.#lengths),
      titles: this.#titles.finish(),
      names: [...this.#names],
    };
  }

  #addIssue(article: Article, issue: Issue): void {
    this.#gathered.begin(this.#lengths.length);
    linesOf(article, issue, this.#addLine);
    for (const title of titlesOf(article, issue)) this.#titles.add(title);
    this.#titles.end();
    this.#lengths.push(this.#gathered.end());
  }

  readonly #addLine: EmitLine = (line, zone, isMessage) => {
    const bit = 1 << zone;
    const add = (hash: number): void => this.#gathered.add(hash, bit);
    tokenize(line, this.#tokens);
    const whole = featuresIn(line, this.#tokens, true, add);
    if (this.#tokens.hasName) for (const name of symbolsOf(line)) this.#names.add(name);
    if (zone !== Zone.symptomLog && zone !== Zone.otherLog) return;
    if (whole !== 0) add(lineHash(whole));
    if (whole !== 0 && isMessage === true) add(messageHash(whole));
    if (!mayBeRequest.test(line)) return;
    for (const { status } of readPaste(line)) if (status !== undefined) add(statusHash(status));
  };
}

class Titles {
  readonly #starts = [0];
  readonly #words = [0];
  readonly #hashes: number[] = [];
  readonly #kinds: Kind[] = [];

  /** One of the titles of the current issue. */
  add(title: string): void {
    const seen = new Map<number, Kind>();
    featuresOf(title, false, (hash, kind) => {
      if (isInformation(kind)) seen.set(hash, kind);
    });
    for (const [hash, kind] of seen) {
      this.#hashes.push(hash);
      this.#kinds.push(kind);
    }
    this.#words.push(this.#hashes.length);
  }

  /** That were all titles of the current issue. */
  end(): void {
    this.#starts.push(this.#words.length - 1);
  }

  finish(): TitleWords {
    return {
      starts: Uint32Array.from(this.#starts),
      words: Uint32Array.from(this.#words),
      hashes: Int32Array.from(this.#hashes),
      kinds: Uint8Array.from(this.#kinds),
    };
  }
}
