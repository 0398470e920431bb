// What must be reached. Data: the parts put it beside what they measure.

import type { Bar } from './figure.js';
import type { Score } from './score.js';

/** By the set that is scored. */
export const qualityBars: Readonly<Record<string, Readonly<Partial<Record<keyof Score, Bar>>>>> = {
  pastes: {
    hit1: { least: 0.93 },
    hit3: { least: 0.985 },
    answered: { least: 0.93 },
    matched: { least: 0.5 },
    precision: { least: 0.95 },
    falseAnswers: { most: 0.05 },
    falseMatches: { most: 0.01 },
    ece: { most: 0.05 },
  },
  posts: {
    hit1: { least: 0.85 },
    hit3: { least: 0.92 },
    matched: { least: 0.5 },
    precision: { least: 0.95 },
    ece: { most: 0.05 },
  },
};

export const bars = {
  /** On rows that confidence was not fitted on. */
  ece: { most: 0.05 },
  medianMs: { most: 1 },
  p99Ms: { most: 6 },
  /** Times reading and lexing. */
  build: { most: 2 },
  startSeconds: { most: 0.5 },
  /** Share of the build. */
  start: { most: 1 / 20 },
  memoryMB: { most: 150 },
  /** Times the median of a tenth of the articles. */
  growth: { most: 3 },
  /** Times grep. */
  log: { most: 5 },
  logMemoryMB: { most: 200 },
  /** Times the cost of following the article from top to bottom. */
  besideArticle: { most: 0.7 },
  /** Times the cost of asking and repairing in the order of probability alone. */
  besideProbability: { most: 0.85 },
  /** Until the right issue is the likeliest, where the paste was ambiguous. */
  questions: { most: 2 },
  /** More than a bot that only echoes. */
  turnMs: { most: 2 },
  /** That a turn waits for the database. */
  databaseMs: { most: 5 },
} as const satisfies Readonly<Record<string, Bar>>;

/** Bars of time and size are about thousands of articles; with fewer, the start of a process is most of it. */
export const thousands = 1000;
