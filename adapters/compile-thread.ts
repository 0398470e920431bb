// A thread of its own that compiles some files, a batch after the other.

import { parentPort, workerData } from 'node:worker_threads';
import { type CompiledFiles, compileFiles, type MarkdownFile } from './compile-files.js';
import { KnowledgeFileError } from './knowledge-file-error.js';

/** What the thread tells whoever started it. */
export type Told =
  | { readonly kind: 'compiled'; readonly compiled: CompiledFiles }
  /** An error of a class of ours loses its class on the way. */
  | { readonly kind: 'refused'; readonly code: KnowledgeFileError['code']; readonly message: string };

const tell = (told: Told, moved: readonly ArrayBuffer[] = []): void => parentPort?.postMessage(told, [...moved]);

try {
  for (const files of workerData as readonly (readonly MarkdownFile[])[]) {
    const compiled = compileFiles(files);
    tell({ kind: 'compiled', compiled }, [...buffersIn(compiled.portion)]);
  }
} catch (error) {
  if (!(error instanceof KnowledgeFileError)) throw error;
  tell({ kind: 'refused', code: error.code, message: error.message });
}

/** All memory under typed arrays, wherever they are in a piece of plain data. */
function buffersIn(data: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(data)) {
    if (data.buffer instanceof ArrayBuffer) found.add(data.buffer);
  } else if (typeof data === 'object' && data !== null && !Array.isArray(data)) {
    for (const value of Object.values(data)) buffersIn(value, found);
  }
  return found;
}
