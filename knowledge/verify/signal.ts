// What a case is about, kept small: enough to know its fault again in lines that are logged after a repair.

import type { Diagnosis } from '../diagnosis.js';
import type { IssueRef } from '../model.js';
import { type Entry, endOf, partAround, readPaste, sourcesOf, timeTextOf } from '../read/index.js';
import type { Signal } from './signal-schema.js';
import { addressIn, exactKey, marksIn, toldLine } from './told-line.js';

const most = { codes: 4, names: 4, nameLength: 80, sourceLength: 60, timeLength: 40 };

export interface SignalOptions {
  /** What the case has turned out to be about, where that is not the first candidate. */
  readonly issue?: IssueRef;
  /** Of the keys in it; whoever compares must have the same. None unless told. */
  readonly secret?: string;
}

/** @param paste What the diagnosis was made of. */
export function signalOf(paste: string, diagnosis: Diagnosis, { issue, secret = '' }: SignalOptions = {}): Signal {
  const about =
    diagnosis.candidates.find((one) => one.article.path === issue?.article && one.issue.id === issue.issue) ??
    diagnosis.candidates[0];
  const ref = issue ?? (about === undefined ? undefined : { article: about.article.path, issue: about.issue.id });
  const stage = about !== undefined && ref?.issue === about.issue.id ? about.issue.stage : undefined;
  const [decisive] = about?.evidence ?? [];
  const line = decisive?.line ?? diagnosis.codes[0]?.line ?? 1;
  const { text, skipped } = partAround(paste, line);
  const entries = readPaste(text);
  const sources = sourcesOf(entries);
  const at = decisiveAt(entries, line - skipped, decisive?.text);
  const message = entries[at]?.message ?? '';
  const { label, value } = toldLine(message, secret);
  const { codes, names } = marksIn(message);
  const source = sources[at];
  const address = addressIn(message) ?? addressNear(entries, at);
  const until = lastTime(text === paste ? entries : readPaste(endOf(paste).text), source);
  return {
    ...(ref === undefined ? {} : { issue: ref }),
    ...(stage === undefined ? {} : { stage }),
    label,
    ...(value === undefined ? {} : { value: exactKey(value, secret) }),
    codes: codes.slice(0, most.codes),
    names: names.slice(0, most.names).map((name) => name.slice(0, most.nameLength)),
    ...(source === undefined ? {} : { source: source.slice(0, most.sourceLength) }),
    ...(address === undefined ? {} : { address: exactKey(address, secret) }),
    ...(until === undefined ? {} : { until: until.slice(0, most.timeLength) }),
  };
}

// Several entries may stand in one line of a paste that lost its line breaks.
function decisiveAt(entries: readonly Entry[], line: number, text: string | undefined): number {
  const within = entries.flatMap((entry, at) => (entry.line === line ? [at] : []));
  const told = within.find((at) => text !== undefined && entries[at]?.message.startsWith(text.slice(0, 60)));
  return told ?? within[0] ?? entries.findLastIndex((entry) => entry.line <= line);
}

// The address stands in the line before the one that names the answer.
function addressNear(entries: readonly Entry[], at: number): string | undefined {
  return [entries[at - 1], entries[at - 2], entries[at + 1]]
    .map((entry) => (entry === undefined ? undefined : addressIn(entry.message)))
    .find((one) => one !== undefined);
}

function lastTime(entries: readonly Entry[], source: string | undefined): string | undefined {
  const sources = sourcesOf(entries);
  const at = entries.findLastIndex((entry, it) => sources[it] === source && timeTextOf(entry) !== undefined);
  const entry = entries[at];
  return entry === undefined ? undefined : timeTextOf(entry);
}
