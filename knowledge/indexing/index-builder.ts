// Articles, one after the other → the index of their issues.

import { featuresOf, lineHash, messageHash, readFeatures, statusHash } from '../match/features/features.js';
import { isInformation, Kind } from '../match/features/kind.js';
import { LineFeatures } from '../match/features/line-features.js';
import { symbolsOf } from '../match/features/symbols.js';
import { makeTokens, tokenAt, tokenize } from '../match/features/tokens.js';
import type { Index } from '../match/search/feature-index.js';
import { Zone } from '../match/zones.js';
import type { Article, Issue } from '../model.js';
import { readPaste } from '../read/index.js';
import { Gathered } from './gathered.js';
import { type EmitLine, linesOf, titlesOf } from './issue-lines.js';
import { makeIndex, type TitleWords } from './make-index.js';
import { readingsOf } from './title-readings.js';

// Only lines of a web server's log hold a status, and reading each line of output for it takes a while.
const mayBeRequest = /GET|POST|PUT|HEAD|PROPFIND|OPTIONS|DELETE/;

/** What the issues hold, for the matcher. */
export interface Indexed {
  readonly index: Index;
  /** Names that some article knows, each once, in order. */
  readonly vocabulary: readonly string[];
}

/** Reads articles one by one; nothing of them is kept but numbers and names. */
export class IndexBuilder {
  readonly #gathered = new Gathered();
  readonly #lengths: number[] = [];
  readonly #titles = new Titles();
  readonly #names = new Set<string>();
  /** Tokens that have been looked at for names. */
  readonly #written = new Set<string>();
  readonly #tokens = makeTokens();
  readonly #features = new LineFeatures();
  /** Features of lines that all issues of the current article share. */
  readonly #articleLines = new Map<string, Int32Array>();

  /** The article's issues are numbered behind those of the articles before it. */
  add(article: Article): void {
    this.#articleLines.clear();
    for (const issue of article.issues) this.#addIssue(article, issue);
  }

  /** Nothing can be added afterwards. */
  finish(): Indexed {
    const lengths = Uint32Array.from(this.#lengths);
    return {
      index: makeIndex(this.#gathered, lengths, this.#titles.finish()),
      vocabulary: [...this.#names],
    };
  }

  #addIssue(article: Article, issue: Issue): void {
    this.#gathered.begin(this.#lengths.length);
    linesOf(article, issue, this.#addLine);
    for (const title of titlesOf(article, issue).flatMap(readingsOf)) this.#titles.add(title);
    this.#titles.end();
    this.#lengths.push(this.#gathered.end());
  }

  readonly #addLine: EmitLine = (line, zone, isMessage) => {
    const known = zone === Zone.article ? this.#articleLines.get(line) : undefined;
    if (known !== undefined) return this.#gathered.add(known, known.length, 1 << zone);
    const { hash, length } = this.#read(line, zone, isMessage === true);
    if (zone === Zone.article) this.#articleLines.set(line, hash.slice(0, length));
    this.#gathered.add(hash, length, 1 << zone);
  };

  #addNames(line: string): void {
    const { names, name } = this.#tokens;
    for (let at = 0; at < names; at += 1) {
      const written = tokenAt(line, this.#tokens, name[at] ?? 0);
      if (this.#written.has(written)) continue;
      this.#written.add(written);
      for (const symbol of symbolsOf(written)) this.#names.add(symbol);
    }
  }

  #read(line: string, zone: Zone, isMessage: boolean): LineFeatures {
    const features = this.#features;
    tokenize(line, this.#tokens);
    const whole = readFeatures(line, this.#tokens, true, features);
    this.#addNames(line);
    if (zone !== Zone.symptomLog && zone !== Zone.otherLog) return features;
    const add = (hash: number, kind: Kind): void => features.add(hash, kind, 0, line.length);
    if (whole !== 0) add(lineHash(whole), Kind.whole);
    if (whole !== 0 && isMessage) add(messageHash(whole), Kind.whole);
    if (mayBeRequest.test(line))
      for (const { status } of readPaste(line)) if (status !== undefined) add(statusHash(status), Kind.status);
    return features;
  }
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
