// What can be done at each move. Buttons, numbers and words all lead here, so nothing is offered that is not accepted.

import { picksVariant } from './case/choice-check.js';
import type { Case, Told } from './case/dialog.js';
import type { ChoiceCheck } from './case/likelihood.js';
import type { Standing } from './case/standing.js';
import type { PossibleMove } from './decide/possible-moves.js';
import type { Meaning } from './meaning.js';
import type { Move } from './next-move.js';
import { isOpen, type Ticket } from './ticket/ticket.js';
import type { CaseAction, Choice } from './view.js';
import type { Words } from './words/en.js';

/** One way on. */
export interface Option {
  readonly label: string;
  readonly verb: string;
  readonly value?: string;
  /** What a person may write for it, besides its label and its number. */
  readonly meanings: readonly Meaning[];
  readonly does: Does;
  /** `main`: always on show, page by page. `extra`: while there is room. `word`: only when written. */
  readonly place: 'main' | 'extra' | 'word';
}

export type Does =
  | { readonly kind: 'tell'; readonly told: Told }
  | { readonly kind: 'back' }
  | { readonly kind: 'restart' }
  /** Of two faults: the new one, both as one, the old one. */
  | { readonly kind: 'switch' | 'join' | 'stay' }
  /** Hands over what stands in the form. */
  | { readonly kind: 'send' }
  /** Waits for a ticket that somebody else has opened. */
  | { readonly kind: 'join-ticket'; readonly ticket: Ticket }
  /** Says something about the ticket of the case, or that it is back. */
  | { readonly kind: 'comment' | 'reopen'; readonly ticket: number };

/** As many as Teams shows side by side. */
export const mostChoices = 6;

/** Of tickets about the same fault. */
export const similarOnShow = 2;

/** Buttons hold about this many characters; longer labels are cut and need to be shown in full beside them. */
export const longestLabel = 44;

