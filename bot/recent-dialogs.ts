// Dialogs as this process kept them lately. A dialog is read back each turn, since another process may have written it;
// where what is read is what was kept, it is that very dialog, and what follows from it need not be worked out again.

import type { Dialog } from './case/dialog.js';

/** Of as many conversations: a few megabytes at most. */
const mostRecent = 200;

interface Kept {
  readonly dialog: Dialog;
  readonly text: string;
}

export class RecentDialogs {
  readonly #kept = new Map<string, Kept>();

  /** @returns undefined unless the state is what was last kept of the conversation. */
  find(conversation: string, state: unknown): Dialog | undefined {
    const kept = this.#kept.get(conversation);
    return kept !== undefined && kept.text === JSON.stringify(state) ? kept.dialog : undefined;
  }

  /** @param dialog undefined: nothing is kept of the conversation. */
  keep(conversation: string, dialog: Dialog | undefined): void {
    this.#kept.delete(conversation);
    if (dialog === undefined) return;
    this.#kept.set(conversation, { dialog, text: JSON.stringify(dialog) });
    if (this.#kept.size <= mostRecent) return;
    const [longestAgo] = this.#kept.keys();
    if (longestAgo !== undefined) this.#kept.delete(longestAgo);
  }
}
