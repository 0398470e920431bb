// Fits how sure an answer is: the logistic model and the verdicts' thresholds in knowledge/match/weights.ts.
//
//   npm run fit -- SNAPSHOT EVALUATION_FOLDER
//
// EVALUATION_FOLDER holds pastes.jsonl, posts.jsonl and negatives.jsonl: {"id","text","accept":[article path, …]}.
// Half of all rows (by a hash of their id) are fitted on; every figure printed for the other half is of rows not fitted
// on. Nothing is taken from a row but the quantities of its best candidate.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { defaultArticles } from '../adapters/project-folder.js';
import { matcherOf, partsOf } from '../knowledge/create-knowledge.js';
import { compileArticle } from '../knowledge/index.js';
import { type Matcher, queryOf, weighCandidates } from '../knowledge/match/candidates.js';
import { modelInputs } from '../knowledge/match/judge.js';
import type { Quantities } from '../knowledge/match/quantities.js';
import { decodeSnapshot } from '../knowledge/snapshot.js';

const Row = z.object({ id: z.string(), text: z.string(), accept: z.array(z.string()) });
type Row = z.infer<typeof Row>;

interface Example {
  readonly id: string;
  readonly set: string;
  readonly inputs: readonly number[];
  readonly right: boolean;
  /** The row has a right answer at all. */
  readonly positive: boolean;
  readonly weight: number;
}

const names: readonly (keyof Quantities)[] = [
  'share',
  'lineShare',
  'lineGain',
  'phraseShare',
  'phrases',
  'telling',
  'named',
  'title',
  'margin',
  'articleMargin',
  'otherCode',
];

const [snapshot, folder] = process.argv.slice(2);
if (snapshot === undefined || folder === undefined) {
  console.error('usage: npm run fit -- SNAPSHOT EVALUATION_FOLDER');
  process.exit(2);
}

const rowsOf = (file: string): Row[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Row.parse(JSON.parse(line)));

function exampleOf(
  matcher: Matcher,
  row: Row,
  set: string,
  weight: number,
  isRight: (issue: number) => boolean,
): Example | undefined {
  const [best] = weighCandidates(matcher, queryOf(matcher, row.text));
  if (best === undefined) return undefined;
  const inputs = modelInputs(best.quantities);
  return {
    id: row.id,
    set,
    inputs: names.map((name) => inputs[name]),
    right: isRight(best.ranked.issue),
    positive: row.accept.length > 0,
    weight,
  };
}

const thousands = matcherOf(decodeSnapshot(new Uint8Array(readFileSync(snapshot))));
const pathOf = (issue: number): string => thousands.shelf.articleAt(thousands.shelf.articleOf(issue)).path;
const inThousands = (file: string, weight: number): Example[] =>
  rowsOf(`${file}.jsonl`).flatMap(
    (row) => exampleOf(thousands, row, file, weight, (issue) => row.accept.includes(pathOf(issue))) ?? [],
  );

const pack = partsOf(
  readdirSync(defaultArticles(), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => compileArticle(name, readFileSync(join(defaultArticles(), name), 'utf8')).article),
);
const few = matcherOf(pack);
// With a handful of articles nearly every paste is about something else.
const elsewhere = ['negatives', 'pastes', 'posts'].flatMap((file) =>
  rowsOf(`${file}.jsonl`).flatMap(
    (row) => exampleOf(few, { ...row, accept: [] }, `few-${file}`, 0.15, () => false) ?? [],
  ),
);
const samples = Array.from({ length: few.shelf.issueCount }, (_, issue) =>
  few.shelf
    .issueAt(issue)
    .samples.flatMap(
      (text, at) =>
        exampleOf(few, { id: `${issue}-${at}`, text, accept: ['x'] }, 'few-samples', 1, (found) => found === issue) ??
        [],
    ),
).flat();

const examples = [
  ...inThousands('pastes', 1),
  ...inThousands('posts', 2),
  ...inThousands('negatives', 1.5),
  ...elsewhere,
  ...samples,
];
const isFitted = ({ id }: Example): boolean => (hash(id) & 1) === 0;
const fitted = examples.filter(isFitted);
const kept = examples.filter((example) => !isFitted(example));

