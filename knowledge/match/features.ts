// Lines → features: what an article and a paste can have in common. The same function reads both.

import { type FoundCode, findCodes, innerOf, isGeneric, valueOfName } from '../codes/index.js';
import { isCommonWord } from './common-words.js';
import { eventNumbersIn } from './event-numbers.js';
import { productNamed } from './product-aliases.js';
import { hashPair, hashText, isAddress, makeTokens, Shape, type Tokens, tokenize } from './tokens.js';

/** What a feature is. The order is that of the weights in weights.ts. */
export enum Kind {
  word = 0,
  pair = 1,
  triple = 2,
  symbol = 3,
  part = 4,
  code = 5,
  /** What a code wraps, or is wrapped as: the same fault seen from another layer, so weaker than the code itself. */
  innerCode = 6,
  /** HTTP status with IIS sub-status. */
  status = 7,
  event = 8,
  /** Letters with a number: `AADSTS50105`. */
  name = 9,
  /** The digits of a code as they are written: an article may list them without saying that they are a code. */
  codeText = 10,
  /** A code that many faults end in: `0x80004005`. */
  genericCode = 11,
  /** A word or name within a web address: where something happened, seldom what. */
  place = 12,
  /** A word that stands in any text. */
  commonWord = 13,
  /** Such words side by side. */
  commonPhrase = 14,
  /** A line from end to end, or a message that is that one line. */
  whole = 15,
  /** A product or technology, by any of its names. */
  product = 16,
}

/** True for what carries information of its own: phrases and products repeat what their words tell, parts what their name tells. */
export function isInformation(kind: Kind): boolean {
  return !isPhrase(kind) && kind !== Kind.part && kind !== Kind.innerCode && kind !== Kind.product;
}

export function isPhrase(kind: Kind): boolean {
  return kind === Kind.pair || kind === Kind.triple || kind === Kind.commonPhrase || kind === Kind.whole;
}

/** True for what any text may hold: among a handful of articles it would look rarer than it is. */
export function isCommonplace(kind: Kind): boolean {
  return kind === Kind.commonWord || kind === Kind.commonPhrase || kind === Kind.genericCode || kind === Kind.product;
}

/** True for what names one fault: codes and names, not words. */
export function isTelling(kind: Kind): boolean {
  return (
    isSpecificCode(kind) || kind === Kind.name || kind === Kind.symbol || kind === Kind.event || kind === Kind.status
  );
}

/** True for codes of every kind, generic ones and request statuses included. */
export function isCode(kind: Kind): boolean {
  return isSpecificCode(kind) || kind === Kind.genericCode || kind === Kind.status;
}

export function isSpecificCode(kind: Kind): boolean {
  return kind === Kind.code || kind === Kind.codeText;
}

/** Receives each feature. Positions are characters of the line. */
export type Emit = (hash: number, kind: Kind, start: number, end: number) => void;

const tokens: Tokens = makeTokens();
const numberMark = hashText('<number>');
const codeSeed = hashText('<code>');
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
  return featuresIn(line, tokens, phrases, emit);
}

