// The public names of the reader, listed one by one.

export { type Entry, readPaste } from './read-paste.js';
