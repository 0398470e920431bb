// The way of a paste through the matcher: query → candidates → diagnosis.

import { decodeCode, type FoundCode, findCodes, hexOf } from '../codes/index.js';
import type { Candidate, DecodedCode, Diagnosis, Evidence, Split } from '../diagnosis.js';
import type { Issue, IssueRef } from '../model.js';
import type { Shelf } from '../shelf.js';
import { type Matcher, queryOf, type WeighedAll, weighCandidates } from './candidates.js';
import { isDoubtful } from './doubtful.js';
import { decisiveLine, evidenceOf } from './explain.js';
import { isCode } from './features/kind.js';
import { confidenceOf, type Judged, verdictOf } from './judge.js';
import { lazyCandidate } from './lazy-candidate.js';
import { isShort } from './named-subject.js';
import type { Query, QueryLine } from './query/read-query.js';
import { ledTo, valueShown } from './question/answered.js';
import { missingFact, whyHarmless } from './question/missing-fact.js';
import { sentenceOf } from './question/question.js';
import { bestSplit } from './question/split.js';
import { rowShown } from './row-shown.js';
import type { Correction } from './spelling/misspelt.js';
import { isOtherState } from './states.js';
import { questionAtMost, verdictAt } from './weights.js';
import { worthAsking } from './worth-asking.js';

const mostCodes = 20;

/** What is known of a paste, and what that leaves unexplained though others would explain it. */
export interface Examined {
  readonly candidates: readonly Candidate[];
  readonly codes: readonly DecodedCode[];
  /** Lines that other issues explain far better than the first candidate does, in the order of the paste. */
  readonly left: readonly Left[];
  /**
   * The answer, as if the paste showed one fault. To be asked once: what to ask people takes long to find out.
   *
   * @param candidates Best first; its own unless others come before them.
   */
  diagnosis(candidates?: readonly Candidate[]): Diagnosis;
}

export type Left = Pick<QueryLine, 'line' | 'text'>;

/** Never throws, whatever the text. */
export function examine(matcher: Matcher, paste: string): Examined {
  const query = queryOf(matcher, paste);
  const codes = codesOf(query);
  const missing = whyHarmless(query);
  if (missing !== undefined)
    return { candidates: [], codes, left: [], diagnosis: () => ({ verdict: 'none', candidates: [], codes, missing }) };
  const found = foundFor(matcher, query, paste);
  return { ...found, codes, diagnosis: (candidates = found.candidates) => concluded(candidates, codes, paste) };
}

interface Found {
  readonly candidates: readonly Candidate[];
  readonly left: readonly Left[];
}

/** Names are taken to be misspelt only where nothing is found as it is. */
function foundFor(matcher: Matcher, query: Query, paste: string): Found {
  const asIs = candidatesFor(matcher, query, paste);
  if (verdictOf(asIs.candidates[0]?.confidence) !== 'none') return asIs;
  const correction = matcher.spelling.correct(paste);
  if (correction === undefined) return asIs;
  return candidatesFor(matcher, queryOf(matcher, correction.paste), correction.paste, correction);
}

function concluded(candidates: readonly Candidate[], codes: readonly DecodedCode[], paste: string): Diagnosis {
  const verdict = verdictOf(candidates[0]?.confidence);
  switch (verdict) {
    case 'match':
      return { verdict, candidates, codes };
    case 'ambiguous':
      return { verdict, candidates, codes, ...askedBetween(candidates, codes, paste) };
    case 'none':
      return { verdict, candidates, codes, missing: missingFact(paste, codes) };
    default:
      return verdict satisfies never;
  }
}

function askedBetween(
  candidates: readonly Candidate[],
  codes: readonly DecodedCode[],
  text: string,
): { question: string; split: Split } {
  const split = bestSplit(candidates, { text, codes });
  const { candidate, id } = split.check ?? {};
  const check = candidates[candidate ?? -1]?.issue.checks.find((one) => one.id === id);
  return { question: sentenceOf(split, check?.question), split };
}

function candidatesFor(matcher: Matcher, query: Query, paste: string, correction?: Correction): Found {
  const { shelf } = matcher;
  const found = weighCandidates(matcher, query, isShort(query) ? mostOfShort : mostCandidates);
  const judged = found.candidates.map(({ ranked, shared, quantities }) => {
    return { ranked, shared, quantities, confidence: confidenceOf(quantities) };
  });
  const answered = followAnswers(shelf, withoutOtherStates(shelf, query, judged), paste);
  const ordered = worthAsking(shelf, query, answered);
  // No candidate is surer than one that stands before it.
  let most = mostSure(shelf, query, ordered[0]);
  const candidates = ordered.slice(0, mostCandidates).map((one) => {
    most = Math.min(most, one.confidence);
    return candidateOf(shelf, query, { ...one, confidence: most }, correction);
  });
  return { candidates, left: leftBy(ordered[0], query, found) };
}

/** A line that others explain is the first candidate's too when it gains so much of that. */
const itsOwn = 0.6;
/** A line that tells of a fault of its own fits an issue so well. */
const leastFit = 0.4;
/** Lines that gain less than this share of the first candidate's best line, or than a rare word, are of no concern. */
const ofConcern = 0.03;

/** What is left of a long paste is looked at as far as it gains most. */
const mostLeft = 24;

