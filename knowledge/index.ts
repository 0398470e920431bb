// The public names of the knowledge base, listed one by one.

export type { Candidate, DecodedCode, Diagnosis, Evidence } from './diagnosis.js';
export type { Knowledge } from './knowledge.js';
export type {
  Answer,
  Article,
  Block,
  Check,
  Issue,
  IssueRef,
  Lead,
  Problem,
  Resolution,
  Source,
  Step,
} from './model.js';
