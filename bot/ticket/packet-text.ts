// An evidence packet for people: the same sections as parts of a view, as Markdown, and as plain text.

import { commonMark, fenced } from '../text/common-mark.js';
import { escapeMarkdown } from '../text/escape-markdown.js';
import { parseInline } from '../text/inline.js';
import type { Part } from '../view.js';
import { en, type Words } from '../words/en.js';
import type { EvidencePacket } from './evidence-packet.js';

/** What an expert needs first stands first. `items`: inline Markdown. */
type Section = { readonly title: string } & (
  | { readonly kind: 'items'; readonly items: readonly string[] }
  | { readonly kind: 'pasted'; readonly text: string; readonly note: string }
);

/** As parts of a view, below a heading of its own. */
export function packetParts(packet: EvidencePacket, words: Words): Part[] {
  return [
    { kind: 'title', text: escapeMarkdown(headingOf(packet, words)) },
    ...sectionsOf(packet, words).flatMap((section): Part[] => {
      if (section.kind === 'pasted') return [{ kind: 'code', text: withNote(section), caption: section.title }];
      return [
        { kind: 'text', text: `**${escapeMarkdown(section.title)}**` },
        { kind: 'list', ordered: false, items: section.items },
      ];
    }),
  ];
}

/** In CommonMark, for helpdesks that show it. Pasted text stands in fences and can end none of them. */
export function packetMarkdown(packet: EvidencePacket, words: Words = en): string {
  return [
    `# ${commonMark(escapeMarkdown(headingOf(packet, words)))}`,
    ...sectionsOf(packet, words).flatMap((section) => [
      `## ${commonMark(escapeMarkdown(section.title))}`,
      section.kind === 'pasted'
        ? [fenced(section.text), ...(section.note === '' ? [] : [commonMark(escapeMarkdown(section.note))])].join(
            '\n\n',
          )
        : section.items.map((item) => `- ${commonMark(item)}`).join('\n'),
    ]),
  ].join('\n\n');
}

/** To copy, and for helpdesks that show text as it is. */
export function packetPlainText(packet: EvidencePacket, words: Words = en): string {
  return [
    headingOf(packet, words),
    ...sectionsOf(packet, words).flatMap((section) => [
      '',
      `${section.title}:`,
      ...(section.kind === 'pasted'
        ? [withNote(section)]
        : section.items.map((item) => `- ${plain(item).replace(/\n/g, '\n  ')}`)),
    ]),
  ].join('\n');
}

function headingOf({ case: id, openedAt }: EvidencePacket, { packet }: Words): string {
  return packet.heading(id, openedAt);
}

/** Links are followed by their address. */
function plain(markdown: string): string {
  return parseInline(markdown)
    .map(({ text, href }) => (href === undefined ? text : `${text}: ${href}`))
    .join('');
}

/** Sections that would be empty are left out. */
function sectionsOf(evidence: EvidencePacket, words: Words): Section[] {
  const { packet } = words;
  const items = (title: string, lines: readonly string[]): Section[] =>
    lines.length === 0 ? [] : [{ kind: 'items', title, items: lines }];
  const left = evidence.causes.filter(({ ruledOut }) => !ruledOut);
  const ruledOut = evidence.causes.filter((cause) => cause.ruledOut);
  const { bot, knowledge } = evidence.versions;
  return [
    ...items(packet.diagnosis, [
      ...(evidence.verdict === 'none' || left.length === 0 ? [packet.unexplained] : []),
      ...left.map((cause) => causeItem(cause, evidence, words)),
    ]),
    ...items(packet.askFirst, evidence.askFirst === undefined ? [] : [escapeMarkdown(evidence.askFirst)]),
    ...items(packet.evidence, evidenceItems(evidence, words)),
    ...items(
      packet.codes,
      evidence.codes.map((code) => escapeMarkdown(codeItem(code))),
    ),
    ...items(
      packet.answers,
      evidence.answers.map(({ question, answer }) => escapeMarkdown(`${question} ${answer ?? packet.unknownAnswer}`)),
    ),
    ...items(
      packet.tried,
      evidence.tried.map((attempt) => escapeMarkdown(attemptText(attempt, words))),
    ),
    ...items(
      packet.untried,
      evidence.untried.map(({ title }) => escapeMarkdown(title)),
    ),
    ...items(
      packet.ruledOut,
      ruledOut.map((cause) => causeItem(cause, evidence, words)),
    ),
    ...items(
      packet.timeline,
      evidence.timeline.map(({ at, what }) => escapeMarkdown(packet.at(at, what))),
    ),
    ...evidence.pastes.map(({ text, whole }, position): Section => {
      const title = position === 0 ? packet.paste : packet.added;
      return { kind: 'pasted', title, text: text.trim(), note: whole ? '' : packet.cut };
    }),
    ...items(packet.versions, [escapeMarkdown(packet.versionsOf(bot, knowledge))]),
  ];
}

