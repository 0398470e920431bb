// A thread of its own that compiles what it is sent, a batch after the other.

import { parentPort } from 'node:worker_threads';
import { compileFiles, type MarkdownText } from './compile-files.js';

parentPort?.on('message', (files: readonly MarkdownText[]) => {
  const compiled = compileFiles(files);
  parentPort?.postMessage(compiled, [...buffersIn(compiled.portion)]);
});

/** All memory under typed arrays, wherever they are in a piece of plain data. */
function buffersIn(data: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(data)) {
    if (data.buffer instanceof ArrayBuffer) found.add(data.buffer);
  } else if (typeof data === 'object' && data !== null && !Array.isArray(data)) {
    for (const value of Object.values(data)) buffersIn(value, found);
  }
  return found;
}
