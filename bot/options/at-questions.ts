// What can be done where something is asked.

import { picksVariant } from '../case/choice-check.js';
import type { Move } from '../next-move.js';
import type { CommonWays } from './common-ways.js';
import { answersInOrder, polarity, shortened } from './labels.js';
import type { Option } from './option.js';

type MoveOf<Kind extends Move['kind']> = Extract<Move, { kind: Kind }>;

export function atQuestion(move: MoveOf<'ask' | 'split'>, ways: CommonWays): Option[] {
  const { issue, check } = move;
  const { words } = ways;
  const isFocused = move.kind === 'ask';
  return [
    ...answersInOrder(check, words).map(({ label }) =>
      ways.tell(
        'main',
        'answer',
        shortened(label),
        { kind: 'answered', issue, check: check.id, answer: label },
        polarity(label, words),
        String(check.answers.findIndex((it) => it.label === label)),
      ),
    ),
    ways.tell('main', 'unknown', words.choices.unknown, { kind: 'answered', issue, check: check.id, answer: null }, [
      'unknown',
      'skip',
    ]),
    // A question for the variant leads to the steps by itself.
    ...(isFocused && !picksVariant(check)
      ? [ways.tell('extra', 'steps', words.choices.stepsAnyway, { kind: 'began', issue }, ['steps'])]
      : []),
    ways.otherWays('word'),
    ...ways.back(),
    ways.helpdesk('extra'),
    ...(move.kind === 'ask' ? [ways.somethingElse(issue, 'word')] : [ways.noneOfThese('word', move.among)]),
    ways.works('word', isFocused ? issue : undefined),
    ways.restart('word'),
  ];
}

export function atValue({ issue, check, given }: MoveOf<'ask-value'>, ways: CommonWays): Option[] {
  const { choices } = ways.words;
  const label = given === undefined ? choices.skip : choices.stepsAnyway;
  return [
    ways.tell('main', 'skip', label, { kind: 'answered', issue, check: check.id, answer: null }, [
      'skip',
      'unknown',
      'steps',
      'done',
    ]),
    ...ways.back(),
    ways.helpdesk('extra'),
    ways.somethingElse(issue, 'word'),
    ways.works('word', issue),
    ways.restart('word'),
  ];
}

/** Several causes, or one that is doubtful. */
export function atCauses({ among }: MoveOf<'choose'>, ways: CommonWays): Option[] {
  const { choices } = ways.words;
  const [only, ...others] = among;
  const all = [
    ways.tell('main', 'unknown', choices.unknown, { kind: 'could-not-choose' }, ['unknown', 'skip']),
    ways.helpdesk('extra'),
    ...ways.back(),
    ways.otherWays('word'),
    ways.works('word'),
    ways.restart('word'),
  ];
  if (only !== undefined && others.length === 0) {
    return [
      ways.tell('main', 'choose', choices.yes, { kind: 'chose', issue: only }, ['yes'], String(only)),
      ways.tell('main', 'none', choices.no, { kind: 'rejected-all', issues: [only] }, ['no', 'none']),
      ...all,
    ];
  }
  return [
    ...among.map((issue, position) => {
      const label = shortened(choices.candidate(position + 1, ways.titleOf(issue)));
      return ways.tell('main', 'choose', label, { kind: 'chose', issue }, [], String(issue));
    }),
    ways.noneOfThese('main', among),
    ...all,
  ];
}
