// A log of any size → what is behind its errors. The lines that tell most are diagnosed together with their neighbours,
// each place in the log as a paste of its own: a log holds several faults, and most of it concerns none of them.

import type { Candidate, DecodedCode, Diagnosis } from './diagnosis.js';
import { verdictOf } from './match/judge.js';
import {
  AsciiBased,
  type Excerpt,
  excerptOf,
  type Fault,
  FaultFinder,
  type FaultFinderOptions,
  type FoundLine,
  type FoundLines,
  faultAt,
} from './read/index.js';

/** An issue found in a log, and the line that decides. */
export interface LogAnswer {
  readonly candidate: Candidate;
  readonly fault: Fault;
}

export interface LogDiagnosis {
  /** As of a paste, for all faults together; lines are counted through the whole log. */
  readonly diagnosis: Diagnosis;
  /** One an issue, surest first, all of the diagnosis' verdict; empty when that is `none`. */
  readonly answers: readonly LogAnswer[];
  /** Failures that no answer explains, the most definite first; at most three. */
  readonly unexplained: readonly Fault[];
  readonly lines: number;
}

/** Reads a log, or several as one. */
export interface LogReader {
  /** Bytes in any encoding that Windows writes logs in, however they are divided. */
  push(bytes: Uint8Array): void;
  /** Ends a log; what follows is another one. @returns Lines so far. */
  endFile(): number;
  /** To be called once, when all is read. */
  end(): LogDiagnosis;
}

/** What a knowledge base does for its reader. */
export interface LogReaderParts {
  diagnose(paste: string): Diagnosis;
  /** How much a line tells, 0 for nothing; lines that weigh less than `least` may be given 0. */
  weigh(line: string, least: number): number;
}

export function makeLogReader({ diagnose, weigh }: LogReaderParts, options: FaultFinderOptions = {}): LogReader {
  const finder = new FaultFinder(weigh, options);
  let encoding = new AsciiBased();
  return {
    push: (bytes) => finder.push(encoding.push(bytes)),
    endFile() {
      finder.push(encoding.end());
      encoding = new AsciiBased();
      return finder.endFile();
    },
    end() {
      this.endFile();
      return concluded(finder.end(), diagnose);
    },
  };
}

/** Places in the log that are diagnosed. */
const mostPlaces = 96;
const mostCandidates = 10;
const mostCodes = 20;
const mostUnexplained = 3;

/** A place in the log, diagnosed. */
interface Place {
  readonly found: FoundLine;
  readonly excerpt: Excerpt;
  /** Lines are those of the log. */
  readonly diagnosis: Diagnosis;
}

interface PlacedCandidate {
  readonly place: Place;
  readonly candidate: Candidate;
}

function concluded({ known, reports, lines }: FoundLines, diagnose: LogReaderParts['diagnose']): LogDiagnosis {
  const places = diagnosePlaces(known, diagnose);
  const candidates = oneAnIssue(places.flatMap((place) => candidatesAt(place, place.diagnosis.candidates)));
  const verdict = verdictOf(candidates[0]?.candidate.confidence);
  const answers =
    verdict === 'none'
      ? []
      : oneAnIssue(places.flatMap((place) => candidatesAt(place, answersOf(place.diagnosis)))).filter(
          ({ candidate }) => verdictOf(candidate.confidence) === verdict,
        );
  const explained = new Set(answers.flatMap(({ place }) => place.excerpt.numbers));
  const unexplained = reports.filter(({ number }) => !explained.has(number)).slice(0, mostUnexplained);
  const codes = distinctCodes((answers.length > 0 ? answers.map(({ place }) => place) : places).slice(0, 3));
  const common = { candidates: candidates.slice(0, mostCandidates).map(({ candidate }) => candidate), codes };
  return {
    diagnosis: withVerdict(verdict, common, answers[0], unexplained[0]),
    answers: answers.map(({ place, candidate }) => ({
      candidate,
      fault: faultAt(place.found, candidate.evidence[0]?.line ?? place.found.number),
    })),
    unexplained: unexplained.map((line) => faultAt(line, line.number)),
    lines,
  };
}

