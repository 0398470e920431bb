// A log of any size → what is behind its errors.

import type { Candidate, DecodedCode, Diagnosis, Split } from './diagnosis.js';
import { diagnosePlaces, nameOf, type Place } from './log-places.js';
import { candidateWith } from './match/candidate-with.js';
import { verdictOf } from './match/judge.js';
import {
  AsciiBased,
  type Fault,
  FaultFinder,
  type FaultFinderOptions,
  type FoundLine,
  type FoundLines,
  faultAt,
  type Weigher,
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

/** A text of more characters is read as a log: as one paste, it would hold too much that concerns no fault. */
export const longestPaste = 256 * 1024;

export function diagnoseText(text: string, reader: LogReader): Diagnosis {
  reader.push(Buffer.from(text));
  return reader.end().diagnosis;
}

/** What a knowledge base does for its reader. */
export interface LogReaderParts {
  readonly weigher: Weigher;
  diagnose(paste: string): Diagnosis;
  /** True for a line that authors know not to be a fault of its own. */
  isAside(line: string): boolean;
}

export function makeLogReader(parts: LogReaderParts, options: FaultFinderOptions = {}): LogReader {
  const finder = new FaultFinder(parts.weigher, options);
  let encoding = new AsciiBased();
  const endFile = (): number => {
    finder.push(encoding.end());
    encoding = new AsciiBased();
    return finder.endFile();
  };
  return {
    push: (bytes) => finder.push(encoding.push(bytes)),
    endFile,
    end() {
      endFile();
      return concluded(finder.end(), parts);
    },
  };
}

const mostCandidates = 10;
const mostOfPlace = 3;
const mostCodes = 20;
const mostUnexplained = 3;

interface PlacedCandidate {
  readonly place: Place;
  readonly candidate: Candidate;
}

function concluded({ known, reports, lines }: FoundLines, { diagnose, isAside }: LogReaderParts): LogDiagnosis {
  const places = faultsOf(diagnosePlaces(known, { diagnose, isAside }), isAside);
  const candidates = oneAnIssue(places, ({ candidates }) => candidates.slice(0, mostOfPlace));
  const verdict = verdictOf(candidates[0]?.candidate.confidence);
  const answers =
    verdict === 'none'
      ? []
      : oneAnIssue(places, answersOf).filter(({ candidate }) => verdictOf(candidate.confidence) === verdict);
  const explained = new Set(answers.flatMap(({ place }) => place.excerpt.numbers));
  const unexplained = reports
    .filter(({ number, text }) => !explained.has(number) && !isAside(text))
    .slice(0, mostUnexplained);
  const codes =
    answers.length > 0
      ? answers.flatMap(({ place }) => place.diagnosis.codes)
      : unexplained.flatMap(({ text, number }) => diagnose(text).codes.map((code) => ({ ...code, line: number })));
  const common = {
    candidates: answersFirst(answers, candidates).slice(0, mostCandidates),
    codes: distinct(codes).slice(0, mostCodes),
  };
  return {
    diagnosis: withVerdict(verdict, common, answers, unexplained[0]),
    answers: answers.map(({ place, candidate }) => ({
      candidate,
      fault: faultAt(place.lines, candidate.evidence[0]?.line ?? place.lines[0].number),
    })),
    unexplained: unexplained.map((line) => faultAt([line], line.number)),
    lines,
  };
}

/** Where some place tells of a fault, those decided by what only follows from one tell of no other. */
function faultsOf(places: readonly Place[], isAside: LogReaderParts['isAside']): readonly Place[] {
  const faults = places.filter(({ diagnosis: { candidates } }) => {
    const decisive = candidates[0]?.evidence[0];
    return decisive === undefined || !isAside(decisive.text);
  });
  return faults.some(({ diagnosis }) => diagnosis.verdict !== 'none') ? faults : places;
}

/** Each answer is the first candidate of a fault of its own. */
function answersFirst(answers: readonly PlacedCandidate[], candidates: readonly PlacedCandidate[]): Candidate[] {
  const first = answers.map(({ candidate }) => candidate);
  const names = new Set(first.map(nameOf));
  let most = first.at(-1)?.confidence ?? 1;
  const others = candidates.flatMap(({ candidate }) => (names.has(nameOf(candidate)) ? [] : [candidate]));
  return [
    ...first,
    ...others.map((one) => {
      most = Math.min(most, one.confidence);
      return candidateWith(one, { confidence: most });
    }),
  ];
}

/** The first candidate, and those that are as good and rest on another line. */
function answersOf({ candidates }: Diagnosis): readonly Candidate[] {
  const decisive = new Set<number>();
  return candidates.filter(({ confidence, evidence }, at) => {
    const line = evidence[0]?.line ?? 0;
    if (at > 0 && (decisive.has(line) || verdictOf(confidence) !== 'match')) return false;
    decisive.add(line);
    return true;
  });
}

/** @returns Surest first; of equals, that of the heavier place. */
function oneAnIssue(places: readonly Place[], pick: (diagnosis: Diagnosis) => readonly Candidate[]): PlacedCandidate[] {
  const all = places.flatMap((place) => pick(place.diagnosis).map((candidate) => ({ place, candidate })));
  const seen = new Set<string>();
  return all
    .sort((a, b) => b.candidate.confidence - a.candidate.confidence)
    .filter(({ candidate }) => {
      const name = nameOf(candidate);
      return !seen.has(name) && seen.add(name);
    });
}

/** A split of one place's candidates, told by their positions among those of the log. */
function splitAmong(candidates: readonly Candidate[], split: Split, asked: Diagnosis): Split {
  const names = candidates.map(nameOf);
  const positionsOf = (positions: readonly number[]): number[] =>
    positions.flatMap((position) => {
      const candidate = asked.candidates[position];
      const at = candidate === undefined ? -1 : names.indexOf(nameOf(candidate));
      return at < 0 ? [] : [at];
    });
  const [asking] = split.check === undefined ? [] : positionsOf([split.check.candidate]);
  const { check, ...rest } = split;
  return {
    ...rest,
    answers: split.answers.map(({ label, candidates: spoken }) => ({ label, candidates: positionsOf(spoken) })),
    otherwise: positionsOf(split.otherwise),
    ...(check === undefined || asking === undefined ? {} : { check: { ...check, candidate: asking } }),
  };
}

function distinct(codes: readonly DecodedCode[]): DecodedCode[] {
  const seen = new Set<string>();
  return codes.filter(({ value }) => !seen.has(value) && seen.add(value));
}

function withVerdict(
  verdict: Diagnosis['verdict'],
  common: Pick<Diagnosis, 'candidates' | 'codes'>,
  answers: readonly PlacedCandidate[],
  unexplained: FoundLine | undefined,
): Diagnosis {
  switch (verdict) {
    case 'match':
      return { ...common, verdict, ...(answers.length > 1 && { faults: Math.min(answers.length, mostCandidates) }) };
    case 'ambiguous': {
      const [first] = answers;
      const asked = first?.place.diagnosis;
      if (asked?.verdict !== 'ambiguous')
        return { ...common, verdict, question: `Is this what you see: ${first?.candidate.issue.title ?? ''}?` };
      const { question, split } = asked;
      return { ...common, verdict, question, ...(split && { split: splitAmong(common.candidates, split, asked) }) };
    }
    case 'none': {
      const missing =
        unexplained === undefined
          ? 'Nothing in this log reports a failure that an article explains. Read the log of the component that fails, from the time at which it fails.'
          : `No article explains what this log reports, at line ${unexplained.number} first of all. Say which product and log it comes from.`;
      return { ...common, verdict, missing };
    }
    default:
      return verdict satisfies never;
  }
}
