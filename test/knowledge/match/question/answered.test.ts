import { describe, expect, test } from '@jest/globals';
import { answerShown } from '../../../../knowledge/match/question/answered.js';
import type { Answer, Check } from '../../../../knowledge/model.js';

const asking = (...answers: readonly (string | Pick<Answer, 'label' | 'shown'>)[]): Check => ({
  kind: 'choice',
  id: 'which',
  question: 'Which?',
  how: [],
  answers: answers.map((it) => ({
    text: '',
    leads: { kind: 'confirms' },
    ...(typeof it === 'string' ? { label: it } : it),
  })),
});

const yesNo = asking({ label: 'Yes', shown: 'joined\\s*:\\s*yes' }, { label: 'No', shown: 'joined\\s*:\\s*no' });
const flags = asking('CERT_CN_INVALID', 'INVALID_CA', 'None');
const messages = asking(
  'Mount error(13): Permission denied',
  'Mount error(2): No such file',
  'HResult code 0x80070035',
);
const versions = asking('Windows Server 2012', 'Windows Server 2012 R2', 'SQL Server 2016');

describe('a paste answers', () => {
  test.each([
    { how: 'by a name', check: flags, paste: 'STATUS_FLAG_CERT_CN_INVALID is set', label: 'CERT_CN_INVALID' },
    { how: 'by what the author looks for', check: yesNo, paste: 'AzureAdJoined : YES', label: 'Yes' },
    { how: 'by a product and its version', check: versions, paste: 'on sql server 2016.', label: 'SQL Server 2016' },
    {
      how: 'by a message',
      check: messages,
      paste: 'Output: mount error(13): Permission\n denied',
      label: 'Mount error(13): Permission denied',
    },
    { how: 'by the code in it', check: messages, paste: '(0x80070035)', label: 'HResult code 0x80070035' },
    { how: 'by the longer name', check: versions, paste: 'Windows Server 2012 R2', label: 'Windows Server 2012 R2' },
    { how: 'by the shorter name', check: versions, paste: 'Windows Server 2012, old', label: 'Windows Server 2012' },
  ])('$how', ({ check, paste, label }) => expect(answerShown(check, paste)?.label).toBe(label));

  test.each([
    { why: 'shows several', check: flags, paste: 'CERT_CN_INVALID is set, INVALID_CA is set' },
    { why: 'shows several states', check: yesNo, paste: 'joined: no\njoined: yes' },
    { why: 'has a part of a message', check: messages, paste: 'mount error(13): Permission' },
    { why: 'has a longer name', check: flags, paste: 'INVALID_CAUSE' },
    { why: 'has a longer number', check: versions, paste: 'SQL Server 20160' },
    { why: 'has a word that stands anywhere', check: flags, paste: 'None' },
    { why: 'meets a pattern that is broken', check: asking({ label: 'A', shown: '(' }, 'B'), paste: '(' },
  ])('nothing where it $why', ({ check, paste }) => expect(answerShown(check, paste)).toBeUndefined());
});
