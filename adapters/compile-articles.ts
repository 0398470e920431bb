// Writes what Pastefix knows when nothing else is named, so that no start has to compile it: part of `npm run build`.
import { SnapshotBuilder } from '../knowledge/indexing/index.js';
import { compileFolders } from './compile-folders.js';
import { defaultArticles, defaultKnowledge } from './project-folder.js';
import { writeSnapshotFile } from './snapshot-on-disk.js';

const snapshot = new SnapshotBuilder();
await compileFolders([defaultArticles()], { take: (portion) => snapshot.add(portion) });
await writeSnapshotFile(defaultKnowledge(), snapshot.finishInParts());
