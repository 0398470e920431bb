import { describe, expect, test } from '@jest/globals';
import type { Case } from '../../../bot/case/dialog.js';
import { doubtIds } from '../../../bot/case/doubts.js';
import { type Fault, faultsOf } from '../../../bot/case/faults.js';
import { planOf } from '../../../bot/case/plan-of.js';
import { en } from '../../../bot/words/en.js';
import type { Resolution } from '../../../knowledge/index.js';
import { conversation } from '../conversation.js';
import { issueOf, steps } from '../fake-knowledge.js';

const way = (id: string): Resolution => ({ kind: 'alternative', id, title: id, blocks: [steps(`Do ${id}.`)] });
const issue = issueOf({ id: 'azure-name', title: 'It fails', resolutions: ['first', 'second', 'third'].map(way) });
const plan = planOf(issue, en.derivedChecks);

/** A match of 0.9. */
const opened = conversation().say('AZURE_NAME').dialog.case;

type Outcomes = readonly (readonly [repair: string, helped: number, failed: number])[];

function faults(outcomes: Outcomes, of = plan, overall?: Case['overall'], about = issue): Fault[] {
  if (opened === undefined) throw new Error('The paste opened no case');
  const experience = outcomes.map(([repair, helped, failed]) => ({ issue: 0, repair, helped, failed }));
  const kase: Case = { ...opened, experience, ...(overall === undefined ? {} : { overall }) };
  return faultsOf(kase, [about], [of]);
}

const shareOf = (repair: string, of: readonly Fault[]): number =>
  of.find(({ repairs }) => repairs[0] === repair)?.share ?? 0;
const issueIn = (of: readonly Fault[]): number =>
  of.reduce((sum, fault) => (fault.issue === 0 ? sum + fault.prior : sum), 0);

const none = faults([]);

test('all together are certain', () => {
  for (const known of [none, faults([['second', 3, 1]])])
    expect(known.reduce((sum, { prior }) => sum + prior, 0)).toBeCloseTo(1);
});

describe('repairs of which any will do', () => {
  const choice = {
    ...plan,
    repairs: plan.repairs.map((repair) => (repair.id === 'third' ? repair : { ...repair, choice: 'one of these' })),
  };
  const whole = (of: readonly Fault[]): number =>
    of.reduce((sum, { share, issue: at }) => (at === 0 ? sum + share : sum), 0);
  const likely = (of: readonly Fault[]): number => of.find(({ repairs }) => repairs.length > 1)?.share ?? 0;

  test('most likely each of them helps', () => {
    const known = faults([], choice);
    expect(known.find(({ repairs }) => repairs.length > 1)?.repairs).toEqual(['first', 'second']);
    expect(likely(known)).toBeGreaterThan(shareOf('first', known));
    expect(shareOf('third', known)).toBeCloseTo(shareOf('third', none));
    expect(whole(known)).toBeCloseTo(1);
  });

  test('less, where one failed in cases that the other solved', () => {
    const known = faults(
      [
        ['first', 2, 10],
        ['second', 10, 0],
      ],
      choice,
    );
    expect(likely(known)).toBeLessThan(likely(faults([], choice)) / 2);
    expect(whole(known)).toBeCloseTo(1);
  });
});

test('how sure the diagnosis is of one more holds for what those before it leave', () => {
  const kase = conversation().say('CROWD').dialog.case;
  if (kase === undefined) throw new Error('The paste opened no case');
  const known = faultsOf(kase, [issue, issue, issue], [plan, plan, plan]);
  const likely = (at: number | undefined): number =>
    known.reduce((sum, fault) => (fault.issue === at ? sum + fault.prior : sum), 0);
  expect([0, 1, 2].map(likely)).toEqual([0.3, 0.7 * 0.3, 0.7 ** 2 * 0.3].map((it) => expect.closeTo(it)));
  expect(likely(undefined)).toBeCloseTo(0.7 ** 3);
});

test('a match that another candidate equals may be the other one', () => {
  const kase = conversation().say('EQUALS').dialog.case;
  if (kase === undefined) throw new Error('The paste opened no case');
  const known = faultsOf(kase, [issue, issue, issue], [plan, plan, plan]);
  const [first = 0, equal = 0, far = 0] = [0, 1, 2].map((at) =>
    known.reduce((sum, fault) => (fault.issue === at ? sum + fault.prior : sum), 0),
  );
  expect(first).toBeGreaterThan(0.7);
  expect(equal).toBeGreaterThan(0.14);
  expect(far).toBeLessThan(0.05);
});

test('a match that rests on another line than the candidate that equals it is hardly the other one', () => {
  const kase = conversation().say('EQUALS').dialog.case;
  if (kase === undefined) throw new Error('The paste opened no case');
  const elsewhere = [{ line: 7, text: 'Another line', why: 'It is in both' }];
  const issues = kase.issues.map((it, at) => (at === 1 ? { ...it, evidence: elsewhere } : it));
  const known = faultsOf({ ...kase, issues }, [issue, issue, issue], [plan, plan, plan]);
  expect(known.reduce((sum, fault) => (fault.issue === 1 ? sum + fault.prior : sum), 0)).toBeLessThan(0.1);
});