/** @param known Heaviest first: a place is diagnosed once, around its heaviest line. */
function diagnosePlaces(known: readonly FoundLine[], diagnose: LogReaderParts['diagnose']): Place[] {
  const places: Place[] = [];
  const read = new Set<number>();
  for (const found of known) {
    if (places.length === mostPlaces) break;
    if (read.has(found.number)) continue;
    const excerpt = excerptOf(found);
    for (const number of excerpt.numbers) read.add(number);
    const alone = {
      text: excerpt.text.split('\n')[excerpt.numbers.indexOf(found.number)] ?? '',
      numbers: [found.number],
    };
    // Neighbours may tell more, or be of no concern.
    const [together, single] = [excerpt, alone].map(({ text, numbers }) => inLog(diagnose(text), numbers));
    const best = surest(single) > surest(together) ? single : together;
    if (best !== undefined) places.push({ found, excerpt, diagnosis: best });
  }
  return places;
}

function surest(diagnosis: Diagnosis | undefined): number {
  return diagnosis?.candidates[0]?.confidence ?? 0;
}

/** Counts lines as the log does. */
function inLog(diagnosis: Diagnosis, numbers: readonly number[]): Diagnosis {
  const lineOf = (line: number): number => numbers[line - 1] ?? line;
  return {
    ...diagnosis,
    codes: diagnosis.codes.map((code) => ({ ...code, line: lineOf(code.line) })),
    candidates: diagnosis.candidates.map((candidate) => ({
      // Read when they are looked at: most never are.
      get article() {
        return candidate.article;
      },
      get issue() {
        return candidate.issue;
      },
      confidence: candidate.confidence,
      evidence: candidate.evidence.map((one) => ({ ...one, line: lineOf(one.line) })),
    })),
  };
}

function candidatesAt(place: Place, candidates: readonly Candidate[]): PlacedCandidate[] {
  return candidates.map((candidate) => ({ place, candidate }));
}

/** The first candidate, and those that are as good and rest on another line. */
function answersOf({ candidates }: Diagnosis): Candidate[] {
  const decisive = new Set<number>();
  return candidates.filter(({ confidence, evidence }, at) => {
    const line = evidence[0]?.line ?? 0;
    if (at > 0 && (decisive.has(line) || verdictOf(confidence) !== 'match')) return false;
    decisive.add(line);
    return true;
  });
}

/** @returns Surest first; of equals, that of the heavier place. */
function oneAnIssue(candidates: readonly PlacedCandidate[]): PlacedCandidate[] {
  const sorted = candidates
    .filter(({ candidate }) => verdictOf(candidate.confidence) !== 'none')
    .sort((a, b) => b.candidate.confidence - a.candidate.confidence);
  const seen = new Set<string>();
  return sorted.filter(({ candidate: { article, issue } }) => {
    const name = `${article.path}#${issue.id}`;
    return !seen.has(name) && seen.add(name);
  });
}

function distinctCodes(places: readonly Place[]): DecodedCode[] {
  const codes = new Map(
    places
      .flatMap(({ diagnosis }) => diagnosis.codes)
      .reverse()
      .map((code) => [code.value, code]),
  );
  return [...codes.values()].reverse().slice(0, mostCodes);
}

function withVerdict(
  verdict: Diagnosis['verdict'],
  common: Pick<Diagnosis, 'candidates' | 'codes'>,
  first: PlacedCandidate | undefined,
  unexplained: FoundLine | undefined,
): Diagnosis {
  switch (verdict) {
    case 'match':
      return { ...common, verdict };
    case 'ambiguous': {
      const asked = first?.place.diagnosis;
      const question =
        asked?.verdict === 'ambiguous'
          ? asked.question
          : `Is this what you see: ${first?.candidate.issue.title ?? ''}?`;
      return { ...common, verdict, question };
    }
    case 'none':
      return {
        ...common,
        verdict,
        missing:
          unexplained === undefined
            ? 'Nothing in this log reports a failure that an article explains. Read the log of the component that fails, from the time at which it fails.'
            : `No article explains what this log reports, at line ${unexplained.number} first of all. Say which product and log it comes from.`,
      };
    default:
      return verdict satisfies never;
  }
}
