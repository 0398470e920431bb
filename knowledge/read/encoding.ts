// Which bytes are which characters. Windows writes logs in UTF-8, in UTF-16 with or without a byte-order mark, and in
// the code page of the machine.

import { TextDecoder } from 'node:util';

export type Encoding = 'utf-16le' | 'utf-16be' | 'ascii-based';

/** So many bytes at the start decide. */
export const telltaleBytes = 1024;

/** @param start The first `telltaleBytes`, or all there are. */
export function encodingOf(start: Uint8Array): Encoding {
  const [first, second] = start;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return isUtf16(start) ? 'utf-16le' : 'ascii-based';
}

/** Every other byte of ordinary characters is zero. */
function isUtf16(start: Uint8Array): boolean {
  let zeros = 0;
  for (let at = 0; at < start.length; at += 1) {
    if (start[at] !== 0) continue;
    if (at % 2 === 0) return false;
    zeros += 1;
  }
  return zeros > start.length / 4;
}

/** What a file may be that has to be made text before it can be read. */
export type Packing = 'gzip archive' | 'zip archive' | '7-Zip archive' | 'RAR archive' | 'cabinet file' | 'event log';

const beginnings: readonly (readonly [packing: Packing, bytes: string])[] = [
  ['gzip archive', '1f8b'],
  ['zip archive', '504b0304'],
  ['7-Zip archive', '377abcaf271c'],
  ['RAR archive', '526172211a07'],
  ['cabinet file', '4d534346'],
  ['event log', '456c6646696c6500'],
];

/**
 * @param start The first bytes of a file, eight are enough.
 * @returns undefined when it may be text.
 */
export function packingOf(start: Uint8Array): Packing | undefined {
  const hex = Buffer.from(start.subarray(0, 8)).toString('hex');
  return beginnings.find(([, bytes]) => hex.startsWith(bytes))?.[0];
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows = new TextDecoder('windows-1252');

/** Text in UTF-8, or else in the code page of western Windows; a byte-order mark is taken off. */
export function decodeText(bytes: Buffer, start = 0, end = bytes.length): string {
  if (isAscii(bytes, start, end)) return bytes.toString('latin1', start, end);
  try {
    return utf8.decode(bytes.subarray(start, end));
  } catch {
    return windows.decode(bytes.subarray(start, end));
  }
}

function isAscii(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((bytes[at] ?? 0) >= 0x80) return false;
  return true;
}

/** Any encoding → one in which line breaks and Latin letters are single bytes, piece by piece. */
export class AsciiBased {
  #start: Uint8Array = new Uint8Array();
  #decoder: TextDecoder | undefined;
  #isDecided = false;

  push(bytes: Uint8Array): Uint8Array {
    if (this.#isDecided) return this.#converted(bytes);
    this.#start = Buffer.concat([this.#start, bytes]);
    return this.#start.length < telltaleBytes ? new Uint8Array() : this.#decide();
  }

  /** @returns What is left. */
  end(): Uint8Array {
    const rest = this.#isDecided ? new Uint8Array() : this.#decide();
    const last = this.#decoder?.decode() ?? '';
    return last === '' ? rest : Buffer.concat([rest, Buffer.from(last)]);
  }

  #decide(): Uint8Array {
    const encoding = encodingOf(this.#start.subarray(0, telltaleBytes));
    this.#isDecided = true;
    if (encoding !== 'ascii-based') this.#decoder = new TextDecoder(encoding);
    const all = this.#converted(this.#start);
    this.#start = new Uint8Array();
    const hasMark = all[0] === 0xef && all[1] === 0xbb && all[2] === 0xbf;
    return hasMark ? all.subarray(3) : all;
  }

  #converted(bytes: Uint8Array): Uint8Array {
    return this.#decoder === undefined ? bytes : Buffer.from(this.#decoder.decode(bytes, { stream: true }));
  }
}
