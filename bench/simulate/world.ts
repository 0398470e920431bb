// Where what is really wrong comes from. Each world is another assumption about it, and none was chosen by its outcome.

import type { Case } from '../../bot/case/dialog.js';
import { doubtIds, otherwise, talliesOf } from '../../bot/case/doubts.js';
import { type Experience, noExperience } from '../../bot/case/open-case.js';
import type { Plan } from '../../bot/case/plan-of.js';
import type { Standing } from '../../bot/case/standing.js';
import type { IssueRef } from '../../knowledge/index.js';
import type { Repair } from '../../knowledge/troubleshoot/index.js';
import { chanceOf, pick } from './chance.js';
import type { Subject } from './subject.js';
import { isSameIssue, type Truth } from './truth.js';

export interface World {
  readonly name: string;
  /** What the bot knows of earlier cases. */
  experienceOf(of: Earlier): Experience;
  truthOf(draw: Draw): Truth;
}

export interface Earlier {
  readonly subject: Subject;
  readonly plan: Plan;
  /** All that cases are about. */
  readonly subjects: readonly Subject[];
  readonly planAt: (issue: IssueRef) => Plan | undefined;
}

export interface Draw {
  readonly subject: Subject;
  readonly plan: Plan;
  readonly planAt: (issue: IssueRef) => Plan | undefined;
  /** As the paste opened it, and where it stands. */
  readonly opened: Case;
  readonly standing: Standing;
  readonly seed: string;
}

const nothingKnown = (): Experience => noExperience;

/** Faults are as likely as the bot believes when it has read the paste. */
export const believed: World = {
  name: 'as believed',
  experienceOf: nothingKnown,
  truthOf({ opened, standing: { faults }, seed }) {
    const fault = pick(faults, chanceOf('believed', seed), ({ prior }) => prior);
    const issue = fault?.issue === undefined ? undefined : opened.issues[fault.issue]?.ref;
    const chance = chanceOf('around', seed);
    const around = [...(fault?.around ?? [])].flatMap(([id, likely]) => (chance() < likely ? [id] : []));
    return { ...(issue === undefined ? {} : { issue }), repairs: fault?.repairs ?? [], around };
  },
};

/**
 * It is what the paste was taken from, and one of its repairs helps, each as likely that fits what the paste shows; of
 * repairs of which the author says that any will do, all of them. Nothing is wrong that the knowledge does not have.
 */
export const drawn: World = {
  name: 'drawn from the knowledge',
  experienceOf: nothingKnown,
  truthOf(draw) {
    const { subject, seed } = draw;
    const repair = pick(repairsThatFit(draw), chanceOf('drawn', seed));
    return asAuthorsSay({ issue: subject.ref, repairs: repair === undefined ? [] : [repair.id] }, draw);
  },
};

/**
 * It is what the paste was taken from, and exactly one of its repairs helps, each as likely; but in some cases none does, or
 * it is something else that looks alike.
 */
export const uniform: World = {
  name: 'uniform',
  experienceOf: nothingKnown,
  truthOf: (draw) => truthFromPaste(draw, () => 1),
};

/** The same, but where the author says of repairs that any will do, all of them help whom one helps. */
export const asWritten: World = {
  name: 'as written',
  experienceOf: nothingKnown,
  truthOf: (draw) => asAuthorsSay(uniform.truthOf(draw), draw),
};

/**
 * It is what the paste was taken from; of its repairs some help far more often than others, in an order that has nothing to
 * do with the author's, and the bot knows how thirty earlier cases ended, in which people did all in the order of writing.
 */
export const learned: World = {
  name: 'learned',
  experienceOf({ subject: { ref, issue }, plan: { repairs } }) {
    const weightOf = skew(ref, repairs);
    const counts = repairs.map(({ id }) => ({ repair: id, helped: 0, failed: 0 }));
    const unlisted = { repair: doubtIds.unlisted, helped: 0, failed: 0 };
    const another = { repair: doubtIds.another, helped: 0, failed: 0 };
    const chance = chanceOf('earlier', ref.article, ref.issue);
    const isAsked = otherwise(issue).length > 0;
    for (let at = 0; at < earlierCases; at += 1) {
      const isAnother = isAsked && chance() < looksAlike;
      const helps = isAnother || chance() < nothingHelps ? undefined : pick(repairs, chance, weightOf)?.id;
      for (const count of counts) {
        count.helped += Number(count.repair === helps);
        count.failed += Number(count.repair !== helps);
        if (count.repair === helps) break;
      }
      another.helped += Number(isAnother);
      another.failed += Number(isAsked && helps !== undefined);
      unlisted.helped += Number(!isAnother && helps === undefined);
    }
    const known = [...counts, unlisted, another].filter(({ helped, failed }) => helped + failed > 0);
    return { of: (it) => (isSameIssue(it, ref) ? known : []), overall: talliesOf(known) };
  },
  truthOf: (draw) => truthFromPaste(draw, skew(draw.subject.ref, draw.plan.repairs)),
};

