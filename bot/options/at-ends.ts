// What can be done where nothing known is left, where something else comes in, and where a case ends.

import { aboutOneFault, type PossibleMove } from '../decide/possible-moves.js';
import type { Move } from '../next-move.js';
import { wayTitle } from '../text/way-title.js';
import type { CommonWays } from './common-ways.js';
import { shortened } from './labels.js';
import type { Option } from './option.js';

type MoveOf<Kind extends Move['kind']> = Extract<Move, { kind: Kind }>;

export function atUnknown({ guesses, ways: hasWays }: MoveOf<'unknown'>, ways: CommonWays): Option[] {
  return [
    ways.helpdesk('main'),
    ...guesses.map((issue) =>
      ways.tell('main', 'choose', shortened(ways.titleOf(issue)), { kind: 'chose', issue }, [], String(issue)),
    ),
    ways.otherWays(hasWays ? 'main' : 'word'),
    ...ways.back(),
    ways.works('word'),
    ways.restart('extra'),
  ];
}

/** All that can be done, chosen by the person. */
export function aroundHere({ ways: moves }: MoveOf<'look-around'>, ways: CommonWays): Option[] {
  const repairsOne = aboutOneFault(moves);
  return [
    ...moves.map((move, position) => toDo(move, position, ways, repairsOne)),
    ...ways.back(),
    ways.works('word', ways.standing.focus),
    ways.restart('word'),
  ];
}

function toDo(move: PossibleMove, position: number, ways: CommonWays, repairsOne: boolean): Option {
  switch (move.kind) {
    case 'hand-over':
      return ways.helpdesk('main');
    case 'ask': {
      const { issue, check } = move;
      const told = { kind: 'wanted', issue, check: check.id } as const;
      return ways.tell('main', 'question', shortened(check.question), told, [], String(position));
    }
    case 'repair': {
      const { issue, repair } = move;
      const own = wayTitle(repair, ways.words.step.workaround);
      const label = shortened(
        own || (repairsOne && !ways.isGuide(issue) ? ways.words.step.repair : ways.titleOf(issue)),
      );
      const told = { kind: 'began', issue, repair: repair.id } as const;
      return ways.tell('main', 'steps', label, told, [], `${issue} ${repair.id}`);
    }
    default:
      return move satisfies never;
  }
}

/** Which of two faults it is. */
export function atAnother({ words: { choices } }: CommonWays): Option[] {
  const main = { place: 'main' } as const;
  return [
    {
      ...main,
      verb: 'switch',
      label: choices.switchCase,
      meanings: ['yes', 'restart'],
      does: { kind: 'switch' },
    },
    { ...main, verb: 'join', label: choices.joinCases, meanings: [], does: { kind: 'join' } },
    { ...main, verb: 'stay', label: choices.stayHere, meanings: ['no', 'back'], does: { kind: 'stay' } },
  ];
}

export function atEnd({ issue }: MoveOf<'closed'>, ways: CommonWays): Option[] {
  const { notFixed, notSetUp } = ways.words.choices;
  return [...ways.back('main', ways.isGuide(issue) ? notSetUp : notFixed), ways.restart('word')];
}
