// A helpdesk that takes each ticket and each event once, and has bad days.

import { type Helpdesk, HelpdeskError, type RemoteTicket } from '../../../bot/ticket/helpdesk.js';

/**
 * What a call meets. `cut`, `late`: it is done, and the caller does not learn of it. `broken`: it throws what no helpdesk
 * should.
 */
export type Fault = 'none' | 'busy' | 'unreachable' | 'cut' | 'late' | 'broken' | 'rejected' | 'credential';

export interface FakeHelpdesk extends Helpdesk {
  /** What it has taken, in order: `case 1.0` is the ticket of a case, `case 1.1` its first event after that. */
  readonly taken: readonly string[];
  /** How often it was asked for anything. */
  readonly calls: () => number;
  /** The most calls at the same time. */
  readonly mostAtOnce: () => number;
}

/** @param faultOf What the call meets; calls are counted from 0. */
export function fakeHelpdesk(
  faultOf: (call: number) => Fault,
  { name = 'desk', timeoutMs = 10_000_000 }: { readonly name?: string; readonly timeoutMs?: number } = {},
): FakeHelpdesk {
  const taken: string[] = [];
  let calls = 0;
  let atOnce = 0;
  let mostAtOnce = 0;

  const take = async (id: string): Promise<void> => {
    const fault = faultOf(calls++);
    atOnce += 1;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    await new Promise((resolve) => setTimeout(resolve, 1));
    atOnce -= 1;
    switch (fault) {
      case 'busy':
        throw new HelpdeskError('busy', 'busy', { retryAfterMs: 1000 });
      case 'unreachable':
      case 'rejected':
      case 'credential':
        throw new HelpdeskError(fault, `${fault}, as it happens`);
      case 'broken':
        throw new TypeError('of the secret xyz nothing is defined');
      case 'none':
      case 'cut':
      case 'late':
        if (!taken.includes(id)) taken.push(id);
        if (fault === 'cut') throw new HelpdeskError('unknown', 'the connection broke');
        if (fault === 'late') await new Promise((resolve) => setTimeout(resolve, 3 * timeoutMs).unref());
        return;
      default:
        fault satisfies never;
    }
  };

  return {
    name,
    timeoutMs,
    taken,
    calls: () => calls,
    mostAtOnce: () => mostAtOnce,
    async open({ caseId, number }): Promise<RemoteTicket> {
      await take(`${caseId}.0`);
      return { id: caseId, name: `D-${number}` };
    },
    async tell({ id }, { caseId }, at) {
      if (id !== caseId) throw new Error('The ticket is another one');
      await take(`${caseId}.${at}`);
    },
  };
}
