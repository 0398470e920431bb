// The public names of what can be done and asked about an issue, listed one by one.

export type { CheckWords } from './check-words.js';
export { checksOf } from './checks-of.js';
export { costOfCheck } from './cost-of-check.js';
export { costOf } from './effort.js';
export { type Repair, repairsOf, workaroundId } from './repairs.js';
export { type WalkStep, walkSteps } from './steps.js';