/** Everything a person can do at this move. Main ones first, the suggested one before all others. */
export function optionsOf(move: Move, kase: Case, standing: Standing, words: Words): Option[] {
  const { choices } = words;
  const titleOf = (issue: number): string => standing.entries[issue]?.issue.title ?? '';
  const isGuide = (issue: number | undefined): boolean =>
    issue !== undefined && standing.entries[issue]?.issue.kind === 'guide';

  const tell = (
    place: Option['place'],
    verb: string,
    label: string,
    told: Told,
    meanings: readonly Meaning[],
    value?: string,
  ): Option => ({
    place,
    verb,
    label,
    meanings,
    does: { kind: 'tell', told },
    ...(value === undefined ? {} : { value }),
  });

  const back = (place: Option['place'] = 'extra', label: string = choices.back): Option[] =>
    kase.told.length === 0 ? [] : [{ place, verb: 'back', label, meanings: ['back'], does: { kind: 'back' } }];
  const helpdesk = (place: Option['place']): Option =>
    tell(place, 'helpdesk', choices.helpdesk, { kind: 'asked-helpdesk' }, ['helpdesk']);
  const restart = (place: Option['place']): Option => ({
    place,
    verb: 'restart',
    label: choices.restart,
    meanings: ['restart'],
    does: { kind: 'restart' },
  });
  const works = (place: Option['place'], issue?: number, repair?: string, step?: number): Option =>
    tell(
      place,
      'works',
      isGuide(issue) ? choices.isSetUp : choices.works,
      {
        kind: 'fixed',
        ...(issue === undefined ? {} : { issue }),
        ...(repair === undefined ? {} : { repair }),
        ...(step === undefined ? {} : { step }),
      },
      ['works'],
    );

  switch (move.kind) {
    case 'ask':
    case 'split': {
      const { issue, check } = move;
      const focused = move.kind === 'ask';
      return [
        ...answersInOrder(check, words).map(({ label }) =>
          tell(
            'main',
            'answer',
            shortened(label),
            { kind: 'answered', issue, check: check.id, answer: label },
            polarity(label, words),
            String(check.answers.findIndex((it) => it.label === label)),
          ),
        ),
        tell('main', 'unknown', choices.unknown, { kind: 'answered', issue, check: check.id, answer: null }, [
          'unknown',
          'skip',
        ]),
        // A question for the variant leads to the steps by itself.
        ...(focused && !picksVariant(check)
          ? [tell('extra', 'steps', choices.stepsAnyway, { kind: 'began', issue }, ['steps'])]
          : []),
        otherWays('word'),
        ...back(),
        helpdesk('extra'),
        ...(focused ? [somethingElse(issue, 'word')] : [noneOfThese('word')]),
        works('word', focused ? issue : undefined),
        restart('word'),
      ];
    }
    case 'ask-value': {
      const { issue, check } = move;
      const label = move.given === undefined ? choices.skip : choices.stepsAnyway;
      return [
        tell('main', 'skip', label, { kind: 'answered', issue, check: check.id, answer: null }, [
          'skip',
          'unknown',
          'steps',
          'done',
        ]),
        ...back(),
        helpdesk('extra'),
        somethingElse(issue, 'word'),
        works('word', issue),
        restart('word'),
      ];
    }
    case 'cause': {
      const { issue, repair } = move;
      const begin =
        repair === undefined
          ? []
          : [
              tell(
                'main',
                'steps',
                isGuide(issue) ? choices.guideSteps : choices.steps,
                { kind: 'began', issue, repair: repair.id },
                ['steps', 'yes', 'done'],
                repair.id,
              ),
              ...(isGuide(issue)
                ? []
                : [
                    tell(
                      'extra',
                      'tried',
                      choices.tried,
                      { kind: 'tried', issue, repair: repair.id },
                      ['tried'],
                      repair.id,
                    ),
                  ]),
            ];
      return [
        ...(move.worthIt ? begin : [helpdesk('main'), ...begin]),
        somethingElse(issue, 'extra'),
        otherWays(move.ways > 1 ? 'extra' : 'word'),
        ...(move.worthIt ? [helpdesk('extra')] : []),
        ...back(),
        works('word', issue),
        restart('word'),
      ];
    }
    case 'choose': {
      const [only, ...others] = move.among;
      if (only !== undefined && others.length === 0) {
        return [
          tell('main', 'choose', choices.yes, { kind: 'chose', issue: only }, ['yes'], String(only)),
          tell('main', 'none', choices.no, { kind: 'rejected-all' }, ['no', 'none']),
          helpdesk('extra'),
          ...back(),
          works('word'),
          restart('word'),
        ];
      }
      return [
        ...move.among.map((issue, position) =>
          tell(
            'main',
            'choose',
            shortened(choices.candidate(position + 1, titleOf(issue))),
            { kind: 'chose', issue },
            [],
            String(issue),
          ),
        ),
        noneOfThese('main'),
        helpdesk('extra'),
        ...back(),
        works('word'),
        restart('word'),
      ];
    }
    case 'look-around':
      return [
        ...move.ways.map((way, position) => optionOf(way, position)),
        ...back(),
        works('word', standing.focus),
        restart('word'),
      ];
    case 'step': {
      const { issue, repair, step } = move;
      const at = { issue, repair: repair.id };
      return [
        tell('main', 'done', choices.done, { kind: 'did', ...at, steps: 1 }, ['done', 'yes'], String(step)),
        works('main', issue, repair.id, step),
        tell('main', 'cannot', choices.cannot, { kind: 'stuck', ...at, step }, ['cannot', 'unknown'], String(step)),
        ...(isGuide(issue)
          ? []
          : [
              tell(
                step === 0 ? 'extra' : 'word',
                'tried',
                choices.tried,
                { kind: 'tried', ...at },
                ['tried'],
                repair.id,
              ),
            ]),
        ...back(),
        otherWays(standing.repairsLeft(issue).length > 1 || standing.open.length > 0 ? 'extra' : 'word'),
        tell('word', 'skip', choices.without, { kind: 'skipped', ...at, step }, ['skip'], String(step)),
        somethingElse(issue, 'word'),
        helpdesk('word'),
        restart('word'),
      ];
    }
    case 'blocked': {
      const { issue, repair, step } = move;
      const at = { issue, repair: repair.id };
      return [
        tell('main', 'done', choices.someoneDid, { kind: 'did', ...at, steps: 1 }, ['done', 'yes'], String(step)),
        tell('main', 'skip', choices.without, { kind: 'skipped', ...at, step }, ['skip', 'no', 'cannot'], String(step)),
        helpdesk('main'),
        ...(standing.repairsLeft(issue).length > 1 || standing.open.length > 0
          ? [tell('extra', 'put-off', choices.putOff, { kind: 'put-off', ...at }, ['other'], repair.id)]
          : []),
        ...back(),
        works('word', issue, repair.id, step),
        restart('word'),
      ];
    }
    case 'verify': {
      const { issue, repair } = move;
      return [
        tell('main', 'works', choices.yes, { kind: 'fixed', issue, repair: repair.id }, ['yes', 'works', 'done']),
        tell('main', 'tried', choices.no, { kind: 'tried', issue, repair: repair.id }, ['no'], repair.id),
        ...back(),
        helpdesk('extra'),
        restart('word'),
      ];
    }
    case 'unknown':
      return [
        helpdesk('main'),
        ...move.guesses.map((issue) =>
          tell('main', 'choose', shortened(titleOf(issue)), { kind: 'chose', issue }, [], String(issue)),
        ),
        otherWays(move.ways ? 'main' : 'word'),
        ...back(),
        works('word'),
        restart('extra'),
      ];
    case 'another':
      return [
        {
          place: 'main',
          verb: 'switch',
          label: choices.switchCase,
          meanings: ['yes', 'restart'],
          does: { kind: 'switch' },
        },
        { place: 'main', verb: 'join', label: choices.joinCases, meanings: [], does: { kind: 'join' } },
        { place: 'main', verb: 'stay', label: choices.stayHere, meanings: ['no', 'back'], does: { kind: 'stay' } },
      ];
    case 'hand-over': {
      const { own, tickets = [] } = move.same ?? {};
      const send = (label: string): Option => ({
        place: 'main',
        verb: 'send',
        label,
        meanings: ['send', 'yes', 'done', 'helpdesk'],
        does: { kind: 'send' },
      });
      return [
        ...(own === undefined
          ? [...tickets.slice(0, similarOnShow).map(joining), send(choices.send)]
          : [send(choices.toTicket(own.number))]),
        ...back('main'),
        works('word', standing.focus),
        restart('word'),
      ];
    }
    case 'handed-over':
      return [
        ...back('main', standing.focus === undefined ? choices.back : choices.backToRepair),
        ...(move.found?.ticket === undefined ? [] : [commenting(move.found.ticket)]),
        works('main'),
        restart('main'),
      ];
    case 'closed':
      return [...back('main', isGuide(move.issue) ? choices.notSetUp : choices.notFixed), restart('word')];
    default:
      return move satisfies never;
  }

  function somethingElse(issue: number, place: Option['place']): Option {
    return tell(place, 'reject', choices.somethingElse, { kind: 'rejected', issue }, [
      'none',
      ...(place === 'extra' ? (['no'] as const) : []),
    ]);
  }

  function otherWays(place: Option['place']): Option {
    return tell(place, 'other-ways', choices.otherWays, { kind: 'looked-around' }, ['other']);
  }

  /** One of all that can be done, chosen by the person. */
  function optionOf(way: PossibleMove, position: number): Option {
    switch (way.kind) {
      case 'hand-over':
        return helpdesk('main');
      case 'ask':
        return tell(
          'main',
          'question',
          shortened(way.check.question),
          { kind: 'wanted', issue: way.issue, check: way.check.id },
          [],
          String(position),
        );
      case 'repair': {
        const { issue, repair } = way;
        const label = shortened(repair.title === '' ? titleOf(issue) : repair.title);
        return tell('main', 'steps', label, { kind: 'began', issue, repair: repair.id }, [], `${issue} ${repair.id}`);
      }
      default:
        return way satisfies never;
    }
  }

  function joining(ticket: Ticket): Option {
    const { number } = ticket;
    return {
      place: 'main',
      verb: 'join-ticket',
      value: String(number),
      label: choices.joinTicket(number),
      meanings: [],
      does: { kind: 'join-ticket', ticket },
    };
  }

  function commenting(ticket: Ticket): Option {
    const kind = isOpen(ticket) ? 'comment' : 'reopen';
    return {
      place: 'main',
      verb: kind,
      label: choices[kind],
      meanings: [],
      does: { kind, ticket: ticket.number },
    };
  }

  function noneOfThese(place: Option['place']): Option {
    return tell(place, 'none', choices.noneOfThese, { kind: 'rejected-all' }, ['none']);
  }
}

