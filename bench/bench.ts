// How right and how fast, beside other libraries, in one run.
//
//   npm run bench -- [--only quality,time] [--articles FOLDER] [--evaluation FOLDER]
//
// Prints one table and writes bench/results.json. Exit status 0 when everything was measured, whether or not it reaches
// its bar, 1 when a part could not be measured, 2 on bad usage.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOutput } from '../adapters/terminal/output.js';
import { statusOfRefusal } from '../adapters/terminal/refusal.js';
import { requireWritable } from '../adapters/terminal/require-writable.js';
import { peers } from './contestants/index.js';
import { nearbyData, readOptions } from './options.js';
import type { Part, Setting } from './part.js';
import { parts } from './parts/index.js';
import { type PartResult, resultsOf, thisMachine } from './results.js';
import { makeSetting } from './setting.js';
import { drawTable } from './table.js';

const output = createOutput(process, process.env);

// A reader that has seen enough, `head` say, closes the pipe; the results are written all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

async function bench(args: readonly string[]): Promise<0 | 1> {
  const options = readOptions(args, parts, nearbyData());
  await requireWritable(options.out);
  const workFolder = mkdtempSync(join(tmpdir(), 'pastefix-bench-'));
  process.on('exit', () => rmSync(workFolder, { recursive: true, force: true }));
  process.on('SIGINT', () => process.exit(130));
  process.on('SIGTERM', () => process.exit(143));

  const setting = await makeSetting(options, workFolder, output.progress);
  output.print(`${setting.articleCount} articles from ${setting.articles}`);
  output.print(
    `${setting.sets.map(({ name, rows }) => `${rows.length} ${name}`).join(', ')} from ${options.evaluation ?? 'the articles themselves'}`,
  );
  const machine = thisMachine();
  if (machine.load > machine.cpus / 2) {
    output.print(
      `This machine is busy (load ${machine.load.toFixed(1)}, ${machine.cpus} processors): times are longer than they are.`,
    );
  }
  output.print('');
  const started = new Date();
  const results: PartResult[] = [];
  for (const part of options.parts) results.push(await measure(part, setting));
  output.progress('');
  output.print(
    drawTable(
      results,
      peers.map(({ name }) => name),
      output.colours,
      output.width,
    ),
  );
  const sets = Object.fromEntries(setting.sets.map(({ name, rows }) => [name, rows.length]));
  const written = resultsOf(results, started, { machine, articles: setting.articleCount, sets });
  writeFileSync(options.out, `${JSON.stringify(written, null, 2)}\n`);
  output.print(`\n${options.out}, after ${((Date.now() - started.getTime()) / 1000).toFixed(0)} s`);
  return results.every((result) => 'figures' in result) ? 0 : 1;
}

/** A part that cannot be measured leaves the others as they are. */
async function measure(part: Part, setting: Setting): Promise<PartResult> {
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1000;
  try {
    return { part: part.name, ...(await part.measure(setting)), seconds: seconds() };
  } catch (error) {
    return { part: part.name, failure: error instanceof Error ? error.message : String(error), seconds: seconds() };
  }
}

try {
  process.exitCode = await bench(process.argv.slice(2));
} catch (error) {
  process.exitCode = statusOfRefusal('bench', error);
}
