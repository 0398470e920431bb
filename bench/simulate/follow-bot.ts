// Does what the bot suggests, by its buttons.

import type { IssueRef } from '../../knowledge/index.js';
import { type Conversation, offers, press, type Surroundings } from './conversation.js';
import { asked, handedOver, type Journey, repaired, setOut } from './journey.js';
import type { Person } from './person.js';
import { isSameIssue } from './truth.js';

export interface BotJourney extends Journey {
  /** So many questions were asked until the issue that it really is was thought the likeliest; undefined: never. */
  readonly questionsUntilFirst: number | undefined;
}

/** More presses than any case takes. */
const patience = 2_000;

/**
 * Follows a case to its end. Which of several descriptions fits counts as a question, and as half a minute.
 *
 * @param opened What the paste led to.
 * @param truth The issue that it really is.
 * @throws {Error} The case has no end.
 */
export function followBot(
  opened: Conversation,
  person: Person,
  surroundings: Surroundings,
  truth: IssueRef | undefined,
): BotJourney {
  let journey: Journey = setOut;
  let current = opened;
  let questionsUntilFirst: number | undefined;
  for (let presses = 0; presses < patience; presses += 1) {
    const { move } = current.next;
    if (questionsUntilFirst === undefined && isFirst(truth, current)) questionsUntilFirst = journey.questions;
    const go = (verb: string, value?: string): void => {
      current = press(current, verb, surroundings, value);
    };
    const choose = (chosen: number | null, among: readonly number[]): void => {
      if (chosen === null) go('unknown');
      else if (chosen === -1) go('none');
      else go('choose', String(among[chosen]));
    };
    switch (move.kind) {
      case 'ask':
      case 'split': {
        journey = asked(journey, move.check);
        const asker = refAt(current, move.issue);
        const label =
          move.reason.kind === 'looks-again'
            ? person.answerAgain(asker, move.check, move.reason.answer)
            : person.answer(asker, move.check);
        if (label === null) go('unknown');
        else go('answer', String(move.check.answers.findIndex((answer) => answer.label === label)));
        break;
      }
      case 'ask-value':
        journey = asked(journey, move.check);
        go('skip');
        break;
      case 'choose':
        journey = { ...journey, minutes: journey.minutes + choosing, questions: journey.questions + 1 };
        choose(person.choose(move.among.map((issue) => refAt(current, issue))), move.among);
        break;
      case 'cause':
        go(move.worthIt ? 'steps' : 'helpdesk');
        break;
      case 'step':
        if (move.step === 0) journey = repaired(journey, move.repair);
        // They do all of it, and say at its first step how it went; where that cannot be said, step by step.
        if (person.isHelpedBy(refAt(current, move.issue), move.repair.id)) go('works');
        else go(offers(current, 'tried') ? 'tried' : 'done');
        break;
      case 'verify':
        go('tried');
        break;
      case 'unknown':
      case 'blocked':
      case 'look-around':
        go('helpdesk');
        break;
      case 'another':
        throw new Error('Nobody pasted anything else');
      case 'closed':
        return { ...journey, questionsUntilFirst };
      case 'hand-over':
      case 'handed-over':
        return { ...handedOver(journey), questionsUntilFirst };
      default:
        move satisfies never;
    }
  }
  throw new Error('A simulated case has no end');
}

/** Minutes to read a few titles. */
const choosing = 0.5;

function refAt({ dialog }: Conversation, position: number): IssueRef {
  const ref = dialog.case?.issues[position]?.ref;
  if (ref === undefined) throw new Error(`The case has no issue ${position}`);
  return ref;
}

/** Whether the bot thinks an issue the likeliest. */
function isFirst(truth: IssueRef | undefined, { dialog, next }: Conversation): boolean {
  const { faults, belief } = next.standing;
  const likely = (dialog.case?.issues ?? []).map((_, position) =>
    faults.reduce((sum, { issue }, at) => (issue === position ? sum + (belief[at] ?? 0) : sum), 0),
  );
  return isSameIssue(dialog.case?.issues[likely.indexOf(Math.max(...likely))]?.ref, truth);
}
