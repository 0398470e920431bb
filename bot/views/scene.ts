// What every view is drawn from.

import type { Case } from '../case/dialog.js';
import type { Entry, Standing } from '../case/standing.js';
import type { Destinations } from '../ticket/deliveries-for.js';
import type { Part } from '../view.js';
import type { Words } from '../words/en.js';

export interface Scene {
  readonly kase: Case;
  readonly standing: Standing;
  readonly words: Words;
  readonly now: Date;
  /** Of the bot. */
  readonly version: string;
  /** Where its ticket would go. */
  readonly destinations: Destinations;
}

/** A view without its choices, which follow from the move. */
export interface Drawn {
  readonly summary: string;
  readonly parts: readonly Part[];
}

/** @throws {Error} When the issue is gone: a move is only ever about one that is there. */
export function entryAt({ standing }: Scene, issue: number): Entry {
  const entry = standing.entries[issue];
  if (entry === undefined) throw new Error(`A move is about issue ${issue}, which the knowledge does not have`);
  return entry;
}
