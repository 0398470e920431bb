// What front matter says about the way of a request: its stages, the machines it passes and the logs they write.

import { z } from 'zod';
import type { Issue, Route } from '../model.js';

const text = z.string().trim().min(1);
const texts = z.array(text).default([]);

const machine = z.strictObject({ id: text, name: text, answers: texts, writes: texts, fails: texts });

const log = z.strictObject({
  file: text,
  machine: text,
  path: text,
  note: text.exactOptional(),
  components: texts,
  clock: z.enum(['local', 'utc']).default('local'),
  delay: z.number().min(0).default(0),
  verbose: text.exactOptional(),
  shows: z.record(text, text).default({}),
});

const schema = z
  .strictObject({
    stages: z.array(text).min(1),
    machines: z.array(machine).default([]),
    logs: z.array(log).default([]),
    prefixes: texts,
  })
  .superRefine(({ stages, machines, logs }, context) => {
    const report = (path: (string | number)[], message: string): void =>
      context.addIssue({ code: 'custom', path, message });
    for (const [at, one] of logs.entries()) {
      if (!machines.some(({ id }) => id === one.machine))
        report(['logs', at, 'machine'], `no machine is called ${one.machine}`);
      for (const stage of Object.keys(one.shows))
        if (!stages.includes(stage)) report(['logs', at, 'shows', stage], 'there is no such stage');
    }
  }) satisfies z.ZodType<Route>;

/** @returns The route, and what is wrong with it: one of the two, or neither where none is written. */
export function readRoute(written: unknown): { readonly route?: Route; readonly faults: readonly string[] } {
  if (written === undefined) return { faults: [] };
  const read = schema.safeParse(written);
  if (read.success) return { route: read.data, faults: [] };
  return { faults: read.error.issues.map(({ path, message }) => `${['route', ...path].join('.')}: ${message}`) };
}

/** Issues with the stages that front matter gives them, and ids it names that no issue has. */
export function withStages(
  issues: readonly Issue[],
  stage: string | Readonly<Record<string, string>> | undefined,
): { readonly issues: readonly Issue[]; readonly unknown: readonly string[] } {
  if (stage === undefined) return { issues, unknown: [] };
  const stageOf = (id: string): string | undefined => (typeof stage === 'string' ? stage : stage[id]);
  const named = typeof stage === 'string' ? [] : Object.keys(stage);
  return {
    issues: issues.map((issue) => {
      const own = stageOf(issue.id);
      return own === undefined ? issue : { ...issue, stage: own };
    }),
    unknown: named.filter((id) => !issues.some((issue) => issue.id === id)),
  };
}
