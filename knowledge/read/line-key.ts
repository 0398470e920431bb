// The normal form of a log line, as a key: equal for lines that say the same thing at another time, about another
// object, on another machine. It is made from bytes, since a log of a gigabyte has millions of lines and few different
// ones: only a line with a new key is ever turned into text.

import type { KnownWords } from './known-words.js';

const space = 0x20;
const hyphen = 0x2d;
const closingBracket = 0x5d;
const underscore = 0x5f;

const letter = 1;
const digit = 2;
/** Set beside `letter` for a to f, and beside `digit`. */
const hex = 4;
/** Bytes of other scripts than Latin, which may have no spaces between words. */
const foreign = 8;
const latin = letter | digit | hex;

const classes = new Uint8Array(256);
for (let byte = 0; byte < 256; byte += 1) {
  const small = byte | 0x20;
  if (byte >= 0x80) classes[byte] = foreign;
  // An underscore holds a name together.
  else if (byte === underscore || (small >= 0x67 && small <= 0x7a)) classes[byte] = letter;
  else if (small >= 0x61 && small <= 0x66) classes[byte] = letter | hex;
  else if (byte >= 0x30 && byte <= 0x39) classes[byte] = digit | hex;
}

const numberMark = 0x23;
const unknownMark = 0x3f;
/** More unknown words side by side make no difference. */
const mostUnknownInRow = 6;
const prime = 0x01000193;

/** Two hashes of 32 bits: among millions of lines, one would meet chance equals. */
export class LineKey {
  readonly #known: Pick<KnownWords, 'has'> | undefined;
  first = 0;
  second = 0;
  /** Whether the line holds what may be a code: a telling number, or any in a script that is not read here. */
  hasCode = false;

  /** @param known Other words than these count as one; without it, each word counts. */
  constructor(known?: Pick<KnownWords, 'has'>) {
    this.#known = known;
  }

  /**
   * Reads the line from `start` to `end`, in UTF-8 or any other extension of ASCII. Numbers, GUIDs, addresses and the
   * like all count as one; codes, statuses and event numbers are kept, since lines that differ in those say different
   * things. Of Configuration Manager's markup only the message is read.
   */
  read(bytes: Buffer, start: number, end: number): this {
    const known = this.#known;
    let first = 0x811c9dc5;
    let second = 0x1b873593;
    let wasNumber = false;
    let hasCode = false;
    let wordEnd = -nearby;
    let statusEnd = -2;
    let unknownInRow = 0;
    let at = start;
    while (at < end) {
      let byte = bytes[at] ?? 0;
      let kind = classes[byte] ?? 0;
      if (kind === 0) {
        at = byte === closingBracket && isMessageEnd(bytes, at, end) ? nextMessage(bytes, at, end) : at + 1;
        continue;
      }
      if (kind === foreign) {
        first = Math.imul(first ^ byte, prime);
        second = Math.imul(second ^ byte, 0x297a2d39);
        wasNumber = false;
        hasCode = true;
        at += 1;
        continue;
      }
      const from = at;
      let some = 0;
      let every = latin;
      let exact = 0;
      do {
        exact = Math.imul(exact ^ byte, prime);
        some |= kind;
        every &= kind;
        at += 1;
        byte = at < end ? (bytes[at] ?? 0) : space;
        kind = classes[byte] ?? 0;
      } while ((kind & latin) !== 0);

      let token = exact;
      let isNumber = false;
      let isKept = false;
      if ((some & digit) !== 0) {
        const isDecimal = (some & letter) === 0;
        isKept =
          (from - wordEnd < nearby && at - from <= (isDecimal ? 6 : 10) && saysCode(bytes, start, wordEnd)) ||
          (isDecimal
            ? from === statusEnd + 1 || isTellingNumber(bytes, start, from, at, end)
            : isTellingName(bytes, start, from, at, end, wasNumber));
        if (isKept) {
          hasCode = true;
          // The sub-status follows.
          if (isDecimal && isStatus(bytes, from, at, end)) statusEnd = at;
        } else {
          isNumber = isDecimal || (every & hex) !== 0 || isIdentifier(bytes, from, at);
          token = isNumber ? numberMark : masked(bytes, from, at);
        }
      } else if ((every & hex) !== 0 && isPartOfGuid(bytes, start, from, at, end)) {
        isNumber = true;
        token = numberMark;
      } else wordEnd = at;

      if (known !== undefined && !isNumber && at - from > 1) {
        // Long codes are the same wherever they stand; shorter ones, and negative ones, are told by what stands before.
        const standsAlone = !isKept || (at - from >= 8 && bytes[from - 1] !== hyphen);
        if (standsAlone && !known.has(exact, bytes, from, at)) {
          unknownInRow += 1;
          if (unknownInRow > mostUnknownInRow) continue;
          token = unknownMark + (some & digit);
        } else unknownInRow = 0;
      }
      // Dates, stacks and lists have any number of numbers.
      if (isNumber && wasNumber) continue;
      wasNumber = isNumber;
      first = Math.imul(first ^ token, 0x2c1b3c6d);
      first ^= first >>> 15;
      second = (Math.imul(second ^ ((token << 13) | (token >>> 19)), 0x297a2d39) + token) | 0;
    }
    this.first = first >>> 0;
    this.second = second >>> 0;
    this.hasCode = hasCode;
    return this;
  }
}

