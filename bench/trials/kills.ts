// The process dies at random points while people hand cases over to helpdesks that fail, one of them a third of the time:
// is any ticket lost, or made twice?
//
//   npm run trial:kills -- [--kills 200] [--escalations 500] [--seed 1] [--bots 2]
//
// The work is shared among several bots, each with a database, helpdesks and people of its own, so that processors are
// used. Exit status 1 when something is wrong.

import { tellDays } from './flaky-helpdesk.js';
import { type KillTrial, runKillTrial } from './kill-trial.js';
import { readNumbers } from './read-numbers.js';

const asked = readNumbers(process.argv.slice(2), { kills: 200, escalations: 500, seed: 1, bots: 2 });
if (asked === undefined) {
  console.error('usage: npm run trial:kills -- [--kills 200] [--escalations 500] [--seed 1] [--bots 2]');
  process.exit(2);
}
const { kills, escalations, seed, bots } = asked;
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

/** As even as can be. */
const shareOf = (total: number, bot: number): number =>
  Math.floor((total * (bot + 1)) / bots) - Math.floor((total * bot) / bots);

const started = performance.now();
const trials = await Promise.all(
  Array.from({ length: bots }, (_, bot) =>
    runKillTrial({
      kills: shareOf(kills, bot),
      escalations: shareOf(escalations, bot),
      seed: seed + 100 * bot,
      tell: (line) => console.log(`bot ${bot + 1}: ${line}`),
    }),
  ),
);
const sum = (figureOf: (trial: KillTrial) => number): number =>
  trials.reduce((total, trial) => total + figureOf(trial), 0);
const wrong = trials.flatMap((trial) => trial.wrong);

console.log(`killed ${sum((it) => it.kills)} times, ${sum((it) => it.atStart)} of them before it listened`);
for (const line of tellDays(trials.flatMap(({ days }) => days))) console.log(line);
console.log(
  `${sum((it) => it.shown)} tickets shown to people, ${sum((it) => it.kept)} in the database and at each helpdesk`,
);
for (const line of wrong.slice(0, 20)) console.log(`WRONG: ${line}`);
console.log(wrong.length === 0 ? 'no ticket lost, none twice' : `${wrong.length} things are wrong`);
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`);
process.exitCode = wrong.length === 0 ? 0 : 1;
