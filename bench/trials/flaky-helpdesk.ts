// A helpdesk with bad days, as the trials see it: what goes wrong there, and what it holds in the end.

import type { Random } from '../random.js';

/**
 * `failed`, `busy`, `cut before`: what was asked is not done. `late`, `twice`, `cut after`: it is, and the answer comes
 * late, comes twice, or never.
 */
export const faults = ['failed', 'busy', 'cut before', 'late', 'twice', 'cut after'] as const;
export type Fault = (typeof faults)[number];

export interface FlakyHelpdesk {
  /** As in PASTEFIX_HELPDESK. */
  readonly name: string;
  /** What the bot has to be told to reach it. */
  readonly settings: Readonly<Record<string, string>>;
  /** Tickets that it has; more than one of a case would be a double. */
  readonly tickets: readonly HelpdeskTicket[];
  /** Everything that it was told, by case: the positions of the events, in the order in which they came. */
  readonly events: ReadonlyMap<string, readonly number[]>;
  readonly requests: () => number;
  readonly met: ReadonlyMap<Fault, number>;
  /** What no sender should do. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export interface HelpdeskTicket {
  readonly caseId: string;
  readonly number: number;
  /** Id of the requester. */
  readonly requester: string;
}

/** How late an answer is at most. */
export const longestDelayMs = 2000;

/** One in so many requests goes wrong. @returns undefined where all goes well. */
export function drawFault(random: Random, oneIn: number): Fault | undefined {
  return random(oneIn) === 0 ? faults[random(faults.length)] : undefined;
}

/** What the bot has to be told to pass tickets on to all of them. */
export function settingsOf(helpdesks: readonly FlakyHelpdesk[]): Readonly<Record<string, string>> {
  const names = helpdesks.map(({ name }) => name).join(',');
  return Object.assign({ PASTEFIX_HELPDESK: names }, ...helpdesks.map(({ settings }) => settings));
}

/** How often a helpdesk was asked, and what went wrong. */
export interface Days {
  readonly name: string;
  readonly requests: number;
  readonly met: ReadonlyMap<Fault, number>;
}

export const daysOf = ({ name, requests, met }: FlakyHelpdesk): Days => ({ name, requests: requests(), met });

/** For people: a line each. @param days Some may be of the same kind of helpdesk. */
export function tellDays(days: readonly Days[]): string[] {
  return [...new Set(days.map(({ name }) => name))].map((name) => {
    const these = days.filter((it) => it.name === name);
    const asked = these.reduce((sum, { requests }) => sum + requests, 0);
    const counts = faults.map((fault) => `${fault} ${these.reduce((sum, { met }) => sum + (met.get(fault) ?? 0), 0)}`);
    return `${name} was asked ${asked} times: ${counts.join(', ')}`;
  });
}
