// Systems that keep tickets and can be asked for them: what is done once there, however often it is tried, is decided here
// for all of them.

import { type Helpdesk, HelpdeskError, type RemoteState, type RemoteTicket } from '../../bot/ticket/helpdesk.js';
import type { Ticket } from '../../bot/ticket/ticket.js';
import { eventText } from '../../bot/ticket/ticket-text.js';
import { markOf } from './event-id.js';
import type { TicketFile } from './ticket-file.js';

/**
 * A call may take as long as so many requests that are hardly answered in time. What it has not come to by then, the next
 * one does: that finds what was made.
 */
const longestInRequests = 4;

export interface TicketSystemParts {
  /** As in `Helpdesk`. */
  readonly name: string;
  /** Within which each request is answered, or has failed. */
  readonly requestTimeoutMs: number;
  /** How long a new ticket may be missing from what `find` sees; 0 where it sees it at once. */
  readonly settleMs: number;
  /** Nothing is asked there after the deadline. */
  readonly connect: (deadline: AbortSignal) => TicketSystem;
}

/** Each function asks for one thing, once. @throws {HelpdeskError} */
export interface TicketSystem {
  /** By the ticket's case id; the oldest where there are several. */
  find(ticket: Ticket): Promise<RemoteTicket | undefined>;
  create(ticket: Ticket): Promise<RemoteTicket>;
  filesFor(ticket: Ticket): readonly TicketFile[];
  /** Names of the files that the ticket has. */
  listFiles(remote: RemoteTicket): Promise<readonly string[]>;
  attach(remote: RemoteTicket, file: TicketFile, mark: string): Promise<void>;
  hasComment(remote: RemoteTicket, mark: string): Promise<boolean>;
  /** `mark`: ends the comment. */
  comment(remote: RemoteTicket, text: string, mark: string): Promise<void>;
  look(remote: RemoteTicket, ticket: Ticket): Promise<RemoteState>;
  check(): Promise<void>;
}

/** @param now Milliseconds since 1970. */
export function connectTicketSystem(
  { name, requestTimeoutMs, settleMs, connect }: TicketSystemParts,
  now: () => number = Date.now,
): Helpdesk {
  const timeoutMs = longestInRequests * requestTimeoutMs;
  /** For one call. */
  const begin = (): TicketSystem => connect(AbortSignal.timeout(timeoutMs));
  /** Cases of tickets that may have been made, and since when they have been looked for in vain. */
  const missedSince = new Map<string, number>();

  function requireSettled({ caseId }: Ticket): void {
    const since = missedSince.get(caseId) ?? now();
    missedSince.set(caseId, since);
    const retryAfterMs = since + settleMs - now();
    if (retryAfterMs > 0) {
      const message = `Whether ${name} has the ticket is not known yet: it is looked for again later`;
      throw new HelpdeskError('unknown', message, { retryAfterMs });
    }
  }

  async function findOrCreate(system: TicketSystem, ticket: Ticket, retried: boolean): Promise<RemoteTicket> {
    const found = await system.find(ticket);
    if (found === undefined && retried) requireSettled(ticket);
    missedSince.delete(ticket.caseId);
    return found ?? (await system.create(ticket));
  }

  async function attachMissing(system: TicketSystem, remote: RemoteTicket, ticket: Ticket): Promise<void> {
    const there = await system.listFiles(remote);
    for (const file of system.filesFor(ticket)) {
      if (!there.includes(file.name)) await system.attach(remote, file, markOf(ticket, 0));
    }
  }

  return {
    name,
    timeoutMs,
    async open(ticket, retried) {
      const system = begin();
      const remote = await findOrCreate(system, ticket, retried);
      try {
        await attachMissing(system, remote, ticket);
      } catch (error) {
        // A helpdesk may take tickets and no files; most of what they say is in the text as well.
        if (!isRefused(error)) throw error;
      }
      return remote;
    },
    async tell(remote, ticket, at, retried) {
      const system = begin();
      const mark = markOf(ticket, at);
      if (retried && (await system.hasComment(remote, mark))) return;
      await system.comment(remote, eventText(ticket, at), mark);
    },
    look: (remote, ticket) => begin().look(remote, ticket),
    check: () => begin().check(),
  };
}

function isRefused(error: unknown): boolean {
  return error instanceof HelpdeskError && (error.reason === 'rejected' || error.reason === 'credential');
}
