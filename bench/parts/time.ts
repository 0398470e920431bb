// How fast an answer is, in a process that has been asked before.

import { bars } from '../bars.js';
import { type Figure, type Measured, median, quantile } from '../figure.js';
import type { Contest, Setting } from '../part.js';

export async function measure(setting: Setting): Promise<Measured> {
  const ours = await setting.ours();
  const peers = await setting.peers();
  return {
    figures: setting.sets.flatMap(({ name }) => {
      const figure = (what: string, of: (times: number[]) => number, bar: Figure['bar'] & object): Figure => ({
        what: `${name}: ${what}`,
        unit: 'ms',
        ours: of(timesIn(name, ours)),
        bar,
        peers: Object.fromEntries(peers.map((peer) => [peer.name, of(timesIn(name, peer))])),
      });
      return [
        figure('median', median, bars.medianMs),
        figure('99 of 100 within', (times) => quantile(times, 0.99), bars.p99Ms),
      ];
    }),
    notes: [
      ...peers.map(({ note }) => note),
      'Everybody is asked in a process of their own, two seconds of warming up first, then each row once; where all rows take less than five seconds they are asked three times, and each row counts with its least. Of few rows, 99 of 100 is the slowest.',
    ],
  };
}

function timesIn(set: string, { asked }: Contest): number[] {
  return asked.filter(({ row }) => row.set === set).map(({ ms }) => ms);
}
