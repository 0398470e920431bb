// What is counted and timed, in Prometheus' own words.

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Bot, Clock } from '../bot/bot.js';
import type { Outbox } from '../bot/outbox.js';
import type { Knowledge } from '../knowledge/knowledge.js';

export interface Metrics {
  readonly contentType: string;
  /** The current figures as text. */
  read(): Promise<string>;
  /** The same bot, its turns counted by the kind of event, and timed. */
  watchBot(bot: Bot): Bot;
  /** The same knowledge, its diagnoses counted by verdict, and timed. */
  watchKnowledge(knowledge: Knowledge): Knowledge;
  /** @param targets Names of those that are delivered to, so that there is a figure for each from the start. */
  watchOutbox(outbox: Pick<Outbox, 'counts'>, targets: readonly string[], clock: Clock): void;
  countDelivery(target: string, outcome: 'delivered' | 'failed' | 'given-up'): void;
}

const buckets = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const turns = new Counter({
    name: 'pastefix_turns_total',
    help: 'Events dealt with, by kind (message, press, joined) and result (ok, failed).',
    labelNames: ['kind', 'result'],
    registers,
  });
  const turnSeconds = new Histogram({
    name: 'pastefix_turn_duration_seconds',
    help: 'From an event to what is shown for it.',
    labelNames: ['kind'],
    buckets,
    registers,
  });
  const verdicts = new Counter({
    name: 'pastefix_verdicts_total',
    help: 'Pastes diagnosed, by verdict (match, ambiguous, none).',
    labelNames: ['verdict'],
    registers,
  });
  const diagnosisSeconds = new Histogram({
    name: 'pastefix_diagnosis_duration_seconds',
    help: 'From a paste to its diagnosis.',
    buckets,
    registers,
  });

  const deliveries = new Counter({
    name: 'pastefix_deliveries_total',
    help: 'Tries to deliver, by target and outcome (delivered, failed: tried again later, given-up).',
    labelNames: ['target', 'outcome'],
    registers,
  });
  const waiting = new Gauge({
    name: 'pastefix_deliveries_waiting',
    help: 'Deliveries not made yet, by target.',
    labelNames: ['target'],
    registers,
  });
  const oldest = new Gauge({
    name: 'pastefix_oldest_waiting_seconds',
    help: 'Age of the oldest delivery not made yet, by target.',
    labelNames: ['target'],
    registers,
  });
  const undelivered = new Gauge({
    name: 'pastefix_undelivered',
    help: 'Deliveries given up, by target; they can be sent again.',
    labelNames: ['target'],
    registers,
  });
  let readOutbox = async (): Promise<void> => {};

  return {
    contentType: registry.contentType,
    async read() {
      await readOutbox();
      return registry.metrics();
    },
    watchOutbox(outbox, targets, clock) {
      readOutbox = async () => {
        const counts = await outbox.counts().catch(() => undefined);
        for (const gauge of [waiting, oldest, undelivered]) gauge.reset();
        // Without a database nobody knows.
        if (counts === undefined) return;
        for (const gauge of [waiting, oldest, undelivered]) for (const target of targets) gauge.set({ target }, 0);
        for (const [target, standing] of foldTargets(counts, clock().getTime())) {
          waiting.set({ target }, standing.waiting);
          oldest.set({ target }, standing.oldestSeconds);
          undelivered.set({ target }, standing.undelivered);
        }
      };
    },
    countDelivery: (target, outcome) => deliveries.inc({ target, outcome }),
    watchBot: (bot) => ({
      async receive(incoming) {
        const { kind } = incoming.event;
        const stop = turnSeconds.startTimer({ kind });
        try {
          const views = await bot.receive(incoming);
          turns.inc({ kind, result: 'ok' });
          return views;
        } catch (error) {
          turns.inc({ kind, result: 'failed' });
          throw error;
        } finally {
          stop();
        }
      },
    }),
    watchKnowledge: (knowledge) => ({
      version: knowledge.version,
      articleCount: knowledge.articleCount,
      issueCount: knowledge.issueCount,
      find: (ref) => knowledge.find(ref),
      routeOver: (article) => knowledge.routeOver(article),
      readLog: () => knowledge.readLog(),
      diagnose(paste) {
        const stop = diagnosisSeconds.startTimer();
        const diagnosis = knowledge.diagnose(paste);
        stop();
        verdicts.inc({ verdict: diagnosis.verdict });
        return diagnosis;
      },
    }),
  };
}

/** Conversations count as one: there are many, and who talks to the bot is nobody's business. */
function foldTargets(
  counts: Awaited<ReturnType<Outbox['counts']>>,
  now: number,
): ReadonlyMap<string, { readonly waiting: number; readonly oldestSeconds: number; readonly undelivered: number }> {
  const folded = new Map<string, { waiting: number; oldestSeconds: number; undelivered: number }>();
  for (const { target, state, count, since } of counts) {
    const name = target.replace(/\/.*/s, '');
    const standing = folded.get(name) ?? { waiting: 0, oldestSeconds: 0, undelivered: 0 };
    standing[state] += count;
    if (state === 'waiting') {
      standing.oldestSeconds = Math.max(standing.oldestSeconds, (now - since.getTime()) / 1000);
    }
    folded.set(name, standing);
  }
  return folded;
}
