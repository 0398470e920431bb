// The public names of comparing before and after, listed one by one.

export { type CompareOptions, compareFresh, type FreshLines } from './compare-fresh.js';
export { signalOf } from './signal.js';
export type { Signal } from './signal-schema.js';
export type { SeenLine, Verification, Way } from './verification.js';
