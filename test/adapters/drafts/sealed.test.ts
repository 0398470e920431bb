import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sealed, unsealed } from '../../../adapters/drafts/sealed.js';

test('what was sealed comes back as it was, and can stand in an address as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (value, key) => {
      const text = sealed(value, key, 'test');
      expect(text).toMatch(/^[\w.-]+$/);
      expect(unsealed(text, key, 'test')).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('with any other character in it, it is none', () => {
  const text = sealed({ ticket: 41 }, 'key', 'test');
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom(...'abcXYZ019-_.'), (at, character) => {
      const changed = text.slice(0, at) + character + text.slice(at + 1);
      const known = unsealed(changed, 'key', 'test');
      // The last character of each part has bits that mean nothing.
      if (known !== undefined) expect(known).toEqual({ ticket: 41 });
      else expect(changed).not.toBe(text);
    }),
  );
});

test.each([
  ['another key', sealed(1, 'other', 'test')],
  ['another purpose', sealed(1, 'key', 'other')],
  ['no seal', sealed(1, 'key', 'test').replace(/\..*/, '')],
  ['a part of the seal', sealed(1, 'key', 'test').slice(0, -6)],
  ['nothing', ''],
  ['anything', 'eyJ9.💥'],
])('%s seals nothing', (_, text) => expect(unsealed(text, 'key', 'test')).toBeUndefined());