/** Hash of a name in which every run of digits is one mark. */
function masked(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0;
  let inDigits = false;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    const isDigit = ((classes[byte] ?? 0) & digit) !== 0;
    if (!isDigit) hash = Math.imul(hash ^ byte, prime);
    else if (!inDigits) hash = Math.imul(hash ^ numberMark, prime);
    inDigits = isDigit;
  }
  return hash;
}

/** A word speaks of the number behind it across so many bytes: `Code=5`, `error: (5`. */
const nearby = 5;

/** `]LOG]!>` */
function isMessageEnd(bytes: Uint8Array, at: number, end: number): boolean {
  return (
    at + 4 < end &&
    bytes[at + 1] === 0x4c &&
    bytes[at + 2] === 0x4f &&
    bytes[at + 3] === 0x47 &&
    bytes[at + 4] === closingBracket
  );
}

/** What follows a message is longer only where another message stands in the same line. */
const longestFields = 150;

/** @returns Where the next message of the line begins; `end` when there is none. */
function nextMessage(bytes: Uint8Array, at: number, end: number): number {
  if (end - at <= longestFields) return end;
  for (let next = at + 7; next < end; next += 1) {
    // `<![LOG[`
    if (bytes[next] === 0x3c && bytes[next + 1] === 0x21 && bytes[next + 2] === 0x5b && bytes[next + 3] === 0x4c)
      return Math.min(end, next + 7);
  }
  return end;
}

/** The last four letters of words that name the number behind them a code. */
const codeWords: ReadonlySet<number> = new Set(
  ['code', 'rror', '_err', ' err', 'rrno', 'atus', 'sult', 'rned', 'urns', 'exit', 'hler', 'vent'].map((letters) =>
    [...letters].reduce((sum, one) => (sum << 8) | (one.charCodeAt(0) | 0x20), 0),
  ),
);

/** Of words that may say so, the last two letters; most words of a log end otherwise. */
const codeWordEnds = new Uint8Array(1 << 16);
for (const letters of [...codeWords, 0x6872, 0x7263, 0x6964]) codeWordEnds[letters & 0xffff] = 1;

/** @param end Of the word before a number. */
function saysCode(bytes: Uint8Array, start: number, end: number): boolean {
  const last = small(bytes, end - 1);
  const lastButOne = end - 2 < start ? space : small(bytes, end - 2);
  if (codeWordEnds[(lastButOne << 8) | last] === 0) return false;
  const third = end - 3 < start ? space : small(bytes, end - 3);
  const fourth = end - 4 < start ? space : small(bytes, end - 4);
  if (codeWords.has((fourth << 24) | (third << 16) | (lastButOne << 8) | last)) return true;
  // hr, rc
  if ((lastButOne === 0x68 && last === 0x72) || (lastButOne === 0x72 && last === 0x63)) return classes[third] === 0;
  // EventID, Event ID
  if (lastButOne !== 0x69 || last !== 0x64) return false;
  return (end - 6 >= start && small(bytes, end - 6) === 0x76) || (end - 7 >= start && small(bytes, end - 7) === 0x76);
}

/** True for a decimal number that may be a code. */
function isTellingNumber(bytes: Uint8Array, start: number, from: number, to: number, end: number): boolean {
  switch (to - from) {
    case 3:
      return isStatus(bytes, from, to, end);
    case 8: // 80070005
      return isBareFailure(bytes, from, to);
    case 10: // 2147942405, -2147024891
      return isFailureInDecimal(bytes, start, from);
    default:
      return false;
  }
}

/** `2147942405`, `-2147024891` */
function isFailureInDecimal(bytes: Uint8Array, start: number, from: number): boolean {
  let value = 0;
  for (let at = from; at < from + 10; at += 1) value = value * 10 + (bytes[at] ?? 0) - 0x30;
  if (value > 0xffffffff) return false;
  if (isFailureByte(value >>> 24)) return true;
  // A hyphen that ties the number to something is no sign: a date, an identifier.
  const isNegative =
    from > start && bytes[from - 1] === hyphen && (from - 1 === start || classes[bytes[from - 2] ?? 0] === 0);
  return isNegative && isFailureByte(-value >>> 24);
}

