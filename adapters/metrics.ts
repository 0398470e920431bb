// What is counted and timed, in Prometheus' own words.

import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Bot } from '../bot/bot.js';
import type { Knowledge } from '../knowledge/knowledge.js';

export interface Metrics {
  readonly contentType: string;
  /** The current figures as text. */
  read(): Promise<string>;
  /** The same bot, its turns counted by the kind of event, and timed. */
  watchBot(bot: Bot): Bot;
  /** The same knowledge, its diagnoses counted by verdict, and timed. */
  watchKnowledge(knowledge: Knowledge): Knowledge;
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

  return {
    contentType: registry.contentType,
    read: () => registry.metrics(),
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
