// What was acknowledged is never lost and never done twice: short forms of `npm run trial:kills` and `trial:cluster`.

import { expect, jest, test } from '@jest/globals';
import { runClusterTrial } from '../../bench/trials/cluster-trial.js';
import { runKillTrial } from '../../bench/trials/kill-trial.js';

// Processes start and die, a helpdesk is late, and what a dead one had in hand is waited for; on a machine that may be busy.
jest.setTimeout(600_000);

/** Another run, another course of things; told when it fails. */
const seed = Date.now() % 1_000_000;

test('a process that is killed while cases are handed over to a helpdesk with bad days', async () => {
  const trial = await runKillTrial({ kills: 6, escalations: 24, seed });
  expect({ seed, ...trial }).toMatchObject({ seed, wrong: [], kills: 6, shown: 24, kept: 24 });
});

test('three processes on one database, of which one is killed, and the database crashes', async () => {
  const trial = await runClusterTrial({ people: 3, rounds: 1, outageMs: 1500, seed });
  expect({ seed, ...trial }).toMatchObject({ seed, wrong: [], tickets: 3, comments: 6, moves: 12 });
});
