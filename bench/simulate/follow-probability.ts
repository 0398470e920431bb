// Asks and repairs in the order of probability alone, with the bot's own beliefs: the likeliest issue first; of it, every
// question in the author's order, then its likeliest repair; and so on until nothing is left, then the helpdesk. What a
// question or a repair costs is not looked at.

import type { Case, Told } from '../../bot/case/dialog.js';
import { standingOf } from '../../bot/case/replay/standing-of.js';
import type { Standing } from '../../bot/case/standing.js';
import { withTold } from '../../bot/case/tell-case.js';
import { en } from '../../bot/words/en.js';
import type { IssueRef } from '../../knowledge/index.js';
import type { Repair } from '../../knowledge/troubleshoot/index.js';
import type { Surroundings } from './conversation.js';
import { asked, handedOver, type Journey, repaired, setOut } from './journey.js';
import type { Person } from './person.js';

export interface Manner {
  readonly asks: boolean;
}

export function followProbability(
  opened: Case,
  person: Person,
  { knowledge }: Surroundings,
  { asks }: Manner,
): Journey {
  let journey = setOut;
  let kase = opened;
  for (;;) {
    const standing = standingOf(kase, knowledge, en.derivedChecks);
    const tell = (told: Told): void => {
      kase = withTold(kase, told, { user: 'person', now: new Date(0), knowledge });
    };
    const issue = likeliestIssue(standing);
    if (issue === undefined) return handedOver(journey);
    const [question] = asks ? standing.questionsOf(issue) : [];
    const [asker] = question?.askers ?? [];
    if (asker !== undefined) {
      journey = asked(journey, asker.check);
      const answer = person.answer(refAt(kase, asker.issue), asker.check);
      tell({ kind: 'answered', issue: asker.issue, check: asker.check.id, answer });
      continue;
    }
    const repair = likeliestRepair(issue, standing);
    if (repair === undefined) {
      tell({ kind: 'rejected', issue });
      continue;
    }
    journey = repaired(journey, repair);
    if (person.isHelpedBy(refAt(kase, issue), repair.id)) return journey;
    tell({ kind: 'tried', issue, repair: repair.id });
  }
}

function likeliestIssue({ focus, open, faults, belief }: Standing): number | undefined {
  const likely = (issue: number): number =>
    faults.reduce((sum, fault, at) => (fault.issue === issue ? sum + (belief[at] ?? 0) : sum), 0);
  const issues = focus === undefined ? open : [focus, ...open];
  return issues.toSorted((a, b) => likely(b) - likely(a))[0];
}

function likeliestRepair(issue: number, standing: Standing): Repair | undefined {
  const likely = (repair: Repair): number =>
    standing.curesOf(issue, repair).reduce((sum, share, at) => sum + share * (standing.belief[at] ?? 0), 0);
  return standing.repairsLeft(issue).toSorted((a, b) => likely(b) - likely(a))[0];
}

function refAt(kase: Case, position: number): IssueRef {
  const ref = kase.issues[position]?.ref;
  if (ref === undefined) throw new Error(`The case has no issue ${position}`);
  return ref;
}
