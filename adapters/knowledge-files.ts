// Articles and snapshots on disk.

import { type Knowledge, openSnapshot, SnapshotError } from '../knowledge/index.js';
import { KnowledgeFileError } from './knowledge-file-error.js';
import { kindOf } from './markdown-files.js';
import { openSnapshotFile, type Reading } from './snapshot-on-disk.js';

/**
 * Loads what the bot is to know: folders of articles, which are compiled, or one snapshot, which is opened.
 *
 * @param reading Of a snapshot.
 * @throws {KnowledgeFileError}
 */
export async function loadKnowledge(paths: readonly string[], reading: Reading = 'at-once'): Promise<Knowledge> {
  const kinds = await Promise.all(paths.map(kindOf));
  const snapshotAt = kinds.indexOf('file');
  if (snapshotAt < 0) {
    const [{ compileFolders }, { SnapshotBuilder }] = await Promise.all([
      import('./compile-folders.js'),
      import('../knowledge/indexing/index.js'),
    ]);
    const snapshot = new SnapshotBuilder();
    await compileFolders(paths, { take: (portion) => snapshot.add(portion) });
    return openSnapshot(snapshot.finish());
  }
  const snapshot = paths[snapshotAt] ?? '';
  if (paths.length > 1) {
    throw new KnowledgeFileError(
      'unusable',
      `a snapshot stands alone: compile ${paths.join(', ')} into one, or name folders only`,
    );
  }
  try {
    return openSnapshot(openSnapshotFile(snapshot, reading));
  } catch (error) {
    if (error instanceof SnapshotError) {
      throw new KnowledgeFileError('unusable', `${snapshot}: ${error.message}`, { cause: error });
    }
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new KnowledgeFileError('unreadable', `cannot read ${snapshot}: ${error.message}`, { cause: error });
  }
}
