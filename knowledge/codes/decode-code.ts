// What a 32-bit error code means: its parts, its notations, its names.

import { namesOf, type Space } from './code-names.js';

/** A code taken apart. `value` is the unsigned 32-bit number that all its notations share. */
export interface Decoded {
  readonly value: number;
  /** `0x80070005`: always eight digits, lower case. */
  readonly hex: string;
  readonly unsigned: string;
  /** Two's complement: `-2147024891`. */
  readonly signed: string;
  /** Names in every table, each once; those of the whole value first, then those of the inner code. */
  readonly names: readonly Named[];
  /** The parts of an HRESULT; absent for plain numbers such as 1603 and for NTSTATUS values. */
  readonly parts?: { readonly failure: boolean; readonly facility: number; readonly code: number };
  /** What an HRESULT wraps. */
  readonly inner?: Inner;
}

export interface Named {
  readonly name: string;
  readonly space: Space;
}

export interface Inner {
  readonly space: 'win32' | 'http' | 'ntstatus';
  readonly value: number;
}

// Facilities that wrap a code of another space (winerror.h, "Facility codes"; HRESULT_FROM_NT sets bit 28).
const facilityWin32 = 7;
const facilityHttp = 25;
const ntBit = 0x10000000;

/** Splits, unwraps and names a code. Any number is accepted; it is taken modulo 2^32. */
export function decodeCode(number: number): Decoded {
  const value = number >>> 0;
  const inner = innerOf(value);
  const own: readonly Space[] = value > 0xffff ? ['hresult', 'ntstatus', 'configmgr', 'win32'] : plainSpaces;
  const names = dedupe([
    ...own.flatMap((space) => named(space, value)),
    ...(inner === undefined ? [] : innerSpaces(inner).flatMap((space) => named(space, inner.value))),
  ]);
  return {
    value,
    hex: hexOf(value),
    unsigned: String(value),
    signed: String(value | 0),
    names,
    ...(isHresult(value)
      ? { parts: { failure: value >= 0x80000000, facility: (value >>> 16) & 0x7ff, code: value & 0xffff } }
      : {}),
    ...(inner === undefined ? {} : { inner }),
  };
}

/** @returns Eight digits with prefix, lower case: `0x80070005`. */
export function hexOf(value: number): string {
  return `0x${(value >>> 0).toString(16).padStart(8, '0')}`;
}

/** What the HRESULT wraps: a Win32 code (WinHTTP's included), an HTTP status or an NTSTATUS; undefined when nothing. */
export function innerOf(value: number): Inner | undefined {
  const facility = (value >>> 16) & 0x7ff;
  const code = value & 0xffff;
  if (value >>> 28 === 0x8 && facility === facilityWin32 && code !== 0) return { space: 'win32', value: code };
  if (value >>> 28 === 0x8 && facility === facilityHttp && code >= 100 && code < 600)
    return { space: 'http', value: code };
  if (value >>> 28 === 0xd) return { space: 'ntstatus', value: (value & ~ntBit) >>> 0 };
  return undefined;
}

// Customer and severity bits of an NTSTATUS put it at 0xC…; HRESULT failures stand at 0x8…, successes are seldom pasted.
function isHresult(value: number): boolean {
  return value >>> 28 === 0x8 || value >>> 28 === 0xd;
}

const plainSpaces: readonly Space[] = ['win32', 'winhttp', 'wininet', 'ntstatus'];

function innerSpaces(inner: Inner): readonly Space[] {
  switch (inner.space) {
    case 'win32':
      return ['win32', 'winhttp', 'wininet'];
    case 'ntstatus':
      return ['ntstatus'];
    case 'http':
      return [];
    default:
      return inner.space satisfies never;
  }
}

function named(space: Space, value: number): Named[] {
  return namesOf(space, value).map((name) => ({ name, space }));
}

function dedupe(all: readonly Named[]): Named[] {
  return all.filter((one, at) => all.findIndex((other) => other.name === one.name) === at);
}
