// Lines → features: what an article and a paste can have in common. The same function reads both.

import { type FoundCode, findCodes, innerOf, isGeneric, valueOfName } from '../codes/index.js';
import { isCommonWord } from './common-words.js';
import { hashPair, hashText, makeTokens, Shape, type Tokens, tokenize } from './tokens.js';

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
}

/** True for what carries information of its own: phrases repeat what their words tell, parts what their name tells. */
export function isInformation(kind: Kind): boolean {
  return kind !== Kind.pair && kind !== Kind.triple && kind !== Kind.part && kind !== Kind.innerCode;
}

/** True for what names one fault: codes and names, not words. */
export function isTelling(kind: Kind): boolean {
  return (
    isSpecificCode(kind) || kind === Kind.name || kind === Kind.symbol || kind === Kind.event || kind === Kind.status
  );
}

export function isSpecificCode(kind: Kind): boolean {
  return kind === Kind.code || kind === Kind.codeText;
}

/** Receives each feature. Positions are characters of the line. */
export type Emit = (hash: number, kind: Kind, start: number, end: number) => void;

const tokens: Tokens = makeTokens();
const numberMark = hashText('<number>');
const lineStart = hashText('<start>');
const lineEnd = hashText('<end>');
const codeSeed = hashText('<code>');
const statusSeed = hashText('<status>');
const eventSeed = hashText('<event>');

/** Hash of the code feature of a value. */
export function codeHash(value: number): number {
  return hashPair(codeSeed, value >>> 0);
}

export function statusHash(status: string): number {
  return hashPair(statusSeed, hashText(status));
}

// "Event ID: 1058", "EventID 13559", "Event 29112", "Event Number: 31552".
const eventNumber = /\bevent(?:\s*(?:id|number|code))?\s*[:=#]?\s*(\d{2,5})\b/gi;

/**
 * @param line One line, its log markup taken off.
 * @param phrases Whether pairs and triples of neighbouring tokens count.
 */
export function featuresOf(line: string, phrases: boolean, emit: Emit): void {
  tokenize(line, tokens);
  const { hash, shape, tied, start, end, length } = tokens;
  const codes = hasCodes(line) ? findCodes(line) : none;
  let phrase = noPhrase;
  let addressEnd = -1;
  let at = 0;
  while (at < length) {
    const from = start[at] ?? 0;
    let unit = 0;
    let parts = 0;
    let to = from;
    // A unit is a token with all that is tied to it: one neighbour, not several.
    do {
      const here = hash[at] ?? 0;
      const kind = shape[at] ?? Shape.word;
      to = end[at] ?? 0;
      if (line.startsWith('://', (start[at] ?? 0) - 3)) addressEnd = endOfAddress(line, start[at] ?? 0);
      if (to <= addressEnd && kind !== Shape.number) emit(here, Kind.place, start[at] ?? 0, to);
      else emitToken(line, here, kind, start[at] ?? 0, to, codes, emit);
      const neighbour = kind === Shape.number ? numberMark : here;
      unit = parts === 0 ? neighbour : hashPair(unit, neighbour);
      parts += 1;
      at += 1;
      for (; at < length && shape[at] === Shape.part; at += 1)
        emit(hash[at] ?? 0, Kind.part, start[at] ?? 0, end[at] ?? 0);
    } while (at < length && tied[at] === 1);
    if (parts > 1) emit(unit, to <= addressEnd ? Kind.place : Kind.symbol, from, to);
    if (phrases) phrase = extend(phrase, unit, from, to, emit);
  }
  if (phrases && phrase.units > 0) extend(phrase, lineEnd, phrase.secondStart, phrase.end, emit);
  for (const { value, text, start: from } of codes) emitCode(value, from, from + text.length, emit);
  emitEvents(line, emit);
}

/** The last two units of a line being read. */
interface Phrase {
  readonly units: number;
  readonly first: number;
  readonly second: number;
  readonly firstStart: number;
  readonly secondStart: number;
  readonly end: number;
}

// A line's ends are neighbours too: a message that is the whole line differs from one that is part of it.
const noPhrase: Phrase = { units: 0, first: 0, second: lineStart, firstStart: 0, secondStart: 0, end: 0 };

function extend(phrase: Phrase, unit: number, start: number, end: number, emit: Emit): Phrase {
  const { units, first, second, firstStart, secondStart } = phrase;
  emit(hashPair(second, unit), Kind.pair, units === 0 ? start : secondStart, end);
  if (units > 0)
    emit(hashPair(hashPair(first, second), unit), Kind.triple, units === 1 ? secondStart : firstStart, end);
  return { units: units + 1, first: second, second: unit, firstStart: secondStart, secondStart: start, end };
}

function endOfAddress(line: string, from: number): number {
  const length = line.slice(from).search(/[\s"'<>),;]/);
  return length < 0 ? line.length : from + length;
}

const none: readonly FoundCode[] = [];

function emitToken(
  line: string,
  hash: number,
  shape: Shape,
  start: number,
  end: number,
  codes: readonly FoundCode[],
  emit: Emit,
): void {
  if (codes.some((code) => start >= code.start && end <= code.start + code.text.length)) {
    if (!codes.some((code) => start >= code.start && end <= code.start + code.text.length && isGeneric(code.value)))
      emit(hash, Kind.codeText, start, end);
    return;
  }
  switch (shape) {
    case Shape.number:
      if (end - start <= 7) emit(hash, Kind.word, start, end);
      break;
    case Shape.symbol:
      emit(hash, Kind.symbol, start, end);
      emitNamedCode(line.slice(start, end), start, end, emit);
      break;
    case Shape.name:
      emit(hash, Kind.name, start, end);
      break;
    default:
      if (end - start > 1 && !isCommonWord(hash)) emit(hash, Kind.word, start, end);
  }
}

// An article may know a code by its name only, a paste by its number only.
function emitNamedCode(symbol: string, start: number, end: number, emit: Emit): void {
  if (!/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(symbol)) return;
  const value = valueOfName(symbol);
  if (value !== undefined && value !== 0) emitCode(value, start, end, emit);
}

function emitCode(value: number, start: number, end: number, emit: Emit): void {
  emit(codeHash(value), isGeneric(value) ? Kind.genericCode : Kind.code, start, end);
  const inner = innerOf(value);
  if (inner !== undefined) emit(codeHash(inner.value), Kind.innerCode, start, end);
}

function emitEvents(line: string, emit: Emit): void {
  if (!/event/i.test(line)) return;
  for (const match of line.matchAll(eventNumber)) {
    emit(hashPair(eventSeed, Number(match[1])), Kind.event, match.index, match.index + match[0].length);
  }
}

// Most lines of an article hold no code; looking closely at those would take most of the time of a build.
function hasCodes(line: string): boolean {
  return /\d{3}|0x|[0-9a-fA-F]{8}|[=:(#]\s*\d|(?:error|code|fehler)\s\d/i.test(line);
}
