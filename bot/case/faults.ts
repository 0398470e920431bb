// What may be wrong in a case: for each issue, one fault for each repair that may be what it takes, one for the repairs of
// which any will do, one that no repair of it helps, and last the fault that none of the issues is about.

import type { Issue } from '../../knowledge/index.js';
import type { Repair } from '../../knowledge/troubleshoot/index.js';
import type { Case } from './dialog.js';
import { type Doubt, isDoubt, otherwise, talliesOf } from './doubts.js';
import type { Plan } from './plan-of.js';

/** `issue`: position in the case, undefined for what nobody knows. */
export interface Fault {
  readonly issue: number | undefined;
  /** Ids of the repairs of the issue that help, each by itself; empty where none listed does. */
  readonly repairs: readonly string[];
  /** Workarounds of the issue that may help besides, by id, and how likely each does. */
  readonly around: ReadonlyMap<string, number>;
  /** How likely before anything was told; all together 1. */
  readonly prior: number;
  /** Its share of its issue. */
  readonly share: number;
}

/** Shares that hold where no outcome of an earlier case says more. */
const assumed = {
  /**
   * Of an issue: that its cause is right and none of its repairs helps. Doubts whether it is this issue, and whether a
   * repair was done as it is meant, come on top.
   */
  unlisted: 0.05,
  /** Of an issue: that only the workaround helps, where there are other repairs. */
  workaround: 0.15,
  /** Each further way to repair it is this much less likely than the one before: authors put the usual one first. */
  nextWay: 0.8,
  /**
   * Repairs of which the author says that any will do: that it is so. Of fifty such articles, read one by one, it was so in
   * 30, and nearly so in 9.
   */
  anyWillDo: 0.7,
  /**
   * A workaround for whoever has the fault: that it helps whom a repair would help. Of fifty, read one by one, 36 would help
   * everybody, 12 some.
   */
  aroundAll: 0.75,
  /** An issue whose author asks whether it is this one after all: that it is not. */
  another: 0.2,
  /** A match that another candidate equals: that it is the other one, at least. So it was with 7 of 45 such pastes. */
  theOther: 0.15,
} as const;

/** Outcomes of earlier cases count beside so many imagined ones, so nothing is ever unlearnable. */
const imagined = 4;
/** The same for what is learnt over all issues of an organisation. */
const imaginedOfAll = 20;
/** A doubt is never smaller, nor larger. */
const leastDoubt = 0.01;
const mostDoubt = 0.5;
/** By which factor they lower a repair at most, and move an issue, which the paste itself speaks for. */
const mostLearnt = { repair: 10, issue: 2 } as const;

/** @param issues Those of the case, in order, with what can be done about each; undefined where one is gone. */
export function faultsOf(
  kase: Case,
  issues: readonly (Issue | undefined)[],
  plans: readonly (Plan | undefined)[],
): Fault[] {
  const weights = issueWeights(kase, issues);
  const known = plans.flatMap((plan, position) =>
    plan === undefined ? [] : faultsOfIssue(kase, plan.repairs, position, weights[position] ?? 0),
  );
  const rest = Math.max(0.01, 1 - known.reduce((sum, { prior }) => sum + prior, 0));
  const all = [...known, { issue: undefined, repairs: [], around: none, prior: rest, share: 1 }];
  const total = all.reduce((sum, { prior }) => sum + prior, 0);
  return all.map((fault) => ({ ...fault, prior: fault.prior / total }));
}

/** How likely each issue is; together at most 1, the rest being what nobody knows. */
function issueWeights(kase: Case, issues: readonly (Issue | undefined)[]): number[] {
  const weights = shares(kase, issues);
  // What an author asks about may turn out otherwise: some of it goes to the issues that the answers lead to.
  for (const [position, issue] of issues.entries()) {
    const whole = weights[position] ?? 0;
    const others = issue === undefined ? [] : otherwise(issue);
    if (whole === 0 || others.length === 0) continue;
    const doubt = doubted('another', kase, position);
    weights[position] = whole * (1 - doubt);
    for (const ref of others) {
      if (ref === undefined) continue;
      const to = kase.issues.findIndex((it) => it.ref.article === ref.article && it.ref.issue === ref.issue);
      if (to >= 0) weights[to] = (weights[to] ?? 0) + (whole * doubt) / others.length;
    }
  }
  return weights;
}

