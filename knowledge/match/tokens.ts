// Text → tokens, hashed on the way: a knowledge base of thousands of articles is read in seconds, so no token becomes
// a string of its own.

/** What a token is; decides how it may combine. */
export enum Shape {
  word = 0,
  /** Digits only. Where it stands matters more than which it is: `took 310 ms`. */
  number = 1,
  /** Underscores or inner capitals: `CMGConnector_Forbidden`. Its parts follow it. */
  symbol = 2,
  /** Part of the symbol before it. */
  part = 3,
  /** Letters with a number behind them, `AADSTS50105`, `KB4495265`, `C2491`: names one thing, as a code does. */
  name = 4,
}

/** Tokens of one line, in order; reused from line to line. */
export interface Tokens {
  length: number;
  readonly hash: Int32Array;
  readonly shape: Uint8Array;
  /**
   * 1 where a token is tied to the one before it by a dot, slash, backslash or double colon: parts of one name, path or
   * address, such as `System.Data.SqlClient`. Says nothing of parts.
   */
  readonly tied: Uint8Array;
  /** Character positions in the line. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Some token holds a digit. */
  hasDigit: boolean;
  /** Some token may be a name that people copy: capitals within, underscores, or letters with a number. */
  hasName: boolean;
}

/** Lines are read up to this many tokens; what stands behind them never decides. */
const longestLine = 4096;

export function makeTokens(): Tokens {
  return {
    length: 0,
    hash: new Int32Array(longestLine),
    shape: new Uint8Array(longestLine),
    tied: new Uint8Array(longestLine),
    start: new Uint32Array(longestLine),
    end: new Uint32Array(longestLine),
    hasDigit: false,
    hasName: false,
  };
}

enum Char {
  other = 0,
  lower = 1,
  upper = 2,
  digit = 3,
  underscore = 4,
}

/** By character code: what it is, times 65,536, and its small letter. */
const chars = new Uint32Array(0x10000);
for (let code = 0; code < chars.length; code += 1) {
  const char = charOf(code);
  const small = char === Char.other ? '' : String.fromCharCode(code).toLowerCase();
  chars[code] = (char << 16) | (small.length === 1 ? small.charCodeAt(0) : code);
}

function charOf(code: number): Char {
  if (code >= 0x61 && code <= 0x7a) return Char.lower;
  if (code >= 0x41 && code <= 0x5a) return Char.upper;
  if (code >= 0x30 && code <= 0x39) return Char.digit;
  if (code === 0x5f) return Char.underscore;
  // Beyond ASCII: letters of every script are letters without case, punctuation and symbols separate.
  const separates = code < 0xc0 || (code >= 0x2000 && code <= 0x2bff) || (code >= 0x3000 && code <= 0x303f);
  return separates || code >= 0xfe00 ? Char.other : Char.lower;
}

/** FNV-1a's start; a hash of letters continues from it, character by character. */
export const seed = 0x811c9dc5;
const prime = 0x01000193;

/** Signed 32-bit hash of a whole lower-case string, equal to that of a token with these letters. */
export function hashText(text: string): number {
  return finish(hashOn(seed, text));
}

/** The hash of a text that is not yet finished, continued with the characters of another one from a position on. */
export function hashOn(hash: number, text: string, from = 0): number {
  let longer = hash;
  for (let at = from; at < text.length; at += 1) longer = Math.imul(longer ^ text.charCodeAt(at), prime);
  return longer;
}

/** Hash of two hashes in order. */
export function hashPair(first: number, second: number): number {
  return finish(Math.imul(first ^ (second >>> 15) ^ (second << 17), 0x85ebca6b) ^ second);
}

// FNV's low bits are good, its high bits are not; buckets are taken from the high ones. The result is signed: such numbers
// need no memory of their own.
export function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 15);
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  mixed ^= mixed >>> 12;
  mixed = Math.imul(mixed, 0x297a2d39);
  return mixed ^ (mixed >>> 15);
}

/**
 * Splits a line into words, numbers and symbols; whatever else stands in it separates.
 *
 * @param into Overwritten.
 */
