// Pastes that hold secrets of every kind which administrators paste, and what has to stay in them. Nothing in them is real:
// all of it is made, at random from a seed, by the files in planted-secrets/.

import { commandLines } from './planted-secrets/command-lines.js';
import { connectionStrings } from './planted-secrets/connection-strings.js';
import { Draw } from './planted-secrets/draw.js';
import { keys } from './planted-secrets/keys.js';
import { joinedLines, linesOf, type Marked, textOf, wrapped } from './planted-secrets/marked.js';
import { people } from './planted-secrets/people.js';
import { everydayLines, type Surrounding, surroundings, troubles } from './planted-secrets/surroundings.js';
import { web } from './planted-secrets/web.js';

export interface PlantedPaste {
  /** What is planted, where, and how it was copied. */
  readonly name: string;
  readonly text: string;
  /** As they stand in the text, line breaks of a window included. */
  readonly secrets: readonly string[];
  readonly kept: readonly string[];
}

const kinds = Object.entries({ ...commandLines, ...connectionStrings, ...web, ...keys, ...people });

/** So many hold every kind of secret at least once, each kind in another surrounding every time. */
export const enoughPastes = 300;

/** One in so many was copied from a window that is narrower than its lines. */
const wrappedEvery = 7;

/** The same for the same seed. */
export function plantedPastes(count: number = enoughPastes, seed = 1): readonly PlantedPaste[] {
  const draw = new Draw(seed);
  return Array.from({ length: count }, (_, at) => plantedPaste(at, draw));
}

function plantedPaste(at: number, draw: Draw): PlantedPaste {
  const [kind, make] = kinds[at % kinds.length] ?? ['', () => []];
  const planted = linesOf(make(draw));
  const surrounding = draw.pick(fitting(planted.length > 1, at % wrappedEvery === 0));
  const before = Array.from({ length: draw.number(0, 2) }, () => draw.pick(everydayLines));
  const after = [draw.pick(troubles), draw.pick(everydayLines)];
  const lines = surrounding.name.includes('transcript') ? [...planted, ...after] : [...before, ...planted, ...after];
  const whole = surrounding.around(lines, draw);
  const shown = at % wrappedEvery === 0 ? narrow(whole, planted) : whole;
  return {
    name: `${kind}, in ${surrounding.name}${shown === whole ? '' : ', wrapped'} (${at})`,
    text: textOf(shown),
    secrets: textsOf(shown, 'secret'),
    kept: textsOf(shown, 'kept'),
  };
}

function fitting(isLong: boolean, isWrapped: boolean): [Surrounding, ...Surrounding[]] {
  const [first, ...others] = surroundings.filter(
    ({ lineByLine, hasColumns }) => !(isLong && lineByLine) && !(isWrapped && !hasColumns),
  );
  if (first === undefined) throw new Error('Nothing around it fits whatever is planted');
  return [first, ...others];
}

/** In a window that breaks one of the secrets, if there is such a one. */
function narrow(whole: Marked, planted: readonly Marked[]): Marked {
  const within = new Set(textsOf(joinedLines(planted), 'secret'));
  for (const columns of [80, 100, 120, 90, 72, 64, 132]) {
    const shown = wrapped(whole, columns);
    if (textsOf(shown, 'secret').some((text) => text.includes('\n') && within.has(text.replaceAll('\n', ''))))
      return shown;
  }
  return whole;
}

function textsOf(pieces: Marked, is: 'secret' | 'kept'): string[] {
  return pieces.filter((piece) => piece.is === is).map(({ text }) => text);
}

/** A piece of a secret that is this long tells something. */
const tellingLength = 6;

/**
 * What is left of the secrets of a paste in a text, in pieces of six characters; of shorter ones, in words. What stands in
 * the paste outside its secrets as well tells nothing.
 */
export function leftOfSecrets({ text, secrets }: PlantedPaste, shown: string): string[] {
  const outside = secrets.reduce((rest, one) => rest.replaceAll(one, '\u0000'), text);
  const joined = shown.replaceAll('\n', '');
  return secrets.flatMap((whole) => {
    const one = whole.replaceAll('\n', '');
    if (one.length < tellingLength) {
      const word = new RegExp(`(?<![\\p{L}\\p{N}_])${escaped(one)}(?![\\p{L}\\p{N}_])`, 'u');
      return word.test(shown) && !word.test(outside) ? [one] : [];
    }
    const pieces = Array.from({ length: one.length - tellingLength + 1 }, (_, at) => one.slice(at, at + tellingLength));
    return pieces.filter((piece) => joined.includes(piece) && !outside.includes(piece));
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
