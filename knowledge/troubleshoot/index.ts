export { costOf } from './effort.js';
export { type Repair, repairsOf, workaroundId } from './repairs.js';
export { type WalkStep, walkSteps } from './steps.js';
