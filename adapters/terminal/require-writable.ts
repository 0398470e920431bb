// Whether a file can be written, said before the work that goes into it.

import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from './usage-error.js';

/** @throws {UsageError} Saying why it cannot be. */
export async function requireWritable(file: string): Promise<void> {
  try {
    await access(dirname(file), constants.W_OK);
    const found = await stat(file).catch(() => undefined);
    if (found?.isDirectory() === true) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    if (found !== undefined) await access(file, constants.W_OK);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

const reasons: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'its folder does not exist'],
  ['ENOTDIR', 'what should be its folder is a file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'this account may not write there'],
  ['EROFS', 'nothing can be written there'],
  ['ENOSPC', 'the disk is full'],
]);

/** @param error What the file system said. */
export function cannotWrite(file: string, error: unknown): UsageError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const reason = reasons.get(code) ?? (error instanceof Error ? error.message : String(error));
  return new UsageError(`cannot write ${file}: ${reason}`, { cause: error });
}
