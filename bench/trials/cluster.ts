// Three processes share a PostgreSQL database; one dies, the database crashes and comes back: is anything lost that
// somebody was told is done, is anything done twice, is anybody left without an answer?
//
//   npm run trial:cluster -- [--people 12] [--rounds 6] [--outage 6] [--seed 1]      outage: seconds
//
// Exit status 1 when something is wrong.

import { runClusterTrial } from './cluster-trial.js';
import { tellDays } from './flaky-helpdesk.js';
import { readNumbers } from './read-numbers.js';

const asked = readNumbers(process.argv.slice(2), { people: 12, rounds: 6, outage: 6, seed: 1 });
if (asked === undefined) {
  console.error('usage: npm run trial:cluster -- [--people 12] [--rounds 6] [--outage 6] [--seed 1]');
  process.exit(2);
}
const { people, rounds, outage, seed } = asked;
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
