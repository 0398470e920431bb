// Cases put aside: what is kept of them, and how one is taken up again.

import type { Case, Dialog } from '../case/dialog.js';

/** More are forgotten, the oldest first. */
export const mostParked = 5;

/** The dialog without a current case; what it was about is kept, if it was about anything. */
export function park(dialog: Dialog): Dialog {
  const { case: kase, pending: _, ...rest } = dialog;
  if (kase === undefined || !isWorthKeeping(kase)) return rest;
  return { ...rest, parked: [slim(kase), ...rest.parked].slice(0, mostParked) };
}

/** Nothing was known and nothing was told: there is nothing to go back to. */
export function isWorthKeeping({ verdict, told }: Case): boolean {
  return verdict !== 'none' || told.length > 0;
}

/**
 * Takes up a case again; the current one, if it is another, is put aside in its stead.
 *
 * @returns undefined when there is no such case, or it has moved since.
 */
export function takeUp(dialog: Dialog, id: string, revision: number): Dialog | undefined {
  const { case: current } = dialog;
  if (current?.id === id && current.revision === revision)
    return { ...dialog, case: { ...current, revision: revision + 1 } };
  const kase = dialog.parked.find((it) => it.id === id && it.revision === revision);
  if (kase === undefined) return undefined;
  const others = { ...dialog, parked: dialog.parked.filter((it) => it !== kase) };
  return { ...park(others), case: { ...kase, revision: kase.revision + 1 } };
}

// What is needed to go on, without what only a summary would show.
function slim(kase: Case): Case {
  return {
    ...kase,
    paste: { text: kase.paste.text.slice(0, 300), whole: kase.paste.whole && kase.paste.text.length <= 300 },
    issues: kase.issues.map((issue) => ({
      ...issue,
      evidence: issue.evidence
        .slice(0, 1)
        .map(({ line, text, why }) => ({ line, text: text.slice(0, 120), why: why.slice(0, 120) })),
    })),
    told: kase.told.filter(({ kind }) => kind !== 'page'),
  };
}
