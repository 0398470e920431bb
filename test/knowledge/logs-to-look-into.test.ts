import { describe, expect, test } from '@jest/globals';
import { compileArticle } from '../../knowledge/compile/index.js';
import { logsToLookInto } from '../../knowledge/index.js';
import { logsSentence } from '../../knowledge/logs-to-look-into.js';

interface Fault {
  readonly how: string;
  readonly files: readonly string[];
  readonly product?: string;
  readonly confidence?: number;
}

function faultOf({ how, files, product = 'Printers', confidence = 0.2 }: Fault) {
  const logs = files.map((file) => `**${file}**\n\n    ERROR in ${file}\n`).join('\n');
  const text = `---\nproduct: ${product}\n---\n\n# A fault\n\n## Symptoms\n\n${logs}\n\n## Cause\n\nHeat.\n\n## Resolution\n\n1. ${how}\n`;
  const { article } = compileArticle('a.md', text);
  const [issue] = article.issues;
  if (issue === undefined) throw new Error('The article has no issue');
  return { article, issue, confidence };
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
    { how: 'On the internet, look into a.log (`C:\\Logs`).', place: { folder: '`C:\\Logs`' } },
    { how: 'Read b.log in `C:\\Other`, then a.log.', place: {} },
    { how: 'Read a.log in `C`. On the client, read a.log in `D`.', place: { folder: '`D`', machine: 'the client' } },
  ])('$how', ({ how, place }) =>
    expect(logsToLookInto([faultOf({ how, files: ['a.log'] })])).toEqual({ places: [{ file: 'a.log', ...place }] }),
  );
});

describe('which logs', () => {
  test('those that the symptoms quote, each once, with a known place first, three at most', () => {
    const faults = [
      faultOf({ how: 'Wait.', files: ['a.log', 'b.log', 'A.log'] }),
      faultOf({ how: 'Read c.log in `C`.', files: ['c.log', 'd.log', 'e.log'] }),
    ];
    expect(logsToLookInto(faults).places.map(({ file }) => file)).toEqual(['c.log', 'a.log', 'b.log']);
  });

  test('none where the symptoms quote none, or something else', () => {
    expect(logsToLookInto([]).places).toEqual([]);
    expect(logsToLookInto([faultOf({ how: 'Read a.log in `C`.', files: ['dsregcmd /status'] })]).places).toEqual([]);
  });

  test('not those of far-fetched candidates, unless all are about one product', () => {
    const one = { how: 'Wait.', files: ['a.log'], confidence: 0.02 };
    const other = { how: 'Wait.', files: ['b.log'], confidence: 0.02 };
    expect(logsToLookInto([one, { ...other, product: 'Scanners' }].map(faultOf)).places).toEqual([]);
    expect(logsToLookInto([one, other].map(faultOf)).places.map(({ file }) => file)).toEqual(['a.log', 'b.log']);
  });

  test('only if it is about that product, where nothing says so', () => {
    const far = faultOf({ how: 'Wait.', files: ['a.log'], product: 'Printers (current branch)', confidence: 0.02 });
    expect(logsToLookInto([far]).onlyIfAbout).toBe('Printers');
    expect(logsSentence(logsToLookInto([far]))).toBe('If it is about Printers: known faults show in a.log.');
    const near = { ...far, confidence: 0.2 };
    expect(logsToLookInto([near, far]).onlyIfAbout).toBeUndefined();
    expect(logsSentence(logsToLookInto([near, far]))).toBe('The closest known faults show in a.log.');
  });
});