/**
 * The options to show as buttons: the main ones, page by page where they are many, then others while there is room.
 *
 * @param page 0-based; any number, counted round.
 * @param urgent Makes room for the helpdesk.
 */
export function optionsOnShow(options: readonly Option[], page: number, words: Words, urgent = false): Option[] {
  const main = options.filter(({ place }) => place === 'main');
  const helpdesk = options.filter(({ verb }) => verb === 'helpdesk');
  const extra = options.filter(({ place }) => place === 'extra');
  const first = urgent && !main.some(({ verb }) => verb === 'helpdesk') ? helpdesk : [];
  const room = mostChoices - first.length;
  if (main.length <= room)
    return [...main, ...first, ...extra.filter((it) => !first.includes(it))].slice(0, mostChoices);

  const perPage = room - 1;
  const pages = Math.ceil(main.length / perPage);
  const current = page % pages;
  return [...main.slice(current * perPage, (current + 1) * perPage), turnPage((current + 1) % pages, words), ...first];
}

/** Shows the next choices where there are too many for one page. */
function turnPage(page: number, words: Words): Option {
  return {
    place: 'main',
    verb: 'more',
    value: String(page),
    label: words.choices.more,
    meanings: ['more'],
    does: { kind: 'tell', told: { kind: 'page', page } },
  };
}

