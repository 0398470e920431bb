// What people write before they paste a log: hardly ever enough for an answer, often enough for a good question.

import { expect, test } from '@jest/globals';
import { knowledge } from './shipped.js';

test.each([
  {
    text: 'our CMG clients get 403',
    verdict: 'ambiguous',
    asks: /^Does the log say CMGConnector_.* or CMGConnector_\S+\?$/,
  },
  { text: 'unser CMG liefert Fehler 403', verdict: 'ambiguous', asks: /CMGConnector_Forbidden/ },
  { text: 'clients get 401 from the gateway', verdict: 'ambiguous', asks: /CMGService_Invalid_Token/ },
  { text: 'CMG clients 12175', verdict: 'ambiguous', asks: /^Which flag is set .*: CERT_CN_INVALID, INVALID_CA, / },
  { text: 'CCM_E_BAD_HTTP_STATUS_CODE', verdict: 'ambiguous', asks: /^Does the log say CMG/ },
  { text: '(403) Forbidden', verdict: 'ambiguous', asks: /CMGConnector_Forbidden/ },
  {
    text: 'The remote server returned an error: (403) Forbidden.',
    verdict: 'ambiguous',
    asks: /CMGConnector_Forbidden/,
  },
  { text: 'the printer gets 403', verdict: 'none' },
  { text: 'room 403 is closed today', verdict: 'none' },
  { text: 'the build took 403 seconds', verdict: 'none' },
  { text: 'exit code 1603', verdict: 'none' },
  { text: 'our CMG does not work', verdict: 'none' },
  { text: 'AzureAdJoined : YES', verdict: 'none' },
  { text: 'AzureAdJoined : NO', verdict: 'match' },
])('$text: $verdict', ({ text, verdict, asks }) => {
  const diagnosis = knowledge.diagnose(text);
  expect(diagnosis.verdict).toBe(verdict);
  if (asks !== undefined) expect(diagnosis).toHaveProperty('question', expect.stringMatching(asks));
});

test('the finding that is none leaves other codes to speak for themselves', () => {
  expect(
    knowledge.diagnose('dsregcmd says AzureAdJoined YES, but the log 0x87d00454').candidates[0]?.article.path,
  ).toBe('cmg/device-not-joined.md');
});
