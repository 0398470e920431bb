// Fits how sure an answer is: the logistic model and the verdicts' thresholds in knowledge/match/weights.ts.
//
//   npm run fit -- SNAPSHOT EVALUATION_FOLDER
//
// EVALUATION_FOLDER holds pastes.jsonl, posts.jsonl and negatives.jsonl: {"id","text","accept":[article path, …]}.
// Half of all rows (by a hash of their id) are fitted on; every figure printed for the other half is of rows not fitted
// on.

import { join } from 'node:path';
import { readRows } from './evaluation.js';
import { examplesOf, fittedSets } from './examples.js';
import { confidence, type Example, fitModel, type Model, quantityNames } from './fit-model.js';
import { halfOf } from './halves.js';
import { calibrationError, share } from './score.js';

const [snapshot, folder] = process.argv.slice(2);
if (snapshot === undefined || folder === undefined) {
  console.error('usage: npm run fit -- SNAPSHOT EVALUATION_FOLDER');
  process.exit(2);
}

const sets = fittedSets.map((name) => ({ name, rows: readRows(join(folder, `${name}.jsonl`)) }));
const examples = examplesOf(snapshot, sets);
const isFitted = ({ id }: Example): boolean => halfOf(id) === 0;
const kept = examples.filter((example) => !isFitted(example));

const model = fitModel(examples.filter(isFitted));
console.log('fitted on one half', show(model));
console.log('fitted on all     ', show(fitModel(examples)));
for (const set of ['pastes', 'posts', 'negatives', 'few-negatives', 'few-pastes', 'few-posts', 'few-samples']) {
  const rows = kept.filter((example) => example.set === set);
  console.log(
    set.padEnd(14),
    `rows ${rows.length}`,
    `right ${shown(share(rows, (one) => one.right))}`,
    `ece ${shown(calibration(rows))}`,
  );
}
const open = kept.filter((example) => ['pastes', 'posts', 'negatives'].includes(example.set));
console.log('pastes, posts and negatives kept aside: ece', shown(calibration(open)));
console.log(
  '\nthreshold  answered(pastes) answered(posts) negatives few-negatives few-pastes | as match: precision share',
);
for (let threshold = 0.05; threshold < 0.99; threshold += 0.05) {
  const at = (set: string, positive: boolean): string =>
    shown(
      share(
        kept.filter((one) => one.set === set && one.positive === positive),
        (one) => confidence(model, one) >= threshold,
      ),
    );
  const matched = open.filter((one) => confidence(model, one) >= threshold);
  console.log(
    threshold.toFixed(2).padEnd(10),
    [
      at('pastes', true),
      at('posts', true),
      at('negatives', false),
      at('few-negatives', false),
      at('few-pastes', false),
    ].join('          '),
    `| ${shown(share(matched, (one) => one.right))}  ${(matched.length / open.filter((one) => one.positive).length).toFixed(3)}`,
  );
}

function calibration(rows: readonly Example[]): number {
  return calibrationError(rows.map((row) => ({ confidence: confidence(model, row), right: row.right })));
}

function shown(value: number): string {
  return Number.isNaN(value) ? '    -' : value.toFixed(3);
}

function show([base = 0, ...weights]: Model): string {
  return `{ base: ${base.toFixed(2)}, ${quantityNames.map((name, i) => `${name}: ${(weights[i] ?? 0).toFixed(2)}`).join(', ')} }`;
}
