import { expect, test } from '@jest/globals';
import * as knowledge from '../../knowledge/index.js';
import * as indexing from '../../knowledge/indexing/index.js';

test('the public names', () => {
  expect(Object.keys(knowledge).sort()).toMatchInlineSnapshot(`
[
  "AsciiBased",
  "SnapshotError",
  "answerObject",
  "causeText",
  "checksOf",
  "compareFresh",
  "costOf",
  "costOfCheck",
  "decidingLog",
  "decodeCode",
  "decodeText",
  "diagnoseJoined",
  "escapeInline",
  "isEverydayWord",
  "joinLogs",
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
  "repairsOf",
  "resolutionText",
  "signalOf",
  "valueOfName",
  "valueShown",
  "verdictAt",
  "walkSteps",
  "workaroundId",
]
`);
});

test('the public names of what makes one', () => {
  expect(Object.keys(indexing).sort()).toEqual(['SnapshotBuilder', 'checkReferences', 'createKnowledge']);
});
