// The public names of what can be done and asked about an issue, listed one by one.

export { checksOf } from './checks-of.js';
export { costOfCheck } from './effort/cost-of-check.js';
export { costOf } from './effort/effort.js';
export type { CheckWords } from './questions/check-words.js';
export { type Repair, repairsOf, workaroundId } from './repairs.js';
export { type WalkStep, walkSteps } from './steps.js';
