// What articles cost in memory: a process that has them and has answered, less one that has none.

import { bars } from '../bars.js';
import { runContest } from '../contest.js';
import { contestants } from '../contestants/index.js';
import { pastefix } from '../contestants/pastefix.js';
import type { Measured } from '../figure.js';
import type { Setting } from '../part.js';
import { makeRandom, shuffled } from '../random.js';

const pastes = 50;

export async function measure(setting: Setting): Promise<Measured> {
  const all = setting.sets.flatMap((set) => set.rows);
  const rows = shuffled(all, makeRandom(1))
    .slice(0, pastes)
    .map(({ text }, at) => ({ id: String(at), text }));
  const run = (contestant: string, source?: string) =>
    runContest({ contestant, rows, ...(source === undefined ? {} : { source }) }, setting.progress);
  const full = (await run(pastefix.name, await setting.snapshot())).memory;
  const empty = (await run(pastefix.name)).memory;
  const peers = await setting.peers();
  const others: Record<string, number> = {};
  for (const { name } of contestants.filter((one) => one !== pastefix)) {
    const loaded = peers.find((peer) => peer.name === name);
    if (loaded === undefined) continue;
    const without = await run(name);
    others[name] = megabytes(loaded.memory.collected.rss - without.memory.collected.rss);
  }
  return {
    figures: [
      { what: 'resident, as it is', unit: 'MB', ours: megabytes(full.asIs.rss - empty.asIs.rss), bar: bars.memoryMB },
      {
        what: 'resident, garbage collected',
        unit: 'MB',
        ours: megabytes(full.collected.rss - empty.collected.rss),
        peers: others,
      },
    ],
    notes: [
      ...peers.map(({ note }) => note),
      `Memory is what a process of our own holds after ${pastes} pastes with the snapshot loaded as the bot loads it, less the same without articles. The others are measured after all their pastes; what building left behind is collected first, which is not asked of us above.`,
    ],
  };
}

function megabytes(bytes: number): number {
  return bytes / 1e6;
}
