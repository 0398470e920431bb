// From Markdown to a snapshot, beside the least that has to be done for it.

import { bars, thousands } from '../bars.js';
import type { Measured } from '../figure.js';
import type { Setting } from '../part.js';

export async function measure(setting: Setting): Promise<Measured> {
  const { seconds, baseSeconds, rounds } = await setting.build();
  const peers = await setting.peers();
  return {
    figures: [
      {
        what: `${setting.articleCount} articles`,
        unit: 's',
        ours: seconds,
        peers: Object.fromEntries(peers.map((peer) => [peer.name, peer.prepareMs / 1000])),
      },
      { what: 'only reading and lexing them', unit: 's', ours: baseSeconds },
      {
        what: 'build, times that',
        unit: 'ratio',
        ours: seconds / baseSeconds,
        ...(setting.articleCount < thousands ? {} : { bar: bars.build }),
      },
    ],
    notes: [
      ...peers.map(({ note }) => note),
      `Build is \`pastefix compile\`, lexing is \`marked\` in one thread; both are whole processes, taken in turns, the least of ${rounds} counts. The others build their index in memory, with nothing written.`,
    ],
  };
}
