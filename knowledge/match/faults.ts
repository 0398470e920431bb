// A paste may show several faults. Each is found by what the ones before it leave unexplained.

import type { Candidate, Diagnosis } from '../diagnosis.js';
import { candidateWith } from './candidate-with.js';
import type { Examined, Left } from './diagnose.js';
import { verdictOf } from './judge.js';
import { questionAtMost } from './weights.js';

const mostFaults = 3;
const mostCandidates = 10;
/** What is doubtful in the whole paste has to be surer than others to be an answer without the lines of the others. */
const leastAlone = 0.85;
/** The lines of the others make it no more doubtful than this. */
const leastBesides = 0.2;
/** What is no surer than this, with and without the lines of another that is sure, comes behind that one. */
const doubtful = 0.6;

/** @param examine Reads one paste as if it showed one fault. */
export function diagnoseFaults(paste: string, examine: (paste: string) => Examined): Diagnosis {
  const whole = examine(paste);
  const [first] = whole.candidates;
  if (first === undefined || first.confidence < leastBesides || whole.left.length === 0) return whole.diagnosis();
  const others: Candidate[] = [];
  let { left } = whole;
  for (let round = 1; round < mostFaults && left.length > 0; round += 1) {
    const rest = examine(textOf(left));
    const [next] = rest.candidates;
    if (next === undefined || verdictOf(next.confidence) !== 'match') break;
    if (![first, ...others].some((one) => belongTogether(one, next))) others.push(inPaste(next, left));
    left = placedIn(left, rest.left);
  }
  if (others.length === 0) return whole.diagnosis();
  const sure = verdictOf(first.confidence) === 'match' ? first : confirmed(first, paste, whole.left, examine);
  if (sure !== undefined) return together(whole, [sure, ...others]);
  return first.confidence < doubtful ? whole.diagnosis(ledBy(others, whole)) : whole.diagnosis();
}

/** What part of the paste says for sure, and the whole does not: worth a question. */
function ledBy(others: readonly Candidate[], { candidates }: Examined): Candidate[] {
  const behind = candidates.filter((one) => !others.some((other) => isSame(other, one)));
  return descending([...others, ...behind], questionAtMost);
}

function textOf(lines: readonly Left[]): string {
  return lines.map(({ text }) => text.replace(/\n/g, ' ')).join('\n');
}

/** Lines of what was left, told of the paste. */
function placedIn(left: readonly Left[], rest: readonly Left[]): Left[] {
  return rest.map(({ line, text }) => ({ line: left[line - 1]?.line ?? line, text }));
}

function inPaste(candidate: Candidate, left: readonly Left[]): Candidate {
  const evidence = candidate.evidence.map((one) => ({ ...one, line: left[one.line - 1]?.line ?? one.line }));
  return candidateWith(candidate, { evidence });
}

/** Several faults side by side make none of them look sure: without the others' lines it may be. */
function confirmed(
  first: Candidate,
  paste: string,
  left: readonly Left[],
  examine: (paste: string) => Examined,
): Candidate | undefined {
  const others = new Set(left.map(({ line }) => line));
  const own = paste.split(/\r\n?|[\n\u2028\u2029]/).map((text, at) => (others.has(at + 1) ? '' : text));
  const [alone] = examine(own.join('\n')).candidates;
  return alone !== undefined && alone.confidence >= leastAlone && isSame(alone, first) ? alone : undefined;
}

function isSame(one: Candidate, other: Candidate): boolean {
  return one.article.path === other.article.path && one.issue.id === other.issue.id;
}

/** One fault looks like several where an article tells its shades apart, or an author says that one is taken for the other. */
function belongTogether(one: Candidate, other: Candidate): boolean {
  return one.article.path === other.article.path || leadsTo(one, other) || leadsTo(other, one);
}

function leadsTo({ issue }: Candidate, { article }: Candidate): boolean {
  return issue.checks.some(
    (check) =>
      check.kind === 'choice' &&
      check.answers.some(({ leads }) => leads.kind === 'issue' && leads.ref.article === article.path),
  );
}

function together(whole: Examined, faults: readonly Candidate[]): Diagnosis {
  const others = whole.candidates.filter((one) => !faults.some((fault) => isSame(fault, one)));
  return {
    verdict: 'match',
    codes: whole.codes,
    candidates: descending([...faults, ...others]),
    faults: faults.length,
  };
}

/** No candidate is surer than one that stands before it, nor than `most`. */
function descending(candidates: readonly Candidate[], most = 1): Candidate[] {
  let surest = most;
  return candidates.slice(0, mostCandidates).map((one) => {
    surest = Math.min(surest, one.confidence);
    return candidateWith(one, { confidence: surest });
  });
}
