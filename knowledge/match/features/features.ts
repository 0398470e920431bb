// Lines → features: what an article and a paste can have in common. The same function reads both.

import { type FoundCode, findCodes, innerOf, isGeneric, valueOfName } from '../../codes/index.js';
import { isCommonWord } from './common-words.js';
import { eventNumbersIn } from './event-numbers.js';
import { FileName } from './file-name.js';
import { isGeneralName } from './general-names.js';
import { Kind } from './kind.js';
import { LineFeatures } from './line-features.js';
import { productNamed } from './product-aliases.js';
import { hashPair, hashText, isAddress, makeTokens, Shape, type Tokens, tokenize } from './tokens.js';

/** Receives each feature. Positions are characters of the line. */
export type Emit = (hash: number, kind: Kind, start: number, end: number) => void;

const tokens: Tokens = makeTokens();
const features = new LineFeatures();
const numberMark = hashText('<number>');
const codeSeed = hashText('<code>');
const spaceSeeds = { stop: hashText('<stop>'), ldap: hashText('<ldap>') } as const;
const statusSeed = hashText('<status>');
const lineSeed = hashText('<line>');
const messageSeed = hashText('<message>');
const eventSeed = hashText('<event>');

/** Hash of the code feature of a value. */
export function codeHash(value: number): number {
  return hashPair(codeSeed, value >>> 0);
}

/** @param whole Hash of a line from end to end. */
export function lineHash(whole: number): number {
  return hashPair(lineSeed, whole);
}

/** Of a message that is this one line. */
export function messageHash(whole: number): number {
  return hashPair(messageSeed, whole);
}

export function statusHash(status: string): number {
  return hashPair(statusSeed, hashText(status));
}

/**
 * @param line One line, its log markup taken off.
 * @param phrases Whether pairs and triples of neighbouring tokens count.
 * @returns Hash of the whole line, numbers all alike; 0 for fewer than two units, and without phrases.
 */
export function featuresOf(line: string, phrases: boolean, emit: Emit): number {
  tokenize(line, tokens);
  const whole = readFeatures(line, tokens, phrases, features);
  const { hash, kind, start, end, length } = features;
  for (let at = 0; at < length; at += 1) emit(hash[at] ?? 0, kind[at] ?? Kind.word, start[at] ?? 0, end[at] ?? 0);
  return whole;
}

/**
 * The same for a line whose tokens are at hand.
 *
 * @param into Overwritten.
 */
export function readFeatures(line: string, tokens: Tokens, phrases: boolean, into: LineFeatures): number {
  const { hash, shape, tied, start, end, length, hasDigit } = tokens;
  into.length = 0;
  const codes = hasDigit && hasCodes(line) ? findCodes(line) : none;
  const hasAddress = line.includes('://') || line.includes(resourcePath);
  phrase.begin();
  let units = 0;
  let whole = 0;
  let addressEnd = -1;
  const hasDriver = line.includes(driver);
  const hasBrowser = line.includes(browser);
  let passerEnd = -1;
  let at = 0;
  addProducts(tokens, into);
  while (at < length) {
    const from = start[at] ?? 0;
    let unit = 0;
    let parts = 0;
    let names = 0;
    let isCommon = true;
    let to = from;
    file.begin();
    // A unit is a token with all that is tied to it: one neighbour, not several.
    do {
      const here = hash[at] ?? 0;
      const kind: Shape = shape[at] ?? Shape.word;
      const begin = start[at] ?? 0;
      const isCommonHere = kind === Shape.word && isCommonWord(here);
      to = end[at] ?? 0;
      if (hasAddress && beginsPlace(line, begin)) addressEnd = endOfAddress(line, begin);
      if (hasDriver && line.startsWith(driver, begin - 1)) passerEnd = endOfDriver(line, begin);
      if (hasBrowser && line.startsWith(browser, begin)) {
        passerEnd = endOfBrowser(line, begin);
        addressEnd = passerEnd;
      }
      if (to <= addressEnd && kind !== Shape.number) into.add(here, Kind.place, begin, to);
      else addToken(line, here, kind, isCommonHere, begin, to, codes, into);
      const neighbour = kind === Shape.number ? numberMark : here;
      unit = parts === 0 ? neighbour : hashPair(unit, neighbour);
      parts += 1;
      const isName = kind !== Shape.number && to - begin > 1;
      if (isName) names += 1;
      file.extend(line, neighbour, begin, isName);
      isCommon &&= kind === Shape.number || isCommonHere;
      at += 1;
      for (; at < length && shape[at] === Shape.part; at += 1)
        into.add(hash[at] ?? 0, Kind.part, start[at] ?? 0, end[at] ?? 0);
    } while (at < length && tied[at] === 1);
    // Dates, versions and addresses are numbers all through, and name nothing; nor does `N/A`.
    if (parts > 1 && names > 0) into.add(unit, kindOfUnit(line, unit, to, addressEnd), from, to);
    else if (parts === 2) addStatus(line, from, to, into);
    if (file.isThere && to > addressEnd) into.add(file.hash, Kind.symbol, file.start, to);
    units += 1;
    whole = hashPair(whole, unit);
    // Who passes a message on stands before it, in words of its own.
    if (phrases && to > passerEnd) phrase.extend(unit, isCommon, from, to, into);
  }
  if (phrases) phrase.end(into);
  for (const { value, text, start: from, certain, space } of codes) {
    if (space !== 'windows') into.add(hashPair(spaceSeeds[space], value), Kind.code, from, from + text.length);
    else addCode(value, certain && !isGeneric(value), from, from + text.length, into);
  }
  if (hasDigit) addEvents(line, into);
  return phrases && units > 1 ? whole : 0;
}