function leftBy(first: Judged | undefined, { lines }: Query, { mostGains, information, unit }: WeighedAll): Left[] {
  if (first === undefined || lines.length < 2) return [];
  const own = first.ranked.gains;
  const least = Math.max(unit, ofConcern * Math.max(...own));
  const isLeft = (at: number): boolean => (own[at] ?? 0) < itsOwn * (mostGains[at] ?? 0);
  const tells = lines.some(({ aside }, at) => {
    if (aside !== undefined) return false;
    const gain = mostGains[at] ?? 0;
    return gain >= least && gain >= leastFit * (information[at] ?? 0) && isLeft(at);
  });
  if (!tells) return [];
  const left = lines.flatMap(({ aside }, at) => (aside === undefined && isLeft(at) ? [at] : []));
  const best = new Set(left.sort((a, b) => (mostGains[b] ?? 0) - (mostGains[a] ?? 0)).slice(0, mostLeft));
  return lines.flatMap(({ line, text }, at) => (best.has(at) ? [{ line, text }] : []));
}

const mostCandidates = 10;
/** A word or two hardly rank issues: which of them a short message names is looked for among more. */
const mostOfShort = 24;

/** What any fault may end in raises a question at best. */
function mostSure(shelf: Shelf, query: Query, first: Judged | undefined): number {
  if (first === undefined || first.confidence <= questionAtMost) return 1;
  return isDoubtful(shelf, query, first) ? questionAtMost : 1;
}

/** Issues that a finding speaks for which the paste shows the other way round come last. */
function withoutOtherStates(shelf: Shelf, query: Query, judged: readonly Judged[]): readonly Judged[] {
  const others = new Set(
    judged.filter(({ confidence, ranked, shared }) => {
      // A code beside it speaks for itself.
      if (confidence < verdictAt.ambiguous || shared.some(({ kind }) => isCode(kind))) return false;
      const decisive = decisiveLine(query, shared);
      return decisive !== undefined && isOtherState(decisive.text, () => shelf.issueAt(ranked.issue));
    }),
  );
  if (others.size === 0) return judged;
  const last = [...others].map((one) => ({ ...one, confidence: verdictAt.ambiguous / 2 }));
  return [...judged.filter((one) => !others.has(one)), ...last];
}

/** Questions that the paste answers decide between candidates: their authors say so. */
function followAnswers(shelf: Shelf, judged: readonly Judged[], paste: string): readonly Judged[] {
  const [first] = judged;
  if (first === undefined) return judged;
  const asking = judged.slice(0, 3).filter(({ ranked }) => shelf.asks(ranked.issue));
  const asked = asking.find(({ ranked }) => asksForShown(shelf.issueAt(ranked.issue), paste));
  if (asked !== undefined) return promote(asked, judged, verdictAt.ambiguous);
  const led = (from: Judged): Judged | undefined => {
    const ref = asking.includes(from) ? ledTo(shelf.issueAt(from.ranked.issue).checks, paste) : undefined;
    return ref === undefined ? undefined : judged.find(({ ranked }) => isIssue(shelf, ranked.issue, ref));
  };
  const to = led(first);
  if (to !== undefined) return promote(to, judged, first.confidence);
  // Neck and neck with one that leads to it, it is as sure as if that one stood first.
  const [, second] = judged;
  const isConfirmed = second !== undefined && first.quantities.margin < neckAndNeck && led(second) === first;
  return isConfirmed ? promote(first, judged, confidenceOf({ ...first.quantities, margin: neckAndNeck })) : judged;
}

/** So close, by share of the score, chance decides which of two comes first. */
const neckAndNeck = 0.06;

function isIssue(shelf: Shelf, issue: number, ref: IssueRef): boolean {
  return shelf.articleAt(shelf.articleOf(issue)).path === ref.article && shelf.issueAt(issue).id === ref.issue;
}

/** The paste holds a value that one of the issue's questions asks for: a name to be checked, say. */
function asksForShown(issue: Issue, paste: string): boolean {
  return issue.checks.some((check) => check.kind === 'value' && valueShown(check, paste) !== undefined);
}

function promote(one: Judged, judged: readonly Judged[], least: number): Judged[] {
  return [{ ...one, confidence: Math.max(one.confidence, least) }, ...judged.filter((other) => other !== one)];
}

function candidateOf(
  shelf: Shelf,
  query: Query,
  { ranked, shared, confidence }: Judged,
  correction?: Correction,
): Candidate {
  return lazyCandidate(confidence, {
    article: () => shelf.articleAt(shelf.articleOf(ranked.issue)),
    issue: () => rowShown(shelf.rowsOf(ranked.issue), shared) ?? shelf.issueAt(ranked.issue),
    evidence: () => {
      const lines = evidenceOf(query, shared);
      return correction === undefined ? lines : lines.map((line) => asPasted(line, correction));
    },
  });
}

/** Shows a line as it was pasted, and says what was read as what. */
function asPasted({ line, text, why }: Evidence, { names }: Correction): Evidence {
  const changed = names.find(({ meant }) => text.includes(meant));
  return {
    line,
    text: names.reduce((rest, { written, meant }) => rest.replaceAll(meant, written), text),
    why: changed === undefined ? why : `“${changed.written}” read as “${changed.meant}”: ${why}`,
  };
}

/** Each value once, where it stands first. */
function codesOf(query: Query): DecodedCode[] {
  const found = new Map<number, DecodedCode>();
  for (const { line, text } of query.lines) {
    for (const code of findCodes(text)) {
      if (found.size >= mostCodes) return [...found.values()];
      if (!found.has(code.value)) found.set(code.value, decoded(code, line));
    }
  }
  return [...found.values()];
}

function decoded({ text, value, space }: FoundCode, line: number): DecodedCode {
  if (space !== 'windows') return { text, value: hexOf(value), line, names: [] };
  const { names, inner } = decodeCode(value);
  return {
    text,
    value: hexOf(value),
    line,
    names: names.map((one) => one.name),
    ...(inner === undefined ? {} : { inner: `${innerNames[inner.space]} ${inner.value}` }),
  };
}

const innerNames = { win32: 'Win32', http: 'HTTP', ntstatus: 'NTSTATUS' } as const;
