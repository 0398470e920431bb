// The public names of the knowledge base, listed one by one; those of the compiler are in compile/index.ts, of what a case
// keeps in schemas.ts.

export { type AnswerObject, answerObject, causeText, missingText, resolutionText } from './answer.js';
export { type Decoded, decodeCode, readCode, valueOfName } from './codes/index.js';
export {
  decidingLog,
  diagnoseJoined,
  type Joined,
  type JoinedDiagnosis,
  joinLogs,
  type LogRequest,
  type LogText,
  type Suspect,
} from './cross-log/index.js';
export { type LogAnswer, type LogDiagnosis, type LogReader, longestPaste } from './diagnose-log.js';
export type { Candidate, DecodedCode, Diagnosis, Evidence, Split } from './diagnosis.js';
export { escapeInline, plainText } from './inline-form.js';
export type { Knowledge } from './knowledge.js';
export { type LogPlace, logsToLookInto } from './logs-to-look-into.js';
export { valueShown } from './match/answered.js';
export { isEverydayWord } from './match/common-words.js';
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
export { type SnapshotBytes, SnapshotError } from './snapshot-file.js';
export {
  type CheckWords,
  checksOf,
  costOf,
  costOfCheck,
  type Repair,
  repairsOf,
  type WalkStep,
  walkSteps,
  workaroundId,
} from './troubleshoot/index.js';
export {
  type CompareOptions,
  compareFresh,
  type FreshLines,
  type SeenLine,
  type Signal,
  signalOf,
  type Verification,
  type Way,
} from './verify/index.js';