function shares({ verdict, issues, experience }: Case, known: readonly (Issue | undefined)[]): number[] {
  const weights = inTurn(
    issues.map(({ confidence }, position) => {
      if (known[position] === undefined) return 0;
      return confidence * factorOf(experience.filter((it) => it.issue === position && !isDoubt(it)));
    }),
  );
  const equals = issues.map((issue, at) => at > 0 && known[at] !== undefined && isAsGood(issue, issues));
  const count = equals.filter(Boolean).length;
  if (verdict !== 'match' || count === 0) return weights;
  const lacks = Math.max(0, assumed.theOther - sumOf(weights.filter((_, at) => equals[at])));
  return weights.map((weight, at) => {
    if (at === 0) return weight - lacks;
    return equals[at] === true ? weight + lacks / count : weight;
  });
}

/**
 * How sure the diagnosis is of an issue was fitted to how often the first one is right. Of the others it holds for what
 * those before them leave: of pastes that several issues fit, it was the first in 0.74, the second in 0.17, none of five
 * in 0.06.
 */
function inTurn(confidences: readonly number[]): number[] {
  let left = 1;
  return confidences.map((confidence) => {
    const share = left * Math.min(confidence, surest);
    left -= share;
    return share;
  });
}

/** Nothing is surer than that. */
const surest = 0.99;

/** Two articles about the same message are told apart by nothing in it; not so where each rests on another. */
function isAsGood({ confidence, evidence }: Case['issues'][number], [first]: Case['issues']): boolean {
  const [decisive] = first?.evidence ?? [];
  const isSameMessage = evidence.some(({ line, text }) => line === decisive?.line && text === decisive.text);
  return isSameMessage && confidence >= (first?.confidence ?? 0) * 0.99;
}

function faultsOfIssue(kase: Case, repairs: readonly Repair[], position: number, whole: number): Fault[] {
  const known = outcomesOf(kase.experience, position, repairs);
  const weights = withOutcomes(
    repairs.map((repair, place) => usually(repair, place, repairs)),
    known,
  );
  const sum = sumOf(weights);
  const repairable = repairs.length === 0 ? 0 : 1 - doubted('unlisted', kase, position);
  const choices = choicesIn(repairs, known);
  const ofChoice = (id: string): number => choices.find(({ ids }) => ids.includes(id))?.likely ?? 0;
  const single = repairs.map(({ id }, at) => ({ repairs: [id], share: (repairable * (weights[at] ?? 0)) / sum }));
  const around = waysAround(repairs, known);
  const shares = [
    ...single.map(({ repairs: [id = ''], share }) => ({ repairs: [id], share: share * (1 - ofChoice(id)) })),
    ...choices.map(({ ids, likely }) => ({
      repairs: ids,
      share: likely * sumOf(single.map(({ repairs: [id = ''], share }) => (ids.includes(id) ? share : 0))),
    })),
    { repairs: [], share: 1 - repairable },
  ];
  return shares.map(({ repairs: ids, share }) => ({
    issue: position,
    repairs: ids,
    around: ids.length === 0 ? none : without(around, ids),
    prior: whole * share,
    share,
  }));
}

const none: Fault['around'] = new Map();

/** What helps by itself is not something that may help besides. */
function without(around: Fault['around'], ids: readonly string[]): Fault['around'] {
  return ids.some((id) => around.has(id)) ? new Map([...around].filter(([id]) => !ids.includes(id))) : around;
}

