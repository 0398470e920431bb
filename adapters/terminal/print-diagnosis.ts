// A diagnosis for a person at a terminal.

import {
  type Candidate,
  causeText,
  type DecodedCode,
  type Diagnosis,
  missingText,
  type Neighbours,
  resolutionText,
} from '../../knowledge/index.js';
import type { Colours, Output } from './output.js';
import { wrap } from './wrap.js';

/** What was read, by lines counted through all of it. */
export interface LinesRead {
  /** `line 17`, or `ccmsetup.log line 17` where several files were read. */
  placeOf(line: number): string;
  neighboursOf(line: number): Neighbours;
}

export function printDiagnosis(
  diagnosis: Diagnosis,
  output: Pick<Output, 'colours' | 'width'>,
  read: LinesRead,
): string {
  const { colours, width } = output;
  const parts: string[] = [];
  switch (diagnosis.verdict) {
    case 'match':
      if (diagnosis.faults !== undefined) parts.push(colours.bold(severalFaults(diagnosis.faults)));
      parts.push(
        ...diagnosis.candidates
          .slice(0, diagnosis.faults ?? 1)
          .map((candidate) => printAnswer(candidate, output, read)),
      );
      break;
    case 'ambiguous':
      parts.push(
        colours.yellow('This could be one of several things.'),
        ...decisiveLine(diagnosis, colours, read),
        ...diagnosis.candidates.slice(0, 3).map((candidate, at) => brief(candidate, at, output, read)),
        wrap(colours.bold(diagnosis.question), width),
      );
      break;
    case 'none':
      parts.push(wrap(colours.yellow(missingText(diagnosis)), width));
      break;
    default:
      diagnosis satisfies never;
  }
  parts.push(...printCodes(diagnosis, output));
  return parts.join('\n\n');
}

/** Above the answers, one each. */
export function severalFaults(faults: number): string {
  return `${faults} faults, the surest first`;
}

/** @returns Empty when no code is known. */
export function printCodes({ codes }: Diagnosis, { colours }: Pick<Output, 'colours'>): string[] {
  const known = codes.filter((code) => code.names.length > 0 || code.inner !== undefined);
  return known.length === 0 ? [] : [[colours.bold('Codes'), ...known.map((code) => `  ${codeLine(code)}`)].join('\n')];
}

/** `0x80070005  E_ACCESSDENIED, wraps Win32 5`. */
export function codeLine({ text, value, names, inner }: DecodedCode): string {
  const written = text.toLowerCase() === value ? value : `${text} = ${value}`;
  const wraps = inner === undefined ? '' : `wraps ${inner}`;
  return `${written}  ${[names.slice(0, 3).join(', '), wraps].filter((part) => part !== '').join(', ')}`;
}

/** An answer with its cause, what to do, and why. */
export function printAnswer(
  candidate: Candidate,
  { colours, width }: Pick<Output, 'colours' | 'width'>,
  read: LinesRead,
): string {
  const { article, issue, confidence, evidence } = candidate;
  const section = (title: string, text: string): string[] =>
    text === '' ? [] : [colours.bold(title), wrap(text, width, '  ')];
  return [
    `${colours.green(colours.bold(issue.title))}  ${colours.dim(`${Math.min(99, Math.round(confidence * 100))} % sure`)}`,
    '',
    ...section('Cause', causeText(issue)),
    '',
    ...section('What to do', resolutionText(issue)),
    '',
    colours.bold('Why'),
    ...evidence.map(({ line, text, why }, at) => {
      const shown = printLine(read.placeOf(line), text, at === 0 ? read.neighboursOf(line) : alone, colours);
      return `${shown}\n    ${colours.dim(why)}`;
    }),
    '',
    colours.dim(`From ${[article.title, article.url].filter((part) => part !== undefined).join(', ')}`),
  ].join('\n');
}

/** Between its neighbours; none for a misspelt name. */
function decisiveLine({ candidates: [first] }: Diagnosis, colours: Colours, read: LinesRead): string[] {
  const [decisive] = first?.evidence ?? [];
  if (decisive === undefined) return [];
  return [printLine(read.placeOf(decisive.line), decisive.text, read.neighboursOf(decisive.line), colours)];
}

function brief(
  { issue, confidence, evidence: [decisive] }: Candidate,
  at: number,
  { colours }: Pick<Output, 'colours'>,
  read: LinesRead,
): string {
  const why = decisive === undefined ? '' : `\n   ${colours.dim(`${read.placeOf(decisive.line)}: ${decisive.why}`)}`;
  return `${at + 1}. ${colours.bold(issue.title)}  ${colours.dim(`${Math.round(confidence * 100)} %`)}${why}`;
}

const alone: Neighbours = { before: [], after: [] };

/** A line of what was read between its neighbours, each on one line. */
export function printLine(place: string, text: string, { before, after }: Neighbours, colours: Colours): string {
  const margin = ' '.repeat(place.length + 1);
  const beside = (neighbour: string): string => colours.dim(`  ${margin} ${oneLine(neighbour)}`);
  return [...before.map(beside), `  ${colours.dim(`${place}:`)} ${oneLine(text)}`, ...after.map(beside)].join('\n');
}

function oneLine(text: string): string {
  // Control characters in a paste must not steer the terminal.
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').replace(/\s+/g, ' ');
  return line.length <= 160 ? line : `${line.slice(0, 159)}…`;
}
