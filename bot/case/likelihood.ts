// How likely people give an answer, by what is wrong.

import type { Check, IssueRef } from '../../knowledge/index.js';
import type { Fault } from './faults.js';

export type ChoiceCheck = Extract<Check, { kind: 'choice' }>;

/** The same question, asked by one or more issues of a case. */
export interface Question {
  /** Position of the issue and the check as that issue has it, the likeliest issue first. */
  readonly askers: readonly { readonly issue: number; readonly check: ChoiceCheck }[];
}

/** How people answer. */
const people = {
  /** They cannot tell. */
  unknown: 0.1,
  /** They are mistaken about what is wrong. */
  mistaken: 0.05,
  /** They are mistaken about what they have: an environment, a version. */
  mistakenOwn: 0.03,
  /** They choose among descriptions, and it is another one of them. */
  misled: 0.1,
  /** None of the descriptions is what they have, and they choose the nearest. */
  settled: 0.2,
  /** Asked to look once more, they find that they were mistaken, */
  corrected: 0.5,
  /** or change an answer that was right. */
  spoilt: 0.02,
  /** A repair that fits was not done as it was meant. */
  botched: 0.05,
} as const;

/** Share of cases in which a repair that fits the fault repairs it. */
export const cureRate = 1 - people.botched;

/**
 * How likely an answer is, by fault.
 *
 * @param positionOf Position in the case of an issue that an answer leads to; below 0: none.
 */
export function likelihood(
  question: Question,
  label: string,
  faults: readonly Fault[],
  positionOf: (ref: IssueRef) => number,
): number[] {
  return byFault(question, faults, (asker, fault) => likelihoodOf(asker, label, fault, positionOf));
}

/**
 * How likely an answer is when people are asked to look once more, by fault. Whoever has answered knows, so all answers
 * together are 1.
 *
 * @param first The label of what they answered before.
 */
export function likelihoodAgain(
  question: Question,
  first: string,
  label: string,
  faults: readonly Fault[],
  positionOf: (ref: IssueRef) => number,
): number[] {
  return byFault(question, faults, ({ issue, check: { answers } }, fault) => {
    const fitting = answersThatFit(fault, issue, answers, positionOf).map((answer) => answer.label);
    const wasRight = fitting.length === 0 || fitting.includes(first);
    const others = answers.filter((answer) => answer.label !== first && (wasRight || !fitting.includes(answer.label)));
    const spoilt = others.length === 0 ? 0 : people.spoilt;
    if (label === first) return 1 - spoilt - (wasRight ? 0 : people.corrected);
    return !wasRight && fitting.includes(label) ? people.corrected / fitting.length : spoilt / others.length;
  });
}

/** Each fault is asked about as its own issue asks, or as the likeliest does. */
function byFault(
  { askers }: Question,
  faults: readonly Fault[],
  likely: (asker: Question['askers'][number], fault: Fault) => number,
): number[] {
  return faults.map((fault) => {
    const asker = askers.find(({ issue }) => issue === fault.issue) ?? askers[0];
    return asker === undefined ? 1 : likely(asker, fault);
  });
}

/** How likely people are to name an issue when shown several, by fault. @param shown Positions, the chosen one among them. */
export function likelihoodOfChoice(chosen: number, shown: readonly number[], faults: readonly Fault[]): number[] {
  return faults.map(({ issue }) => {
    if (issue === undefined || !shown.includes(issue)) return people.settled / shown.length;
    return issue === chosen ? 1 - people.misled : people.misled / (shown.length - 1);
  });
}

function likelihoodOf(
  { issue, check }: Question['askers'][number],
  label: string,
  fault: Fault,
  positionOf: (ref: IssueRef) => number,
): number {
  const { answers } = check;
  const fitting = answersThatFit(fault, issue, answers, positionOf);
  const known = 1 - people.unknown;
  // The fault says nothing about the answer: any is as likely.
  if (fitting.length === 0 || fitting.length === answers.length) return known / answers.length;
  const mistaken = answers.some(({ leads }) => leads.kind === 'resolution') ? people.mistakenOwn : people.mistaken;
  return fitting.some((answer) => answer.label === label)
    ? (known * (1 - mistaken)) / fitting.length
    : (known * mistaken) / (answers.length - fitting.length);
}

/** What somebody who has this fault sees, as far as the answers say. */
function answersThatFit(
  fault: Fault,
  issue: number,
  answers: ChoiceCheck['answers'],
  positionOf: (ref: IssueRef) => number,
): ChoiceCheck['answers'] {
  if (fault.issue !== issue) {
    const own = answers.filter(({ leads }) => leads.kind === 'issue' && positionOf(leads.ref) === fault.issue);
    return own.length > 0 ? own : answers.filter(({ leads }) => leads.kind === 'excludes');
  }
  const own = answers.filter(
    ({ leads }) => leads.kind === 'resolution' && leads.ids.some((id) => fault.repairs.includes(id)),
  );
  if (own.length > 0) return own;
  // What is left when none of the repairs that are named fits: this fault all the same, or any of them.
  const confirming = answers.filter(
    ({ leads }) => leads.kind === 'confirms' || (leads.kind === 'issue' && positionOf(leads.ref) === issue),
  );
  return confirming.length > 0 ? confirming : answers.filter(({ leads }) => leads.kind === 'resolution');
}
