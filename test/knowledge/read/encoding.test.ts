import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AsciiBased, decodeText, packingOf } from '../../../knowledge/read/index.js';

const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Buffer => utf16le(text).swap16();
const mark = '\ufeff';
const text = 'Fehler 0x80070005: Zugriff verweigert, größer\r\n错误\r\n'.repeat(30);

function read(bytes: Buffer, size = bytes.length): string {
  const converter = new AsciiBased();
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size)
    pieces.push(Buffer.from(converter.push(bytes.subarray(at, at + size))));
  return decodeText(Buffer.concat([...pieces, converter.end()]));
}

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a mark', Buffer.from(mark + text)],
  ['UTF-16 with a mark', utf16le(mark + text)],
  ['big-endian UTF-16 with a mark', utf16be(mark + text)],
  ['UTF-16 without a mark', utf16le(text)],
])('%s, however it is divided', (_, bytes) => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), (size) => {
      expect(read(bytes, size)).toBe(text);
    }),
    { numRuns: 30 },
  );
});

test('the code page of western Windows', () => {
  expect(read(Buffer.from('Zugriff f\u00fcr Gr\u00f6\u00dfe verweigert', 'latin1'))).toBe(
    'Zugriff für Größe verweigert',
  );
});

test.each([
  ['nothing', Buffer.alloc(0), ''],
  ['one byte', Buffer.from('x'), 'x'],
  ['half a character of UTF-16', Buffer.concat([utf16le(`${mark}ab`), Buffer.from([0x63])]), 'ab\ufffd'],
])('%s', (_, bytes, expected) => expect(read(bytes)).toBe(expected));

test.each([
  ['1f8b0800', 'gzip archive'],
  ['504b03041400', 'zip archive'],
  ['456c6646696c650000', 'event log'],
  ['3c215b4c4f475b', undefined],
  ['', undefined],
])('%s is %s', (hex, expected) => expect(packingOf(Buffer.from(hex, 'hex'))).toBe(expected));
