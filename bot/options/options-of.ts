// What can be done at each move. Buttons, numbers and words all lead here, so nothing is offered that is not accepted.

import type { Case } from '../case/dialog.js';
import type { Standing } from '../case/standing.js';
import type { Move } from '../next-move.js';
import type { Words } from '../words/en.js';
import { aroundHere, atAnother, atEnd, atUnknown } from './at-ends.js';
import { afterHandOver, atHandOver } from './at-hand-over.js';
import { atCauses, atQuestion, atValue } from './at-questions.js';
import { CommonWays } from './common-ways.js';
import { atBlockedStep, atCause, atEndOfRepair, atStep } from './in-repair.js';
import type { Option } from './option.js';

/** Everything a person can do at this move. Main ones first, the suggested one before all others. */
export function optionsOf(move: Move, kase: Case, standing: Standing, words: Words): Option[] {
  const ways = new CommonWays(kase, standing, words);
  switch (move.kind) {
    case 'ask':
    case 'split':
      return atQuestion(move, ways);
    case 'ask-value':
      return atValue(move, ways);
    case 'choose':
      return atCauses(move, ways);
    case 'cause':
      return atCause(move, ways);
    case 'step':
      return atStep(move, ways);
    case 'blocked':
      return atBlockedStep(move, ways);
    case 'verify':
      return atEndOfRepair(move, ways);
    case 'look-around':
      return aroundHere(move, ways);
    case 'unknown':
      return atUnknown(move, ways);
    case 'another':
      return atAnother(ways);
    case 'hand-over':
      return atHandOver(move, ways);
    case 'handed-over':
      return afterHandOver(move, ways);
    case 'closed':
      return atEnd(move, ways);
    default:
      return move satisfies never;
  }
}
