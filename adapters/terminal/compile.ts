// pastefix compile and pastefix lint: for the authors of articles.

import type { Problem } from '../../knowledge/index.js';
import { SnapshotBuilder } from '../../knowledge/indexing/index.js';
import { compileFolders } from '../compile-folders.js';
import type { CompilingThread } from '../compiling-thread.js';
import { writeSnapshotFile } from '../snapshot-on-disk.js';
import type { Output } from './output.js';
import { cannotWrite, requireWritable } from './require-writable.js';

/**
 * Compiles folders into a snapshot; problems are counted here and listed by `lint`.
 *
 * @param thread One that has started while this was loaded.
 * @returns Exit status. @throws {UsageError} The snapshot cannot be written.
 */
export async function compile(
  folders: readonly string[],
  file: string,
  output: Output,
  thread?: CompilingThread,
): Promise<0> {
  await requireWritable(file);
  const started = performance.now();
  const snapshot = new SnapshotBuilder();
  const { articleCount, issueCount, problems } = await compileFolders(folders, {
    thread,
    take: (portion) => snapshot.add(portion),
    progress: (done, total) => output.progress(`Compiling ${done} of ${total} articles`),
  });
  output.progress('Writing the snapshot');
  const parts = snapshot.finishInParts();
  await writeSnapshotFile(file, parts).catch((error: unknown) => {
    throw cannotWrite(file, error);
  });
  output.progress('');
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  output.print(
    `${file}: ${articleCount} articles, ${issueCount} issues, ${(length / 1e6).toFixed(1)} MB, in ${seconds} s`,
  );
  for (const [rule, count] of countByRule(problems)) output.print(`  ${String(count).padStart(6)}  ${rule}`);
  if (problems.length > 0) output.print(`${problems.length} problems; \`pastefix lint\` lists them`);
  return 0;
}

/** Prints every problem. @returns 1 when there is one. */
export async function lint(folders: readonly string[], output: Output): Promise<0 | 1> {
  const { articleCount, problems } = await compileFolders(folders);
  for (const { file, line, rule, message } of problems) {
    output.print(`${file}:${line} ${output.colours.yellow(rule)}: ${message}`);
  }
  output.print(problems.length === 0 ? `${articleCount} articles, no problems` : `${problems.length} problems`);
  return problems.length === 0 ? 0 : 1;
}

function countByRule(problems: readonly Problem[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { rule } of problems) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}
