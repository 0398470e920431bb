import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadKnowledge } from '../../../adapters/knowledge-files.js';
import { type Quotes, quotesFrom } from '../../../bot/case/quotes.js';
import { noMasks } from '../../../bot/text/redact/masks.js';
import { Redactor } from '../../../bot/text/redact/redactor.js';
import { Traces } from '../../planted-secrets/traces.js';
import { plantedPastes } from '../../planted-secrets.js';
import { conversation } from '../conversation.js';

function quotes(paste: string, line = 1): Quotes {
  return quotesFrom(paste, line, new Redactor({ key: 'test' }, noMasks('case')));
}

describe('what is quoted of a paste is hidden as it is in the paste', () => {
  test.each([
    {
      name: 'a piece of a secret is the whole of it',
      paste: 'SID S-1-5-21-6853795411-6153388659-876418797-2514 is not found',
      line: 1,
      text: '876418797-2514 is not',
      expected: '<sid 1> is not',
    },
    {
      name: 'a line is hidden for what the lines above it say',
      paste:
        'ComputerName Password       Expires\n------------ --------       -------\nPC-042       yRRXWWjQIlO79G 6/12/2025',
      line: 3,
      text: 'PC-042       yRRXWWjQIlO79G 6/12/2025',
      expected: 'PC-042       <password 1> 6/12/2025',
    },
    {
      name: 'a line that was cut',
      paste: 'token=abcDEF123456789xyz is bad',
      line: 1,
      text: 'token=abcDEF1…',
      expected: 'token=<token 1>…',
    },
    {
      name: 'what stands nowhere is left alone, unless it tells',
      paste: 'moin for CONTOSO\\mia.berg',
      line: 1,
      text: 'join in',
      expected: 'join in',
    },
    {
      name: 'a piece of a secret in another line than is said',
      paste: 'moin\nSID S-1-5-21-6853795411-6153388659-876418797-2514 is not found',
      line: 1,
      text: '876418797-2514 is not',
      expected: '<sid 1> is not',
    },
    { name: 'a mended line that tells', paste: 'moin CONTOSO\\mia.berg', line: 1, text: 'join berg', expected: '' },
  ])('$name', ({ paste, line, text, expected }) => expect(quotes(paste).line(line, text)).toBe(expected));

  test('in sentences', () => {
    const { sentence } = quotes('for CONTOSO\\mia.berg from here');
    expect(sentence(1, 'the words “berg from here” stand in this issue; 2 lines of your paste say so')).toBe(
      'the words “<user 1> from here” stand in this issue; 2 lines of your paste say so',
    );
    expect(sentence(1, '“form berg” stands in this issue')).toBe('“…” stands in this issue');
  });

  test('far from the line that matters, too', () => {
    const filler = 'nothing of interest here\n'.repeat(4_000);
    const paste = `CONNECTOR_FORBIDDEN\n${filler}Logon failed for CONTOSO\\mia.berg`;
    expect(quotes(paste).line(4_002, 'for CONTOSO\\mia.berg')).toBe('for <user 1>');
    expect(quotes(paste).line(1, 'berg')).toBe('<user 1>');
  });
});

/** A few of each kind; all of them with the trial of secrets. */
const count = process.env['PASTEFIX_PASTES'] === undefined ? 100 : undefined;

test.each([
  { name: 'that begins with them', first: undefined },
  {
    name: 'that they are told to',
    first:
      '<![LOG[[CCMHTTP] ERROR: URL=https://cmg.contoso.com/CCM_Proxy_ServerAuth/72057594037928017/CCM_STS, Port=443, Options=63, Code=12175, Text=ERROR_WINHTTP_SECURE_FAILURE]LOG]!><time="09:41:07.118-60" date="05-13-2025" component="LocationServices" context="" type="1" thread="5833" file="ccmhttperror.cpp:297">',
  },
])('of planted secrets, a case keeps no trace $name', async ({ first }) => {
  const knowledge = await loadKnowledge([join(__dirname, '../../../knowledge/articles')]);
  const pastes = plantedPastes(count, first === undefined ? 5 : 1);
  const traces = new Traces(pastes);
  const talk = first === undefined ? conversation(knowledge) : conversation(knowledge).say(first);
  for (const { name, text } of pastes) {
    const { dialog, view } = talk.say(text);
    expect([name, traces.in(JSON.stringify([dialog, view]))]).toEqual([name, []]);
  }
});
