// The public names of the reader, listed one by one.

export { type LineRole, lineRole } from './line-role.js';
export { type Entry, readPaste } from './read-paste.js';
