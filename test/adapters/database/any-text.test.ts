import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromDatabase, toDatabase } from '../../../adapters/database/any-text.js';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('\0', '\ue000', '0', 'd', '\ud83d', '\ude00', '🙂', 'é') }),
);

test('whatever is written comes back', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(fromDatabase({ text: toDatabase(text), n: 1, none: null })).toEqual({ text, n: 1, none: null });
    }),
  );
});

test('a database can take it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const written = String(toDatabase(text));
      expect(written).not.toContain('\0');
      expect(Buffer.from(written, 'utf8').toString('utf8')).toBe(written);
    }),
  );
});

test('everyday text stays as it is', () => {
  for (const value of ['', 'naïve "quotes" 🙂 \\u0000 \n', 5, null]) expect(toDatabase(value)).toBe(value);
  const row = { text: 'naïve' };
  expect(fromDatabase(row)).toBe(row);
});
