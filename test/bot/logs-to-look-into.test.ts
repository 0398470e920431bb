import { describe, expect, test } from '@jest/globals';
import { logsToLookInto } from '../../bot/logs-to-look-into.js';
import { compileArticle, type Issue } from '../../knowledge/index.js';

function issueOf(how: string, ...files: readonly string[]): Issue {
  const logs = files.map((file) => `**${file}**\n\n    ERROR in ${file}\n`).join('\n');
  const text = `# A fault\n\n## Symptoms\n\n${logs}\n\n## Cause\n\nHeat.\n\n## Resolution\n\n1. ${how}\n`;
  const [issue] = compileArticle('a.md', text).article.issues;
  if (issue === undefined) throw new Error('The article has no issue');
  return issue;
}

describe('where an author says that a log lies', () => {
  test.each([
    { how: 'Look into `x`.', place: {} },
    { how: 'Look into a.log in `%WINDIR%\\Logs`.', place: { folder: '`%WINDIR%\\Logs`' } },
    { how: 'Check in A.log (`C:\\Logs`) that it is gone.', place: { folder: '`C:\\Logs`' } },
    { how: 'On the client, open **a.log** in `C:\\Logs`.', place: { folder: '`C:\\Logs`', machine: 'the client' } },
    { how: 'On a server, open it: a.log or b.log in `D`.', place: { folder: '`D`', machine: 'the server' } },
    {
      how: 'Read a.log in the `Logs` folder of the site server.',
      place: { folder: 'the `Logs` folder of the site server' },
    },
    { how: 'Read b.log in `C:\\Other`, then a.log.', place: {} },
    { how: 'Read a.log in `C`. On the client, read a.log in `D`.', place: { folder: '`D`', machine: 'the client' } },
  ])('$how', ({ how, place }) =>
    expect(logsToLookInto([issueOf(how, 'a.log')])).toEqual([{ file: 'a.log', ...place }]),
  );
});

describe('which logs', () => {
  test('those that the symptoms quote, each once, with a known place first, three at most', () => {
    const issues = [
      issueOf('Wait.', 'a.log', 'b.log', 'A.log'),
      issueOf('Read c.log in `C`.', 'c.log', 'd.log', 'e.log'),
    ];
    expect(logsToLookInto(issues).map(({ file }) => file)).toEqual(['c.log', 'a.log', 'b.log']);
  });

  test('none where the symptoms quote none, or something else', () => {
    expect(logsToLookInto([])).toEqual([]);
    expect(logsToLookInto([issueOf('Read a.log in `C`.', 'dsregcmd /status')])).toEqual([]);
  });
});
