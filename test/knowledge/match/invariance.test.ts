// What must not matter: when and where it happened, how a code is written, in which order lines stand, what else is known.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileArticle } from '../../../knowledge/compile/index.js';
import type { Diagnosis } from '../../../knowledge/index.js';
import { createKnowledge } from '../../../knowledge/indexing/index.js';
import { articles, knowledge } from '../shipped.js';

/** Logs, not sentences: those hold no hosts, times and codes to vary. */
const samples = articles.flatMap(({ issues }) =>
  issues.flatMap((issue) => issue.samples.filter((sample) => /[=:[<].*\d/.test(sample))),
);

const firstOf = ({ verdict, candidates: [first] }: Diagnosis): string =>
  verdict === 'none' || first === undefined ? 'none' : `${first.article.path}#${first.issue.id}`;

/** The same sample, changed, has the same answer. */
function staysTheSame<T>(values: fc.Arbitrary<T>, change: (sample: string, value: T) => string): void {
  fc.assert(
    fc.property(fc.constantFrom(...samples), values, (sample, value) => {
      expect(firstOf(knowledge.diagnose(change(sample, value)))).toBe(firstOf(knowledge.diagnose(sample)));
    }),
    { numRuns: 60 },
  );
}

const twoDigits = (most: number) => fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(2, '0'));

describe('the first answer does not change with', () => {
  test('the order of lines, each an entry of its own', () => {
    staysTheSame(fc.nat(), (sample, seed) => {
      const lines = sample.split('\n');
      return lines.map((_, at) => lines[(at + seed) % lines.length]).join('\n');
    });
  });

  test('letter case', () => {
    staysTheSame(fc.constantFrom('upper', 'lower'), (sample, to) =>
      // Markup is not written by people.
      sample.includes('<![LOG[') ? sample : to === 'upper' ? sample.toUpperCase() : sample.toLowerCase(),
    );
  });

  test('host names', () => {
    const host = fc.constantFrom('gw.fabrikam.com', 'cmg01.northwind.example', 'cmg-prod.adatum.net');
    staysTheSame(host, (sample, name) =>
      sample.replace(/(https:\/\/)(?![\w.-]*cloudapp)[\w.-]+(?=[/:])/gi, (_, scheme: string) => `${scheme}${name}`),
    );
  });

  test('identifiers', () => {
    staysTheSame(fc.uuid(), (sample, id) =>
      sample.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, id),
    );
  });

  test('processes and threads', () => {
    staysTheSame(fc.integer({ min: 100, max: 30_000 }), (sample, thread) =>
      sample
        .replace(/\d+ \(0x[0-9a-f]+\)/gi, `${thread} (0x${thread.toString(16)})`)
        .replace(/thread="\d+"/g, `thread="${thread}"`),
    );
  });

  test('times', () => {
    staysTheSame(fc.tuple(twoDigits(23), twoDigits(59), twoDigits(59)), (sample, [hours, minutes, seconds]) =>
      sample.replace(/\b\d{2}:\d{2}:\d{2}\b/g, `${hours}:${minutes}:${seconds}`),
    );
  });

  test('the notation of a code', () => {
    staysTheSame(fc.constantFrom('hex', 'signed', 'unsigned'), (sample, notation) =>
      sample.replace(/\b0x8[0-9a-f]{7}\b/gi, (code) => {
        const value = Number(code);
        if (notation === 'signed') return String(value | 0);
        return notation === 'unsigned' ? String(value) : code.toLowerCase();
      }),
    );
  });
});

test('an article about something else changes no verdict', () => {
  const { article } = compileArticle(
    'zz-unrelated.md',
    '# The espresso machine grinds without beans\n\n## Symptoms\n\nThe hopper blinks amber, and the grinder hums.\n\n    GRINDER_E_HOPPER: hopper sensor 7 blocked\n\n## Cause\n\nHusks cover the lens.\n\n## Resolution\n\n1. Wipe the lens.\n',
  );
  const more = createKnowledge([...articles, article]);
  const verdicts = (of: typeof knowledge) =>
    samples.map((sample) => [of.diagnose(sample).verdict, firstOf(of.diagnose(sample))]);
  expect(verdicts(more)).toEqual(verdicts(knowledge));
});