/** The beginnings that codes of failures commonly have; of all numbers, they are one in fifty. */
function isFailureByte(high: number): boolean {
  return high === 0x80 || high === 0x87 || high === 0xc0 || high === 0xc1 || high === 0xd0;
}

/** `403 7 0` and `503 0 64`, as web servers log failures: status, sub-status and Windows' own. */
function isStatus(bytes: Uint8Array, from: number, to: number, end: number): boolean {
  if (to - from !== 3 || (bytes[from] !== 0x34 && bytes[from] !== 0x35)) return false;
  const isDigit = (at: number): boolean => at < end && ((classes[bytes[at] ?? 0] ?? 0) & digit) !== 0;
  const isSpace = (at: number): boolean => at < end && bytes[at] === space;
  if (!isSpace(to) || !isDigit(to + 1)) return false;
  return isDigit(to + 2) ? isSpace(to + 3) && isDigit(to + 4) : isSpace(to + 2) && isDigit(to + 3);
}

/** True for letters and digits that may be a code or name one. */
function isTellingName(
  bytes: Uint8Array,
  start: number,
  from: number,
  to: number,
  end: number,
  afterNumber: boolean,
): boolean {
  if (isPrefixed(bytes, from)) return isTellingHex(bytes, from + 2, to, afterNumber);
  switch (to - from) {
    case 8: // 87D00454, C0000005
      if (isBareFailure(bytes, from, to)) return !isBesideHyphen(bytes, start, from, to, end);
      break;
    case 9: // 80070005h
      if (bytes[from] === 0x38 && small(bytes, to - 1) === 0x68) return true;
      break;
    default:
  }
  return (
    to - from <= 12 &&
    isNumberedName(bytes, from, to) &&
    !(isHexadecimal(bytes, from, to) && isPartOfGuid(bytes, start, from, to, end))
  );
}

/** `0x` */
function isPrefixed(bytes: Uint8Array, from: number): boolean {
  return bytes[from] === 0x30 && ((bytes[from + 1] ?? 0) | 0x20) === 0x78;
}

/**
 * Failures begin with 8 to D, wrapped Win32 codes with 0000, codes of 64 bits with FFFFFFFF; other long ones are
 * addresses. Short ones are codes too, but not `8548 (0x2164)`, which is a thread.
 */
function isTellingHex(bytes: Uint8Array, from: number, to: number, afterNumber: boolean): boolean {
  switch (to - from) {
    case 3:
    case 4:
    case 5:
      return !afterNumber;
    case 8:
    case 9: // with a trailing L or h
      return isFailure(bytes[from] ?? 0) || (bytes[from] === 0x30 && bytes[from + 3] === 0x30);
    case 16:
      return small(bytes, from) === 0x66 && small(bytes, from + 7) === 0x66;
    default:
      return false;
  }
}

/** First digit of a code that reports a failure. */
function isFailure(first: number): boolean {
  return first === 0x38 || first === 0x39 || ((first | 0x20) >= 0x61 && (first | 0x20) <= 0x64);
}

/** Without `0x`, only its beginning tells a code from any other eight digits. */
function isBareFailure(bytes: Uint8Array, from: number, to: number): boolean {
  return isHexadecimal(bytes, from, to) && isFailureByte(16 * digitAt(bytes, from) + digitAt(bytes, from + 1));
}

function isHexadecimal(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (((classes[bytes[at] ?? 0] ?? 0) & hex) === 0) return false;
  return true;
}

function digitAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0;
  return byte <= 0x39 ? byte - 0x30 : (byte | 0x20) - 0x57;
}

function small(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | 0x20;
}

/** AADSTS50105, IDX10223, KB4495265: two capitals or more, then four digits or more. */
function isNumberedName(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to && (bytes[at] ?? 0) >= 0x41 && (bytes[at] ?? 0) <= 0x5a) at += 1;
  if (at - from < 2 || to - at < 4) return false;
  while (at < to && ((classes[bytes[at] ?? 0] ?? 0) & digit) !== 0) at += 1;
  return at === to;
}

/** Base 64, digests and the like, which are as good as numbers. */
function isIdentifier(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from <= 24) return isPrefixed(bytes, from);
  for (let at = from; at < to; at += 1) if (bytes[at] === underscore) return false;
  return true;
}

/** A group of a GUID may happen to have no digit. */
function isPartOfGuid(bytes: Uint8Array, start: number, from: number, to: number, end: number): boolean {
  const length = to - from;
  return (length === 4 || length === 8 || length === 12) && isBesideHyphen(bytes, start, from, to, end);
}

function isBesideHyphen(bytes: Uint8Array, start: number, from: number, to: number, end: number): boolean {
  return (from > start && bytes[from - 1] === hyphen) || (to < end && bytes[to] === hyphen);
}
