// Articles and snapshots on disk.

import { open, writeFile } from 'node:fs/promises';
import { createSnapshot, type Knowledge, openSnapshot, type Portion, SnapshotError } from '../knowledge/index.js';
import { compileFolders } from './compile-folders.js';
import { KnowledgeFileError } from './knowledge-file-error.js';
import { kindOf } from './markdown-files.js';

/** Joins what compiling gave into a snapshot file. */
export async function writeSnapshot(portions: readonly Portion[], file: string): Promise<{ readonly bytes: number }> {
  const bytes = createSnapshot(portions);
  await writeFile(file, bytes);
  return { bytes: bytes.length };
}

/**
 * Loads what the bot is to know: folders of articles, which are compiled, or one snapshot, which is opened.
 *
 * @throws {KnowledgeFileError}
 */
export async function loadKnowledge(paths: readonly string[]): Promise<Knowledge> {
  const kinds = await Promise.all(paths.map(kindOf));
  const snapshotAt = kinds.indexOf('file');
  if (snapshotAt < 0) return openSnapshot(createSnapshot((await compileFolders(paths)).portions));
  const snapshot = paths[snapshotAt] ?? '';
  if (paths.length > 1) {
    throw new KnowledgeFileError(
      'unusable',
      `a snapshot stands alone: compile ${paths.join(', ')} into one, or name folders only`,
    );
  }
  try {
    return openSnapshot(await readBytes(snapshot));
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    throw new KnowledgeFileError('unusable', `${snapshot}: ${error.message}`, { cause: error });
  }
}

// One buffer of its own, aligned, so that the snapshot's arrays can be read in place.
async function readBytes(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const bytes = new Uint8Array(size);
    let at = 0;
    while (at < size) {
      const { bytesRead } = await handle.read(bytes, at, size - at, at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    return bytes;
  } finally {
    await handle.close();
  }
}
