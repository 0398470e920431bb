// What a repair or a check takes, in the author's words: a paragraph that begins with "Effort:". The notation is explained
// in knowledge/README.md.

import type { Token } from 'marked';
import type { Effort } from '../model.js';

/** Reports a fault of the heading at `line`. */
export type Report = (line: number, rule: string, message: string) => void;

export function isEffort(token: Token): boolean {
  return token.type === 'paragraph' && /^effort:/i.test(token.raw);
}

/**
 * @param paragraphs Those that `isEffort`; the first counts.
 * @returns Empty when there is none, or none that says anything.
 */
export function effortIn(
  paragraphs: readonly Token[],
  line: number,
  report: Report,
): { readonly effort?: Partial<Effort> } {
  const [first] = paragraphs;
  if (first === undefined) return {};
  const effort: { -readonly [Key in keyof Effort]?: Effort[Key] } = {};
  for (const part of first.raw.replace(/^effort:/i, '').split(/[,;]|\.\s*$/)) {
    const said = part.replace(/\s+/g, ' ').trim();
    if (said === '') continue;
    const meant = meaningOf(said);
    if (meant === undefined)
      report(
        line,
        'unknown-effort',
        `“${said}” is no time, no one of “anyone”, “administrator”, “specialist”, and no risk`,
      );
    Object.assign(effort, meant);
  }
  return Object.keys(effort).length === 0 ? {} : { effort };
}

const people = /\b(anyone|administrator|specialist)\b/i;
const risks: readonly (readonly [RegExp, Effort['risk']])[] = [
  [/\b(?:no risk|without risk)\b/i, 'none'],
  [/\binterrupts?\b/i, 'interrupts'],
  [/\b(?:permanent|cannot be undone)\b/i, 'permanent'],
];

function meaningOf(said: string): Partial<Effort> | undefined {
  const [, amount, unit = ''] = /^(?:about )?(\d+(?:\.\d+)?|an?) (minute|hour)s?$/i.exec(said) ?? [];
  if (amount !== undefined) {
    const count = /^an?$/i.test(amount) ? 1 : Number(amount);
    return { minutes: unit.toLowerCase() === 'hour' ? count * 60 : count };
  }
  const who = people.exec(said)?.[1]?.toLowerCase();
  if (who === 'anyone' || who === 'administrator' || who === 'specialist') return { who };
  const risk = risks.find(([pattern]) => pattern.test(said))?.[1];
  return risk === undefined ? undefined : { risk };
}
