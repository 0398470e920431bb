import { describe, expect, test } from '@jest/globals';
import { compileArticle } from '../../../knowledge/compile/index.js';
import { isOtherState, statesIn } from '../../../knowledge/match/states.js';

test.each([
  { text: '             AzureAdJoined : NO', states: [['azureadjoined', 'off']] },
  { text: 'dsregcmd shows AzureAdJoined YES', states: [['azureadjoined', 'on']] },
  { text: 'IS_GC is set to True, then UseProxy=0', states: [['is_gc', 'on']] },
  { text: 'VerboseLogging="disabled"', states: [['verboselogging', 'off']] },
  { text: 'Status: on', states: [] },
  { text: 'AzureAdJoined : NOT SURE', states: [] },
])('$text', ({ text, states }) => expect(statesIn(text)).toEqual(states));

describe('the value decides', () => {
  const { article } = compileArticle(
    'a.md',
    '# Not joined\n\n## Symptoms\n\nIt says:\n\n    AzureAdJoined : NO\n\nIsManaged may have any value.\n\n## Cause\n\nHeat.\n\n## Resolution\n\n1. Repair it until EnterpriseJoined : YES.\n',
  );
  test.each([
    { line: 'AzureAdJoined : NO', other: false },
    { line: 'AzureAdJoined : YES', other: true },
    { line: 'EnterpriseJoined : YES', other: true }, // What it says once it is repaired.
    { line: 'IsManaged : YES', other: false },
    { line: 'AzureAdJoined', other: false },
    { line: `AzureAdJoined=YES;${'Setting=1;'.repeat(20)}`, other: false },
  ])('$line', ({ line, other }) => {
    expect(
      isOtherState(line, () => {
        const [issue] = article.issues;
        if (issue === undefined) throw new Error('The article has no issue');
        return issue;
      }),
    ).toBe(other);
  });

  // Tried anew from every blank, it would take hours.
  test('a megabyte of blanks is read to its end', () => {
    expect(statesIn(`AzureAdJoined${' '.repeat(1 << 20)}: NO`)).toEqual([]);
    expect(statesIn('AzureAdJoined \t'.repeat(1 << 16))).toEqual([]);
  });
});
