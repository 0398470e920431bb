import { expect, test } from '@jest/globals';
import { isSafeAddress } from '../../adapters/safe-address.js';

test.each([
  ['https://example.com', true],
  ['https://example.com/a/b', true],
  ['http://localhost:3000', true],
  ['http://127.0.0.1:3000/x', true],
  ['http://[::1]:3000', true],
  ['http://example.com', false],
  ['http://127.0.0.1.example.com', false],
  ['http://localhost.example.com', false],
  ['https://user:password@example.com', false],
  ['https://example.com/?a=b', false],
  ['ftp://localhost', false],
  ['example.com', false],
])('a credential may travel to %s: %s', (address, expected) => expect(isSafeAddress(address)).toBe(expected));
