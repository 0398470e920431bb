// What fresh lines say of a repair: facts, for somebody else to put into words.

import type { IssueRef } from '../model.js';

/** A line of the fresh paste. */
export interface SeenLine {
  /** 1-based. */
  readonly line: number;
  /** Without log markup, at most 300 characters; as pasted, so to be masked before it is kept. */
  readonly text: string;
  /** When it was written, as written. */
  readonly time?: string;
}

/** How a fault lies to the first one on the way of a request: `apart` when one of them lies on none. */
export type Way = 'earlier' | 'same' | 'apart';

export type Verification =
  /** The log of the fault is there and the fault is not. */
  | {
      readonly kind: 'gone';
      /** Fresh entries of that log; at least one. */
      readonly entries: number;
      /** False where nothing tells that the lines are from after the repair. */
      readonly timed: boolean;
      /** The latest line that reports success, and how many do. */
      readonly success?: SeenLine;
      readonly successes: number;
      /** The decisive line with another value than before. */
      readonly changed?: SeenLine & { readonly value: string };
    }
  /** The same fault again. */
  | {
      readonly kind: 'still';
      /** The latest of them. */
      readonly seen: SeenLine;
      readonly count: number;
      readonly timed: boolean;
      /** Those that are the same as before; eight hex digits each. */
      readonly codes: readonly string[];
      readonly names: readonly string[];
    }
  /** The same fault, in lines from before the repair: newer ones are needed. */
  | { readonly kind: 'old'; readonly seen: SeenLine; readonly count: number }
  /** Progress: the request now fails at a later stage. */
  | {
      readonly kind: 'further';
      readonly issue: IssueRef;
      readonly confidence: number;
      readonly from: string;
      readonly to: string;
      readonly seen: SeenLine;
      /** Whether the log of the first fault is among the fresh lines. */
      readonly covered: boolean;
    }
  /** Another fault; `issue` is absent where no article explains it. */
  | { readonly kind: 'other'; readonly issue?: IssueRef; readonly way: Way; readonly seen: SeenLine }
  /**
   * Nothing can be said. `empty`: no line. `no-log`: no log, but words. `old`: all lines are from before the repair and
   * the fault is not in them. `other-log`: lines of other logs only.
   */
  | {
      readonly kind: 'unclear';
      readonly why: 'empty' | 'no-log' | 'old' | 'other-log';
      /** Logs and components that the lines are from, lower case. */
      readonly sources: readonly string[];
    };
