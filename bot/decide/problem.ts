// What a decision rests on, in numbers alone: what may be wrong, what could be done about it and what could be asked.

/** Lists "by fault" have one entry for each of `faults`, in the same order. */
export interface Problem {
  /** How likely each fault is; together 1. A fault that nothing known repairs is one of them. */
  readonly faults: readonly number[];
  readonly repairs: readonly Remedy[];
  readonly questions: readonly Inquiry[];
  /** Minutes that it costs to hand over to the helpdesk, which repairs every fault. */
  readonly handOver: number;
}

export interface Remedy {
  /** Minutes; above 0. */
  readonly cost: number;
  /** By fault: the share of cases in which this repairs it. */
  readonly cures: readonly number[];
}

export interface Inquiry {
  /** Minutes; above 0. */
  readonly cost: number;
  /**
   * For each answer, by fault: how likely a person gives it. What the answers of a fault lack to 1 is "don't know", which
   * is taken to say nothing.
   */
  readonly answers: readonly (readonly number[])[];
}
