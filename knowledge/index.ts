// The public names of what answers a paste, listed one by one. What does more has an index of its own, so that who only asks
// need not load it: compile/ reads Markdown, indexing/ makes a snapshot; troubleshoot/, verify/ and cross-log/ know what a case
// needs, and schemas.ts what it keeps.

export { type AnswerObject, answerObject, causeText, missingText, resolutionText } from './answer.js';
export { causeOf } from './cause-of.js';
export { type Decoded, decodeCode, readCode, valueOfName } from './codes/index.js';
export { type LogAnswer, type LogDiagnosis, type LogReader, longestPaste } from './diagnose-log.js';
export type { Candidate, DecodedCode, Diagnosis, Evidence, Split } from './diagnosis.js';
export { escapeInline, plainText } from './inline-form.js';
export type { Knowledge } from './knowledge.js';
export { type LogPlace, type LogsToLookInto, logsToLookInto } from './logs-to-look-into.js';
export { isEverydayWord } from './match/features/common-words.js';
export { answerShown, valueShown } from './match/question/answered.js';
export { verdictAt } from './match/weights.js';
export type {
  Answer,
  Article,
  ArticleInfo,
  Aside,
  Block,
  Check,
  Effort,
  Issue,
  IssueRef,
  Lead,
  Machine,
  Problem,
  Resolution,
  Route,
  RouteLog,
  Source,
  Step,
} from './model.js';
export { openSnapshot } from './open-snapshot.js';
export { plainBlocks, plainResolutions } from './plain-blocks.js';
export {
  AsciiBased,
  decodeText,
  type Entry,
  type Fault,
  type Neighbours,
  neighboursIn,
  packingOf,
  readPaste,
} from './read/index.js';
export { anchorOf } from './rows/row-id.js';
export { type SnapshotBytes, SnapshotError } from './snapshot-file.js';
