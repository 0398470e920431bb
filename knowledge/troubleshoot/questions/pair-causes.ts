// Which repairs remove which cause, as far as the author shows it: by standing below it, by a pointer ("See Resolution 2",
// "Resolution for cause 2"), by the same number, by the order of headings, by the words that only the two share, or by order
// where the words agree.
// A wrong pair sends people the wrong way, so all causes of an issue are paired by the same of these, or none is.

import { numbersNamed } from '../sentences/numbers-named.js';
import { proseIn } from '../sentences/prose.js';
import { saysWhatToDo } from '../sentences/what-to-do.js';
import type { PossibleCause } from '../ways/list-causes.js';
import type { Way } from '../ways/way.js';
import { counting, onlyCounts } from './variant-question.js';

type Pairs = readonly (readonly Way[])[];

/** @returns For each cause its repairs, none where the author offers none for it. Empty where nothing pairs them. */
export function pairCauses(causes: readonly PossibleCause[], ways: readonly Way[]): Pairs {
  for (const pair of [byPlace, byPointer, byPointerBack]) {
    const pairs = pair(causes, ways);
    if (tellsApart(pairs)) return pairs;
  }
  for (const pair of [byNumber, byOrder, byEveryWord, byRank, bySomeWords]) {
    const pairs = pair(causes, ways).map((way) => (way === undefined ? [] : [way]));
    // One cause in four may be left without a repair of its own.
    if (tellsApart(pairs) && pairs.filter((own) => own.length > 0).length >= pairs.length * 0.75) return pairs;
  }
  return [];
}

function tellsApart(pairs: Pairs): boolean {
  const found = pairs.filter((own) => own.length > 0);
  return found.length > 1 && new Set(found.map((own) => own.map(({ id }) => id).join('\n'))).size > 1;
}

function byPlace(causes: readonly PossibleCause[], ways: readonly Way[]): Pairs {
  return causes.map(({ heading }) => (heading === undefined ? [] : ways.filter(({ cause }) => cause === heading)));
}

const pointer =
  /\b(?:see|use|try|follow|go to|refer to|resolve by)\b[^.]{0,40}?\b(resolution|method|solution|option|workaround|fix) #?(\d{1,2}[a-h]?|[a-h])\b/i;

function byPointer(causes: readonly PossibleCause[], ways: readonly Way[]): Pairs {
  return causes.map(({ told }) => {
    const [, word = '', number = ''] = pointer.exec(told) ?? [];
    const name = `${word} ${number}`.toLowerCase();
    return word === '' ? [] : ways.filter(({ title }) => namesOf(title).includes(name));
  });
}

// "Resolution for condition 1 and condition 2", "Error 2: Repair the file": each repair says for which it is, and each cause
// has one.
function byPointerBack(causes: readonly PossibleCause[], ways: readonly Way[]): Pairs {
  const pointed = ways.map(({ title }) => numbersNamed(title));
  const pairs = causes.map((_, at) => ways.filter((_, way) => pointed[way]?.includes(at + 1) === true));
  const isWhole = pointed.every((own) => own.length > 0) && pairs.every((own) => own.length > 0);
  return isWhole && pointed.flat().length === causes.length ? pairs : [];
}

function byNumber(causes: readonly PossibleCause[], ways: readonly Way[]): (Way | undefined)[] {
  // A cause that has several solutions counts them from 1 again.
  if (ways.length !== causes.length && !ways.every(({ title }) => /\bcause\b/i.test(title))) return [];
  return causes.map(({ number }) =>
    number === undefined
      ? undefined
      : ways.find(({ title }) =>
          ['cause', 'resolution', 'solution', 'fix'].some((word) => namesOf(title).includes(`${word} ${number}`)),
        ),
  );
}

