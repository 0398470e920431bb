// How far along the repairs are, and which are left.

import type { Repair } from '../../../knowledge/troubleshoot/index.js';
import type { Told } from '../dialog.js';
import type { Plan } from '../plan-of.js';

/** How far along a repair is. */
export interface Progress {
  /** Steps that are done or were left out; the next one stands at this position. */
  readonly at: number;
  /** The next step cannot be done by this person. */
  readonly stuck: boolean;
  readonly leftOut: readonly number[];
}

export const repairKey = (issue: number, repair: string): string => `${issue} ${repair}`;

const noProgress: Progress = { at: 0, stuck: false, leftOut: [] };

export class RepairProgress {
  readonly #plans: readonly (Plan | undefined)[];
  readonly #tried = new Set<string>();
  readonly #progress = new Map<string, Progress>();
  #current: { readonly issue: number; readonly repair: Repair } | undefined;

  constructor(plans: readonly (Plan | undefined)[]) {
    this.#plans = plans;
  }

  get byRepair(): ReadonlyMap<string, Progress> {
    return this.#progress;
  }

  /** The one that the person is in the middle of. */
  get current(): { readonly issue: number; readonly repair: Repair } | undefined {
    return this.#current;
  }

  repairOf(issue: number, id: string | undefined): Repair | undefined {
    return this.#plans[issue]?.repairs.find((it) => it.id === id);
  }

  /** Those of an issue that are still to be tried, in the author's order. */
  left(issue: number): Repair[] {
    return (this.#plans[issue]?.repairs ?? []).filter(({ id }) => !this.#tried.has(repairKey(issue, id)));
  }

  /** There were some, and none is left. */
  isExhausted(issue: number): boolean {
    return (this.#plans[issue]?.repairs ?? []).length > 0 && this.left(issue).length === 0;
  }

  step(it: Told<'did' | 'skipped' | 'stuck'>): void {
    const key = repairKey(it.issue, it.repair);
    this.#progress.set(key, moved(this.#progress.get(key) ?? noProgress, it));
  }

  begin(issue: number, repair: Repair): void {
    this.#tried.delete(repairKey(issue, repair.id));
    this.#current = { issue, repair };
  }

  leave(issue: number, id: string): void {
    this.#tried.add(repairKey(issue, id));
    this.#current = undefined;
  }

  /** Whatever is begun of these issues is over. */
  leaveAll(issues: readonly number[]): void {
    if (this.#current !== undefined && issues.includes(this.#current.issue)) this.#current = undefined;
  }
}

function moved(before: Progress, it: Told<'did' | 'skipped' | 'stuck'>): Progress {
  switch (it.kind) {
    case 'did':
      return { ...before, at: before.at + it.steps, stuck: false };
    case 'skipped':
      return { at: before.at + 1, stuck: false, leftOut: [...before.leftOut, before.at] };
    case 'stuck':
      return { ...before, stuck: true };
    default:
      return it satisfies never;
  }
}
