// What the helpdesk gets: everything found, asked and done, as plain text to copy. All of it is masked by then.

import { type Repair, repairsOf } from '../knowledge/index.js';
import type { Case } from './case/dialog.js';
import { linesTold } from './case/lines-told.js';
import type { Entry, Standing } from './case/standing.js';
import { inlineToText } from './text/inline.js';
import type { Words } from './words/en.js';

/** @returns Lines of text; sections that would be empty are left out. */
export function writePacket(kase: Case, standing: Standing, words: Words): string {
  const { packet } = words;
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `- ${line}`)];
  const paste = kase.paste.text.trim();
  const [, ...later] = linesTold(kase);
  return [
    packet.heading(kase.id, kase.openedAt),
    ...section(packet.diagnosis, diagnosisLines(kase, standing, words)),
    ...section(packet.evidence, evidenceLines(kase, standing, words)),
    ...section(
      packet.codes,
      kase.codes.map(({ text, value, names }) => `${text} = ${[value, ...names].join(', ')}`),
    ),
    ...section(packet.answers, answerLines(kase, standing, words)),
    ...section(packet.tried, triedLines(kase, standing, words)),
    ...(paste === '' ? [] : ['', `${packet.paste}:`, paste, ...(kase.paste.whole ? [] : [packet.cut])]),
    ...later.flatMap((lines) => ['', `${packet.added}:`, lines]),
  ].join('\n');
}

function diagnosisLines(kase: Case, { entries, focus, open, past }: Standing, { packet }: Words): string[] {
  const shown = kase.issues
    .map(({ confidence }, position) => ({ confidence, entry: entries[position], position }))
    .filter(
      ({ position }) =>
        position === focus || past.has(position) || (kase.verdict === 'ambiguous' && open.includes(position)),
    );
  if (shown.length === 0) return [packet.unexplained];
  return shown.flatMap(({ entry, confidence, position }) => {
    if (entry === undefined) return [];
    const notes = [
      ...(confidence > 0 ? [packet.confidence(confidence)] : []),
      ...(past.has(position) ? [packet.ruledOut] : []),
      ...(entry.article.url === undefined ? [entry.article.path] : [entry.article.url]),
    ];
    return [`${entry.issue.title} (${notes.join('; ')})`];
  });
}

function evidenceLines(kase: Case, { focus }: Standing, { packet }: Words): string[] {
  const lines = new Map<number, string>();
  const order = focus === undefined ? kase.issues : [kase.issues[focus], ...kase.issues];
  for (const { line, text } of order.flatMap((issue) => issue?.evidence ?? [])) {
    if (!lines.has(line)) lines.set(line, `${packet.line(line)}: ${text}`);
  }
  return [...lines.values()].slice(0, 5);
}

function answerLines(kase: Case, { checkOf }: Standing, { packet }: Words): string[] {
  return kase.told.flatMap((it) => {
    if (it.kind !== 'answered' && it.kind !== 'gave') return [];
    const check = checkOf(it.issue, it.check);
    if (check === undefined) return [];
    const answer = it.kind === 'gave' ? it.value : (it.answer ?? packet.unknownAnswer);
    return [`${check.question} ${answer}`];
  });
}

function triedLines(kase: Case, { entries, progress }: Standing, { packet }: Words): string[] {
  return [...progress].flatMap(([key, { at, stuck, leftOut }]) => {
    const [issue = '', id = ''] = key.split(' ');
    const entry = entries[Number(issue)];
    const repair = entry === undefined ? undefined : repairsOf(entry.issue).find((it) => it.id === id);
    if (entry === undefined || repair === undefined) return [];
    const failed = kase.told.some(
      (it) =>
        (it.kind === 'tried' || (it.kind === 'verified' && it.outcome === 'still')) &&
        it.issue === Number(issue) &&
        it.repair === id,
    );
    const notes = [
      packet.stepsDone(at - leftOut.length, repair.steps.length),
      ...leftOut.map((step) => packet.leftOut(step + 1)),
      ...(stuck ? [packet.stuckAt(at + 1, stepText(repair, at))] : []),
      ...(failed ? [packet.notHelped] : []),
    ];
    return [`${nameOf(entry, repair, packet)}: ${notes.join('; ')}`];
  });
}

function nameOf({ issue }: Entry, repair: Repair, packet: Words['packet']): string {
  const own = repair.kind === 'workaround' ? packet.workaround : repair.title === '' ? packet.repair : repair.title;
  return `${issue.title}, ${own}`;
}

function stepText(repair: Repair, step: number): string {
  return inlineToText(repair.steps[step]?.text ?? '');
}
