// Fits how sure an answer is: the logistic model and the verdicts' thresholds in knowledge/match/weights.ts.
//
//   npm run fit -- SNAPSHOT EVALUATION_FOLDER
//
// EVALUATION_FOLDER holds pastes.jsonl, posts.jsonl and negatives.jsonl: {"id","text","accept":[article path, …]}.
// Every figure printed is of rows that were not fitted to: see cross-fit.ts.

import { join } from 'node:path';
import { Command } from 'commander';
import { statusOfRefusal } from '../adapters/terminal/refusal.js';
import { calibrationOf, crossFitted, type Judged, splits } from './cross-fit.js';
import { readRows } from './evaluation.js';
import { examplesOf, fittedSets } from './examples.js';
import { fitModel, type Model, quantityNames } from './fit-model.js';
import { share } from './score.js';

const command = new Command('npm run fit --')
  .description('Fits how sure an answer is, and prints calibration and thresholds for rows not fitted on.')
  .argument('<snapshot>', 'thousands of articles, compiled')
  .argument('<folder>', `evaluation sets: ${fittedSets.map((name) => `${name}.jsonl`).join(', ')}`)
  .allowExcessArguments(false)
  .exitOverride()
  // Whoever catches the error prints it.
  .configureOutput({ writeErr: () => undefined })
  .action(fit);

try {
  command.parse();
} catch (error) {
  process.exitCode = statusOfRefusal('fit', error);
}

function fit(snapshot: string, folder: string): void {
  const sets = fittedSets.map((name) => ({ name, rows: readRows(join(folder, `${name}.jsonl`)) }));
  const examples = examplesOf(snapshot, sets);
  const judged = crossFitted(examples);
  const all = judged.flat();

  console.log('fitted on all', show(fitModel(examples)));
  for (const set of new Set(examples.map((example) => example.set))) {
    const rows = all.filter((one) => one.set === set);
    console.log(
      set.padEnd(16),
      `rows ${rows.length / splits}`,
      `right ${shown(share(rows, (one) => one.right))}`,
      `ece ${shown(calibrationOf(judged, [set]))}`,
    );
  }
  console.log(fittedSets.join(', '), 'not fitted to: ece', shown(calibrationOf(judged, fittedSets)));
  console.log(
    '\nanswered: threshold, pastes, posts, negatives, few-negatives, few-pastes | as match: precision, share, precision of posts, posts without an article, pastes and posts whose article is left out',
  );
  const open = all.filter(({ set }) => fittedSets.includes(set));
  for (let threshold = 0.05; threshold < 0.99; threshold += 0.05) {
    const isSure = (one: Judged): boolean => one.confidence >= threshold;
    const of = (set: string, positive: boolean): string =>
      shown(
        share(
          all.filter((one) => one.set === set && one.positive === positive),
          isSure,
        ),
      );
    const matched = open.filter(isSure);
    const matchedPosts = matched.filter(({ set }) => set === 'posts');
    console.log(
      [
        threshold.toFixed(2),
        of('pastes', true),
        of('posts', true),
        of('negatives', false),
        of('few-negatives', false),
        of('few-pastes', false),
        '|',
        shown(share(matched, ({ right }) => right)),
        (matched.length / open.filter(({ positive }) => positive).length).toFixed(3),
        shown(share(matchedPosts, ({ right }) => right)),
        of('posts', false),
        of('unwritten-pastes', false),
        of('unwritten-posts', false),
      ].join('  '),
    );
  }
}

function shown(value: number): string {
  return Number.isNaN(value) ? '    -' : value.toFixed(3);
}

function show([base = 0, ...weights]: Model): string {
  return `{ base: ${base.toFixed(2)}, ${quantityNames.map((name, i) => `${name}: ${(weights[i] ?? 0).toFixed(2)}`).join(', ')} }`;
}
