// What is compared of a line when it is looked for again: what it says, and the value that it says it with.

import { createHmac } from 'node:crypto';
import { findCodes, hexOf, innerOf, isGeneric, valueOfName } from '../codes/index.js';
import { symbolsOf } from '../match/features/symbols.js';
import { LineKey } from '../read/index.js';

export interface ToldLine {
  /** Key of the normal form up to the value, 16 hex digits. */
  readonly label: string;
  /** What stands behind the last colon or equals sign, where that is one short word: `0`, `NO`, `CMGConnector_Forbidden`. */
  readonly value?: string;
}

const lineKey = new LineKey();

/** 16 hex digits; equal for lines that say the same of another object, at another time. */
export function keyOf(text: string): string {
  const bytes = Buffer.from(text);
  const { first, second } = lineKey.read(bytes, 0, bytes.length);
  return first.toString(16).padStart(8, '0') + second.toString(16).padStart(8, '0');
}

const longestValue = 40;

/**
 * 16 hex digits; equal for the same text only, numbers included. Nobody without the secret can try whether it is of this text
 * or that: a password may stand in it.
 */
export function exactKey(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('hex').slice(0, 16);
}

const valueAtEnd = new RegExp(String.raw`[:=]\s{0,8}["']?([A-Za-z_][\w.-]{0,${longestValue}}|\d{1,4})["']?[.;,]?$`);
/** So many characters hold a value and all around it. */
const endLength = longestValue + 20;

/** @param secret Of its keys. */
export function toldLine(message: string, secret: string): ToldLine {
  const text = message.trimEnd();
  const end = Math.max(0, text.length - endLength);
  const found = valueAtEnd.exec(text.slice(end));
  const value = found?.[1];
  if (found === null || value === undefined) return { label: exactKey(keyOf(text), secret) };
  return { label: exactKey(keyOf(text.slice(0, end + found.index)), secret), value: value.toLowerCase() };
}

const address = /\bhttps?:\/\/[^\s"'<>,;]+/gi;

/** @returns The first address in a text without scheme, port, query and letter case: `host/path`. */
export function addressIn(text: string): string | undefined {
  const found = text.match(address)?.[0];
  if (found === undefined) return undefined;
  return found
    .replace(/^https?:\/\//i, '')
    .replace(/[?#].*$/s, '')
    .replace(/:\d{1,5}(?=\/|$)/, '')
    .replace(/\/+$/, '')
    .toLowerCase();
}

/** Says that a server answered with an error, whichever. */
const wrapper = 'CCM_E_BAD_HTTP_STATUS_CODE';

/** What tells a failure from others. */
export interface Marks {
  /** Eight hex digits each; a code that wraps another is that. */
  readonly codes: readonly string[];
  /** Names of errors that no table has a code for, as written. */
  readonly names: readonly string[];
}

/** @returns Codes and names that not every failure has; no names of what stands in addresses. */
export function marksIn(text: string): Marks {
  const bare = text.replace(address, ' ');
  const symbols = symbolsOf(bare).filter((name) => isErrorName(name) && name !== wrapper);
  const named = symbols.map((name) => ({ name, value: valueOfName(name) }));
  const values = [
    ...findCodes(bare).flatMap(({ value, certain }) => (certain ? [value] : [])),
    ...named.flatMap(({ value }) => value ?? []),
  ].filter((value) => !isGeneric(value));
  return {
    codes: [...new Set(values.map((value) => hexOf(innerOf(value)?.value ?? value)))],
    names: named.flatMap(({ name, value }) => (value === undefined ? [name] : [])),
  };
}

function isErrorName(name: string): boolean {
  return name.includes('_') || name.endsWith('Exception');
}
