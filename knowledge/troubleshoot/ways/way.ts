import type { Resolution } from '../../model.js';
import type { WalkStep } from '../steps.js';

/** What there is to do. */
export interface Way {
  readonly kind: 'only' | 'variant' | 'alternative' | 'workaround';
  /** The resolution's id, or `workaroundId`; with `*` and a number behind it for one of several ways within it. */
  readonly id: string;
  /** Plain text; empty where there is just one repair. */
  readonly title: string;
  /** Those of the same name are ways to the same end, of which the author says that any will do. */
  readonly choice?: string;
  /** A workaround for whoever has the fault, whatever repairs it. */
  readonly general?: true;
  /** Heading of the cause that it stands below. */
  readonly cause?: string;
  /** The issue of the article that tells it, where that is another one. */
  readonly from?: Resolution['from'];
  /** Never empty. */
  readonly steps: readonly WalkStep[];
}
