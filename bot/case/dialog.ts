// What is kept of a conversation: small, versioned JSON. A case is what was found at its start and, in order, what the
// person has told since; where the conversation stands is worked out from the two each time and never stored. So
// "back" takes away the last thing told, and a newer article cannot leave a case pointing nowhere.

import { z } from 'zod';
import { joinedSchema, signalSchema } from '../../knowledge/schemas.js';
import type { DeepReadonly } from '../deep-readonly.js';
import { masksSchema } from '../text/redact/masks.js';
import { severities } from '../ticket/ticket.js';
import { fromVersion1 } from './from-version-1.js';

const issueRef = z.object({ article: z.string(), issue: z.string() });

const evidence = z.object({
  line: z.int(),
  text: z.string(),
  why: z.string(),
  /** Of a decisive line: those beside it in the paste, blank ones passed over. Absent where there are none. */
  before: z.string().exactOptional(),
  after: z.string().exactOptional(),
});

/** Answers, by their labels, to questions of the issues that nobody had to ask. */
const answersShown = z.array(z.object({ issue: z.int(), check: z.string(), answer: z.string() }));

const told = z.discriminatedUnion('kind', [
  /** This candidate it is. */
  z.object({ kind: z.literal('chose'), issue: z.int() }),
  /** Not this issue. */
  z.object({ kind: z.literal('rejected'), issue: z.int() }),
  /** None of the issues that were offered. `issues`: which they were; absent in what older versions kept: all. */
  z.object({ kind: z.literal('rejected-all'), issues: z.array(z.int()).exactOptional() }),
  /** Cannot tell which of the issues that were offered it is. */
  z.object({ kind: z.literal('could-not-choose') }),
  /** The label of the answer; `null`: does not know. */
  z.object({ kind: z.literal('answered'), issue: z.int(), check: z.string(), answer: z.string().nullable() }),
  /** A value for a check that holds it against rules. */
  z.object({ kind: z.literal('gave'), issue: z.int(), check: z.string(), value: z.string() }),
  /** Wants to see the steps, whatever questions are left; those of this repair, where one was named. */
  z.object({ kind: z.literal('began'), issue: z.int(), repair: z.string().exactOptional() }),
  /** Wants to see what else can be done. */
  z.object({ kind: z.literal('looked-around') }),
  /** Wants to answer this question now. */
  z.object({ kind: z.literal('wanted'), issue: z.int(), check: z.string() }),
  /** So many further steps are done. */
  z.object({ kind: z.literal('did'), issue: z.int(), repair: z.string(), steps: z.int().min(1) }),
  /** Cannot do the step, 0-based. */
  z.object({ kind: z.literal('stuck'), issue: z.int(), repair: z.string(), step: z.int() }),
  /** Went on without the step. */
  z.object({ kind: z.literal('skipped'), issue: z.int(), repair: z.string(), step: z.int() }),
  /** Went through the repair, now or before, and it did not help. */
  z.object({ kind: z.literal('tried'), issue: z.int(), repair: z.string() }),
  /** Leaves the repair for later, or for good. */
  z.object({ kind: z.literal('put-off'), issue: z.int(), repair: z.string() }),
  /** Pasted fresh lines that say how the repair did. `to`: the issue that the request now gets as far as. */
  z.object({
    kind: z.literal('verified'),
    issue: z.int(),
    repair: z.string(),
    outcome: z.enum(['gone', 'still', 'further']),
    /** The line that says so, masked; absent where it is the fault's absence. */
    seen: z.object({ line: z.int(), text: z.string() }).exactOptional(),
    /** So many fresh lines of the log are without the fault, or with it. */
    count: z.int(),
    to: z.int().exactOptional(),
  }),
  /** Pasted more lines, which speak for these issues. */
  /** `joined`: the request, followed through the logs of several machines. */
  z.object({
    kind: z.literal('added'),
    found: z.array(z.object({ issue: z.int(), confidence: z.number() })),
    joined: joinedSchema.exactOptional(),
    /** What they answer. */
    shown: answersShown.exactOptional(),
    /** What is kept of them, masked; `whole`: that is all of them. */
    lines: z.string(),
    whole: z.literal(true).exactOptional(),
  }),
  /** It works now; after which step, where one was on show. */
  z.object({
    kind: z.literal('fixed'),
    issue: z.int().exactOptional(),
    repair: z.string().exactOptional(),
    step: z.int().exactOptional(),
  }),
  /** Wants to hand over: the form is open. `contact`: how they are called, where that is known. */
  z.object({ kind: z.literal('asked-helpdesk'), contact: z.string().exactOptional() }),
  /** Changed what stands in the form. `devices`: 0 takes the number away. */
  z.object({
    kind: z.literal('filled-in'),
    summary: z.string().exactOptional(),
    severity: z.enum(severities).exactOptional(),
    devices: z.int().min(0).exactOptional(),
    contact: z.string().exactOptional(),
  }),
  /** `ticket`: its number; absent in what was kept before there were tickets. */
  z.object({ kind: z.literal('handed-over'), ticket: z.int().exactOptional() }),
  /** Turned to another page of choices. */
  z.object({ kind: z.literal('page'), page: z.int() }),
]);

const tally = z.object({ right: z.int(), wrong: z.int() });

