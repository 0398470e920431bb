import { expect, test } from '@jest/globals';
import { experiencesOf } from '../../bot/experience.js';
import type { RepairOutcomes } from '../../bot/store.js';

const issue = { article: 'gateway.md', issue: 'forbidden' };
const outcomes = (helped: number): readonly RepairOutcomes[] => [{ ...issue, repair: 'https', helped, failed: 0 }];
const known = (helped: number) => [{ repair: 'https', helped, failed: 0 }];
/** Of all issues: as many cases were solved by what is listed. */
const solved = (wrong: number) => ({ unlisted: { right: 0, wrong }, another: { right: 0, wrong: 0 } });

/** A store whose answers are given by hand. */
function setUp() {
  let now = 0;
  const asked: { readonly answer: (outcomes: readonly RepairOutcomes[]) => void; readonly fail: () => void }[] = [];
  let failures = 0;
  const readOutcomes = () =>
    new Promise<readonly RepairOutcomes[]>((resolve, reject) => {
      asked.push({ answer: resolve, fail: () => reject(new Error('down')) });
    });
  const experiences = experiencesOf(
    { readOutcomes },
    () => new Date(now),
    () => {
      failures += 1;
    },
  );
  return {
    asked,
    experiences,
    failures: () => failures,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

test('the store is asked once a minute', async () => {
  const { asked, experiences, pass } = setUp();
  const both = [experiences.of('contoso'), experiences.of('contoso')];
  asked[0]?.answer(outcomes(1));
  for (const experience of await Promise.all(both)) expect(experience.of(issue)).toEqual(known(1));
  expect(asked).toHaveLength(1);
  pass(60_000);
  const later = experiences.of('contoso');
  asked[1]?.answer(outcomes(2));
  expect((await later).of(issue)).toEqual(known(2));
  expect((await later).overall).toEqual(solved(2));
});

test('what is written while it is being read is not missed', async () => {
  const { asked, experiences } = setUp();
  const early = experiences.of('contoso');
  experiences.changed('contoso');
  asked[0]?.answer(outcomes(1));
  expect((await early).of(issue)).toEqual(known(1));
  const later = experiences.of('contoso');
  asked[1]?.answer(outcomes(2));
  expect((await later).of(issue)).toEqual(known(2));
});

test('while the store fails, what was known goes on being known, and the store is asked again', async () => {
  const { asked, experiences, failures, pass } = setUp();
  const first = experiences.of('contoso');
  asked[0]?.answer(outcomes(1));
  await first;
  for (let at = 1; at <= 2; at += 1) {
    pass(60_000);
    const during = experiences.of('contoso');
    asked[at]?.fail();
    expect((await during).of(issue)).toEqual(known(1));
  }
  expect(failures()).toBe(2);
  const unknown = experiences.of('fabrikam');
  asked[3]?.fail();
  expect((await unknown).of(issue)).toEqual([]);
});