export function tokenize(line: string, into: Tokens): void {
  into.hasDigit = false;
  into.hasName = false;
  let count = 0;
  let lastEnd = -1;
  const length = line.length;
  for (let at = 0; at < length && count < longestLine; ) {
    let char = chars[line.charCodeAt(at)] ?? 0;
    let kind: Char = char >>> 16;
    if (kind === Char.other || kind === Char.underscore) {
      at += 1;
      continue;
    }
    const start = at;
    let end = at;
    let hash = seed;
    let endHash = seed;
    let digits = 0;
    let underscores = 0;
    let endUnderscores = 0;
    let humps = 0;
    let letterBehindDigit = false;
    let before: Char = kind;
    do {
      hash = Math.imul(hash ^ (char & 0xffff), prime);
      at += 1;
      if (kind === Char.underscore) underscores += 1;
      else {
        // Underscores at the end are not part of it.
        end = at;
        endHash = hash;
        endUnderscores = underscores;
        if (kind === Char.digit) digits += 1;
        else if (digits > 0) letterBehindDigit = true;
        if (kind !== before && before !== Char.underscore) {
          if (kind === Char.upper && before === Char.lower) humps += 1;
          into.hasName ||= kind === Char.upper || (before === Char.upper && at - start > 2);
        }
      }
      before = kind;
      char = at < length ? (chars[line.charCodeAt(at)] ?? 0) : 0;
      kind = char >>> 16;
    } while (kind !== Char.other);
    const isSymbol = (endUnderscores > 0 || humps > 0) && end - start < 200;
    const isName = !isSymbol && digits >= 3 && digits < at - start && !letterBehindDigit && underscores === 0;
    into.hash[count] = finish(endHash);
    into.tied[count] = isTied(line, lastEnd, start) ? 1 : 0;
    into.shape[count] =
      digits === end - start ? Shape.number : isSymbol ? Shape.symbol : isName ? Shape.name : Shape.word;
    into.start[count] = start;
    into.end[count] = end;
    into.hasDigit ||= digits > 0;
    into.hasName ||= endUnderscores > 0;
    lastEnd = end;
    count += 1;
    if (isSymbol) count = tokenizeParts(line, start, end, into, count);
  }
  into.length = count;
}

/** Whether what stands between two tokens holds them together. */
function isTied(line: string, end: number, start: number): boolean {
  const first = end < 0 ? 0 : line.charCodeAt(end);
  switch (start - end) {
    case 1:
      return first === dot || first === slash || first === backslash;
    case 2:
      return first === colon && (line.charCodeAt(end + 1) === colon || line.charCodeAt(end + 1) === backslash);
    case 3:
      return isAddress(line, start);
    default:
      return false;
  }
}

/** Whether `://` stands before a token. */
export function isAddress(line: string, start: number): boolean {
  return (
    line.charCodeAt(start - 1) === slash && line.charCodeAt(start - 2) === slash && line.charCodeAt(start - 3) === colon
  );
}

const dot = 0x2e;
const slash = 0x2f;
const colon = 0x3a;
const backslash = 0x5c;

/** `CMGConnector_Forbidden` → cmg, connector, forbidden. */
function tokenizeParts(line: string, start: number, end: number, into: Tokens, from: number): number {
  let count = from;
  let at = start;
  while (at < end && count < longestLine) {
    if (kindAt(line, at) === Char.underscore) {
      at += 1;
      continue;
    }
    const partStart = at;
    let hash = seed;
    let digits = 0;
    let before: Char = Char.other;
    while (at < end) {
      const char = chars[line.charCodeAt(at)] ?? 0;
      const kind: Char = char >>> 16;
      if (kind === Char.underscore) break;
      // A capital begins a part after a small letter, and before one: WinHTTPRequest → win, http, request.
      const next = at + 1 < end ? kindAt(line, at + 1) : Char.other;
      if (
        kind === Char.upper &&
        (before === Char.lower || (before === Char.upper && next === Char.lower)) &&
        at > partStart
      )
        break;
      if (kind === Char.digit) digits += 1;
      hash = Math.imul(hash ^ (char & 0xffff), prime);
      before = kind;
      at += 1;
    }
    if (at - partStart < 2 || digits === at - partStart) continue;
    into.hash[count] = finish(hash);
    into.shape[count] = Shape.part;
    into.start[count] = partStart;
    into.end[count] = at;
    count += 1;
  }
  return count;
}

function kindAt(line: string, at: number): Char {
  return (chars[line.charCodeAt(at)] ?? 0) >>> 16;
}
