import { expect, test } from '@jest/globals';
import * as knowledge from '../../knowledge/index.js';

test('the public names', () => {
  expect(Object.keys(knowledge).sort()).toMatchInlineSnapshot(`
[
  "SnapshotError",
  "answerObject",
  "causeText",
  "checkReferences",
  "compileArticle",
  "createKnowledge",
  "createSnapshot",
  "decodeCode",
  "decodeText",
  "escapeInline",
  "openSnapshot",
  "packedAs",
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
