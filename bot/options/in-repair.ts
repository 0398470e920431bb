// What can be done about a repair: before it begins, at a step, where a step cannot be done, and at its end.

import type { Repair } from '../../knowledge/troubleshoot/index.js';
import type { Move } from '../next-move.js';
import type { CommonWays } from './common-ways.js';
import type { Option } from './option.js';

type MoveOf<Kind extends Move['kind']> = Extract<Move, { kind: Kind }>;

export function atCause({ issue, repair, ways: count, worthIt }: MoveOf<'cause'>, ways: CommonWays): Option[] {
  const begin = repair === undefined ? [] : toBegin(issue, repair, ways);
  return [
    ...(worthIt ? begin : [ways.helpdesk('main'), ...begin]),
    ways.somethingElse(issue, 'extra'),
    ways.otherWays(count > 1 ? 'extra' : 'word'),
    ...(worthIt ? [ways.helpdesk('extra')] : []),
    ...ways.back(),
    ways.works('word', issue),
    ways.restart('word'),
  ];
}

function toBegin(issue: number, { id }: Repair, ways: CommonWays): Option[] {
  const { choices } = ways.words;
  const isGuide = ways.isGuide(issue);
  const label = isGuide ? choices.guideSteps : choices.steps;
  return [
    ways.tell('main', 'steps', label, { kind: 'began', issue, repair: id }, ['steps', 'yes', 'done'], id),
    ...(isGuide
      ? []
      : [ways.tell('extra', 'tried', choices.tried, { kind: 'tried', issue, repair: id }, ['tried'], id)]),
  ];
}

export function atStep({ issue, repair, step }: MoveOf<'step'>, ways: CommonWays): Option[] {
  const { choices } = ways.words;
  const at = { issue, repair: repair.id };
  return [
    ways.tell('main', 'done', choices.done, { kind: 'did', ...at, steps: 1 }, ['done', 'yes'], String(step)),
    ways.works('main', issue, repair.id, step),
    ways.tell('main', 'cannot', choices.cannot, { kind: 'stuck', ...at, step }, ['cannot', 'unknown'], String(step)),
    ...(ways.isGuide(issue)
      ? []
      : [
          ways.tell(
            step === 0 ? 'extra' : 'word',
            'tried',
            choices.tried,
            { kind: 'tried', ...at },
            ['tried'],
            repair.id,
          ),
        ]),
    ...ways.back(),
    ways.otherWays(hasOthers(issue, ways) ? 'extra' : 'word'),
    ways.tell('word', 'skip', choices.without, { kind: 'skipped', ...at, step }, ['skip'], String(step)),
    ways.somethingElse(issue, 'word'),
    ways.helpdesk('word'),
    ways.restart('word'),
  ];
}

export function atBlockedStep({ issue, repair, step }: MoveOf<'blocked'>, ways: CommonWays): Option[] {
  const { choices } = ways.words;
  const at = { issue, repair: repair.id };
  return [
    ways.tell('main', 'done', choices.someoneDid, { kind: 'did', ...at, steps: 1 }, ['done', 'yes'], String(step)),
    ways.tell(
      'main',
      'skip',
      choices.without,
      { kind: 'skipped', ...at, step },
      ['skip', 'no', 'cannot'],
      String(step),
    ),
    ways.helpdesk('main'),
    ...(hasOthers(issue, ways)
      ? [ways.tell('extra', 'put-off', choices.putOff, { kind: 'put-off', ...at }, ['other'], repair.id)]
      : []),
    ...ways.back(),
    ways.works('word', issue, repair.id, step),
    ways.restart('word'),
  ];
}

export function atEndOfRepair({ issue, repair }: MoveOf<'verify'>, ways: CommonWays): Option[] {
  const { choices } = ways.words;
  const at = { issue, repair: repair.id };
  return [
    // Whoever is used to writing "done" has not said that it helped.
    ways.tell('main', 'works', choices.yes, { kind: 'fixed', ...at }, ['yes', 'works']),
    ways.tell('main', 'tried', choices.no, { kind: 'tried', ...at }, ['no'], repair.id),
    ...ways.back(),
    ways.helpdesk('extra'),
    ways.restart('word'),
  ];
}

function hasOthers(issue: number, { standing }: CommonWays): boolean {
  return standing.repairsLeft(issue).length > 1 || standing.open.length > 0;
}