/** @returns `resolution 2`, for `Resolution 2: Restart` and for `Method 1 of Resolution 2`; small letters. */
function namesOf(title: string): string[] {
  return [
    ...title.matchAll(/\b(?:resolution|method|solution|option|workaround|fix|cause) #?(?:\d{1,2}[a-h]?|[a-h])\b/gi),
  ].map(([name]) => name.toLowerCase().replace('#', ''));
}

// "Cause 1", its resolution, "Cause 2", its resolution: the causes count, and what removes them has no need to.
function byOrder(causes: readonly PossibleCause[], ways: readonly Way[]): (Way | undefined)[] {
  const told =
    causes.every(({ number }) => number !== undefined) && ways.every(({ title }) => namesOf(title).length === 0);
  return told && causes.length === ways.length ? [...ways] : [];
}

/** Words that a cause and its repair must share, and share with no other. */
const enough = 2;

// Each cause clearly, and with a repair of its own.
function byEveryWord(causes: readonly PossibleCause[], ways: readonly Way[]): (Way | undefined)[] {
  const pairs = byWords(causes, ways);
  return new Set(pairs).size === causes.length && !pairs.includes(undefined) ? pairs : [];
}

function bySomeWords(causes: readonly PossibleCause[], ways: readonly Way[]): (Way | undefined)[] {
  return namesEnvironments(ways) ? [] : byWords(causes, ways);
}

function byWords(causes: readonly PossibleCause[], ways: readonly Way[]): (Way | undefined)[] {
  const scores = sharedWords(causes, ways);
  return scores.map((row) => {
    const score = Math.max(...row);
    const chosen = row.indexOf(score);
    const rival = Math.max(...row.filter((_, other) => other !== chosen));
    return score >= enough && score >= rival * 2 ? ways[chosen] : undefined;
  });
}

// As many repairs as causes, in the same order: no two causes share more words with each other's repair than with their own.
// Two are in some order by chance, so each of them must share more with its own.
function byRank(causes: readonly PossibleCause[], ways: readonly Way[]): (Way | undefined)[] {
  if (causes.length !== ways.length || namesEnvironments(ways)) return [];
  const scores = sharedWords(causes, ways);
  const shared = (cause: number, way: number): number => scores[cause]?.[way] ?? 0;
  const fits = (one: number, other: number): boolean => {
    const own = [shared(one, one), shared(other, other)];
    const swapped = [shared(one, other), shared(other, one)];
    return causes.length === 2 ? own.every((score, at) => score > (swapped[at] ?? 0)) : sum(own) > sum(swapped);
  };
  return causes.every((_, one) => causes.every((_, other) => one >= other || fits(one, other))) ? [...ways] : [];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Ways for Windows 7 and for Windows 8 remove the same cause. */
function namesEnvironments(ways: readonly Way[]): boolean {
  return ways.some(
    ({ kind, title }) => kind === 'variant' && !onlyCounts.test(title) && !saysWhatToDo(title.replace(counting, '')),
  );
}

/** For each cause and way: the words that both have, those of several causes or ways in part. */
function sharedWords(causes: readonly PossibleCause[], ways: readonly Way[]): number[][] {
  const wordsOfCauses = causes.map(({ told }) => wordsIn(told));
  const wordsOfWays = ways.map((way) => wordsIn(textOf(way)));
  return wordsOfCauses.map((ofCause) =>
    wordsOfWays.map((ofWay) => {
      let score = 0;
      for (const word of ofCause) {
        if (!ofWay.has(word)) continue;
        score += 1 / (holding(wordsOfCauses, word) * holding(wordsOfWays, word));
      }
      return score;
    }),
  );
}

function holding(all: readonly ReadonlySet<string>[], word: string): number {
  return all.filter((words) => words.has(word)).length;
}

function textOf({ title, steps }: Way): string {
  return [
    title,
    ...steps.flatMap(({ heading, before, text, details }) => [
      heading ?? '',
      ...proseIn(before),
      text,
      ...proseIn(details),
    ]),
  ].join('\n');
}

const common = new Set(
  `able about after also because been before being cannot cause click computer could does error file following from have
  issue make message microsoft more must need only open other problem resolve resolution right same select server service
  should start step sure than that their them then there these they this through type under user using value verify want
  when where which will window windows with work your`.split(/\s+/),
);

/** Words of four letters or more, small, without endings. */
function wordsIn(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]{4,}/gu) ?? [];
  return new Set(words.filter((word) => !common.has(word)).map(stem));
}

function stem(word: string): string {
  const bare = word.replace(/(?:ations?|ings?|ed|es|s|e)$/, '');
  return bare.length >= 4 ? bare : word;
}
