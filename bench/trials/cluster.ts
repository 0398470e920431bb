// Three processes share a PostgreSQL database; one dies, the database crashes and comes back: is anything lost that
// somebody was told is done, is anything done twice, is anybody left without an answer?
//
//   npm run trial:cluster -- [--people 12] [--rounds 6] [--outage 6] [--seed 1]      outage: seconds
//
// Exit status 1 when something is wrong.

import { parseArgs } from 'node:util';
import { runClusterTrial } from './cluster-trial.js';
import { tellDays } from './flaky-helpdesk.js';

const usage = 'usage: npm run trial:cluster -- [--people 12] [--rounds 6] [--outage 6] [--seed 1]';
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '12' },
    rounds: { type: 'string', default: '6' },
    outage: { type: 'string', default: '6' },
    seed: { type: 'string', default: '1' },
  },
});
const [people = 0, rounds = 0, outage = 0, seed = 0] = [values.people, values.rounds, values.outage, values.seed].map(
  Number,
);
if (![people, rounds, outage].every((it) => Number.isInteger(it) && it > 0) || !Number.isInteger(seed)) {
  console.error(usage);
  process.exit(2);
}
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

const started = performance.now();
const trial = await runClusterTrial({
  people,
  rounds,
  outageMs: outage * 1000,
  seed,
  tell: (line) => console.log(line),
});
for (const line of tellDays(trial.days)) console.log(line);
console.log(
  `${trial.tickets} tickets, ${trial.comments} comments on them and ${trial.moves} moves in shared cases were acknowledged; ${trial.apologies} messages got an apology`,
);
for (const line of trial.wrong.slice(0, 20)) console.log(`WRONG: ${line}`);
console.log(trial.wrong.length === 0 ? 'nothing lost, nothing twice' : `${trial.wrong.length} things are wrong`);
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`);
process.exitCode = trial.wrong.length === 0 ? 0 : 1;