/** The page that a case is turned to: only the last thing told counts. */
export function pageOf(kase: Case): number {
  const last = kase.told.at(-1);
  return last?.kind === 'page' ? last.page : 0;
}

export function choiceOf(option: Option, kase: Case, suggested: boolean): Choice {
  return {
    label: option.label,
    action: actionOf(option, kase),
    style: suggested ? 'suggested' : 'plain',
  };
}

function actionOf({ verb, value }: Option, kase: Case): CaseAction {
  return { caseId: kase.id, revision: kase.revision, verb, ...(value === undefined ? {} : { value }) };
}

/** In the author's order, but yes always comes before no: a hand that has pressed it often finds it without looking. */
export function answersInOrder({ answers }: ChoiceCheck, words: Words): ChoiceCheck['answers'] {
  const [first, second, ...others] = answers;
  if (first === undefined || second === undefined || others.length > 0) return answers;
  const swapped = polarity(first.label, words).includes('no') && polarity(second.label, words).includes('yes');
  return swapped ? [second, first] : answers;
}

// "Yes" and "Yes, on cloudapp.net" are both what "y" means, unless two answers begin like that.
function polarity(label: string, { vocabulary }: Words): Meaning[] {
  const [first = ''] = label.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return (['yes', 'no'] as const).filter((meaning) => vocabulary[meaning].includes(first));
}

/** As much of a label as a button holds; a word is cut only where it is all there is. */
export function shortened(label: string): string {
  if (label.length <= longestLabel) return label;
  const start = label.slice(0, longestLabel - 1);
  const lastBlank = start.lastIndexOf(' ');
  return `${(lastBlank > longestLabel / 2 ? start.slice(0, lastBlank) : start).trimEnd()}…`;
}
