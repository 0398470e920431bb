// How right answers are, in the figures that people compare.

import { makeRandom } from './random.js';

export interface Row {
  readonly id: string;
  readonly text: string;
  /** Paths of the articles that are right; empty where none is. */
  readonly accept: readonly string[];
  /** An issue that looks right and is not. Whether others are is not known, so that nothing else is scored of this row. */
  readonly avoid?: { readonly article: string; readonly issue: string };
}

/** What was answered to a row. */
export interface Answer {
  /** Absent for a library that only lists what it found. */
  readonly verdict?: 'match' | 'ambiguous' | 'none' | undefined;
  /** Best first; an article may come several times, once an issue. */
  readonly matches: readonly Match[];
}

export interface Match {
  /** Path. */
  readonly article: string;
  /** Absent where articles are all that is known. */
  readonly issue?: string | undefined;
  /** 0 to 1; 0 where there is none. */
  readonly confidence: number;
}

export interface Answered {
  readonly row: Row;
  readonly answer: Answer;
}

/** Shares, 0 to 1; NaN where there is nothing to take a share of. */
export interface Score {
  /** Of the rows with a right article: one of them is among the first 1 or 3 articles, whatever the verdict. */
  readonly hit1: number;
  readonly hit3: number;
  /** Of the rows with a right article: the verdict is not `none`. */
  readonly answered: number;
  /** Of the rows with a right article: the verdict is `match`. */
  readonly matched: number;
  /** Of all rows with verdict `match`: the first article is right. */
  readonly precision: number;
  /** Of the rows without a right article: the verdict is not `none`, or is `match`. */
  readonly falseAnswers: number;
  readonly falseMatches: number;
  /** Of the rows with an issue to avoid: that is the first match, and the verdict is not `none`. */
  readonly mistaken: number;
  /** Expected calibration error of the first match's confidence, over all rows with a match. */
  readonly ece: number;
  /** What chance makes of `ece` when confidence is just as it should be: the fewer rows, the more. */
  readonly eceByChance: number;
}

export function score(rows: readonly Answered[]): Score {
  const all = rows.filter(({ row }) => row.avoid === undefined);
  const positives = all.filter(({ row }) => row.accept.length > 0);
  const negatives = all.filter(({ row }) => row.accept.length === 0);
  const isMatch = ({ answer }: Answered): boolean => answer.verdict === 'match';
  const isAnswer = ({ answer }: Answered): boolean => answer.verdict !== 'none';
  const isRight = (one: Answered): boolean => rankOf(one) === 0;
  const judged = all.flatMap((one) => {
    const [first] = one.answer.matches;
    return first === undefined ? [] : [{ confidence: first.confidence, right: isRight(one) }];
  });
  return {
    hit1: share(positives, isRight),
    hit3: share(positives, (one) => rankOf(one) < 3),
    answered: share(positives, isAnswer),
    matched: share(positives, isMatch),
    precision: share(all.filter(isMatch), isRight),
    falseAnswers: share(negatives, isAnswer),
    falseMatches: share(negatives, isMatch),
    mistaken: share(
      rows.filter(({ row }) => row.avoid !== undefined),
      (one) => isAnswer(one) && isIssue(one.answer.matches[0], one.row.avoid),
    ),
    ece: calibrationError(judged),
    eceByChance: calibrationErrorByChance(judged.map(({ confidence }) => confidence)),
  };
}

/** 0-based place of the first right article among the articles found, each counted once; infinite when there is none. */
export function rankOf({ row, answer }: Answered): number {
  const articles = [...new Set(answer.matches.map((match) => plainPath(match.article)))];
  const accepted = new Set(row.accept.map(plainPath));
  const rank = articles.findIndex((article) => accepted.has(article));
  return rank < 0 ? Number.POSITIVE_INFINITY : rank;
}

/**
 * Expected calibration error: how far confidence is from the share that is right, in ten equal bins, each weighed by how
 * much is in it.
 */
export function calibrationError(rows: readonly { readonly confidence: number; readonly right: boolean }[]): number {
  const bins = Array.from({ length: 10 }, () => ({ sure: 0, right: 0 }));
  for (const { confidence, right } of rows) {
    const sure = Math.min(Math.max(confidence, 0), 1);
    const bin = bins[Math.min(9, Math.floor(sure * 10))];
    if (bin === undefined) continue;
    bin.sure += sure;
    bin.right += right ? 1 : 0;
  }
  return rows.length === 0
    ? Number.NaN
    : bins.reduce((sum, bin) => sum + Math.abs(bin.sure - bin.right), 0) / rows.length;
}

/** The calibration error to expect where each row is right as often as its confidence says. */
export function calibrationErrorByChance(confidences: readonly number[]): number {
  const random = makeRandom(1);
  const fine = 1 << 20;
  const draws = 200;
  let sum = 0;
  for (let draw = 0; draw < draws; draw += 1)
    sum += calibrationError(confidences.map((confidence) => ({ confidence, right: random(fine) < confidence * fine })));
  return sum / draws;
}

/** NaN of nothing. */
export function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? Number.NaN : items.filter(test).length / items.length;
}

function isIssue(match: Match | undefined, issue: Row['avoid']): boolean {
  return match !== undefined && match.article === issue?.article && match.issue === issue.issue;
}

function plainPath(path: string): string {
  return path.replace(/^\.?\//, '');
}
