// What was found in a log, for a person at a terminal.

import type { LogDiagnosis, Neighbours } from '../../knowledge/index.js';
import type { Output } from './output.js';
import {
  type LinesRead,
  printAnswer,
  printCodes,
  printDiagnosis,
  printLine,
  severalFaults,
} from './print-diagnosis.js';

/** Answers shown in full; more are seldom faults of their own. */
const mostAnswers = 5;

export function printLog(
  { diagnosis, answers, unexplained }: LogDiagnosis,
  placeOf: LinesRead['placeOf'],
  output: Pick<Output, 'colours' | 'width'>,
): string {
  const { colours } = output;
  const neighbours = new Map<number, Neighbours>(answers.map(({ fault }) => [fault.line, fault]));
  const read: LinesRead = { placeOf, neighboursOf: (line) => neighbours.get(line) ?? { before: [], after: [] } };
  const parts: string[] = [];
  if (diagnosis.verdict === 'match') {
    const shown = answers.slice(0, mostAnswers);
    if (shown.length > 1) parts.push(colours.bold(severalFaults(shown.length)));
    parts.push(...shown.map(({ candidate }) => printAnswer(candidate, output, read)));
    parts.push(...printCodes(diagnosis, output));
  } else parts.push(printDiagnosis(diagnosis, output, read));
  if (unexplained.length > 0) {
    const faults = unexplained.map((fault) => {
      const times = fault.count === 1 ? '' : `\n    ${colours.dim(`seen ${fault.count.toLocaleString('en')} times`)}`;
      return `${printLine(placeOf(fault.line), fault.text, fault, colours)}${times}`;
    });
    const title = answers.length > 0 ? 'Also reported, and explained by no article' : 'What the log reports';
    parts.push([colours.bold(title), faults.join('\n\n')].join('\n'));
  }
  return parts.join('\n\n');
}
