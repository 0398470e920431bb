// A diagnosis for a person at a terminal.

import { type Candidate, causeText, type DecodedCode, type Diagnosis, resolutionText } from '../../knowledge/index.js';
import type { Output } from './output.js';
import { wrap } from './wrap.js';

export function printDiagnosis(diagnosis: Diagnosis, output: Pick<Output, 'colours' | 'width'>): string {
  const { colours, width } = output;
  const codes = diagnosis.codes.filter((code) => code.names.length > 0 || code.inner !== undefined);
  const parts: string[] = [];
  switch (diagnosis.verdict) {
    case 'match':
      parts.push(...diagnosis.candidates.slice(0, 1).map((candidate) => whole(candidate, output)));
      break;
    case 'ambiguous':
      parts.push(
        colours.yellow('This could be one of several things.'),
        ...diagnosis.candidates.slice(0, 3).map((candidate, at) => brief(candidate, at, output)),
        wrap(colours.bold(diagnosis.question), width),
      );
      break;
    case 'none':
      parts.push(wrap(colours.yellow(diagnosis.missing), width));
      break;
    default:
      diagnosis satisfies never;
  }
  if (codes.length > 0) parts.push([colours.bold('Codes'), ...codes.map((code) => `  ${codeLine(code)}`)].join('\n'));
  return parts.join('\n\n');
}

/** `0x80070005  E_ACCESSDENIED, wraps Win32 5`. */
export function codeLine({ text, value, names, inner }: DecodedCode): string {
  const written = text.toLowerCase() === value ? value : `${text} = ${value}`;
  const wraps = inner === undefined ? '' : `wraps ${inner}`;
  return `${written}  ${[names.slice(0, 3).join(', '), wraps].filter((part) => part !== '').join(', ')}`;
}

function whole(candidate: Candidate, { colours, width }: Pick<Output, 'colours' | 'width'>): string {
  const { article, issue, confidence, evidence } = candidate;
  const section = (title: string, text: string): string[] =>
    text === '' ? [] : [colours.bold(title), wrap(text, width, '  ')];
  return [
    `${colours.green(colours.bold(issue.title))}  ${colours.dim(`${Math.round(confidence * 100)} % sure`)}`,
    '',
    ...section('Cause', causeText(issue)),
    '',
    ...section('What to do', resolutionText(issue)),
    '',
    colours.bold('Why'),
    ...evidence.map(
      ({ line, text, why }) => `  ${colours.dim(`line ${line}:`)} ${oneLine(text)}\n    ${colours.dim(why)}`,
    ),
    '',
    colours.dim(`From ${[article.title, article.url].filter((part) => part !== undefined).join(', ')}`),
  ].join('\n');
}

function brief({ issue, confidence, evidence }: Candidate, at: number, { colours }: Pick<Output, 'colours'>): string {
  const why = evidence[0] === undefined ? '' : `\n   ${colours.dim(`line ${evidence[0].line}: ${evidence[0].why}`)}`;
  return `${at + 1}. ${colours.bold(issue.title)}  ${colours.dim(`${Math.round(confidence * 100)} %`)}${why}`;
}

function oneLine(text: string): string {
  // Control characters in a paste must not steer the terminal.
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').replace(/\s+/g, ' ');
  return line.length <= 160 ? line : `${line.slice(0, 159)}…`;
}