export const caseSchema = z.object({
  id: z.string(),
  /** Raised by every move; buttons drawn before it no longer act. */
  revision: z.int(),
  /** ISO time. */
  openedAt: z.string(),
  /** Ids of the people who moved the case; the first one opened it. */
  people: z.array(z.string()).min(1),
  /** Version of the knowledge that made the diagnosis. */
  knowledge: z.string(),
  verdict: z.enum(['match', 'ambiguous', 'none']),
  /** Of a paste that shows several faults: so many of the first issues are the answer to one each. */
  faults: z.int().exactOptional(),
  /** Of an ambiguous diagnosis. */
  question: z.string().exactOptional(),
  /** The issue that each answer to that question speaks for, where each speaks for one. */
  answers: z.array(z.object({ label: z.string(), issue: z.int() })).exactOptional(),
  /** Of a diagnosis that found nothing. */
  missing: z.string().exactOptional(),
  /** Masked, and no more of it than the helpdesk needs. */
  paste: z.object({ text: z.string(), whole: z.boolean() }),
  codes: z.array(z.object({ text: z.string(), value: z.string(), names: z.array(z.string()) })),
  /** Candidates of the diagnosis, best first; then issues that answers led to, with confidence 0. */
  issues: z.array(z.object({ ref: issueRef, confidence: z.number(), evidence: z.array(evidence) })),
  /** How the repairs of these issues did in earlier cases, and doubts about them, as far as known when this one was opened. */
  experience: z.array(z.object({ issue: z.int(), repair: z.string(), helped: z.int(), failed: z.int() })),
  /** How often doubts were right in earlier cases of all issues; absent where nothing is known of it. */
  overall: z.object({ unlisted: tally, another: tally }).exactOptional(),
  /** What to look for when fresh lines come after a repair. */
  signal: signalSchema.exactOptional(),
  /** What its labels stand for; absent while nothing is masked. */
  masks: masksSchema.exactOptional(),
  /** What the paste itself answers; absent where it answers nothing. */
  shown: answersShown.exactOptional(),
  /** Values that the paste itself gave to checks. */
  values: z.array(z.object({ issue: z.int(), check: z.string(), value: z.string() })),
  /**
   * Each with the position, in `people`, of who told it. `at`: ISO time; absent in what older versions kept. `issuesBefore`:
   * so many issues the case had until then; absent where none was added by it.
   */
  told: z.array(
    z.intersection(
      told,
      z.object({ by: z.int(), at: z.string().exactOptional(), issuesBefore: z.int().exactOptional() }),
    ),
  ),
});

const caseAction = z.object({
  caseId: z.string(),
  revision: z.int(),
  verb: z.string(),
  value: z.string().exactOptional(),
});

const ticketAction = z.object({ ticket: z.int().min(1), revision: z.int(), verb: z.string() });

/** What a button may send back. */
export const actionSchema = z.union([caseAction, ticketAction]);

const dialogSchema = z.object({
  version: z.literal(2),
  /** Cases opened in this conversation so far. */
  cases: z.int(),
  /** Fingerprints of the latest deliveries, newest first. */
  deliveries: z.array(z.string()),
  /** Messages in a row that made no sense. */
  misunderstood: z.int(),
  case: caseSchema.exactOptional(),
  /** A case that a paste in the middle of the other would open; the person is asked. */
  pending: caseSchema.exactOptional(),
  /** Cases put aside, latest first, with what is needed to go on with them. */
  parked: z.array(caseSchema),
  /** Ids of the parked cases that are listed as the last thing on show: a number means one of them. Else absent. */
  listed: z.array(z.string()).exactOptional(),
  /** Choices of what is last on show, where that is not about the case: a number or a label means one of them. */
  offered: z.array(z.object({ label: z.string(), action: actionSchema })).exactOptional(),
  /** Labels in words for a ticket that were shown as they would be sent, and are not sent yet. */
  written: z.object({ ticket: z.int(), masks: masksSchema }).exactOptional(),
});

/** A case takes up no more issues than that: nobody looks for a fault among more. */
export const mostIssues = 24;

/** Something that the person told or did. */
export type Told<Kind extends z.infer<typeof told>['kind'] = z.infer<typeof told>['kind']> = DeepReadonly<
  Extract<z.infer<typeof told>, { kind: Kind }>
>;
/** The same, who it was, when, and what the case knew before. */
export type ToldBy = Told & { readonly by: number; readonly at?: string; readonly issuesBefore?: number };
export type AnswerShown = DeepReadonly<z.infer<typeof answersShown>>[number];
export type Case = DeepReadonly<z.infer<typeof caseSchema>>;
export type CaseIssue = Case['issues'][number];
export type Dialog = DeepReadonly<z.infer<typeof dialogSchema>>;

export const emptyDialog: Dialog = {
  version: 2,
  cases: 0,
  deliveries: [],
  misunderstood: 0,
  parked: [],
};

/** Turns the state of version n into that of version n + 1. May throw on anything that is not version n. */
export type Upgrade = (state: Readonly<Record<string, unknown>>) => unknown;

/** The upgrade from version n stands at n. */
const upgrades: Readonly<Record<number, Upgrade>> = { 1: fromVersion1 };

/**
 * Reads what a store gave back, older versions included.
 *
 * @returns undefined when it is not a dialog, or one of a version this code has never seen.
 */
export function readDialog(state: unknown, from: Readonly<Record<number, Upgrade>> = upgrades): Dialog | undefined {
  let current = state;
  for (let version = versionOf(current); version !== undefined; version = versionOf(current)) {
    const upgrade = from[version];
    if (upgrade === undefined) break;
    try {
      current = upgrade(current as Readonly<Record<string, unknown>>);
    } catch {
      return undefined;
    }
    if (versionOf(current) !== version + 1) return undefined;
  }
  const read = dialogSchema.safeParse(current);
  return read.success ? read.data : undefined;
}

const anyVersion = z.object({ version: z.int() });

function versionOf(state: unknown): number | undefined {
  const versioned = anyVersion.safeParse(state);
  return versioned.success ? versioned.data.version : undefined;
}
