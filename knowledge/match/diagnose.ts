// The way of a paste through the matcher: query → hits → quantities → diagnosis.

import { decodeCode, findCodes, hexOf } from '../codes/index.js';
import type { Candidate, DecodedCode, Diagnosis, Evidence } from '../diagnosis.js';
import type { Shelf } from '../shelf.js';
import type { Index } from './build-index.js';
import { evidenceOf } from './explain.js';
import { confidenceOf, verdictOf } from './judge.js';
import type { Correction, Spelling } from './misspelt.js';
import { informationOf, weigh } from './quantities.js';
import { missingFact, questionBetween } from './question.js';
import { type Query, readQuery } from './read-query.js';
import { type Hit, knownFeatures, type Scores } from './search.js';

/** What a diagnosis needs. */
export interface Matcher {
  readonly index: Index;
  readonly scores: Scores;
  readonly shelf: Shelf;
  readonly spelling: Spelling;
}

const mostCandidates = 10;
const mostCodes = 20;

/** Never throws, whatever the text. */
export function diagnose(matcher: Matcher, paste: string): Diagnosis {
  const query = readQuery(paste);
  const codes = codesOf(query);
  const exact = candidatesFor(matcher, query);
  if (verdictOf(exact[0]?.confidence) !== 'none') return concluded(exact, codes, paste);
  const correction = matcher.spelling.correct(paste);
  if (correction === undefined) return concluded(exact, codes, paste);
  const meant = candidatesFor(matcher, readQuery(correction.paste));
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

function candidatesFor({ index, scores, shelf }: Matcher, query: Query): Candidate[] {
  const known = knownFeatures(index, query);
  const hits = scores.search(index, known, mostCandidates + 1);
  const information = informationOf(index, query, known);
  return hits.slice(0, mostCandidates).map((hit, at) => {
    const weighed = weigh(index, hit.issue, known, information, at === 0 ? marginOf(hits) : 0);
    const { article, issue } = shelf.issueAt(hit.issue);
    return { article, issue, confidence: confidenceOf(weighed.quantities), evidence: evidenceOf(query, weighed) };
  });
}

function marginOf([first, second]: readonly Hit[]): number {
  if (first === undefined || first.score <= 0) return 0;
  return second === undefined ? 1 : (first.score - second.score) / first.score;
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
