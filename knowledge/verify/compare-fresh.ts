// After a repair: fresh lines, held against what the case was about.

import type { Diagnosis } from '../diagnosis.js';
import type { IssueRef } from '../model.js';
import { definiteness, type Entry, endOf, readPaste, sourcesOf, speaksOfFailure, timeTextOf } from '../read/index.js';
import { type Age, agesOf } from './age.js';
import type { Signal } from './signal-schema.js';
import { reportsSuccess } from './success.js';
import { addressIn, exactKey, marksIn, toldLine } from './told-line.js';
import type { SeenLine, Verification, Way } from './verification.js';

export interface FreshLines {
  readonly paste: string;
  /** Of that paste. */
  readonly diagnosis: Diagnosis;
}

export interface CompareOptions {
  /** Of the route that the case's article lies on, in order. Without them no fault is known to lie further on. */
  readonly stages?: readonly string[];
  /** Milliseconds in UTC. */
  readonly repairedAt?: number;
  /** What the keys of the signal were made with. */
  readonly secret?: string;
}

const longestText = 300;

/**
 * Never throws, whatever the paste; what is said rests on lines that are new, or may be.
 *
 * @param before What `signalOf` made of the first paste.
 */
export function compareFresh(before: Signal, after: FreshLines, options: CompareOptions = {}): Verification {
  const { secret = '' } = options;
  const isAlike = alike(before, secret);
  const lines = freshEntries(before, after.paste, { ...options, secret }, isAlike);
  if (lines.length === 0) return { kind: 'unclear', why: 'empty', sources: [] };
  const again = lines.filter((line) => line.told === 'again' || isSameIssue(before, line, after.diagnosis));
  const fresh = lines.filter(({ age }) => age !== 'old');
  const ofLog = fresh.filter((line) => line.covers);
  const last = again.findLast(({ age }) => age !== 'old');
  if (last !== undefined && !isHealed(isAlike, ofLog, last)) return still(before, again, last);

  const fault = otherFault(before, lines, after.diagnosis, options.stages ?? [], ofLog.length > 0);
  if (fault !== undefined) return fault;
  if (ofLog.length > 0) return gone(ofLog);
  const oldest = again.at(-1);
  if (oldest !== undefined) return { kind: 'old', seen: seen(oldest), count: again.length };
  return { kind: 'unclear', why: whyUnclear(lines), sources: distinct(lines.flatMap(({ source }) => source ?? [])) };
}

/** An entry, and what it has to do with the case. */
interface FreshEntry {
  readonly entry: Entry;
  readonly line: number;
  readonly source?: string;
  readonly age: Age;
  /** `again`: the decisive line. `changed`: the same line with another value. */
  readonly told?: 'again' | 'changed';
  readonly value?: string;
  /** Would show the fault if it were there. */
  readonly covers: boolean;
}

function freshEntries(
  before: Signal,
  paste: string,
  { repairedAt, secret }: CompareOptions & { readonly secret: string },
  isAlike: Alike,
): FreshEntry[] {
  const { text, skipped } = endOf(paste);
  const entries = readPaste(text);
  const sources = sourcesOf(entries);
  const ages = agesOf(entries, before.until, repairedAt);
  return entries.map((entry, at) => {
    const { label, value } = toldLine(entry.message, secret);
    const told = toldAgain(before, entry, label, value, secret);
    const source = sources[at];
    return {
      entry,
      line: entry.line + skipped,
      age: ages[at] ?? 'unknown',
      ...(source === undefined ? {} : { source }),
      ...(told === undefined ? {} : { told }),
      ...(value === undefined ? {} : { value }),
      covers: told !== undefined || (before.source === undefined ? isAlike(entry) : source === before.source),
    };
  });
}

function toldAgain(
  before: Signal,
  { message }: Entry,
  label: string,
  value: string | undefined,
  secret: string,
): FreshEntry['told'] | undefined {
  if (label === before.label) {
    if (before.value === undefined || value === undefined) return value === before.value ? 'again' : undefined;
    if (exactKey(value, secret) === before.value) return 'again';
    return speaksOfFailure(message) ? undefined : 'changed';
  }
  if (before.codes.length + before.names.length === 0) return undefined;
  const text = message.toLowerCase();
  if (!before.names.every((name) => text.includes(name.toLowerCase()))) return undefined;
  if (before.codes.length === 0) return 'again';
  const { codes } = marksIn(message);
  return before.codes.every((code) => codes.includes(code)) ? 'again' : undefined;
}

type Alike = (entry: Entry) => boolean;

/** Without a known log, a line that was made by the same part of a program, or is about the same address. */
function alike({ address: known }: Signal, secret: string): Alike {
  return ({ message }) => {
    const address = known === undefined ? undefined : addressIn(message);
    return address !== undefined && exactKey(address, secret) === known;
  };
}

