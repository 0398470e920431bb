// Which of the symptoms is it? Asked where an author counts them and says which repair is for which; the paste answers it
// where it holds what is quoted there.

import type { Answer, Block, Check } from '../../model.js';
import { labelsOf } from '../sentences/labels.js';
import { numbersNamed } from '../sentences/numbers-named.js';
import { type CountedSymptom, countSymptoms } from '../ways/count-symptoms.js';
import { firstSentence, openingsOf } from '../ways/openings.js';
import type { Way } from '../ways/way.js';
import type { CheckWords } from './check-words.js';

/** @param ways Those of the issue. */
export function symptomQuestion(
  symptoms: readonly Block[],
  ways: readonly Way[],
  words: CheckWords,
): Check | undefined {
  const counted = countSymptoms(symptoms);
  const repairs = repairsOf(counted, ways);
  if (repairs.length === 0) return undefined;
  const own = ownLines(counted);
  const labels = labelsOf(counted.map(({ said, told }, at) => said || own[at]?.[0] || told[0] || ''));
  if (new Set(labels.map(({ label }) => label)).size < labels.length || labels.some(({ label }) => label === ''))
    return undefined;
  return {
    kind: 'choice',
    id: '*symptom',
    question: words.whichVariant(labels.map(({ label }) => label).sort((a, b) => (a < b ? -1 : 1))),
    how: [],
    answers: labels.map((label, at): Answer => {
      const shown = (own[at] ?? []).filter(isTelling).map(patternOf).join('|');
      const leads = { kind: 'resolution', ids: repairs[at] ?? [] } as const;
      return { ...label, leads, ...(shown === '' ? {} : { shown }) };
    }),
    derived: 'symptom',
  };
}

/** Of two, what names none may be for both. */
const enoughNamed = 3;

/** @returns For each symptom the ids of its repairs, never none; empty where that cannot be told of each. */
function repairsOf(symptoms: readonly CountedSymptom[], ways: readonly Way[]): readonly (readonly string[])[] {
  const openings = openingsOf(ways);
  const named = ways.map(({ title }, at) => {
    const inTitle = numbersNamed(title);
    return inTitle.length > 0 ? inTitle : numbersNamed(firstSentence(openings[at] ?? ''));
  });
  const own = symptoms.map((_, at) => ways.filter((_, way) => named[way]?.includes(at + 1)).map(({ id }) => id));
  const rest = ways.filter((_, way) => named[way]?.length === 0).map(({ id }) => id);
  // Where all but one have a repair that names them, what names none is for the one that is left.
  const isClear = own.length >= enoughNamed && own.filter((ids) => ids.length === 0).length === 1;
  const repairs = isClear ? own.map((ids) => (ids.length === 0 ? rest : ids)) : own;
  const isWhole = repairs.every((ids) => ids.length > 0) && ways.every(({ id }) => repairs.flat().includes(id));
  const isDifferent = new Set(repairs.map((ids) => ids.join('\n'))).size > 1;
  return isWhole && isDifferent ? repairs : [];
}

/** What none of the others quotes, by symptom. */
function ownLines(symptoms: readonly CountedSymptom[]): readonly (readonly string[])[] {
  return symptoms.map((own) => {
    const others = symptoms.filter((it) => it !== own).flatMap(({ quoted }) => quoted);
    return own.quoted.filter((line) => line !== '' && !others.includes(line));
  });
}

/** Shorter lines, without their placeholders, stand in any log: `Level: Error`. */
const shortest = 20;
/** Of longer ones people paste a part. */
const longest = 160;

const placeholder = /<[^<>]+>/g;

function isTelling(line: string): boolean {
  return line.replace(placeholder, '').length >= shortest && line.length <= longest;
}

/** Finds a quoted line, whatever stands for its placeholders. */
function patternOf(line: string): string {
  return line
    .split(/(<[^<>]+>|\s+)/)
    .map((part) => {
      if (part.startsWith('<')) return '.{1,80}?';
      return /^\s+$/.test(part) ? '\\s+' : part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    })
    .join('');
}
