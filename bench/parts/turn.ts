// What the dialog adds to a turn: the bot beside one that only echoes, behind servers of one kind, in one run.

import { join } from 'node:path';
import { openDatabase } from '../../adapters/database/open-database.js';
import { loadKnowledge } from '../../adapters/knowledge-files.js';
import { createMetrics } from '../../adapters/metrics.js';
import { startServer } from '../../adapters/server.js';
import { adaptiveCard, type Bot, createBot, type Store } from '../../bot/index.js';
import { bars } from '../bars.js';
import { type Measured, median } from '../figure.js';
import type { Setting } from '../part.js';
import { makeRandom, shuffled } from '../random.js';
import { talkOverHttp } from '../talk-over-http.js';

/** The first of them only warm up. */
const conversations = { all: 80, warmUp: 20 };
const pressesEach = 5;

export async function measure(setting: Setting): Promise<Measured> {
  const knowledge = await loadKnowledge([await setting.snapshot()]);
  setting.progress('turn: the bot, and a bot that echoes');
  const { store, close } = await openDatabase(join(setting.workFolder, 'turn.db'));
  const bot = createBot({ knowledge, store, log: () => undefined, clock: () => new Date() });
  const servers = await Promise.all([bot, echoBot(store)].map(serve));
  try {
    const [ours, echo] = servers.map(({ port }) => talkOverHttp(`http://127.0.0.1:${port}`));
    const rows = setting.sets.flatMap((set) => set.rows.filter(({ accept }) => accept.length > 0));
    const pastes = shuffled(rows, makeRandom(1)).slice(0, conversations.all);
    const times: { readonly ours: number; readonly echo: number }[] = [];
    for (const [at, { text }] of pastes.entries()) {
      if (ours === undefined || echo === undefined) break;
      let send: object = { text, textFormat: 'plain' };
      for (let press = 0; press <= pressesEach; press += 1) {
        const reply = await ours(`conversation ${at}`, send);
        const echoed = await echo(`conversation ${at}`, send);
        if (at >= conversations.warmUp) times.push({ ours: reply.ms, echo: echoed.ms });
        if (reply.suggested === undefined) break;
        send = { text: undefined, value: reply.suggested };
      }
    }
    const own = median(times.map((it) => it.ours));
    const others = median(times.map((it) => it.echo));
    return {
      figures: [
        { what: 'median, more than an echo', unit: 'ms', ours: own - others, bar: bars.turnMs },
        { what: 'median', unit: 'ms', ours: own },
        { what: 'median of the echo', unit: 'ms', ours: others },
      ],
      notes: [
        `Turns: ${times.length}, each sent to the bot and then to a bot that echoes: a paste, then up to ${pressesEach} times the button that is suggested. Both read and write SQLite each turn.`,
      ],
    };
  } finally {
    await Promise.all(servers.map((server) => server.close()));
    await close();
  }
}

/** Shows what it was sent, and counts: whatever keeps a conversation reads and writes. */
function echoBot(store: Store): Bot {
  return {
    receive: async ({ conversation: name, tenant = '', user, event }) => {
      const conversation = `echo ${name}`;
      const { state, version } = await store.readDialog(conversation);
      const turns = Number(state ?? 0);
      await store.commit({ dialog: { conversation, tenant, state: turns + 1, version, people: [user] } });
      const text = event.kind === 'message' ? event.text : JSON.stringify(event);
      return [{ summary: 'Echo', parts: [{ kind: 'code', text }], choices: [] }];
    },
  };
}

function serve(bot: Bot): ReturnType<typeof startServer> {
  return startServer({ port: 0, bot, draw: adaptiveCard, log: () => undefined, metrics: createMetrics(), checks: {} });
}
