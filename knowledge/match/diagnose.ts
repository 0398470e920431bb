// The way of a paste through the matcher: query → hits → quantities → diagnosis.

import { decodeCode, findCodes, hexOf } from '../codes/index.js';
import type { Candidate, DecodedCode, Diagnosis, Evidence } from '../diagnosis.js';
import type { Shelf } from '../shelf.js';
import { ledTo } from './answered.js';
import type { Index } from './build-index.js';
import { evidenceOf } from './explain.js';
import { confidenceOf, verdictOf } from './judge.js';
import type { Correction, Spelling } from './misspelt.js';
import { informationIn, quantitiesOf } from './quantities.js';
import { missingFact, questionBetween } from './question.js';
import type { Ranked, Ranking } from './rank.js';
import { type Query, readQuery } from './read-query.js';
import { knownFeatures, type Scores } from './search.js';
import { explainedBy, sharedWith } from './shared.js';

/** What a diagnosis needs. */
export interface Matcher {
  readonly index: Index;
  readonly scores: Scores;
  readonly ranking: Ranking;
  readonly shelf: Shelf;
  readonly spelling: Spelling;
}

const mostCandidates = 10;
/** Issues that are looked at closely. */
const mostRanked = 64;
const mostCodes = 20;

/** Never throws, whatever the text. */
export function diagnose(matcher: Matcher, paste: string): Diagnosis {
  const query = readQuery(paste);
  const codes = codesOf(query);
  const exact = candidatesFor(matcher, query, paste);
  if (verdictOf(exact[0]?.confidence) !== 'none') return concluded(exact, codes, paste);
  const correction = matcher.spelling.correct(paste);
  if (correction === undefined) return concluded(exact, codes, paste);
  const meant = candidatesFor(matcher, readQuery(correction.paste), correction.paste);
  return concluded(
    meant.map((candidate) => respelt(candidate, correction)),
    codes,
    paste,
  );
}

function concluded(candidates: readonly Candidate[], codes: readonly DecodedCode[], paste: string): Diagnosis {
  const verdict = verdictOf(candidates[0]?.confidence);
  switch (verdict) {
    case 'match':
      return { verdict, candidates, codes };
    case 'ambiguous':
      return { verdict, candidates, codes, question: questionBetween(candidates.slice(0, 3), paste) };
    case 'none':
      return { verdict, candidates, codes, missing: missingFact(paste, codes) };
    default:
      return verdict satisfies never;
  }
}

function candidatesFor({ index, scores, ranking, shelf }: Matcher, query: Query, paste: string): Candidate[] {
  const known = knownFeatures(index, query);
  const found = scores.search(index, known, mostRanked);
  const ranked = ranking.rank(index, query, known, found, shelf.articleOf);
  const information = informationIn(index, query, known);
  const best = ranked.slice(0, mostCandidates).map((one, at) => {
    const shared = sharedWith(index, one.issue, known);
    const next = nextBelow(ranked, at, shelf);
    const confidence = confidenceOf(quantitiesOf(one, explainedBy(shared, query), information, next));
    return { ...shelf.issueAt(one.issue), confidence, evidence: evidenceOf(query, one, shared) };
  });
  return descending(followAnswers(best, paste));
}

/** The first candidate's own questions may lead to another, by an answer that the paste shows. */
function followAnswers(candidates: readonly Candidate[], paste: string): readonly Candidate[] {
  const [first] = candidates;
  const ref = first === undefined ? undefined : ledTo(first.issue.checks, paste);
  const to = candidates.find(({ article, issue }) => article.path === ref?.article && issue.id === ref.issue);
  if (first === undefined || to === undefined) return candidates;
  return [{ ...to, confidence: Math.max(to.confidence, first.confidence) }, ...candidates.filter((one) => one !== to)];
}

/** No candidate is surer than one that stands before it. */
function descending(candidates: readonly Candidate[]): Candidate[] {
  let most = 1;
  return candidates.map((candidate) => {
    most = Math.min(most, candidate.confidence);
    return { ...candidate, confidence: most };
  });
}

function nextBelow(
  ranked: readonly Ranked[],
  at: number,
  shelf: Shelf,
): { issue: Ranked | undefined; article: Ranked | undefined } {
  const article = shelf.articleOf(ranked[at]?.issue ?? 0);
  return { issue: ranked[at + 1], article: ranked.slice(at + 1).find((one) => shelf.articleOf(one.issue) !== article) };
}

/** Each value once, where it stands first. */
function codesOf(query: Query): DecodedCode[] {
  const found = new Map<number, DecodedCode>();
  for (const { line, text } of query.lines) {
    for (const code of findCodes(text)) {
      if (found.size >= mostCodes) return [...found.values()];
      if (!found.has(code.value)) found.set(code.value, decoded(code.text, code.value, line));
    }
  }
  return [...found.values()];
}

function decoded(text: string, value: number, line: number): DecodedCode {
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

function respelt(candidate: Candidate, { names }: Correction): Candidate {
  const why = (line: Evidence): string => {
    const changed = names.find(({ meant }) => line.text.includes(meant));
    return changed === undefined ? line.why : `“${changed.written}” read as “${changed.meant}”: ${line.why}`;
  };
  const asPasted = (text: string): string =>
    names.reduce((rest, { written, meant }) => rest.replaceAll(meant, written), text);
  return {
    ...candidate,
    evidence: candidate.evidence.map((line) => ({ ...line, text: asPasted(line.text), why: why(line) })),
  };
}
