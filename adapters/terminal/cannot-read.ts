// Why a file cannot be read, in words for whoever named it.

import { UsageError } from './usage-error.js';

const reasons: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'what should be its folder is a file'],
  ['EISDIR', 'it is a folder; name the logs in it'],
  ['EACCES', 'this account may not read it'],
]);

/** @param error What the file system said. */
export function cannotRead(file: string, error: unknown): UsageError {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  const reason = reasons.get(code) ?? (error instanceof Error ? error.message : String(error));
  return new UsageError(`cannot read ${file}: ${reason}`, { cause: error });
}
