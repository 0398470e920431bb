// What a repair takes: as its author says or, failing that, as its steps read.

import { plainText } from '../../inline-form.js';
import type { Effort } from '../../model.js';
import { proseIn } from '../sentences/prose.js';
import type { WalkStep } from '../steps.js';
import { kindsOfWork } from './kinds-of-work.js';

/** Minutes added, because finding someone with the rights takes longer than what they then do. */
const toReach = { anyone: 0, administrator: 5, specialist: 30 } as const satisfies Record<Effort['who'], number>;

/** Minutes added: what people lose meanwhile, and what is lost for good if it was the wrong repair. */
const atRisk = { none: 0, interrupts: 10, permanent: 45 } as const satisfies Record<Effort['risk'], number>;

/** For an action of no kind that is known. */
const anyAction = 1;

/** What there is to do stands at the beginning of a paragraph; the rest explains. */
const telling = 400;

/** Nobody stands by for longer than that: the case is put aside. */
const longest = 240;

/** @returns Minutes, with who it needs and what it risks counted as minutes; lower is better. */
export function costOf({ minutes, who, risk }: Effort): number {
  return minutes + toReach[who] + atRisk[risk];
}

/** Minutes to see whether a repair has helped, where its last step does not say so: the same again, and the log once more. */
const seeing = 3;

const looks =
  /\b(?:check|verify|make sure|confirm|test|try|see (?:if|whether|that)|reproduce)\b|\b(?:do|run|start) (?:it|this|that|the .{1,60}) again\b/i;

/** As the steps read, to the end: whoever has done them wants to know whether it works now. */
export function effortOfRepair(steps: readonly WalkStep[]): Effort {
  const { minutes, ...rest } = effortOf(steps);
  return { minutes: Math.min(longest, minutes + (looks.test(lastSaid(steps)) ? 0 : seeing)), ...rest };
}

function lastSaid(steps: readonly WalkStep[]): string {
  const last = steps.at(-1);
  if (last === undefined) return '';
  return [plainText(last.text), ...proseIn(last.details)].filter((text) => text.trim() !== '').at(-1) ?? '';
}

/** As the steps read: minutes add up; of people and risks the greatest counts. */
export function effortOf(steps: readonly WalkStep[]): Effort {
  const { minutes, ...rest } = together(steps.map(effortOfStep), (one, other) => one + other);
  return { minutes: Math.min(longest, minutes), ...rest };
}

// A step with words of its own is one action, which what goes with it explains. One told in prose is an action a
// paragraph. Notes and tables are read, not done; commands are named by the text above them.
function effortOfStep({ before, text, details }: WalkStep): Effort {
  const own = text.trim() === '' ? [] : [plainText(text)];
  const efforts = [...own, ...proseIn(details)].map(effortOfText);
  const whole = together(efforts, own.length > 0 ? Math.max : (one, other) => one + other);
  const announced = announcedIn(before);
  return announced === '' ? whole : together([whole, effortOfText(announced)], Math.max);
}

// "Install one of the following updates:" and a list of their names: what there is to do stands before it.
function announcedIn(before: WalkStep['before']): string {
  const last = proseIn(before).at(-1)?.trim() ?? '';
  const sentence = last.split(/(?<=[.!?])\s+/).at(-1) ?? '';
  return /\bfollowing (?:[\w.]+ ){0,4}(?:updates?|hotfix(?:es)?|rollups?|fix(?:es)?|packages?|versions?|KBs?)\b/i.test(
    sentence,
  )
    ? sentence
    : '';
}

function effortOfText(text: string): Effort {
  const opening = text.slice(0, telling);
  const kinds = kindsOfWork.filter(({ says }) => says.test(opening));
  const efforts = kinds.map(
    ({ minutes, who, risk }) => ({ minutes, who: who ?? 'anyone', risk: risk ?? 'none' }) as const,
  );
  return efforts.length === 0 ? { ...nothing, minutes: anyAction } : together(efforts, Math.max);
}

const nothing: Effort = { minutes: 0, who: 'anyone', risk: 'none' };

function together(efforts: readonly Effort[], minutesOf: (one: number, other: number) => number): Effort {
  return efforts.reduce(
    (all, { minutes, who, risk }) => ({
      minutes: minutesOf(all.minutes, minutes),
      who: toReach[who] > toReach[all.who] ? who : all.who,
      risk: atRisk[risk] > atRisk[all.risk] ? risk : all.risk,
    }),
    nothing,
  );
}
