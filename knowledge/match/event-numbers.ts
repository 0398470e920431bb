// "Event ID: 1058", "EventID 13559", "Event 29112", "Event Number: 31552", "Events 7000 and 7011", "<EventID>41</EventID>".

/** A number of the event log, as written, and the words that say so. */
export interface EventNumber {
  readonly number: string;
  /** Of the words and all numbers that they introduce, character by character. */
  readonly start: number;
  readonly end: number;
}

// Blanks are counted: a paste may hold a million of them.
const pattern =
  /\b(?:events?(?:\s{0,4}(?:ids?|numbers?|codes?)\b)?|ereignis(?:-id|kennung))(?:\sQualifiers="\d{0,9}")?\s{0,8}[:=#>]?\s{0,8}"?(\d{1,5}(?:(?:,|\s{1,4}(?:and|or|und|oder|&))\s{1,4}\d{2,5}){0,20})\b/gi;

/** @param text One line or several. */
export function eventNumbersIn(text: string): EventNumber[] {
  if (!/event|ereignis/i.test(text)) return [];
  return Array.from(text.matchAll(pattern)).flatMap(({ 0: words, 1: numbers = '', index }) =>
    (numbers.match(/\d+/g) ?? []).map((number) => ({ number, start: index, end: index + words.length })),
  );
}
