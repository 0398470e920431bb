// What makes an answer doubtful, however much of the paste it explains.

import type { Shelf } from '../shelf.js';
import type { Weighed } from './candidates.js';
import { eventNumbersIn } from './features/event-numbers.js';
import { bestLine } from './quantities.js';
import { isGeneralMessage, isGeneralTitle } from './query/general-message.js';
import type { Query } from './query/read-query.js';
import { wordForWord } from './weights.js';

/** @param first The best candidate. */
export function isDoubtful(shelf: Shelf, query: Query, first: Weighed): boolean {
  return (
    query.lines.every(({ text }) => isGeneralMessage(text)) ||
    restsOnConsequence(query, first) ||
    quotesInPassing(first) ||
    namesOtherEvent(shelf, query, first) ||
    isCalledByGeneralMessage(shelf, first)
  );
}

/** What only follows from a failure follows from any, and is all there is to go by. */
function restsOnConsequence({ lines, tells }: Query, { ranked }: Weighed): boolean {
  return !tells && lines[bestLine(ranked)]?.role === 'consequence';
}

/** "The parameter is incorrect 0x80070057" below a heading about one product: others report the same. */
function isCalledByGeneralMessage(shelf: Shelf, { ranked }: Weighed): boolean {
  return isGeneralTitle(shelf.issueAt(ranked.issue).title);
}

const leastOfTitle = 0.1;

/**
 * Some of its words, neither a name nor a code, and hardly a word of its title: the message may be of any fault, and the
 * article of another. Of seven posts answered so, five were about something else.
 */
function quotesInPassing({ ranked, quantities }: Weighed): boolean {
  return ranked.telling === 0 && ranked.titleShare < leastOfTitle && quantities.phraseShare < wordForWord;
}

/** Its title names an event, the paste others: what the same source reports often reads alike. */
function namesOtherEvent(shelf: Shelf, { lines }: Query, { ranked }: Weighed): boolean {
  const pasted = new Set(lines.flatMap(({ text }) => eventNumbersIn(text)).map(({ number }) => number));
  if (pasted.size === 0) return false;
  const { title } = shelf.articleAt(shelf.articleOf(ranked.issue));
  const named = eventNumbersIn(`${shelf.issueAt(ranked.issue).title}\n${title}`);
  return named.length > 0 && !named.some(({ number }) => pasted.has(number));
}
