import { expect, test } from '@jest/globals';
import * as knowledge from '../../knowledge/index.js';

test('the public names', () => {
  expect(Object.keys(knowledge).sort()).toMatchInlineSnapshot(`
[
  "AsciiBased",
  "PortionBuilder",
  "SnapshotError",
  "answerObject",
  "causeText",
  "checkReferences",
  "checksOf",
  "compareFresh",
  "compileArticle",
  "costOf",
  "costOfCheck",
  "createKnowledge",
  "createSnapshot",
  "decodeCode",
  "decodeText",
  "escapeInline",
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
  "signalSchema",
  "valueOfName",
  "valueShown",
  "verdictAt",
  "walkSteps",
  "workaroundId",
]
`);
});
