// Articles and snapshots on disk.

import { createSnapshot, type Knowledge, openSnapshot, type Portion, SnapshotError } from '../knowledge/index.js';
import { KnowledgeFileError } from './knowledge-file-error.js';
import { kindOf } from './markdown-files.js';
import { openSnapshotFile, writeSnapshotFile } from './snapshot-on-disk.js';

/** Joins what compiling gave into a snapshot file. */
export async function writeSnapshot(portions: readonly Portion[], file: string): Promise<{ readonly bytes: number }> {
  const bytes = createSnapshot(portions);
  await writeSnapshotFile(file, bytes);
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
  if (snapshotAt < 0) {
    const { compileFolders } = await import('./compile-folders.js');
    return openSnapshot(createSnapshot((await compileFolders(paths)).portions));
  }
  const snapshot = paths[snapshotAt] ?? '';
  if (paths.length > 1) {
    throw new KnowledgeFileError(
      'unusable',
      `a snapshot stands alone: compile ${paths.join(', ')} into one, or name folders only`,
    );
  }
  try {
    return openSnapshot(openSnapshotFile(snapshot));
  } catch (error) {
    if (error instanceof SnapshotError) {
      throw new KnowledgeFileError('unusable', `${snapshot}: ${error.message}`, { cause: error });
    }
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new KnowledgeFileError('unreadable', `cannot read ${snapshot}: ${error.message}`, { cause: error });
  }
}