function codeItem({ text, value, names }: EvidencePacket['codes'][number]): string {
  const meanings = [...(text.toLowerCase() === value.toLowerCase() ? [] : [value]), ...names];
  return meanings.length === 0 ? text : `${text} = ${meanings.join(', ')}`;
}

function causeItem(cause: Cause, evidence: EvidencePacket, words: Words): string {
  const { title, ruledOut, url, sources, article, issue } = cause;
  const sure = ruledOut ? '' : ` (${likelihoodText(cause, evidence, words)})`;
  const own = url === undefined ? [] : [{ title: words.packet.section, url }];
  const links = [...own, ...sources].map((source) => linkTo(source));
  const places = links.length > 0 ? links : [escapeMarkdown(`${article}#${issue}`)];
  return [`${escapeMarkdown(title)}${sure}`, ...places].join('\n');
}

type Cause = EvidencePacket['causes'][number];

/** As long as nothing was told, the paste alone says best how sure its answer is; of others, only their share is known. */
export function likelihoodText(
  cause: Cause,
  { verdict, causes, answers, tried, timeline }: EvidencePacket,
  { packet }: Words,
): string {
  const { confidence, likely } = cause;
  const isTold = answers.length > 0 || tried.length > 0 || timeline.length > 1;
  if (!isTold) return verdict === 'match' && cause === causes[0] ? packet.sure(confidence) : packet.likely(likely);
  if (confidence === 0) return packet.likely(likely);
  return Math.abs(confidence - likely) < 0.05 ? packet.sure(confidence) : packet.likelyByNow(confidence, likely);
}

function linkTo({ title, url }: { readonly title: string; readonly url: string }): string {
  const safe = url.replace(/[()<>\s]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `[${escapeMarkdown(title)}](${safe})`;
}

/** A line that speaks for several causes is shown once, with all that it says. Lines of later pastes are counted anew. */
function evidenceItems({ causes }: EvidencePacket, { packet }: Words): string[] {
  const reasons = new Map<string, Set<string>>();
  for (const { line, text, why } of causes.flatMap(({ evidence }) => evidence)) {
    const item = escapeMarkdown(`${packet.line(line)}: ${text}`);
    reasons.set(item, (reasons.get(item) ?? new Set()).add(why));
  }
  return Array.from(reasons, ([item, whys]) => [item, ...[...whys].map(escapeMarkdown)].join('\n'));
}

/** One attempt in a line of plain text. */
export function attemptText(
  { title, steps, done, leftOut, stuckAt, outcome }: EvidencePacket['tried'][number],
  { packet }: Words,
): string {
  const notes = [
    packet.stepsDone(done, steps),
    ...leftOut.map((step) => packet.leftOut(step)),
    ...(stuckAt === undefined ? [] : [packet.stuckAt(stuckAt.step, stuckAt.text)]),
    ...(outcome === 'unfinished' ? [] : [packet.outcome[outcome]]),
  ];
  return `${title}: ${notes.join('; ')}`;
}

function withNote({ text, note }: Section & { readonly kind: 'pasted' }): string {
  return note === '' ? text : `${text}\n${note}`;
}
