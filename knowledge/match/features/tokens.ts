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
  /** How many tokens may be names that people copy: capitals within, underscores, or letters with a number. */
  names: number;
  /** Which tokens those are. */
  readonly name: Uint16Array;
}

/** Lines are read up to this many tokens and characters; what stands behind them never decides. */
const longestLine = { tokens: 1 << 12, characters: 1 << 18 } as const;

export function makeTokens(): Tokens {
  return {
    length: 0,
    hash: new Int32Array(longestLine.tokens),
    shape: new Uint8Array(longestLine.tokens),
    tied: new Uint8Array(longestLine.tokens),
    start: new Uint32Array(longestLine.tokens),
    end: new Uint32Array(longestLine.tokens),
    hasDigit: false,
    names: 0,
    name: new Uint16Array(longestLine.tokens),
  };
}

enum Char {
  other = 0,
  lower = 1,
  upper = 2,
  digit = 3,
  underscore = 4,
  /** Of Chinese, Japanese and Korean, that stand next to Latin names with no blank between: `访问samba服务器`. */
  eastern = 5,
}

// Called so and not as a method: strings are kept in more forms than V8 tells apart at one place, so that it would look
// the method up anew for each character.
const { charCodeAt } = String.prototype;

/** Of the line being read: what each character is, times 65,536, and its small letter; then a 0. */
let chars = new Int32Array(1 << 12);

/** @returns So many characters are read. */
function readChars(line: string): number {
  const length = Math.min(line.length, longestLine.characters);
  if (length >= chars.length) chars = new Int32Array(2 * length);
  const into = chars;
  for (let at = 0; at < length; at += 1) {
    const code = charCodeAt.call(line, at);
    into[at] = (code < 0x80 ? ascii[code] : beyondAscii(code)) ?? 0;
  }
  into[length] = 0;
  return length;
}

const ascii = Int32Array.from({ length: 0x80 }, (_, code) => readChar(code));
/** By character code, as they are met: to find the small letters of all takes longer than a paste. */
const others = new Int32Array(0x10000);

function beyondAscii(code: number): number {
  const known = others[code] ?? 0;
  if (known !== 0) return known;
  const char = readChar(code);
  others[code] = char;
  return char;
}

function readChar(code: number): number {
  const char = charOf(code);
  const small = char === Char.other ? '' : String.fromCharCode(code).toLowerCase();
  return (char << 16) | (small.length === 1 ? small.charCodeAt(0) : code);
}

function charOf(code: number): Char {
  if (code >= 0x61 && code <= 0x7a) return Char.lower;
  if (code >= 0x41 && code <= 0x5a) return Char.upper;
  if (code >= 0x30 && code <= 0x39) return Char.digit;
  if (code === 0x5f) return Char.underscore;
  if ((code >= 0x3040 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3)) return Char.eastern;
  // Beyond ASCII: letters of every script are letters without case, punctuation and symbols separate.
  const separates = code < 0xc0 || (code >= 0x2000 && code <= 0x2bff) || (code >= 0x3000 && code <= 0x303f);
  return separates || code >= 0xfe00 ? Char.other : Char.lower;
}

function kindOf(char: number): Char {
  return char >>> 16;
}

