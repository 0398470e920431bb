// Lines → features: what an article and a paste can have in common. The same function reads both.

import { findCodes, innerOf, valueOfName } from '../codes/index.js';
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
}

export const kinds = 9;

/** Receives each feature. Positions are characters of the line. */
export type Emit = (hash: number, kind: Kind, start: number, end: number) => void;

const tokens: Tokens = makeTokens();
const numberMark = hashText('<number>');
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
  const { hash, shape, start, end, length } = tokens;
  // Neighbours are whole tokens: parts of symbols stand aside, numbers are all alike.
  let first = 0;
  let second = 0;
  let firstStart = 0;
  let secondStart = 0;
  let before = 0;
  let numbers = false;
  for (let at = 0; at < length; at += 1) {
    const here = hash[at] ?? 0;
    const kind = shape[at] ?? Shape.word;
    const from = start[at] ?? 0;
    const to = end[at] ?? 0;
    if (kind === Shape.part) {
      emit(here, Kind.part, from, to);
      continue;
    }
    if (kind === Shape.number) {
      numbers = true;
      if (to - from <= 7) emit(here, Kind.word, from, to);
    } else if (kind === Shape.symbol) {
      emit(here, Kind.symbol, from, to);
      emitNamedCode(line.slice(from, to), from, to, emit);
    } else if (to - from > 1) emit(here, Kind.word, from, to);
    if (!phrases) continue;
    const neighbour = kind === Shape.number ? numberMark : here;
    if (before > 0) {
      emit(hashPair(second, neighbour), Kind.pair, secondStart, to);
      if (before > 1) emit(hashPair(hashPair(first, second), neighbour), Kind.triple, firstStart, to);
    }
    first = second;
    firstStart = secondStart;
    second = neighbour;
    secondStart = from;
    before += 1;
  }
  emitCodes(line, numbers, emit);
}

// An article may know a code by its name only, a paste by its number only.
function emitNamedCode(symbol: string, start: number, end: number, emit: Emit): void {
  if (!/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(symbol)) return;
  const value = valueOfName(symbol);
  if (value === undefined || value === 0) return;
  emit(codeHash(value), Kind.code, start, end);
  const inner = innerOf(value);
  if (inner !== undefined) emit(codeHash(inner.value), Kind.innerCode, start, end);
}

function emitCodes(line: string, numbers: boolean, emit: Emit): void {
  if (numbers || /[0-9a-fA-F]{8}|0x/.test(line)) {
    for (const code of findCodes(line)) {
      const end = code.start + code.text.length;
      emit(codeHash(code.value), Kind.code, code.start, end);
      const inner = innerOf(code.value);
      if (inner !== undefined) emit(codeHash(inner.value), Kind.innerCode, code.start, end);
    }
  }
  if (numbers && /event/i.test(line)) {
    for (const match of line.matchAll(eventNumber)) {
      emit(hashPair(eventSeed, Number(match[1])), Kind.event, match.index, match.index + match[0].length);
    }
  }
}
