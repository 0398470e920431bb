// Laws that hold whatever people do, in whatever order, in several conversations at once.

import { jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { Knowledge } from '../../knowledge/index.js';
import { articles, knowledge as shipped } from '../knowledge/shipped.js';
import { fakeKnowledge } from './fake-knowledge.js';
import { type Happening, happenings, incomingFor } from './random-walks/happening.js';
import { checkEnd, checkStep } from './random-walks/laws.js';
import { happen, incomingAt, newTown, type Place, places } from './random-walks/town.js';

// Many walks, and machines differ.
jest.setTimeout(3_600_000);

/** The full length is a trial of its own: `PASTEFIX_WALKS=10000 npx jest random-walks`; `PASTEFIX_SEED` walks elsewhere. */
const seed = Number(process.env['PASTEFIX_SEED'] ?? 1);
const walks = Number(process.env['PASTEFIX_WALKS'] ?? 100);

const longLog = Array.from(
  { length: 300 },
  (_, at) =>
    `<![LOG[Ünser Gerät ${at} → ERROR 0x8007${(0x1000 + at).toString(16)} \\\\srv${at}\\share "${'ä'.repeat(60)}"]LOG]!>`,
).join('\n');

/** One for every shape that the dialog has to deal with. */
const allShapes = [
  'CONNECTOR_FORBIDDEN',
  'CLOSE_CALL',
  'CN_INVALID is set',
  'TWINS',
  'LONE',
  'FAR_SECOND',
  'SIDE_BY_SIDE',
  'can I call it Contoso_1',
  'naming',
  'NO_REPAIR',
  'MANY',
  'AZURE_NAME',
  'something WEAK',
  'nothing known, 0x80070005',
  `CLOSE_CALL\n${longLog}`,
];

const samples = articles.flatMap(({ issues }) => issues.flatMap((issue) => [...issue.samples, ...issue.nearMisses]));

test.each<{ name: string; knowledge: Knowledge; pastes: readonly string[]; numRuns: number }>([
  { name: 'issues of every shape', knowledge: fakeKnowledge, pastes: allShapes, numRuns: walks },
  { name: 'the articles that come along', knowledge: shipped, pastes: samples, numRuns: Math.ceil(walks / 20) },
])(
  'random walks over $name: nothing throws, grows too big, is done twice or is a dead end',
  ({ knowledge, pastes, numRuns }) => {
    const walk = fc.array(fc.record({ place: fc.constantFrom(...places), it: happenings(pastes) }), { maxLength: 40 });
    fc.assert(
      fc.property(fc.constantFrom(...pastes), walk, (paste, steps) => walkThrough(knowledge, paste, steps)),
      { numRuns, seed },
    );
  },
);

interface Stride {
  readonly place: Place;
  readonly it: Happening;
}

function walkThrough(knowledge: Knowledge, paste: string, strides: readonly Stride[]): void {
  let town = newTown(knowledge);
  for (const place of places) {
    town = happen(town, place, incomingAt(place, 'mia', { kind: 'message', text: paste })).town;
  }
  for (const [position, { place, it }] of strides.entries()) {
    if (it.kind === 'wait') {
      town = { ...town, now: new Date(town.now.getTime() + it.hours * 3_600_000) };
      continue;
    }
    const incoming = incomingFor(it, place, town, `d${position}`);
    if (incoming === undefined) continue;
    const after = happen(town, place, incoming);
    const isRepeated = it.kind === 'repeat' && incoming.delivery !== undefined;
    checkStep({ before: town, place, incoming, after }, isRepeated);
    town = after.town;
  }
  for (const place of places) checkEnd(town, place);
}
