// Which of all that can be done is on show, page by page, and the buttons for it.

import type { Case } from '../case/dialog.js';
import type { CaseAction, Choice } from '../view.js';
import type { Words } from '../words/en.js';
import type { Option } from './option.js';

/** As many as Teams shows side by side. */
export const mostChoices = 6;

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
