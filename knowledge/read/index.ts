// The public names of the reader, listed one by one.

export { AsciiBased, decodeText, packingOf } from './encoding.js';
export { aloneOf, type Excerpt, excerptOf, type Fault, faultAt, type Neighbours, neighboursIn } from './excerpt.js';
export {
  FaultFinder,
  type FaultFinderOptions,
  type FoundLine,
  type FoundLines,
  type LogLine,
  type Weigher,
} from './find-faults.js';
export { LineKey } from './line-key.js';
export { isOrigin, type LineRole, lineRole } from './line-role.js';
export { endOf, partAround } from './part-of.js';
export { type Entry, readPaste } from './read-paste.js';
export { definiteness, speaksOfFailure } from './report.js';
export { sourcesOf } from './source-of.js';
export { type DateOrder, dateOrderOf, type LogTime, readTime, timeTextOf } from './time-of.js';
