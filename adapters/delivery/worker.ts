// Takes from the outbox what one carrier can deliver, for as long as the process runs. A database that is not there is
// waited for, and so is a target that refuses.

import { setTimeout as pause } from 'node:timers/promises';
import type { Clock, Log } from '../../bot/bot.js';
import type { ClaimedDelivery, Outbox } from '../../bot/outbox.js';
import type { Store } from '../../bot/store.js';
import { asHelpdeskError, attempt, type Outcome } from './attempt.js';
import { createBell } from './bell.js';
import type { Carrier } from './carrier.js';
import { mayDo, type Standing, standingAfter } from './standing.js';

export interface WorkerParts {
  readonly carrier: Carrier;
  readonly outbox: Outbox;
  readonly store: Pick<Store, 'readTicket'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Told how each try went, and of deliveries given up without one. */
  readonly count?: (target: string, outcome: 'delivered' | 'failed' | 'given-up') => void;
  /** From 0 up to 1; Math.random unless told. */
  readonly random?: () => number;
  readonly timing?: Partial<Timing>;
}

/** All in milliseconds. */
export interface Timing {
  /** How long a process may take, after the answer of the target, to write down how it went. */
  readonly writing: number;
  /** How often it is looked whether there is something to do. */
  readonly poll: number;
  /** How long a target that refused the credential is not asked anything. */
  readonly refused: number;
  /** How long deliveries under way may hold up the end. */
  readonly grace: number;
  /** Between tries to reach a database that is not there: at first, doubled up to the longest. */
  readonly outage: number;
  readonly longestOutage: number;
}

const usual: Timing = {
  writing: 15_000,
  poll: 1000,
  refused: 600_000,
  grace: 10_000,
  outage: 250,
  longestOutage: 5000,
};

/** How many deliveries are given up in one go while the target refuses. */
const givenUpAtOnce = 50;

export interface Worker {
  /** There may be something to deliver. */
  wake(): void;
  /** Takes nothing more, and waits a while for what is under way; what is left then, another process tries again. */
  close(): Promise<void>;
}

