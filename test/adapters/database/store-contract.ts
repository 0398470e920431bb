// What every store must keep to, whatever is behind it.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../adapters/database/open-database.js';
import type { Clock } from '../../../bot/bot.js';
import type { OutcomeChange } from '../../../bot/store.js';

export type Kept = Pick<Database, 'store' | 'outbox' | 'removeOld'>;

/** Something that opens databases. */
export interface Subject {
  readonly name: string;
  /** Before any other. */
  start?(): Promise<void>;
  stop?(): Promise<void>;
  /** An empty one. Each call of `another` opens it once more, as another process does. */
  open(clock: Clock): Promise<{ readonly kept: Kept; another(): Promise<Kept>; close(): Promise<void> }>;
}

const noon = new Date('2026-11-21T12:00:00Z');

/** Names that somebody, or some channel, may come up with. */
const hostile = [
  'a\u0000b',
  'half \ud83d of it',
  'half \ude00 of it',
  '\ue0000000',
  "'; drop table dialog; --",
  '%_\\"',
  '__proto__',
  'ｄｉａｌｏｇ',
  'e\u0301',
  '\u00e9',
  ' ',
  '',
];

export function describeStore(subject: Subject): void {
  describe(`${subject.name} keeps the contract of store and outbox`, () => {
    let kept: Kept;
    let now: Date;
    let opened: Awaited<ReturnType<Subject['open']>>;

    beforeAll(async () => subject.start?.());
    afterAll(async () => subject.stop?.());
    beforeEach(async () => {
      now = noon;
      opened = await subject.open(() => now);
      kept = opened.kept;
    });
    afterEach(() => opened.close());

    /** Writes the dialog over whatever is kept. */
    async function write(conversation: string, state: unknown, { tenant = 'contoso', people = ['mia'] } = {}) {
      const { version } = await kept.store.readDialog(conversation);
      return kept.store.commit({ dialog: { conversation, tenant, state, version, people } });
    }

    const dialogOf = async (conversation: string, { store }: Kept = kept): Promise<unknown> =>
      (await store.readDialog(conversation)).state;

    describe('dialogs', () => {
      test('nothing is kept of a new conversation', async () => {
        expect(await kept.store.readDialog('new')).toEqual({ state: undefined, version: undefined });
      });

      test('a state comes back as it was written', async () => {
        const state = { text: 'naïve "quotes" \u0000 🙂 \ud83d', list: [1, { deep: null }], no: false, 'a.b': -0.5 };
        await write('a', state);
        expect(await dialogOf('a')).toEqual(state);
      });

      test('a large state comes back whole', async () => {
        const state = { lines: '\u0000é🙂\n'.repeat(500_000) };
        await write('a', state);
        expect(await dialogOf('a')).toEqual(state);
      });

      test('what was read can be changed without changing what is kept', async () => {
        await write('a', { list: [1] });
        const read = await kept.store.readDialog('a');
        Object.assign(read.state ?? {}, { list: [2] });
        expect(await dialogOf('a')).toEqual({ list: [1] });
      });

      test('names that are alike stay apart', async () => {
        for (const [at, name] of hostile.entries()) await write(name, { at }, { tenant: name, people: [name] });
        for (const [at, name] of hostile.entries()) {
          expect(await dialogOf(name)).toEqual({ at });
          if (name !== '') expect(await kept.store.conversationsOf(name, name)).toEqual([name]);
        }
      });

      test('every write changes the version, even where it changes nothing else', async () => {
        const versions = new Set<string | undefined>();
        for (let at = 0; at < 3; at += 1) {
          await write('a', {});
          versions.add((await kept.store.readDialog('a')).version);
        }
        expect(versions.size).toBe(3);
        expect(versions).not.toContain(undefined);
      });

      test('who read before somebody else wrote does not write', async () => {
        await write('a', { n: 1 });
        const { version } = await kept.store.readDialog('a');
        await write('a', { n: 2 });
        const dialog = { conversation: 'a', tenant: 'contoso', version, people: [] };
        expect(await kept.store.commit({ dialog: { ...dialog, state: { n: 3 } } })).toBe(false);
        expect(await kept.store.commit({ dialog: { ...dialog, state: undefined } })).toBe(false);
        expect(await kept.store.commit({ dialog: { ...dialog, state: {}, version: undefined } })).toBe(false);
        expect(await dialogOf('a')).toEqual({ n: 2 });
      });

      test('a dialog that was removed and begun anew is another one', async () => {
        await write('a', { n: 1 });
        const { version } = await kept.store.readDialog('a');
        await write('a', undefined);
        expect(await kept.store.readDialog('a')).toEqual({ state: undefined, version: undefined });
        const late = { conversation: 'a', tenant: 'contoso', state: { n: 3 }, version, people: [] };
        expect(await kept.store.commit({ dialog: late })).toBe(false);
        await write('a', { n: 2 });
        expect(await kept.store.commit({ dialog: late })).toBe(false);
        expect(await dialogOf('a')).toEqual({ n: 2 });
      });

      test('removing what is not there changes nothing', async () => {
        expect(await write('a', undefined)).toBe(true);
        expect(await dialogOf('a')).toBeUndefined();
      });

      test('of many who write at once, one does', async () => {
        await write('a', { n: 0 });
        const others = [kept, await opened.another(), await opened.another()];
        const { version } = await kept.store.readDialog('a');
        const written = await Promise.all(
          Array.from({ length: 50 }, (_, n) =>
            others[n % others.length]?.store.commit({
              dialog: { conversation: 'a', tenant: 'contoso', state: { n }, version, people: [`person ${n}`] },
            }),
          ),
        );
        const winners = written.flatMap((it, n) => (it === true ? [n] : []));
        expect(winners).toHaveLength(1);
        expect(await dialogOf('a')).toEqual({ n: winners[0] });
        expect(await kept.store.conversationsOf('contoso', `person ${winners[0]}`)).toEqual(['a']);
      });

      test('of many who begin a conversation at once, one does', async () => {
        const others = [kept, await opened.another()];
        const written = await Promise.all(
          Array.from({ length: 20 }, (_, n) =>
            others[n % 2]?.store.commit({
              dialog: { conversation: 'a', tenant: '', state: { n }, version: undefined, people: ['mia', 'mia'] },
            }),
          ),
        );
        expect(written.filter(Boolean)).toHaveLength(1);
      });

      test('adding one, again and again, from all sides, loses none', async () => {
        const others = [kept, await opened.another(), await opened.another()];
        const addOne = async ({ store }: Kept): Promise<void> => {
          for (;;) {
            const { state, version } = await store.readDialog('count');
            const dialog = { conversation: 'count', tenant: '', state: Number(state ?? 0) + 1, version, people: [] };
            if (await store.commit({ dialog })) return;
          }
        };
        await Promise.all(Array.from({ length: 50 }, (_, n) => addOne(others[n % others.length] ?? kept)));
        expect(await dialogOf('count')).toBe(50);
      });

      test('people are found in the conversations of their organisation in which they have a part now', async () => {
        await write('a', {}, { people: ['mia', 'ben'] });
        await write('b', {}, { people: ['mia'] });
        await write('c', {}, { tenant: 'fabrikam', people: ['mia'] });
        expect((await kept.store.conversationsOf('contoso', 'mia')).toSorted()).toEqual(['a', 'b']);
        expect(await kept.store.conversationsOf('contoso', 'ben')).toEqual(['a']);
        await write('a', {}, { people: ['ben'] });
        await write('b', undefined);
        expect(await kept.store.conversationsOf('contoso', 'mia')).toEqual([]);
        expect(await kept.store.conversationsOf('contoso', 'ben')).toEqual(['a']);
        expect(await kept.store.conversationsOf('fabrikam', 'mia')).toEqual(['c']);
      });
    });

    describe('outcomes', () => {
      const repair = { article: 'cmg/forbidden.md', issue: 'binding', repair: 'enhanced-http' };
      const helped: OutcomeChange = { tenant: 'contoso', ...repair, helped: true, count: 1 };

      test('are counted for each organisation by itself', async () => {
        await kept.store.commit({ outcomes: [helped, { ...helped, helped: false }] });
        await kept.store.commit({ outcomes: [helped, { ...helped, tenant: 'fabrikam', repair: 'https' }] });
        expect(await kept.store.readOutcomes('contoso')).toEqual([{ ...repair, helped: 2, failed: 1 }]);
        expect(await kept.store.readOutcomes('fabrikam')).toEqual([
          { ...repair, repair: 'https', helped: 1, failed: 0 },
        ]);
        expect(await kept.store.readOutcomes('nobody')).toEqual([]);
      });

      test('can be taken back, and never fall below none', async () => {
        await kept.store.commit({ outcomes: [helped, helped, { ...helped, count: -1 }] });
        expect(await kept.store.readOutcomes('contoso')).toEqual([{ ...repair, helped: 1, failed: 0 }]);
        const back: OutcomeChange[] = [
          { ...helped, count: -1 },
          { ...helped, count: -1 },
          { ...helped, helped: false, count: -1 },
        ];
        await kept.store.commit({ outcomes: back });
        await kept.store.commit({ outcomes: [{ ...helped, repair: 'https', count: -1 }] });
        for (const outcome of await kept.store.readOutcomes('contoso'))
          expect(outcome).toMatchObject({ helped: 0, failed: 0 });
      });

      test('that come at the same time, in whatever order, are all counted', async () => {
        const others = [kept, await opened.another()];
        const one = [helped, { ...helped, repair: 'https' }];
        await Promise.all(
          Array.from({ length: 50 }, (_, n) =>
            others[n % 2]?.store.commit({ outcomes: n % 3 === 0 ? one : one.toReversed() }),
          ),
        );
        expect((await kept.store.readOutcomes('contoso')).map((it) => it.helped)).toEqual([50, 50]);
      });
    });
  });
}