function beginsToken(kind: Char): boolean {
  return kind !== Char.other && kind !== Char.underscore;
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
  const length = readChars(line);
  const text = chars;
  const { hash: hashes, shape, tied, start: starts, end: ends } = into;
  let count = 0;
  let names = 0;
  let lastEnd = -1;
  let hasDigit = false;
  for (let at = 0; at < length && count < longestLine.tokens; ) {
    let char = text[at] ?? 0;
    let kind = kindOf(char);
    if (!beginsToken(kind)) {
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
    let mayBeName = false;
    let before = kind;
    const isEastern = kind === Char.eastern;
    // Characters of one kind after the other.
    do {
      const from = at;
      const here = kind;
      do {
        hash = Math.imul(hash ^ (char & 0xffff), prime);
        at += 1;
        char = text[at] ?? 0;
        kind = kindOf(char);
      } while (kind === here);
      if (here === Char.underscore) underscores += at - from;
      else {
        // Underscores at the end are not part of it.
        end = at;
        endHash = hash;
        endUnderscores = underscores;
        if (here === Char.digit) digits += at - from;
        else if (digits > 0) letterBehindDigit = true;
        if (here !== before && before !== Char.underscore) {
          if (here === Char.upper && before === Char.lower) humps += 1;
          mayBeName ||= here === Char.upper || (before === Char.upper && from - start > 1);
        }
      }
      before = here;
    } while (kind !== Char.other && (kind === Char.eastern) === isEastern);
    const isSymbol = (endUnderscores > 0 || humps > 0) && end - start < 200;
    const isName = !isSymbol && digits >= 3 && digits < at - start && !letterBehindDigit && underscores === 0;
    hashes[count] = finish(endHash);
    tied[count] = isTied(lastEnd, start) ? 1 : 0;
    shape[count] = digits === end - start ? Shape.number : isSymbol ? Shape.symbol : isName ? Shape.name : Shape.word;
    starts[count] = start;
    ends[count] = end;
    hasDigit ||= digits > 0;
    if (mayBeName || endUnderscores > 0) {
      into.name[names] = count;
      names += 1;
    }
    if (isNotShortened(start, end, lastEnd, count)) {
      hashes[count] = not;
      hashes[count - 1] = unshortened(hashes[count - 1] ?? 0, starts[count - 1] ?? 0, lastEnd);
    } else if (hashes[count] === cannot && count + 1 < longestLine.tokens) {
      hashes[count] = can;
      ends[count] = start + 3;
      count += 1;
      hashes[count] = not;
      shape[count] = Shape.word;
      tied[count] = 0;
      starts[count] = start + 3;
      ends[count] = end;
    }
    lastEnd = end;
    count += 1;
    if (isSymbol) count = tokenizeParts(start, end, into, count);
  }
  into.length = count;
  into.hasDigit = hasDigit;
  into.names = names;
}

// Programs say "is not" and "cannot", those who write about them "isn't" and "can't". All are read as two words.
const not = hashText('not');
const can = hashText('can');
const cannot = hashText('cannot');
const will = hashText('will');
const won = hashText('won');

/** Whether a token is the t of "isn't". @param before End of the token before it. */
function isNotShortened(start: number, end: number, before: number, count: number): boolean {
  if (end - start !== 1 || before !== start - 1 || count === 0 || ((chars[start] ?? 0) & 0xffff) !== smallT)
    return false;
  const between = (chars[before] ?? 0) & 0xffff;
  return (between === apostrophe || between === curlyApostrophe) && ((chars[before - 1] ?? 0) & 0xffff) === smallN;
}

/** @returns Hash of the word before "not": is, of isn. */
function unshortened(hash: number, start: number, end: number): number {
  if (hash === can) return can;
  if (hash === won) return will;
  let word = seed;
  for (let at = start; at < end - 1; at += 1) word = Math.imul(word ^ ((chars[at] ?? 0) & 0xffff), prime);
  return finish(word);
}

/** @returns A token as written, underscores around it included. */
export function tokenAt(line: string, { start, end }: Tokens, token: number): string {
  let from = start[token] ?? 0;
  let to = end[token] ?? 0;
  while (line.charCodeAt(from - 1) === underscore) from -= 1;
  while (line.charCodeAt(to) === underscore) to += 1;
  return line.slice(from, to);
}

/** Whether what stands between two tokens holds them together. */
function isTied(end: number, start: number): boolean {
  const first = end < 0 ? 0 : chars[end];
  switch (start - end) {
    case 1:
      return first === dot || first === slash || first === backslash;
    case 2:
      return first === colon && (chars[end + 1] === colon || chars[end + 1] === backslash);
    case 3:
      return first === colon && chars[end + 1] === slash && chars[end + 2] === slash;
    default:
      return false;
  }
}

/** Whether `://` stands before a token. */
export function isAddress(line: string, start: number): boolean {
  return line.startsWith('://', start - 3);
}

const underscore = 0x5f;
const apostrophe = 0x27;
const curlyApostrophe = 0x2019;
const smallN = 0x6e;
const smallT = 0x74;
const dot = 0x2e;
const slash = 0x2f;
const colon = 0x3a;
const backslash = 0x5c;

/** `CMGConnector_Forbidden` → cmg, connector, forbidden. */
function tokenizeParts(start: number, end: number, into: Tokens, from: number): number {
  let count = from;
  let at = start;
  while (at < end && count < longestLine.tokens) {
    if (kindOf(chars[at] ?? 0) === Char.underscore) {
      at += 1;
      continue;
    }
    const partStart = at;
    let hash = seed;
    let digits = 0;
    let before: Char = Char.other;
    while (at < end) {
      const char = chars[at] ?? 0;
      const kind = kindOf(char);
      if (kind === Char.underscore) break;
      // A capital begins a part after a small letter, and before one: WinHTTPRequest → win, http, request.
      const next = at + 1 < end ? kindOf(chars[at + 1] ?? 0) : Char.other;
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
