// What the command line asks for.

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { defaultArticles, projectFolder } from '../adapters/project-folder.js';
import { UsageError } from '../adapters/terminal/usage-error.js';
import type { Part } from './part.js';

export interface BenchOptions {
  /** Never empty, in the order in which they are run. */
  readonly parts: readonly Part[];
  /** Folder of articles. */
  readonly articles: string;
  /** Folder of evaluation sets; absent: the samples and near misses of the articles. */
  readonly evaluation?: string;
  readonly logMegabytes: number;
  readonly out: string;
}

/** Folders that are used where none is named, if they exist. */
export interface NearbyData {
  readonly articles: string;
  readonly evaluation: string;
}

export function nearbyData(): NearbyData {
  const shared = join(projectFolder(), '..', 'shared');
  return { articles: join(shared, 'corpus'), evaluation: join(shared, 'eval') };
}

/**
 * @param args Without node and script.
 * @throws {UsageError} Folders or parts that do not exist.
 * @throws {CommanderError} Unknown flags; help was asked for.
 */
export function readOptions(args: readonly string[], parts: readonly Part[], nearby: NearbyData): BenchOptions {
  const command = new Command('npm run bench --')
    .description('Measures how right and how fast Pastefix is, beside other libraries, and what it must reach.')
    .option('--only <parts>', 'some parts, separated by commas', listOf)
    .option('--articles <folder>', 'articles in Markdown (default: ../shared/corpus, or those of Pastefix)')
    .option('--evaluation <folder>', 'sets of pastes, .jsonl (default: ../shared/eval, or samples in the articles)')
    .option('--log-megabytes <number>', 'size of the log to be read', positive, 64)
    .option('--out <file>', 'where figures are written', join(projectFolder(), 'bench', 'results.json'))
    .addHelpText('after', `\nParts:\n${parts.map(({ name, about }) => `  ${name.padEnd(10)} ${about}`).join('\n')}`)
    .addHelpText('after', '\nExit status: 0 measured, 1 a part could not be measured, 2 bad usage')
    .allowExcessArguments(false)
    .exitOverride()
    // Whoever catches the error prints it.
    .configureOutput({ writeErr: () => undefined });
  const flags = command.parse(args, { from: 'user' }).opts<{
    only?: readonly string[];
    articles?: string;
    evaluation?: string;
    logMegabytes: number;
    out: string;
  }>();
  const articles = flags.articles ?? (existsSync(nearby.articles) ? nearby.articles : defaultArticles());
  requireFolder(articles, 'articles');
  const evaluation = flags.evaluation ?? (articles === nearby.articles ? existing(nearby.evaluation) : undefined);
  if (evaluation !== undefined) requireFolder(evaluation, 'evaluation sets');
  return {
    parts: chosen(parts, flags.only),
    articles,
    ...(evaluation === undefined ? {} : { evaluation }),
    logMegabytes: flags.logMegabytes,
    out: flags.out,
  };
}

function chosen(parts: readonly Part[], names: readonly string[] | undefined): readonly Part[] {
  if (names === undefined) return parts;
  const unknown = names.find((name) => !parts.some((part) => part.name === name));
  if (unknown !== undefined || names.length === 0)
    throw new UsageError(`--only takes ${parts.map(({ name }) => name).join(', ')}; not “${unknown ?? ''}”`);
  return parts.filter(({ name }) => names.includes(name));
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function positive(text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new InvalidArgumentError('It must be a number above 0.');
  return number;
}

function existing(folder: string): string | undefined {
  return existsSync(folder) ? folder : undefined;
}

function requireFolder(folder: string, what: string): void {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UsageError(`there is no folder of ${what} at ${folder}`);
}
