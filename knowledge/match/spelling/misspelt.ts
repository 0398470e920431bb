// Names that no article knows, held against the names they know: CMGConector_Forbiden.

import Fuse from 'fuse.js';
import { lazy } from '../../lazy.js';
import { symbolsOf } from '../features/symbols.js';
import { isWithin } from './edit-distance.js';
import { charactersOf, KnownNames } from './known-names.js';

/** Finds the known name that is meant. */
export interface Spelling {
  /** @returns The paste with its misspelt names put right; undefined when there is nothing to put right. */
  correct(paste: string): Correction | undefined;
}

export interface Correction {
  readonly paste: string;
  /** What was read as what, in order. */
  readonly names: readonly { readonly written: string; readonly meant: string }[];
}

// Looking for a name takes a while, and a paste has one or two that matter.
const mostNames = 4;

/** @param names That the articles know. Asked for on first use: most pastes are spelt as the articles are. */
export function makeSpelling(names: () => readonly string[]): Spelling {
  const known = lazy(() => new KnownNames(names()));
  return {
    correct(paste) {
      // A code that is one digit off is another code.
      const unknown = symbolsOf(paste).filter((name) => !known().has(name.toLowerCase()) && !/^0x/i.test(name));
      const found: { written: string; meant: string }[] = [];
      for (const written of unknown.slice(0, mostNames)) {
        const meant = closest(known(), written);
        if (meant !== undefined) found.push({ written, meant });
      }
      if (found.length === 0) return undefined;
      return {
        paste: found.reduce((text, { written, meant }) => text.replaceAll(written, meant), paste),
        names: found,
      };
    },
  };
}

function closest(known: KnownNames, written: string): string | undefined {
  const lower = written.toLowerCase();
  const slips = slipsIn(lower);
  const digits = digitsOf(lower);
  const characters = charactersOf(lower);
  const near: { readonly at: number; readonly name: string }[] = [];
  for (let length = lower.length - slips; length <= lower.length + slips; length += 1) {
    const alike = known.alike(lower, length).filter((at) => {
      // A slip puts one character in the place of another, at most.
      if (bitsIn(known.characters(at) ^ characters) > 2 * slips) return false;
      const other = known.lower(at);
      // A name with another number names another thing: AADSTS50105, AADSTS50011.
      return isWithin(lower, other, slips) && digitsOf(other) === digits;
    });
    // Of names that are equally close, Fuse takes the first.
    near.push(...alike.sort((one, other) => one - other).map((at) => ({ at, name: known.name(at) })));
  }
  if (near.length < 2) return near[0]?.name;
  return new Fuse(near, { keys: ['name'], threshold: 1, ignoreLocation: true }).search(written)[0]?.item.name;
}

function digitsOf(name: string): string {
  return name.replace(/\D+/g, '');
}

/** How many letters a misspelling of this name may differ in. */
function slipsIn(name: string): number {
  return Math.max(1, Math.floor(name.length / 6));
}

/** Of a number of 32 bits: how many of them are set. */
function bitsIn(number: number): number {
  const pairs = number - ((number >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
