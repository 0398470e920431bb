// "Event ID: 1058", "EventID 13559", "Event 29112", "Event Number: 31552", "Events 7000 and 7011", "<EventID>41</EventID>",
// "事件 ID: 41", and a row as the event viewer copies it: "Error	3/11/2019 3:48:09 PM	DistributedCOM	10016	None".

/** A number of the event log, as written, and the words that say so. */
export interface EventNumber {
  readonly number: string;
  /** Of the words and all numbers that they introduce, character by character. */
  readonly start: number;
  readonly end: number;
}

// Blanks are counted: a paste may hold a million of them.
const pattern =
  /(?:\bevents?(?:\s{0,4}(?:ids?|numbers?|codes?)\b)?|\bereignis(?:-id|kennung)|\bid\.?\s(?:del )?evento|\bid de l['’]événement|код события|(?:事件|イベント)\s?ID|이벤트\s?ID)(?:\sQualifiers="\d{0,9}")?\s{0,8}[:：=#>]?\s{0,8}"?(\d{1,5}(?:(?:,|\s{1,4}(?:and|or|und|oder|&))\s{1,4}\d{2,5}){0,20})\b/gi;

const row = /^.?(?:Error|Warning|Critical|Information)\t[\d/.: -]{8,24}(?:[AP]M)?\t[^\t]{2,80}\t(\d{1,5})\t/gm;

/** @param text One line or several. */
export function eventNumbersIn(text: string): EventNumber[] {
  const words = /event|ereignis|événement|события|事件|イベント|이벤트/i.test(text) ? numbersBy(pattern, text) : [];
  return text.includes('\t') ? [...words, ...numbersBy(row, text)] : words;
}

function numbersBy(introduced: RegExp, text: string): EventNumber[] {
  return Array.from(text.matchAll(introduced)).flatMap(({ 0: words, 1: numbers = '', index }) =>
    (numbers.match(/\d+/g) ?? []).map((number) => ({ number, start: index, end: index + words.length })),
  );
}
