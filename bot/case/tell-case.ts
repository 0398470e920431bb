// A case and one more thing told, or one less.

import type { Knowledge } from '../../knowledge/index.js';
import { type Case, type CaseIssue, mostIssues, type Told, type ToldBy } from './dialog.js';
import { personId } from './open-case.js';

/** What a case is told by, and when. */
interface Telling {
  readonly user: string;
  readonly now: Date;
  readonly knowledge: Knowledge;
}

/**
 * The case with one more thing told, and a revision on. Steps done in a row by one person are one entry.
 *
 * @param found Issues that it adds to those of the case.
 */
export function withTold(
  kase: Case,
  told: Told,
  { user, now, knowledge }: Telling,
  found: readonly CaseIssue[] = [],
): Case {
  const person = personId(user);
  const known = kase.people.indexOf(person);
  const full = kase.people.length >= mostPeople;
  const people = known >= 0 || full ? kase.people : [...kase.people, person];
  const by = known >= 0 ? known : people.length - 1;
  const issues = withLinked([...kase.issues, ...found], told, knowledge);
  const before = issues.length === kase.issues.length ? {} : { issuesBefore: kase.issues.length };
  return {
    ...kase,
    revision: kase.revision + 1,
    people,
    issues,
    told: appended(kase.told, { ...told, by, at: now.toISOString(), ...before }),
  };
}

/** The last place is shared by all who come later. */
const mostPeople = 20;

// An answer may lead to an issue that the paste said nothing about.
function withLinked(issues: Case['issues'], told: Told, knowledge: Knowledge): Case['issues'] {
  const ref = told.kind === 'answered' ? issues[told.issue]?.ref : undefined;
  if (told.kind !== 'answered' || ref === undefined) return issues;
  const check = knowledge.find(ref)?.issue.checks.find(({ id }) => id === told.check);
  const answers = check?.kind === 'choice' ? check.answers : [];
  const leads = answers.find(({ label }) => label === told.answer)?.leads;
  if (leads?.kind !== 'issue' || knowledge.find(leads.ref) === undefined) return issues;
  const { article, issue } = leads.ref;
  if (issues.some((it) => it.ref.article === article && it.ref.issue === issue)) return issues;
  if (issues.length >= mostIssues) return issues;
  return [...issues, { ref: { article, issue }, confidence: 0, evidence: [] }];
}

function appended(told: readonly ToldBy[], next: ToldBy): readonly ToldBy[] {
  const last = told.at(-1);
  if (last === undefined) return [next];
  const joins =
    last.kind === 'did' &&
    next.kind === 'did' &&
    last.by === next.by &&
    last.issue === next.issue &&
    last.repair === next.repair;
  if (joins) return [...told.slice(0, -1), { ...next, steps: last.steps + next.steps }];
  const turnsOn = last.kind === 'page' && next.kind === 'page';
  return [...(turnsOn ? told.slice(0, -1) : told), next];
}

/** The case without the last thing told: exactly one move less, and a revision on. */
export function withoutLast(kase: Case): Case {
  const last = kase.told.at(-1);
  const rest = kase.told.slice(0, -1);
  const shorter = last?.kind === 'did' && last.steps > 1 ? [...rest, { ...last, steps: last.steps - 1 }] : rest;
  const issues = last?.issuesBefore === undefined ? kase.issues : kase.issues.slice(0, last.issuesBefore);
  return { ...kase, revision: kase.revision + 1, issues, told: shorter };
}

/** The case without the form at its end and what was filled in there. */
export function withoutForm(kase: Case): Case {
  const isForm = ({ kind }: Told): boolean => kind === 'asked-helpdesk' || kind === 'filled-in';
  return { ...kase, told: kase.told.slice(0, kase.told.findLastIndex((it) => !isForm(it)) + 1) };
}
