// Which repair removes which cause, as far as the author shows it: by a pointer ("See Resolution 2"), by the same number,
// by the order of headings or by the words that only the two share. A wrong pair sends people the wrong way, so all causes
// of an issue are paired by the same of these, or none is.

import type { PossibleCause } from './list-causes.js';
import { proseIn } from './prose.js';
import type { Way } from './repairs.js';

/** @returns For each cause its repair; undefined where the author offers none for it. Empty where nothing pairs them. */
export function pairCauses(causes: readonly PossibleCause[], ways: readonly Way[]): readonly (Way | undefined)[] {
  for (const pair of [byPointer, byNumber, byOrder, byWords]) {
    const pairs = pair(causes, ways);
    if (tellsApart(pairs)) return pairs;
  }
  return [];
}

// One cause in four may be left without a repair of its own, as long as the others lead to different ones.
function tellsApart(pairs: readonly (Way | undefined)[]): boolean {
  const found = pairs.filter((repair) => repair !== undefined);
  return found.length >= pairs.length * 0.75 && new Set(found.map(({ id }) => id)).size > 1;
}

const pointer =
  /\b(?:see|use|try|follow|go to|refer to|resolve by)\b[^.]{0,40}?\b(resolution|method|solution|option|workaround|fix) #?(\d{1,2}|[a-h])\b/i;

function byPointer(causes: readonly PossibleCause[], ways: readonly Way[]): (Way | undefined)[] {
  return causes.map(({ told }) => {
    const [, word = '', number = ''] = pointer.exec(told) ?? [];
    const name = `${word} ${number}`.toLowerCase();
    return word === '' ? undefined : ways.find(({ title }) => namesOf(title).includes(name));
  });
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
    ...title.matchAll(/\b(?:resolution|method|solution|option|workaround|fix|cause) #?(?:\d{1,2}|[a-h])\b/gi),
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

function byWords(causes: readonly PossibleCause[], ways: readonly Way[]): (Way | undefined)[] {
  const wordsOfCauses = causes.map(({ told }) => wordsIn(told));
  const wordsOfWays = ways.map((way) => wordsIn(textOf(way)));
  const scores = wordsOfCauses.map((ofCause) =>
    wordsOfWays.map((ofWay) => {
      let score = 0;
      for (const word of ofCause) {
        if (!ofWay.has(word)) continue;
        score += 1 / (holding(wordsOfCauses, word) * holding(wordsOfWays, word));
      }
      return score;
    }),
  );
  const best = scores.map((row) => row.indexOf(Math.max(...row)));
  const clear = scores.every((row, at) => {
    const chosen = best[at] ?? 0;
    const score = row[chosen] ?? 0;
    const rival = Math.max(...row.filter((_, other) => other !== chosen));
    return score >= enough && score >= rival * 2;
  });
  return clear && new Set(best).size === causes.length ? best.map((at) => ways[at]) : [];
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
