import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeSpelling } from '../../../../knowledge/match/spelling/misspelt.js';

const spelling = makeSpelling(() => [
  'CMGConnector_Forbidden',
  'CMGConnector_Clientcertificaterequired',
  'CMGService_Invalid_Token',
  'ERROR_WINHTTP_SECURE_FAILURE',
]);

test.each([
  { name: 'a letter left out', paste: 'StatusText= CMGConector_Forbidden', meant: ['CMGConnector_Forbidden'] },
  { name: 'two letters left out', paste: 'CMGConector_Forbiden', meant: ['CMGConnector_Forbidden'] },
  { name: 'letters swapped', paste: 'CMGServcie_Invalid_Token', meant: ['CMGService_Invalid_Token'] },
  { name: 'the first letter wrong', paste: 'XRROR_WINHTTP_SECURE_FAILURE', meant: ['ERROR_WINHTTP_SECURE_FAILURE'] },
  { name: 'another case is no misspelling', paste: 'cmgconnector_forbidden', meant: [] },
  { name: 'another name is no misspelling', paste: 'CMGConnector_Badgateway', meant: [] },
  { name: 'part of a name is no misspelling', paste: 'CMGConnector', meant: [] },
  { name: 'words are left alone', paste: 'the gateway forbids it', meant: [] },
])('$name', ({ paste, meant }) => {
  expect(spelling.correct(paste)?.names.map((one) => one.meant) ?? []).toEqual(meant);
});

test('the rest of the paste stays', () => {
  expect(spelling.correct('at 10:00 CMGConector_Forbidden twice: CMGConector_Forbidden')?.paste).toBe(
    'at 10:00 CMGConnector_Forbidden twice: CMGConnector_Forbidden',
  );
});

test('nothing is known', () => expect(makeSpelling(() => []).correct('CMGConector_Forbidden')).toBeUndefined());

describe('as many slips as one letter in six are read as the name', () => {
  const name = 'ERROR_WINHTTP_SECURE_FAILURE';
  // Where either end is as it should be. No Q is in the name, so each put into it is a slip.
  const places = [...name].flatMap((letter, at) => (letter === '_' || at < 3 ? [] : [at]));
  const meantBy = (slips: readonly number[]): string | undefined => {
    const written = [...name].map((letter, at) => (slips.includes(at) ? 'Q' : letter)).join('');
    return spelling.correct(written)?.names[0]?.meant;
  };
  const some = (minLength: number, maxLength: number) =>
    fc.uniqueArray(fc.constantFrom(...places), { minLength, maxLength });

  test('so many', () => fc.assert(fc.property(some(1, 4), (slips) => expect(meantBy(slips)).toBe(name))));
  test('more', () => fc.assert(fc.property(some(5, 9), (slips) => expect(meantBy(slips)).toBeUndefined())));
});
