import { expect, test } from '@jest/globals';
import * as knowledge from '../../knowledge/index.js';

test('the public names', () => {
  expect(Object.keys(knowledge).sort()).toMatchInlineSnapshot(`
[
  "AsciiBased",
  "SnapshotBuilder",
  "SnapshotError",
  "answerObject",
  "causeText",
  "checkReferences",
  "checksOf",
  "compareFresh",
  "costOf",
  "costOfCheck",
  "createKnowledge",
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
