// What fixed a ticket, as the draft of an article: in the form that knowledge/README.md describes, ready for review.

import { commonMark, fenced } from '../text/common-mark.js';
import { escapeMarkdown } from '../text/escape-markdown.js';
import { en, type Words } from '../words/en.js';
import type { EvidencePacket } from './evidence-packet.js';
import { fixOf, type Ticket } from './ticket.js';

/** The address of a ticket's draft as a file, without blanks or parentheses; undefined where there is none. */
export type DraftLink = (ticket: Pick<Ticket, 'tenant' | 'number'>) => string | undefined;

/** As many lines of a paste as show what the fault looks like. */
const mostLines = 4;

/**
 * @returns Markdown that the linter has nothing to say about, and that its own sample finds; undefined where nobody has
 * said what fixed it or that did not last, or nothing was pasted that it could be known by.
 */
export function draftArticle(ticket: Ticket, words: Words = en): string | undefined {
  const { draft } = words;
  const { number, summary, area, packet } = ticket;
  const fix = fixOf(ticket);
  const lines = tellingLines(packet);
  if (fix === undefined || lines.length === 0) return undefined;
  const sample = packet.pastes[0]?.text.trim() ?? lines.join('\n');
  const title = oneLine(summary) || draft.title(number);
  return `${[
    [
      '---',
      `title: ${quoted(title)}`,
      ...(area === '' ? [] : [`product: ${quoted(area)}`]),
      `updated: ${fix.at.slice(0, 10)}`,
      '---',
    ].join('\n'),
    `# ${prose(title)}`,
    draft.summary(number, fix.at),
    '## Symptoms',
    draft.symptoms,
    fenced(lines.join('\n')),
    ...(packet.codes.length === 0 ? [] : [packet.codes.map((code) => `- ${prose(codeText(code))}`).join('\n')]),
    '## Cause',
    draft.cause,
    '## Resolution',
    stepsOf(fix.text)
      .map((step, at) => `${at + 1}. ${prose(step)}`)
      .join('\n'),
    '## Samples',
    fenced(sample),
  ].join('\n\n')}\n`;
}

/** What shows the fault: the lines that a diagnosis rests on, else those that tell of a failure, else the first ones. */
function tellingLines({ causes, pastes }: EvidencePacket): string[] {
  const evidence = causes.find(({ ruledOut }) => !ruledOut)?.evidence ?? [];
  const pasted = pastes.flatMap(({ text }) => text.split('\n')).filter((line) => line.trim() !== '');
  const failing = pasted.filter((line) => /error|fail|denied|refused|exception|0x[0-9a-f]{8}/i.test(line));
  const lines = evidence.length > 0 ? evidence.map(({ text }) => text) : failing.length > 0 ? failing : pasted;
  return [...new Set(lines.filter((line) => line.trim() !== ''))].slice(0, mostLines);
}

function codeText({ text, value, names }: EvidencePacket['codes'][number]): string {
  return [...new Set([text, value, ...names])].join(', ');
}

/** One action a step: as the expert numbered or broke the lines, else sentence by sentence. */
function stepsOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.replace(/^\s*(?:\d+[.)]|[-*•])\s+/, '').trim());
  const told = lines.filter((line) => line !== '');
  const [only, ...others] = told;
  if (only === undefined || others.length > 0) return told;
  return only.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const prose = (text: string): string => commonMark(escapeMarkdown(text));

/** A string of YAML: every string of JSON is one. */
const quoted = (text: string): string => JSON.stringify(oneLine(text));
