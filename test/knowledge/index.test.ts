import { expect, test } from '@jest/globals';
import * as crossLog from '../../knowledge/cross-log/index.js';
import * as knowledge from '../../knowledge/index.js';
import * as indexing from '../../knowledge/indexing/index.js';
import * as troubleshoot from '../../knowledge/troubleshoot/index.js';
import * as verify from '../../knowledge/verify/index.js';

test('the public names', () => {
  expect(Object.keys(knowledge).sort()).toMatchInlineSnapshot(`
[
  "AsciiBased",
  "SnapshotError",
  "anchorOf",
  "answerObject",
  "answerShown",
  "causeOf",
  "causeText",
  "decodeCode",
  "decodeText",
  "escapeInline",
  "isEverydayWord",
  "logsToLookInto",
  "longestPaste",
  "missingText",
  "neighboursIn",
  "openSnapshot",
  "packingOf",
  "plainBlocks",
  "plainResolutions",
  "plainText",
  "readCode",
  "readPaste",
  "resolutionText",
  "valueOfName",
  "valueShown",
  "verdictAt",
]
`);
});

test.each([
  { of: 'indexing', door: indexing, names: ['SnapshotBuilder', 'checkReferences', 'createKnowledge'] },
  {
    of: 'troubleshoot',
    door: troubleshoot,
    names: ['checksOf', 'costOf', 'costOfCheck', 'repairsOf', 'walkSteps', 'workaroundId'],
  },
  { of: 'verify', door: verify, names: ['compareFresh', 'signalOf'] },
  { of: 'cross-log', door: crossLog, names: ['decidingLog', 'diagnoseJoined', 'joinLogs'] },
])('the public names of $of', ({ door, names }) => expect(Object.keys(door).sort()).toEqual(names));
