// A part of the benchmarks, and what it has to measure with.

import type { EvaluationSet } from './evaluation.js';
import type { Measured } from './figure.js';
import type { Match, Row } from './score.js';

export interface Part {
  /** What `--only` takes: one word. */
  readonly name: string;
  /** For `--help`: a few words. */
  readonly about: string;
  /** @throws It could not be measured, and why. */
  measure(setting: Setting): Promise<Measured>;
}

/** Rows are named apart by this across sets. */
export interface NamedRow extends Row {
  readonly set: string;
}

/** One answer of a contestant, and how long it took. */
export interface Asked {
  readonly row: NamedRow;
  readonly ms: number;
  readonly verdict?: 'match' | 'ambiguous' | 'none' | undefined;
  readonly matches: readonly Match[];
}

export interface Memory {
  /** Resident, and of that what scripts hold; in bytes. */
  readonly rss: number;
  readonly heap: number;
}

export interface Contest {
  readonly name: string;
  /** Rows that it was asked: all, or some chosen by chance. */
  readonly asked: readonly Asked[];
  readonly prepareMs: number;
  readonly memory: { readonly asIs: Memory; readonly collected: Memory };
  /** How it is used, and what has to be known of that: for the notes of figures that it is in. */
  readonly note: string;
}

/** What the parts share. Everything in it is made when first asked for, once. */
export interface Setting {
  /** Folder of articles. */
  readonly articles: string;
  readonly articleCount: number;
  /** Never empty. */
  readonly sets: readonly EvaluationSet[];
  /** For what a part writes; goes away at the end. */
  readonly workFolder: string;
  /** Megabytes of log to be read. */
  readonly logMegabytes: number;
  progress(text: string): void;
  /** A compiled snapshot of the articles. */
  snapshot(): Promise<string>;
  /** Seconds from Markdown to that snapshot, and of only reading and lexing the same, each the least of its rounds. */
  build(): Promise<{ readonly seconds: number; readonly baseSeconds: number; readonly rounds: number }>;
  /** Ourselves, asked all rows. */
  ours(): Promise<Contest>;
  /** The other libraries, one after the other, asked all rows or a sample. */
  peers(): Promise<readonly Contest[]>;
}