function isSameIssue(before: Signal, line: FreshEntry, diagnosis: Diagnosis): boolean {
  const [first] = diagnosis.verdict === 'none' ? [] : diagnosis.candidates;
  return (
    first !== undefined &&
    line.told !== 'changed' &&
    line.line === first.evidence[0]?.line &&
    isSame(before.issue, refOf(first)) &&
    isReport(line)
  );
}

/** What failed has worked since. */
function isHealed(isAlike: Alike, ofLog: readonly FreshEntry[], last: FreshEntry): boolean {
  return ofLog
    .slice(ofLog.indexOf(last) + 1)
    .some((line) => line.told === 'changed' || (isAlike(line.entry) && reportsSuccess(line.entry)));
}

function still(before: Signal, again: readonly FreshEntry[], last: FreshEntry): Verification {
  const { codes, names } = marksIn(last.entry.message);
  return {
    kind: 'still',
    seen: seen(last),
    count: again.filter(({ age }) => age !== 'old').length,
    timed: last.age === 'new',
    codes: codes.filter((code) => before.codes.includes(code)),
    names: names.filter((name) => before.names.includes(name)),
  };
}

function gone(ofLog: readonly FreshEntry[]): Verification {
  const successes = ofLog.filter(({ entry }) => reportsSuccess(entry));
  const success = successes.at(-1);
  const changed = ofLog.findLast(({ told }) => told === 'changed');
  return {
    kind: 'gone',
    entries: ofLog.length,
    timed: ofLog.some(({ age }) => age === 'new'),
    successes: successes.length,
    ...(success === undefined ? {} : { success: seen(success) }),
    ...(changed?.value === undefined ? {} : { changed: { ...seen(changed), value: changed.value } }),
  };
}

function otherFault(
  before: Signal,
  lines: readonly FreshEntry[],
  diagnosis: Diagnosis,
  stages: readonly string[],
  covered: boolean,
): Verification | undefined {
  for (const candidate of diagnosis.verdict === 'none' ? [] : diagnosis.candidates.slice(0, 1)) {
    const line = entryAt(lines, candidate.evidence[0]?.line);
    if (line === undefined || line.age === 'old' || line.told === 'changed') continue;
    if (diagnosis.verdict !== 'match' && !isReport(line)) continue;
    const issue = refOf(candidate);
    if (isSame(before.issue, issue)) continue;
    const [from, to] = [before.stage, candidate.issue.stage];
    const way = wayBetween(from, to, stages);
    if (way !== 'further' || from === undefined || to === undefined)
      return { kind: 'other', issue, way: way === 'further' ? 'apart' : way, seen: seen(line) };
    return { kind: 'further', issue, confidence: candidate.confidence, from, to, seen: seen(line), covered };
  }
  const unexplained = lines.findLast((line) => line.age !== 'old' && line.covers && isPlainFailure(line));
  return unexplained === undefined ? undefined : { kind: 'other', way: 'apart', seen: seen(unexplained) };
}

function wayBetween(from: string | undefined, to: string | undefined, stages: readonly string[]): Way | 'further' {
  const [first, second] = [from, to].map((stage) => (stage === undefined ? -1 : stages.indexOf(stage)));
  if (first === undefined || second === undefined || first < 0 || second < 0) return 'apart';
  if (first === second) return 'same';
  return second > first ? 'further' : 'earlier';
}

/** Healthy logs quote what failures quote; only a line that speaks of one is a sign of it. */
function isReport({ entry, told }: FreshEntry): boolean {
  return told === 'again' || speaksOfFailure(entry.message) || entry.severity === 'error';
}

/** An error by its logger's own word that also names itself. */
function isPlainFailure({ entry, told }: FreshEntry): boolean {
  return told === undefined && entry.severity === 'error' && definiteness(entry.message) >= 2;
}

function entryAt(lines: readonly FreshEntry[], line: number | undefined): FreshEntry | undefined {
  return line === undefined ? undefined : lines.findLast((one) => one.line <= line);
}

function whyUnclear(lines: readonly FreshEntry[]): 'no-log' | 'old' | 'other-log' {
  if (lines.every(({ age }) => age === 'old')) return 'old';
  return lines.some(({ source, age }) => source !== undefined || age === 'new') ? 'other-log' : 'no-log';
}

function seen({ entry, line }: FreshEntry): SeenLine {
  const time = timeTextOf(entry);
  return { line, text: entry.message.slice(0, longestText), ...(time === undefined ? {} : { time }) };
}

function refOf({ article, issue }: Diagnosis['candidates'][number]): IssueRef {
  return { article: article.path, issue: issue.id };
}

function isSame(one: IssueRef | undefined, other: IssueRef): boolean {
  return one?.article === other.article && one.issue === other.issue;
}

function distinct(sources: readonly string[]): string[] {
  return [...new Set(sources)].slice(0, 8);
}