const model = fitModel(fitted);
const final = fitModel(examples);
console.log('fitted on one half', show(model));
console.log('fitted on all     ', show(final));
for (const set of ['pastes', 'posts', 'negatives', 'few-negatives', 'few-pastes', 'few-posts', 'few-samples']) {
  const rows = kept.filter((example) => example.set === set);
  console.log(
    set.padEnd(14),
    `rows ${rows.length}`,
    `right ${share(rows, (one) => one.right)}`,
    `ece ${calibration(model, rows)}`,
  );
}
const open = kept.filter((example) => ['pastes', 'posts', 'negatives'].includes(example.set));
console.log('pastes, posts and negatives kept aside: ece', calibration(model, open));
console.log(
  '\nthreshold  answered(pastes) answered(posts) negatives few-negatives few-pastes | as match: precision share',
);
for (let threshold = 0.05; threshold < 0.99; threshold += 0.05) {
  const at = (set: string, positive: boolean): string =>
    share(
      kept.filter((one) => one.set === set && one.positive === positive),
      (one) => confidence(model, one) >= threshold,
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
    `| ${share(matched, (one) => one.right)}  ${(matched.length / open.filter((one) => one.positive).length).toFixed(3)}`,
  );
}

/** Base first, then a weight for each name. Newton's method on the regularised likelihood: the same every time. */
function fitModel(rows: readonly Example[]): number[] {
  const size = names.length + 1;
  const ridge = 0.5;
  let weights: number[] = Array<number>(size).fill(0);
  for (let round = 0; round < 40; round += 1) {
    const gradient = Array<number>(size).fill(0);
    const hessian = Array.from({ length: size }, () => Array<number>(size).fill(0));
    for (const row of rows) {
      const x = [1, ...row.inputs];
      const p = confidence(weights, row);
      for (let i = 0; i < size; i += 1) {
        add(gradient, i, row.weight * ((row.right ? 1 : 0) - p) * (x[i] ?? 0));
        for (let j = 0; j < size; j += 1)
          add(hessian[i] ?? [], j, row.weight * p * (1 - p) * (x[i] ?? 0) * (x[j] ?? 0));
      }
    }
    for (let i = 1; i < size; i += 1) {
      add(gradient, i, -ridge * (weights[i] ?? 0));
      add(hessian[i] ?? [], i, ridge);
    }
    const step = solve(hessian, gradient);
    weights = weights.map((weight, i) => weight + (step[i] ?? 0));
  }
  return weights;
}

function add(numbers: number[], at: number, value: number): void {
  numbers[at] = (numbers[at] ?? 0) + value;
}

/** Gaussian elimination with pivoting. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const size = vector.length;
  const rows = matrix.map((row, i) => [...row, vector[i] ?? 0]);
  for (let i = 0; i < size; i += 1) {
    rows.splice(i, size - i, ...rows.slice(i).sort((a, b) => Math.abs(b[i] ?? 0) - Math.abs(a[i] ?? 0)));
    const pivot = rows[i] ?? [];
    for (let j = i + 1; j < size; j += 1) {
      const row = rows[j] ?? [];
      const factor = (row[i] ?? 0) / (pivot[i] || 1);
      for (let k = i; k <= size; k += 1) add(row, k, -factor * (pivot[k] ?? 0));
    }
  }
  const solution = Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i -= 1) {
    const row = rows[i] ?? [];
    const rest = solution.reduce((sum, value, k) => (k > i ? sum + value * (row[k] ?? 0) : sum), 0);
    solution[i] = ((row[size] ?? 0) - rest) / (row[i] || 1);
  }
  return solution;
}

function confidence([base = 0, ...weights]: readonly number[], { inputs }: Example): number {
  const sum = weights.reduce((total, weight, i) => total + weight * (inputs[i] ?? 0), base);
  return 1 / (1 + Math.exp(-sum));
}

/** Expected calibration error, ten equal bins. */
function calibration(weights: readonly number[], rows: readonly Example[]): string {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, sure: 0, right: 0 }));
  for (const row of rows) {
    const p = confidence(weights, row);
    const bin = bins[Math.min(9, Math.floor(p * 10))];
    if (bin === undefined) continue;
    bin.count += 1;
    bin.sure += p;
    bin.right += row.right ? 1 : 0;
  }
  const error = bins.reduce((sum, bin) => sum + Math.abs(bin.sure - bin.right), 0) / Math.max(1, rows.length);
  return error.toFixed(3);
}

function share(rows: readonly Example[], test: (row: Example) => boolean): string {
  return rows.length === 0 ? '    -' : (rows.filter(test).length / rows.length).toFixed(3);
}

function show([base = 0, ...weights]: readonly number[]): string {
  return `{ base: ${base.toFixed(2)}, ${names.map((name, i) => `${name}: ${(weights[i] ?? 0).toFixed(2)}`).join(', ')} }`;
}

/** FNV-1a with a finish, so that neighbours in a list fall into different halves. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  value ^= value >>> 15;
  return Math.imul(value, 0x2c1b3c6d) >>> 16;
}
