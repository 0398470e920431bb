import { expect, test } from '@jest/globals';
import { makeSpelling } from '../../../knowledge/match/misspelt.js';

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