/** How likely each workaround helps whom a repair helps: less, where it failed in cases that a repair solved. */
function waysAround(repairs: readonly Repair[], known: readonly Outcomes[]): Fault['around'] {
  const solved = sumOf(known.map(({ helped }, at) => (repairs[at]?.general ? 0 : helped)));
  return new Map(
    repairs.flatMap(({ id, general }, at) => {
      const differed = Math.min(known[at]?.failed ?? 0, solved);
      return general ? [[id, (assumed.aroundAll * imagined) / (imagined + differed)] as const] : [];
    }),
  );
}

/** Groups of repairs of which any will do, and how likely that is: less, where one failed in cases that another solved. */
function choicesIn(
  repairs: readonly Repair[],
  known: readonly Outcomes[],
): { readonly ids: readonly string[]; readonly likely: number }[] {
  const names = new Set(repairs.flatMap(({ choice }) => (choice === undefined ? [] : [choice])));
  return [...names].flatMap((name) => {
    const members = repairs.flatMap(({ id, choice }, at) =>
      choice === name ? [{ id, ...(known[at] ?? untried) }] : [],
    );
    const solved = sumOf(members.map(({ helped }) => helped));
    const differed = sumOf(members.map(({ helped, failed }) => Math.min(failed, solved - helped)));
    const likely = (assumed.anyWillDo * imagined) / (imagined + differed);
    return members.length < 2 ? [] : [{ ids: members.map(({ id }) => id), likely }];
  });
}

function usually({ kind }: Repair, place: number, repairs: readonly Repair[]): number {
  switch (kind) {
    case 'only':
    case 'variant':
      return 1;
    case 'alternative':
      return assumed.nextWay ** place;
    case 'workaround':
      return repairs.length === 1 ? 1 : assumed.workaround;
    default:
      return kind satisfies never;
  }
}

/** How likely a doubt about an issue is: as often as it was right, in cases of all issues and then in its own. */
function doubted(doubt: Doubt, { experience, overall }: Case, position: number): number {
  const own = talliesOf(experience.filter(({ issue }) => issue === position))[doubt];
  const all = overall?.[doubt] ?? { right: 0, wrong: 0 };
  const usual = (imaginedOfAll * assumed[doubt] + all.right) / (imaginedOfAll + all.right + all.wrong);
  const likely = (imagined * usual + own.right) / (imagined + own.right + own.wrong);
  return Math.min(mostDoubt, Math.max(leastDoubt, likely));
}

interface Outcomes {
  readonly helped: number;
  readonly failed: number;
}

/**
 * How often each repair is what it takes: as often as it was so far, beside a few imagined cases of the usual. Whatever
 * happened, some luck can still be had.
 *
 * @param usual Without outcomes, in any measure.
 */
function withOutcomes(usual: readonly number[], known: readonly Outcomes[]): number[] {
  const whole = sumOf(usual);
  const solved = sumOf(known.map(({ helped }) => helped));
  const learnt = usual.map((weight, at) => {
    const own = known[at] ?? untried;
    const proven = imagined * (weight / whole) + own.helped;
    return proven * ((imagined + solved) / (imagined + solved + unexplained(own, solved)));
  });
  const all = sumOf(learnt);
  return usual.map((weight, at) => Math.max((learnt[at] ?? 0) / all, weight / whole / mostLearnt.repair));
}

/** How much more, or less, likely an issue is than the paste alone says: by how many cases were solved, and how many not. */
function factorOf(known: readonly Outcomes[]): number {
  const solved = sumOf(known.map(({ helped }) => helped));
  const unsolved = known.length === 0 ? 0 : Math.min(...known.map((outcome) => unexplained(outcome, solved)));
  return Math.min(mostLearnt.issue, Math.max(1 / mostLearnt.issue, (imagined + solved) / (imagined + unsolved)));
}

/** That a repair failed says nothing where another one helped then: only one of them is what it takes. */
function unexplained({ helped, failed }: Outcomes, solved: number): number {
  return Math.max(0, failed - (solved - helped));
}

const untried: Outcomes = { helped: 0, failed: 0 };

function outcomesOf(experience: Case['experience'], issue: number, repairs: readonly Repair[]): Outcomes[] {
  return repairs.map(({ id }) => experience.find((it) => it.issue === issue && it.repair === id) ?? untried);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