// A line's ends are neighbours too: a message that is the whole line differs from one that is part of it.
const lineStart = hashText('<start>');
const lineEnd = hashText('<end>');

/** The last two units of the line being read: phrases are the pairs and triples that the next one makes with them. */
class Phrase {
  #units = 0;
  #first = 0;
  #second = lineStart;
  #firstStart = 0;
  #secondStart = 0;
  #secondEnd = 0;
  // Such units tell nothing by themselves; phrases of them alone tell nothing either.
  #firstIsCommon = true;
  #secondIsCommon = true;

  begin(): void {
    this.#units = 0;
    this.#second = lineStart;
    this.#secondIsCommon = true;
  }

  extend(unit: number, isCommon: boolean, start: number, end: number, into: LineFeatures): void {
    const pairIsCommon = isCommon && this.#secondIsCommon;
    const pairStart = this.#units === 0 ? start : this.#secondStart;
    into.add(hashPair(this.#second, unit), pairIsCommon ? Kind.commonPhrase : Kind.pair, pairStart, end);
    if (this.#units > 0) {
      const kind = pairIsCommon && this.#firstIsCommon ? Kind.commonPhrase : Kind.triple;
      const tripleStart = this.#units === 1 ? this.#secondStart : this.#firstStart;
      into.add(hashPair(hashPair(this.#first, this.#second), unit), kind, tripleStart, end);
    }
    this.#units += 1;
    this.#first = this.#second;
    this.#firstStart = this.#secondStart;
    this.#firstIsCommon = this.#secondIsCommon;
    this.#second = unit;
    this.#secondStart = start;
    this.#secondEnd = end;
    this.#secondIsCommon = isCommon;
  }

  end(into: LineFeatures): void {
    if (this.#units > 0) this.extend(lineEnd, true, this.#secondStart, this.#secondEnd, into);
  }
}

const phrase = new Phrase();
const file = new FileName();

// Resources of Azure are named by paths from here on.
const resourcePath = '/subscriptions/';

// "[Microsoft][ODBC Driver 17 for SQL Server][SQL Server]Login failed": drivers put themselves before what they report.
const driver = '[Microsoft][';

// Browsers tell every server all that they are like: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (…) …".
const browser = 'Mozilla/';

function beginsPlace(line: string, start: number): boolean {
  return isAddress(line, start) || line.startsWith(resourcePath, start - 1);
}

function kindOfUnit(line: string, unit: number, end: number, addressEnd: number): Kind {
  if (end <= addressEnd) return Kind.place;
  return isGeneralName(line, unit, end) ? Kind.part : Kind.symbol;
}

function endOfAddress(line: string, from: number): number {
  const length = line.slice(from).search(/[\s"'<>),;]/);
  return length < 0 ? line.length : from + length;
}

/** @param from Behind the first bracket. @returns Behind the last of the brackets that follow each other. */
function endOfDriver(line: string, from: number): number {
  return from + (/^[^\]]*(?:\]\[[^\][]{1,80})*\]/.exec(line.slice(from, from + 400))?.[0].length ?? 0);
}

function endOfBrowser(line: string, from: number): number {
  const traits = /^Mozilla\/[\d.]{1,9}(?: \([^)]{0,300}\)| [A-Za-z]{1,30}\/[\d.]{1,30}){0,12}/;
  return from + (traits.exec(line.slice(from, from + 900))?.[0].length ?? 0);
}

const none: readonly FoundCode[] = [];

/** Products by their names, one word or two; parts of a name count too: `WsusPool`. */
function addProducts({ hash, shape, start, end, length }: Tokens, into: LineFeatures): void {
  let before = 0;
  let beforeStart = 0;
  for (let at = 0; at < length; at += 1) {
    const here = hash[at] ?? 0;
    const product = productNamed(here);
    if (product !== 0) into.add(product, Kind.product, start[at] ?? 0, end[at] ?? 0);
    if (shape[at] === Shape.part) continue;
    const both = productNamed(hashPair(before, here));
    if (both !== 0) into.add(both, Kind.product, beforeStart, end[at] ?? 0);
    before = here;
    beforeStart = start[at] ?? 0;
  }
}

function addToken(
  line: string,
  hash: number,
  shape: Shape,
  isCommon: boolean,
  start: number,
  end: number,
  codes: readonly FoundCode[],
  into: LineFeatures,
): void {
  const code = codes.length === 0 ? undefined : codeAt(codes, start, end);
  if (code !== undefined) {
    // Two digits are the same too often: of a date, of a time.
    if (code.space !== 'windows') return;
    if (code.certain && end - start > 2 && !isGeneric(code.value)) into.add(hash, Kind.codeText, start, end);
    return;
  }
  switch (shape) {
    case Shape.number:
      if (end - start > 2 && end - start <= 7) into.add(hash, Kind.word, start, end);
      break;
    case Shape.symbol:
      if (isField(line, start, end) || isGeneralName(line, hash, end)) {
        into.add(hash, Kind.part, start, end);
        break;
      }
      into.add(hash, Kind.symbol, start, end);
      addNamedCode(line.slice(start, end), start, end, into);
      break;
    case Shape.name:
      into.add(hash, Kind.name, start, end);
      break;
    default:
      if (end - start > 1) into.add(hash, isCommon ? Kind.commonWord : Kind.word, start, end);
  }
}

/** The name of a field, of JSON, of XML, of `Name=value` or of a debugger's `NAME:  value`: every record of its kind has it. */
function isField(line: string, start: number, end: number): boolean {
  const before = start === 0 ? 0 : line.charCodeAt(start - 1);
  const after = line.charCodeAt(end);
  if (before === 0x3c) return (after === 0x3e || after === 0x20) && !/\w/.test(line.charAt(start - 2));
  if (before === 0x2f && after === 0x3e) return line.charCodeAt(start - 2) === 0x3c;
  if (after === 0x3d) return true;
  if (after === 0x3a) return line.startsWith(':  ', end) && /^[A-Z_]+$/.test(line.slice(start, end));
  if (before !== 0x22) return false;
  return /^\\?"\s*:/.test(line.slice(end, end + 8));
}

function codeAt(codes: readonly FoundCode[], start: number, end: number): FoundCode | undefined {
  return codes.find((one) => start >= one.start && end <= one.start + one.text.length);
}

// An article may know a code by its name only, a paste by its number only.
function addNamedCode(symbol: string, start: number, end: number, into: LineFeatures): void {
  if (!/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(symbol)) return;
  const value = valueOfName(symbol);
  if (value !== undefined && value !== 0) addCode(value, !isGeneric(value), start, end, into);
}

function addCode(value: number, isSpecific: boolean, start: number, end: number, into: LineFeatures): void {
  into.add(codeHash(value), isSpecific ? Kind.code : Kind.genericCode, start, end);
  const inner = innerOf(value);
  if (inner !== undefined) into.add(codeHash(inner.value), Kind.innerCode, start, end);
}

function addEvents(line: string, into: LineFeatures): void {
  for (const { number, start, end } of eventNumbersIn(line))
    into.add(hashPair(eventSeed, Number(number)), Kind.event, start, end);
}

// Web servers say by the digits behind a status what is wrong: as text `403.16`, in their logs `403 16`.
const statusWithSub = /^(?:40[0-6]|41[23]|50[0-3])\.\d{1,2}$/;

function addStatus(line: string, start: number, end: number, into: LineFeatures): void {
  const text = line.slice(start, end);
  if (statusWithSub.test(text)) into.add(statusHash(text), Kind.status, start, end);
}

// Most lines of an article hold no code; looking closely at those would take most of the time of a build.
function hasCodes(line: string): boolean {
  return /\d{3}|\d: \w+_|0x|[0-9a-fA-F]{8}|[=:(#]\s*\d|(?:error|code|fehler|erreur|errore|ошибка|错误|エラー|오류)\s?\d|\bstop\b/i.test(
    line,
  );
}