export function startWorker(parts: WorkerParts): Worker {
  const { carrier, outbox, store, clock, log, count = () => {}, random = Math.random } = parts;
  const timing: Timing = { ...usual, ...parts.timing };
  const leaseMs = carrier.timeoutMs + timing.writing;
  const target = carrier.name;
  const bell = createBell();
  const underWay = new Set<Promise<void>>();
  let standing: Standing = { kind: 'open' };
  let isClosing = false;

  const claim = (most: number, which: Pick<Parameters<Outbox['claim']>[0], 'sentAgainAfter'> = {}) =>
    outbox.claim({ targets: carrier.targets, now: clock(), leaseMs, most, ...which });

  /** @returns Whether there may be more to do at once. */
  const takeSome = async (): Promise<boolean> => {
    const allowed = mayDo(standing, clock().getTime());
    switch (allowed) {
      case 'wait':
        return false;
      case 'give-up':
        return (await tryOneSentAgain()) || giveUpSome();
      case 'deliver':
      case 'deliver-one': {
        const free = (allowed === 'deliver' ? carrier.atOnce : 1) - underWay.size;
        const taken = free > 0 ? await claim(free) : [];
        for (const delivery of taken) begin(delivery);
        return taken.length > 0;
      }
      default:
        return allowed satisfies never;
    }
  };

  /** Whoever sends something again knows better: of all that is sent again, one tells whether the credential works now. */
  const tryOneSentAgain = async (): Promise<boolean> => {
    if (standing.kind !== 'refusing' || underWay.size > 0) return false;
    const [delivery] = await claim(1, { sentAgainAfter: new Date(standing.since) });
    if (delivery !== undefined) begin(delivery);
    return delivery !== undefined;
  };

  /** However many wait, those who sent them learn of it now, and the target does not hear a word. */
  const giveUpSome = async (): Promise<boolean> => {
    // What is under way may tell something else.
    if (underWay.size > 0) return false;
    const problem = standing.kind === 'refusing' ? standing.problem : '';
    const taken = await claim(givenUpAtOnce);
    for (const delivery of taken) {
      await outbox.givenUp(delivery, problem, false);
      count(target, 'given-up');
    }
    return taken.length > 0;
  };

  const begin = (delivery: ClaimedDelivery): void => {
    const { ticket, event } = delivery;
    const task = carryOut(delivery)
      .catch((error: unknown) => log('delivery-left', { target, ticket, event, error: nameOf(error) }))
      .finally(() => {
        underWay.delete(task);
        // The next event of the same ticket may be due.
        bell.ring();
      });
    underWay.add(task);
  };

  const carryOut = async (delivery: ClaimedDelivery): Promise<void> => {
    const until = clock().getTime() + leaseMs;
    const ticket = await store.readTicket(delivery.tenant, delivery.ticket);
    // A ticket that was removed meanwhile leaves nothing to tell.
    const outcome: Outcome =
      ticket === undefined
        ? { kind: 'delivered', remote: undefined }
        : await attempt(delivery, ticket, carrier, random());
    tell(delivery, outcome);
    const works = heed(outcome);
    await writeDown(delivery, outcome, until);
    if (works) await sendAgain();
  };

  /** @returns Whether a credential that was refused works now. */
  const heed = (outcome: Outcome): boolean => {
    const before = standing;
    standing = standingAfter(before, outcome, {
      isOnePlace: carrier.isOnePlace,
      now: clock().getTime(),
      refusedMs: timing.refused,
    });
    return before.kind === 'refusing' && standing.kind === 'open';
  };

  const tell = ({ ticket, event, attempts }: ClaimedDelivery, outcome: Outcome): void => {
    const what = { target, ticket, event, tries: attempts + 1 };
    if (outcome.kind === 'delivered') {
      count(target, 'delivered');
      log('delivered', what);
      return;
    }
    const { error, pauseMs } = outcome;
    const why = { reason: error.reason, problem: error.message };
    count(target, pauseMs === undefined ? 'given-up' : 'failed');
    if (pauseMs === undefined) log('delivery-given-up', { ...what, ...why });
    else log('delivery-failed', { ...what, ...why, againInS: Math.ceil(pauseMs / 1000) });
    if (error.reason === 'credential') {
      log('credential-refused', { target, problem: error.message, againInS: Math.ceil(timing.refused / 1000) });
    }
  };

  /** What a target has taken must not be sent once more for want of a database that is back in a moment. */
  const writeDown = async (delivery: ClaimedDelivery, outcome: Outcome, until: number): Promise<void> => {
    for (;;) {
      try {
        return await write(delivery, outcome);
      } catch (error) {
        if (isClosing || clock().getTime() + timing.outage > until) throw error;
        await pause(timing.outage);
      }
    }
  };

  const write = (delivery: ClaimedDelivery, outcome: Outcome): Promise<void> => {
    if (outcome.kind === 'delivered') return outbox.delivered(delivery, outcome.remote);
    const { error, pauseMs } = outcome;
    if (pauseMs === undefined) return outbox.givenUp(delivery, error.message);
    const tryAgainAt = new Date(clock().getTime() + Math.ceil(pauseMs));
    return outbox.failed(delivery, { problem: error.message, tryAgainAt });
  };

  /** What was given up before the settings worked. */
  const sendAgain = async (): Promise<void> => {
    const again = await outbox.sendAgain(clock(), { targets: carrier.targets });
    log('target-works', { target, again });
    bell.ring();
  };

  const check = async (): Promise<void> => {
    try {
      await carrier.check?.();
    } catch (thrown) {
      const error = asHelpdeskError(thrown);
      log('target-does-not-work', { target, reason: error.reason, problem: error.message });
      heed({ kind: 'failed', error, pauseMs: undefined });
      return;
    }
    if (carrier.check !== undefined) await sendAgain();
  };

  const work = async (): Promise<void> => {
    let outage = 0;
    while (!isClosing) {
      try {
        const mayBeMore = await takeSome();
        if (outage > 0) log('outbox-back', { target });
        outage = 0;
        if (!mayBeMore) await bell.wait(timing.poll);
      } catch (error) {
        if (outage === 0) log('outbox-unavailable', { target, error: nameOf(error) });
        outage = Math.min(timing.longestOutage, outage === 0 ? timing.outage : outage * 2);
        await bell.wait(outage);
      }
    }
  };

  const working = Promise.all([
    work(),
    check().catch((error: unknown) => log('check-failed', { target, error: nameOf(error) })),
  ]);
  return {
    wake: bell.ring,
    async close() {
      isClosing = true;
      bell.ring();
      const ended = new AbortController();
      const late = pause(timing.grace, undefined, { signal: ended.signal }).catch(() => {});
      await Promise.race([working.then(() => Promise.all(underWay)), late]);
      ended.abort();
    },
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