/**
 * As drawn, and the bot knows how a hundred earlier cases of other articles ended, which were drawn likewise. Of this issue
 * it knows nothing.
 */
export const drawnLater: World = {
  name: 'drawn, a hundred earlier cases of others known',
  experienceOf({ subject: { ref }, subjects, planAt }) {
    const others = subjects.filter((other) => other.ref.article !== ref.article);
    const chance = chanceOf('others', ref.article, ref.issue);
    const outcomes = Array.from({ length: earlierCasesOfAll }, () => pick(others, chance)).flatMap((other) => {
      if (other === undefined) return [];
      const isListed = pick(planAt(other.ref)?.repairs ?? [], chance) !== undefined;
      return [
        { repair: isListed ? 'any' : doubtIds.unlisted, helped: 1, failed: 0 },
        ...(otherwise(other.issue).length > 0 ? [{ repair: doubtIds.another, helped: 0, failed: 1 }] : []),
      ];
    });
    return { of: () => [], overall: talliesOf(outcomes) };
  },
  truthOf: (draw) => drawn.truthOf(draw),
};

export const worlds: readonly World[] = [drawn, drawnLater, believed, uniform, asWritten, learned];

const earlierCases = 30;
const earlierCasesOfAll = 100;
/** Share of cases in which nothing that is listed helps. */
const nothingHelps = 0.1;
/** Of pastes that look like an issue whose author asks whether it is something else: that it is. */
const looksAlike = 0.1;
/** Each repair helps so much less often than the one before, in an order by chance. */
const nextRepair = 0.5;

/** Who is helped by one repair of which any will do is helped by each, and by a workaround for whoever has the fault. */
function asAuthorsSay(truth: Truth, { planAt }: Draw): Truth {
  const repairs = truth.issue === undefined ? [] : (planAt(truth.issue)?.repairs ?? []);
  const takes = ({ id }: Repair): boolean => truth.repairs.includes(id);
  const choice = repairs.find(takes)?.choice;
  const fitting = repairs.filter((it) => takes(it) || (choice !== undefined && it.choice === choice));
  const around = truth.repairs.length === 0 ? [] : repairs.filter((it) => it.general === true && !fitting.includes(it));
  return { ...truth, repairs: fitting.map(({ id }) => id), around: around.map(({ id }) => id) };
}

/** Those that what the paste answers does not rule out; all, where it rules out each. */
function repairsThatFit({ subject, plan, opened }: Draw): readonly Repair[] {
  const ids = (opened.shown ?? []).flatMap(({ issue, check: id, answer }) => {
    const check = plan.checks.find((it) => it.id === id);
    if (!isSameIssue(opened.issues[issue]?.ref, subject.ref) || check?.kind !== 'choice') return [];
    const leads = check.answers.find(({ label }) => label === answer)?.leads;
    return leads?.kind === 'resolution' ? [leads.ids] : [];
  });
  const fitting = plan.repairs.filter(({ id }) => ids.every((some) => some.includes(id)));
  return fitting.length > 0 ? fitting : plan.repairs;
}

function truthFromPaste(draw: Draw, weightOf: (repair: Repair) => number): Truth {
  const chance = chanceOf('paste', draw.seed);
  const { ref } = draw.subject;
  const others = otherwise(draw.plan).map((issue) => (issue === undefined ? {} : { issue }));
  const other = others.length > 0 && chance() < looksAlike ? pick(others, chance) : undefined;
  if (other !== undefined) {
    const plan = other.issue === undefined ? undefined : draw.planAt(other.issue);
    const repair = pick(plan?.repairs ?? [], chance);
    return { ...other, repairs: repair === undefined ? [] : [repair.id] };
  }
  const repair = chance() < nothingHelps ? undefined : pick(draw.plan.repairs, chance, weightOf);
  return { issue: ref, repairs: repair === undefined ? [] : [repair.id] };
}

function skew(ref: IssueRef, repairs: readonly Repair[]): (repair: Repair) => number {
  const chance = chanceOf('skew', ref.article, ref.issue);
  const order = repairs.map(({ id }) => ({ id, place: chance() })).sort((a, b) => a.place - b.place);
  return ({ id }) => nextRepair ** order.findIndex((it) => it.id === id);
}
