// Words that no article has, one slip away from a word that articles have: `Operation culd not be complted`. People
// retype messages from screenshots and telephones; with the slip mended the phrases around it fit again.

import { isCommonWord } from '../features/common-words.js';
import { finish, hashOn, hashText, seed } from '../features/tokens.js';
import { featureAt, type Index, listLength } from '../search/feature-index.js';

// Shorter words are one slip away from too many others; longer ones are names.
const word = /(?<![\p{L}\p{N}_.\\/@-])[A-Za-z][a-z]{3,18}(?![\p{L}\p{N}_.\\/@-])/gu;
const mostWords = 12;
const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/**
 * @param budget Shared by the lines of one paste: a log in a language or of a system that no article is about has
 * nothing but unknown words.
 * @returns The line with its slips mended; the same line when there is none.
 */
export function respell(index: Index, line: string, budget: { words: number }): string {
  if (budget.words <= 0) return line;
  return line.replace(word, (written) => {
    const lower = written.toLowerCase();
    if (isKnown(index, lower) || budget.words <= 0) return written;
    budget.words -= 1;
    return closest(index, lower) ?? written;
  });
}

export function spellingBudget(): { words: number } {
  return { words: mostWords };
}

function isKnown(index: Index, lower: string): boolean {
  const hash = hashText(lower);
  return isCommonWord(hash) || featureAt(index, hash) >= 0;
}

/** The word one slip away that most issues have; undefined when none has it at least a few times. */
function closest(index: Index, lower: string): string | undefined {
  let best: string | undefined;
  let most = 2;
  forEachSlip(lower, (hash, at, between, from) => {
    const feature = featureAt(index, hash);
    if (feature < 0) return;
    // An empty list is that of a word that nearly all issues have.
    const frequency = listLength(index, feature) || index.issues;
    if (frequency > most) {
      best = lower.slice(0, at) + between + lower.slice(from);
      most = frequency;
    }
  });
  return best;
}

/**
 * Everything that one letter left out, added, changed or swapped with the next makes of a word: its hash, and the word
 * as what stands before a position, something else, and what stands from a position on. There are hundreds, and hardly
 * any of them is a word.
 */
function forEachSlip(lower: string, visit: (hash: number, at: number, between: string, from: number) => void): void {
  let before = seed;
  for (let at = 0; at <= lower.length; at += 1) {
    const slip = (between: string, from: number): void =>
      visit(finish(hashOn(hashOn(before, between), lower, from)), at, between, from);
    const here = lower.charAt(at);
    const next = lower.charAt(at + 1);
    if (here !== '') slip('', at + 1);
    if (next !== '') slip(next + here, at + 2);
    for (const letter of letters) {
      slip(letter, at);
      if (here !== '' && letter !== here) slip(letter, at + 1);
    }
    before = hashOn(before, here);
  }
}
