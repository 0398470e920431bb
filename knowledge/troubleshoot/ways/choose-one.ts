// "Use one of the following methods:", which says that what follows are ways, and not steps.

import { plainText } from '../../inline-form.js';
import type { Block } from '../../model.js';

const things =
  'methods|options|solutions|workarounds|resolutions|procedures|ways|actions|tasks|steps|approaches|alternatives|fixes';
const several = 'two|three|four|five|several|some|a few|multiple|various|different|many';
// "One of the following conditions" chooses nothing.
const chooseOne = new RegExp(
  [
    String.raw`\b(?:one|any|either)(?: one| or more| or both)? of (?:the|these)(?: two| three| four)?(?: following)?(?: (?:two|three|four))?(?: \w+)? (?:${things})\b`,
    String.raw`\b(?:the|these) following (?:\w+ )?(?:methods|options|workarounds|solutions|resolutions|alternatives|approaches|ways)\b`,
    String.raw`\b(?:do|doing|try|use|take|perform|complete|choose|follow) (?:one|either|any)(?: or more)? of (?:the|these)(?: two)?(?: following)?\s*:`,
    String.raw`\b(?:there are|there're|you have|here are) (?:the following |${several})(?: \w+)? ?(?:ways|options|methods|workarounds|solutions|alternatives)\b`,
    String.raw`\byour options (?:are|include)\b`,
    String.raw`\bany one of these (?:options|methods)\b`,
  ].join('|'),
  'i',
);
const oneAfterAnother = /\b(?:in (?:the )?(?:order|sequence)|each of|all of|both of|as follows, in)\b/i;
// "You can collect it in one of the following ways": not a repair.
const somethingElse =
  /\b(?:to (?:check|find|determine|verify|view|see|open|start|access|collect|obtain|increase)|for more information|for information|more about)\b[^.]*$/i;

/** @param words A sentence that introduces something; plain text. */
export function choosesOne(words: string): boolean {
  return chooseOne.test(words) && !oneAfterAnother.test(words) && !somethingElse.test(words);
}

// "Try one of these" and "as appropriate" leave open which of them helps.
const openWhich =
  /\b(?:try|tr(?:ies|ying)|appropriate|depend(?:s|ing)|situation|appl(?:y|ies|icable)|based on|order)\b/i;

/** Whether what follows are ways to the same end, each as good as another. @param words As of `choosesOne`. */
export function offersChoice(words: string): boolean {
  return choosesOne(words) && !openWhich.test(words);
}

/** Whether it says that not every one of them will do. @param words As of `choosesOne`. */
export function leavesOpenWhich(words: string): boolean {
  return choosesOne(words) && openWhich.test(words);
}

/** The last sentence before a block; empty where something else stands there. */
export function introTo(blocks: readonly Block[], at: number): string {
  const before = blocks[at - 1];
  return before?.kind === 'text'
    ? (plainText(before.text)
        .split(/(?<=[.!?])\s+/)
        .at(-1) ?? '')
    : '';
}
