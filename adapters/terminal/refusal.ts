// How a program ends that was called in a way it cannot follow: one line that says what to change, and no stack trace.

import { CommanderError } from 'commander';
import { KnowledgeFileError } from '../knowledge-file-error.js';
import { SettingsError } from '../settings-error.js';
import { UsageError } from './usage-error.js';

/**
 * @param error What the program threw.
 * @returns Exit status: 0 where help was asked for, 2 for bad usage, which is printed.
 * @throws The error itself where the fault is the program's.
 */
export function statusOfRefusal(program: string, error: unknown): 0 | 2 {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const isRefused = [CommanderError, UsageError, KnowledgeFileError, SettingsError].some((one) => error instanceof one);
  if (!(isRefused && error instanceof Error)) throw error;
  console.error(`${program}: ${error.message.replace(/^error: /, '')}`);
  return 2;
}
