// Many simulated cases, each led through by the bot and by the others.

import type { Plan } from '../../bot/case/plan-of.js';
import type { IssueRef, Knowledge } from '../../knowledge/index.js';
import { paste, planAt, type Surroundings } from './conversation.js';
import { type Candidate, followArticle } from './follow-article.js';
import { type BotJourney, followBot } from './follow-bot.js';
import { followProbability } from './follow-probability.js';
import { handedOver, type Journey, repaired, setOut } from './journey.js';
import { makePerson } from './person.js';
import type { Subject } from './subject.js';
import { helping, type Truth } from './truth.js';
import type { World } from './world.js';

export interface Simulated {
  readonly subject: Subject;
  readonly truth: Truth;
  readonly verdict: 'match' | 'ambiguous' | 'none';
  /** Issues that were offered or taken up at first. */
  readonly candidates: number;
  readonly bot: BotJourney;
  /** Articles from top to bottom, in the order of the diagnosis and of writing. */
  readonly article: Journey;
  /** The same, but the article that fits first, and of it the variant that fits. */
  readonly careful: Journey;
  readonly probability: Journey;
  /** The same without questions. */
  readonly probabilityUnasked: Journey;
  /** Somebody who knows what is wrong does what helps and nothing else, or asks the helpdesk where that is quicker. */
  readonly knowing: Journey;
}

/**
 * @param rounds Cases of each subject.
 * @returns Cases whose paste found nothing are left out: there is nothing to lead through.
 */
export function simulate(
  subjects: readonly Subject[],
  knowledge: Knowledge,
  world: World,
  rounds: number,
): Simulated[] {
  return subjects.flatMap((subject) =>
    Array.from({ length: rounds }, (_, round) => simulateCase(subject, subjects, knowledge, world, round)).filter(
      (it) => it !== undefined,
    ),
  );
}

function simulateCase(
  subject: Subject,
  subjects: readonly Subject[],
  knowledge: Knowledge,
  world: World,
  round: number,
): Simulated | undefined {
  const { ref, pastes } = subject;
  const plans = planAt({ knowledge });
  const plan = plans(ref);
  const text = pastes[round % pastes.length];
  if (plan === undefined || text === undefined) return undefined;
  const experience = world.experienceOf({ subject, plan, subjects, planAt: plans });
  const surroundings: Surroundings = { knowledge, experience };
  const conversation = paste(text, surroundings);
  const opened = conversation.dialog.case;
  const { standing } = conversation.next;
  if (opened === undefined || opened.verdict === 'none') return undefined;

  const seed = `${ref.article} ${ref.issue} ${round}`;
  const truth = world.truthOf({ subject, plan, planAt: plans, opened, standing, seed });
  const person = makePerson(truth, plans, seed);
  const offered = [standing.focus, ...standing.open].filter((it) => it !== undefined).sort((a, b) => a - b);
  const candidates = offered.flatMap((position): Candidate[] => {
    const candidate = opened.issues[position]?.ref;
    const itsPlan = candidate === undefined ? undefined : plans(candidate);
    return candidate === undefined || itsPlan === undefined ? [] : [{ ref: candidate, plan: itsPlan }];
  });
  return {
    subject,
    truth,
    verdict: opened.verdict,
    candidates: candidates.length,
    bot: followBot(conversation, person, surroundings, truth.issue),
    careful: followArticle(candidates, person, { knowsVariant: true, knowsTitle: true }),
    article: followArticle(candidates, person, { knowsVariant: false, knowsTitle: false }),
    probability: followProbability(opened, person, surroundings, { asks: true }),
    probabilityUnasked: followProbability(opened, person, surroundings, { asks: false }),
    knowing: followTruth(truth, plans),
  };
}

function followTruth(truth: Truth, plans: (ref: IssueRef) => Plan | undefined): Journey {
  const plan = truth.issue === undefined ? undefined : plans(truth.issue);
  const repairs = (plan?.repairs ?? []).filter(({ id }) => helping(truth).includes(id));
  const ways = [handedOver(setOut), ...repairs.map((repair) => repaired(setOut, repair))];
  return ways.reduce((best, way) => (way.minutes < best.minutes ? way : best));
}