/** The same for a line whose tokens are at hand. */
export function featuresIn(line: string, tokens: Tokens, phrases: boolean, emit: Emit): number {
  const { hash, shape, tied, start, end, length, hasDigit } = tokens;
  const codes = hasDigit && hasCodes(line) ? findCodes(line) : none;
  phrase.begin();
  let units = 0;
  let whole = 0;
  let addressEnd = -1;
  let at = 0;
  emitProducts(tokens, emit);
  while (at < length) {
    const from = start[at] ?? 0;
    let unit = 0;
    let parts = 0;
    let names = 0;
    let isCommon = true;
    let to = from;
    // A unit is a token with all that is tied to it: one neighbour, not several.
    do {
      const here = hash[at] ?? 0;
      const kind: Shape = shape[at] ?? Shape.word;
      const begin = start[at] ?? 0;
      const isCommonHere = kind === Shape.word && isCommonWord(here);
      to = end[at] ?? 0;
      if (isAddress(line, begin)) addressEnd = endOfAddress(line, begin);
      if (to <= addressEnd && kind !== Shape.number) emit(here, Kind.place, begin, to);
      else emitToken(line, here, kind, isCommonHere, begin, to, codes, emit);
      const neighbour = kind === Shape.number ? numberMark : here;
      unit = parts === 0 ? neighbour : hashPair(unit, neighbour);
      parts += 1;
      if (kind !== Shape.number) names += 1;
      isCommon &&= kind === Shape.number || isCommonHere;
      at += 1;
      for (; at < length && shape[at] === Shape.part; at += 1)
        emit(hash[at] ?? 0, Kind.part, start[at] ?? 0, end[at] ?? 0);
    } while (at < length && tied[at] === 1);
    // Dates, versions and addresses are numbers all through, and name nothing.
    if (parts > 1 && names > 0) emit(unit, to <= addressEnd ? Kind.place : Kind.symbol, from, to);
    units += 1;
    whole = hashPair(whole, unit);
    if (phrases) phrase.extend(unit, isCommon, from, to, emit);
  }
  if (phrases) phrase.end(emit);
  for (const { value, text, start: from, certain } of codes) {
    emitCode(value, certain && !isGeneric(value), from, from + text.length, emit);
  }
  if (hasDigit) emitEvents(line, emit);
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

  extend(unit: number, isCommon: boolean, start: number, end: number, emit: Emit): void {
    const pairIsCommon = isCommon && this.#secondIsCommon;
    const pairStart = this.#units === 0 ? start : this.#secondStart;
    emit(hashPair(this.#second, unit), pairIsCommon ? Kind.commonPhrase : Kind.pair, pairStart, end);
    if (this.#units > 0) {
      const kind = pairIsCommon && this.#firstIsCommon ? Kind.commonPhrase : Kind.triple;
      const tripleStart = this.#units === 1 ? this.#secondStart : this.#firstStart;
      emit(hashPair(hashPair(this.#first, this.#second), unit), kind, tripleStart, end);
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

  end(emit: Emit): void {
    if (this.#units > 0) this.extend(lineEnd, true, this.#secondStart, this.#secondEnd, emit);
  }
}

const phrase = new Phrase();

function endOfAddress(line: string, from: number): number {
  const length = line.slice(from).search(/[\s"'<>),;]/);
  return length < 0 ? line.length : from + length;
}

const none: readonly FoundCode[] = [];

/** Products by their names, one word or two; parts of a name count too: `WsusPool`. */
function emitProducts({ hash, shape, start, end, length }: Tokens, emit: Emit): void {
  let before = 0;
  let beforeStart = 0;
  for (let at = 0; at < length; at += 1) {
    const here = hash[at] ?? 0;
    const product = productNamed(here);
    if (product !== 0) emit(product, Kind.product, start[at] ?? 0, end[at] ?? 0);
    if (shape[at] === Shape.part) continue;
    const both = productNamed(hashPair(before, here));
    if (both !== 0) emit(both, Kind.product, beforeStart, end[at] ?? 0);
    before = here;
    beforeStart = start[at] ?? 0;
  }
}

function emitToken(
  line: string,
  hash: number,
  shape: Shape,
  isCommon: boolean,
  start: number,
  end: number,
  codes: readonly FoundCode[],
  emit: Emit,
): void {
  const code = codes.length === 0 ? undefined : codeAt(codes, start, end);
  if (code !== undefined) {
    // Two digits are the same too often: of a date, of a time.
    if (code.certain && end - start > 2 && !isGeneric(code.value)) emit(hash, Kind.codeText, start, end);
    return;
  }
  switch (shape) {
    case Shape.number:
      if (end - start > 2 && end - start <= 7) emit(hash, Kind.word, start, end);
      break;
    case Shape.symbol:
      if (isField(line, start, end)) {
        emit(hash, Kind.part, start, end);
        break;
      }
      emit(hash, Kind.symbol, start, end);
      emitNamedCode(line.slice(start, end), start, end, emit);
      break;
    case Shape.name:
      emit(hash, Kind.name, start, end);
      break;
    default:
      if (end - start > 1) emit(hash, isCommon ? Kind.commonWord : Kind.word, start, end);
  }
}

/** The name of a field, of JSON or of XML: every record of its kind has it. */
function isField(line: string, start: number, end: number): boolean {
  const before = line.charCodeAt(start - 1);
  if (before === 0x3c) return line.charCodeAt(end) === 0x3e && !/\w/.test(line.charAt(start - 2));
  if (before !== 0x22) return false;
  return /^\\?"\s*:/.test(line.slice(end, end + 8));
}

function codeAt(codes: readonly FoundCode[], start: number, end: number): FoundCode | undefined {
  return codes.find((one) => start >= one.start && end <= one.start + one.text.length);
}

// An article may know a code by its name only, a paste by its number only.
function emitNamedCode(symbol: string, start: number, end: number, emit: Emit): void {
  if (!/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(symbol)) return;
  const value = valueOfName(symbol);
  if (value !== undefined && value !== 0) emitCode(value, !isGeneric(value), start, end, emit);
}

function emitCode(value: number, isSpecific: boolean, start: number, end: number, emit: Emit): void {
  emit(codeHash(value), isSpecific ? Kind.code : Kind.genericCode, start, end);
  const inner = innerOf(value);
  if (inner !== undefined) emit(codeHash(inner.value), Kind.innerCode, start, end);
}

function emitEvents(line: string, emit: Emit): void {
  for (const { number, start, end } of eventNumbersIn(line))
    emit(hashPair(eventSeed, Number(number)), Kind.event, start, end);
}

// Most lines of an article hold no code; looking closely at those would take most of the time of a build.
function hasCodes(line: string): boolean {
  return /\d{3}|0x|[0-9a-fA-F]{8}|[=:(#]\s*\d|(?:error|code|fehler)\s\d/i.test(line);
}
