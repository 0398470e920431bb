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
  readonly hash: Uint32Array;
  readonly shape: Uint8Array;
  /**
   * 1 where a token is tied to the one before it by a dot, slash, backslash or double colon: parts of one name, path or
   * address, such as `System.Data.SqlClient`.
   */
  readonly tied: Uint8Array;
  /** Character positions in the line. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
}

/** Lines are read up to this many tokens; what stands behind them never decides. */
const longestLine = 4096;

export function makeTokens(): Tokens {
  return {
    length: 0,
    hash: new Uint32Array(longestLine),
    shape: new Uint8Array(longestLine),
    tied: new Uint8Array(longestLine),
    start: new Uint32Array(longestLine),
    end: new Uint32Array(longestLine),
  };
}

enum Char {
  other = 0,
  lower = 1,
  upper = 2,
  digit = 3,
  underscore = 4,
}

const classes = new Uint8Array(0x10000);
const lowers = new Uint16Array(0x10000);
for (let code = 0; code < 0x10000; code += 1) {
  lowers[code] = code;
  if (code >= 0x61 && code <= 0x7a) classes[code] = Char.lower;
  else if (code >= 0x41 && code <= 0x5a) {
    classes[code] = Char.upper;
    lowers[code] = code + 32;
  } else if (code >= 0x30 && code <= 0x39) classes[code] = Char.digit;
  else if (code === 0x5f) classes[code] = Char.underscore;
  // Beyond ASCII: letters of every script are letters without case, punctuation and symbols separate.
  else if (
    code >= 0xc0 &&
    !(code >= 0x2000 && code <= 0x2bff) &&
    !(code >= 0x3000 && code <= 0x303f) &&
    code < 0xfe00
  ) {
    classes[code] = Char.lower;
    const small = String.fromCharCode(code).toLowerCase();
    if (small.length === 1) lowers[code] = small.charCodeAt(0);
  }
}

/** FNV-1a's start; a hash of letters continues from it, character by character. */
const seed = 0x811c9dc5;
const prime = 0x01000193;

/** Hash of a whole lower-case string, equal to that of a token with these letters. */
export function hashText(text: string): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return finish(hash);
}

/** Hash of two hashes in order. */
export function hashPair(first: number, second: number): number {
  return finish(Math.imul(first ^ (second >>> 15) ^ (second << 17), 0x85ebca6b) ^ second);
}

// FNV's low bits are good, its high bits are not; buckets are taken from the high ones.
function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 15);
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  mixed ^= mixed >>> 12;
  mixed = Math.imul(mixed, 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/**
 * Splits a line into words, numbers and symbols; whatever else stands in it separates.
 *
 * @param into Overwritten.
 */
export function tokenize(line: string, into: Tokens): void {
  let count = 0;
  let at = 0;
  let lastEnd = -1;
  const length = line.length;
  while (at < length && count < longestLine) {
    let kind = classes[line.charCodeAt(at)];
    if (kind === Char.other || kind === Char.underscore) {
      at += 1;
      continue;
    }
    const start = at;
    let hash = seed;
    let digits = 0;
    let tailDigits = 0;
    let underscores = 0;
    let humps = 0;
    let before = Char.other;
    while (kind !== Char.other && kind !== undefined) {
      tailDigits = kind === Char.digit ? tailDigits + 1 : 0;
      if (kind === Char.digit) digits += 1;
      else if (kind === Char.underscore) underscores += 1;
      else if (kind === Char.upper && before === Char.lower) humps += 1;
      hash = Math.imul(hash ^ (lowers[line.charCodeAt(at)] ?? 0), prime);
      before = kind;
      at += 1;
      kind = at < length ? classes[line.charCodeAt(at)] : Char.other;
    }
    let end = at;
    while (line.charCodeAt(end - 1) === 0x5f) end -= 1;
    if (end < at) {
      hash = seed;
      for (let char = start; char < end; char += 1)
        hash = Math.imul(hash ^ (lowers[line.charCodeAt(char)] ?? 0), prime);
      underscores -= at - end;
    }
    const isSymbol = (underscores > 0 || humps > 0) && end - start < 200;
    const isName = !isSymbol && digits >= 3 && digits < end - start && tailDigits === digits;
    into.hash[count] = finish(hash);
    into.tied[count] = isTied(line, start, lastEnd) ? 1 : 0;
    lastEnd = end;
    into.shape[count] =
      digits === end - start ? Shape.number : isSymbol ? Shape.symbol : isName ? Shape.name : Shape.word;
    into.start[count] = start;
    into.end[count] = end;
    count += 1;
    if (isSymbol) count = tokenizeParts(line, start, end, into, count);
  }
  into.length = count;
}

function isTied(line: string, start: number, lastEnd: number): boolean {
  if (lastEnd < 0 || start - lastEnd > 3) return false;
  const between = line.slice(lastEnd, start);
  return (
    between === '.' || between === '/' || between === '\\' || between === '::' || between === '://' || between === ':\\'
  );
}

/** `CMGConnector_Forbidden` → cmg, connector, forbidden. */
function tokenizeParts(line: string, start: number, end: number, into: Tokens, from: number): number {
  let count = from;
  let at = start;
  while (at < end && count < longestLine) {
    if (classes[line.charCodeAt(at)] === Char.underscore) {
      at += 1;
      continue;
    }
    const partStart = at;
    let hash = seed;
    let digits = 0;
    let before: number = Char.other;
    while (at < end) {
      const code = line.charCodeAt(at);
      const kind = classes[code] ?? Char.other;
      if (kind === Char.underscore) break;
      // A capital begins a part after a small letter, and before one: WinHTTPRequest → win, http, request.
      const next = at + 1 < end ? classes[line.charCodeAt(at + 1)] : Char.other;
      if (
        kind === Char.upper &&
        (before === Char.lower || (before === Char.upper && next === Char.lower)) &&
        at > partStart
      )
        break;
      if (kind === Char.digit) digits += 1;
      hash = Math.imul(hash ^ (lowers[code] ?? 0), prime);
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