describe('a workaround for whoever has the fault', () => {
  const withOne = {
    ...plan,
    repairs: plan.repairs.map((repair) => (repair.id === 'third' ? { ...repair, general: true as const } : repair)),
  };
  const around = (of: readonly Fault[], repair: string): number =>
    of.find(({ repairs }) => repairs[0] === repair)?.around.get('third') ?? 0;

  test('may help whom another repair helps, and nobody whom none does', () => {
    const known = faults([], withOne);
    expect(around(known, 'first')).toBeGreaterThan(0.3);
    expect(around(known, 'second')).toBe(around(known, 'first'));
    expect(around(known, 'third')).toBe(0);
    expect(known.filter(({ repairs }) => repairs.length === 0).map((it) => it.around.size)).toEqual([0, 0]);
    expect(around(none, 'first')).toBe(0);
  });

  test('may help whom another one is what it takes', () => {
    const repairs = plan.repairs.map((repair) =>
      repair.id === 'first' ? repair : { ...repair, general: true as const },
    );
    const known = faults([], { ...plan, repairs });
    const besides = (repair: string): string[] => [
      ...(known.find((fault) => fault.repairs[0] === repair)?.around.keys() ?? []),
    ];
    expect(['first', 'second', 'third'].map(besides)).toEqual([['second', 'third'], ['third'], ['second']]);
  });

  test('less, where it failed in cases that a repair solved', () => {
    const known = faults(
      [
        ['first', 10, 0],
        ['third', 0, 10],
      ],
      withOne,
    );
    expect(around(known, 'first')).toBeLessThan(around(faults([], withOne), 'first') / 2);
  });
});

test('the author puts the usual repair first', () => {
  expect(shareOf('first', none)).toBeGreaterThan(shareOf('second', none));
  expect(shareOf('second', none)).toBeGreaterThan(shareOf('third', none));
});

describe('outcomes of earlier cases', () => {
  test('a repair is as likely as it was what it took', () => {
    const known = faults([
      ['first', 5, 25],
      ['second', 20, 5],
      ['third', 5, 0],
    ]);
    expect(shareOf('second', known)).toBeGreaterThan(shareOf('first', known) * 3);
    // It has failed nobody, and yet is less often what it takes.
    expect(shareOf('second', known)).toBeGreaterThan(shareOf('third', known));
  });

  test.each<{ name: string; outcomes: Outcomes; issue: 'more' | 'less' | 'as' }>([
    {
      name: 'solved, whatever failed before',
      outcomes: [
        ['first', 2, 18],
        ['second', 18, 0],
      ],
      issue: 'more',
    },
    {
      name: 'nothing helped',
      outcomes: [
        ['first', 0, 9],
        ['second', 0, 9],
      ],
      issue: 'less',
    },
    { name: 'half and half', outcomes: [['first', 5, 5]], issue: 'as' },
  ])('an issue is $issue likely: $name', ({ outcomes, issue: expected }) => {
    const now = issueIn(faults(outcomes));
    if (expected === 'more') expect(now).toBeGreaterThan(issueIn(none));
    else if (expected === 'less') expect(now).toBeLessThan(issueIn(none));
    else expect(now).toBeCloseTo(issueIn(none));
  });

  describe('that something else than its repairs helped', () => {
    const unlisted = (of: readonly Fault[]): number => of.find(({ repairs }) => repairs.length === 0)?.share ?? 0;
    const overall = (right: number, wrong: number): Case['overall'] => ({
      unlisted: { right, wrong },
      another: { right: 0, wrong: 0 },
    });

    test('is as likely as it was with this issue', () => {
      expect(
        unlisted(
          faults([
            [doubtIds.unlisted, 10, 0],
            ['first', 10, 0],
          ]),
        ),
      ).toBeGreaterThan(0.3);
      expect(unlisted(faults([['first', 30, 0]]))).toBeLessThan(unlisted(none) / 2);
    });

    test('and, of an issue that nobody has had yet, as with the others', () => {
      expect(unlisted(faults([], plan, overall(30, 70)))).toBeGreaterThan(0.2);
      expect(unlisted(faults([], plan, overall(0, 100)))).toBeLessThan(unlisted(none) / 2);
    });

    test('is never out of the question, nor certain', () => {
      expect(unlisted(faults([['first', 9_000, 0]], plan, overall(0, 9_000)))).toBeCloseTo(0.01);
      expect(unlisted(faults([[doubtIds.unlisted, 9_000, 0]], plan, overall(9_000, 0)))).toBeCloseTo(0.5);
    });

    test('does not make the issue itself more likely', () =>
      expect(issueIn(faults([[doubtIds.unlisted, 10, 0]]))).toBeCloseTo(issueIn(none)));
  });

  test('an issue that hardly ever was another one, as its author asks, is all the likelier', () => {
    const leads = { kind: 'excludes' } as const;
    const check = {
      kind: 'choice',
      id: 'check',
      question: 'Is it?',
      how: [],
      answers: [{ label: 'No', text: '', leads }],
    } as const;
    const asked = { ...issue, checks: [check] };
    const before = issueIn(faults([], plan, undefined, asked));
    expect(before).toBeLessThan(issueIn(none));
    expect(issueIn(faults([[doubtIds.another, 0, 20]], plan, undefined, asked))).toBeGreaterThan(before * 1.1);
    expect(issueIn(faults([[doubtIds.another, 20, 0]], plan, undefined, asked))).toBeLessThan(before * 0.8);
  });

  test.each<{ outcomes: Outcomes }>([
    { outcomes: [['first', 0, 1_000]] },
    {
      outcomes: [
        ['first', 0, 1_000],
        ['second', 1_000, 0],
      ],
    },
  ])('nothing becomes unlearnable: $outcomes', ({ outcomes }) => {
    const known = faults(outcomes);
    expect(shareOf('first', known)).toBeGreaterThan(shareOf('first', none) / 20);
    expect(shareOf('first', known)).toBeLessThan(shareOf('first', none) / 2);
    expect(issueIn(known)).toBeGreaterThan(issueIn(none) / 4);
  });
});
