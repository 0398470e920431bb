// Snapshot files: written so that whoever reads the old one goes on reading it, and read a part at a time.

import { fstatSync, openSync, readSync } from 'node:fs';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { SnapshotBytes } from '../knowledge/index.js';

/** Writes a snapshot at once or not at all: a running bot keeps the one it has opened, also when that is replaced. */
export async function writeSnapshotFile(file: string, parts: readonly Uint8Array[]): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const isReplaceable = await stat(target).then(
    (found) => found.isFile(),
    () => true,
  );
  if (!isReplaceable) return writeFile(target, parts); // a pipe, say
  const part = `${target}.${process.pid}.part`;
  try {
    await writeFile(part, parts);
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Bytes that are read at a time: few enough to be at hand when they are looked at. */
const stretch = 1 << 18;

/**
 * When what is searched is read: for some pastes, what they need, since it takes longer to fill memory than to find an answer;
 * for many, all at once, so that none of them waits.
 */
export type Reading = 'as-needed' | 'at-once';

/**
 * Opens a snapshot file, for as long as the process runs.
 *
 * @throws The file system's own error.
 */
export function openSnapshotFile(file: string, reading: Reading): SnapshotBytes {
  const descriptor = openSync(file, 'r');
  const { size } = fstatSync(descriptor);
  const fill = (into: Uint8Array, at: number): Uint8Array => {
    let filled = 0;
    while (filled < into.length) {
      const some = into.subarray(filled, filled + stretch);
      const read = readSync(descriptor, some, 0, some.length, at + filled);
      if (read === 0) break;
      filled += read;
    }
    return into.subarray(0, filled);
  };
  return {
    read: (at, length) => fill(new Uint8Array(Math.max(0, Math.min(length, size - at))), at),
    ...(reading === 'at-once' ? {} : { readInto: (into: Uint8Array, at: number) => fill(into, at).length }),
    *stream(from) {
      const into = new Uint8Array(stretch);
      for (let at = from; ; ) {
        const read = fill(into, at);
        if (read.length === 0) return;
        yield read;
        at += read.length;
      }
    },
  };
}
