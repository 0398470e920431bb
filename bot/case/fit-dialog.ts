// Keeps a dialog small enough for any store: what matters least goes first, and never what says where it stands.

import type { Case, Dialog, ToldBy } from './dialog.js';
import { withMasks, withShownMasks } from './redactor-of-case.js';

/** Of the JSON, in bytes. */
export const largestDialog = 16_000;

/** @returns The dialog itself where it is small enough already. */
export function fitDialog(dialog: Dialog): Dialog {
  let fitting = dialog;
  for (const makeRoom of inOrder) {
    if (sizeOf(fitting) <= largestDialog) return fitting;
    fitting = makeRoom(fitting);
  }
  return fitting;
}

function sizeOf(dialog: Dialog): number {
  return Buffer.byteLength(JSON.stringify(dialog));
}

type Shorten = (kase: Case) => Case;

/** What a person would hardly miss. */
const mild: readonly Shorten[] = [
  withShownMasks,
  withoutNeighbours,
  withLastLines,
  (kase) => withPaste(kase, 1_000),
  (kase) => withEvidence(kase, 1),
];

/** What only a summary, or a long way back, would show. */
const hard: readonly Shorten[] = [
  withoutFinishedSteps,
  withoutLooks,
  withLastValues,
  withLastForm,
  withoutTimes,
  (kase) => withPaste(kase, 0),
  withoutJoined,
  (kase) => ({ ...kase, codes: kase.codes.slice(0, 2) }),
  (kase) => withEvidence(kase, 0),
  (kase) => (kase.masks === undefined ? kase : withMasks(kase, { ...kase.masks, prints: {} })),
  (kase) => ({ ...kase, experience: [] }),
  // Nobody goes back that far.
  ...[100, 50, 25, 10, 5].map((most) => (kase: Case) => ({ ...kase, told: kase.told.slice(-most) })),
];

/** Cases put aside are shortened before the one at hand, and given up before that loses what its helpdesk would need. */
const inOrder: readonly ((dialog: Dialog) => Dialog)[] = [
  ...mild.map(ofParked),
  ...[withoutLooks, withLastValues, withLastForm, withoutTimes].map(ofParked),
  ...mild.map(ofOpen),
  ...hard.map(ofParked),
  withoutOldest,
  ...hard.map(ofOpen),
];

function ofParked(shorten: Shorten): (dialog: Dialog) => Dialog {
  return (dialog) => ({ ...dialog, parked: dialog.parked.map(shorten) });
}

function ofOpen(shorten: Shorten): (dialog: Dialog) => Dialog {
  return ({ case: kase, pending, ...rest }) => ({
    ...rest,
    ...(kase === undefined ? {} : { case: shorten(kase) }),
    ...(pending === undefined ? {} : { pending: shorten(pending) }),
  });
}

/** The oldest of those put aside goes before the others. */
function withoutOldest(dialog: Dialog): Dialog {
  if (dialog.parked.length === 0 || sizeOf(dialog) <= largestDialog) return dialog;
  return withoutOldest({ ...dialog, parked: dialog.parked.slice(0, -1) });
}

function withoutNeighbours(kase: Case): Case {
  return {
    ...kase,
    issues: kase.issues.map((issue) => ({
      ...issue,
      evidence: issue.evidence.map(({ line, text, why }) => ({ line, text, why })),
    })),
  };
}

function withEvidence(kase: Case, most: number): Case {
  return { ...kase, issues: kase.issues.map((issue) => ({ ...issue, evidence: issue.evidence.slice(0, most) })) };
}

function withPaste(kase: Case, length: number): Case {
  return { ...kase, paste: { text: kase.paste.text.slice(0, length), whole: kase.paste.text.length <= length } };
}

// Once a whole repair is known not to have helped, its single steps decide nothing any more.
function withoutFinishedSteps(kase: Case): Case {
  const finished = new Set(kase.told.map((it) => (it.kind === 'tried' ? `${it.issue} ${it.repair}` : '')));
  return {
    ...kase,
    told: kase.told.filter(
      (it) =>
        !(
          (it.kind === 'did' || it.kind === 'stuck' || it.kind === 'skipped') &&
          finished.has(`${it.issue} ${it.repair}`)
        ),
    ),
  };
}

/** Of lines added more than once, the latest are most likely to be joined with what comes. */
function withLastLines(kase: Case): Case {
  const last = kase.told.findLastIndex(({ kind }) => kind === 'added');
  return {
    ...kase,
    told: kase.told.map((it, at) => {
      if (it.kind !== 'added' || at === last) return it;
      const { joined: _, whole: __, ...rest } = it;
      return { ...rest, lines: '' };
    }),
  };
}

// What was followed through the logs is shown once.
function withoutJoined(kase: Case): Case {
  return {
    ...kase,
    told: kase.told.map((it) => {
      if (it.kind !== 'added') return it;
      const { joined: _, whole: __, ...rest } = it;
      return { ...rest, lines: '' };
    }),
  };
}

// Only the time line of a packet tells when.
function withoutTimes(kase: Case): Case {
  return { ...kase, told: kase.told.map(({ at: _, ...it }) => it) };
}

// Turning pages and looking around change nothing but what is on show.
function withoutLooks(kase: Case): Case {
  const looks = new Set(['page', 'looked-around', 'wanted']);
  return { ...kase, told: kase.told.filter((it, at) => !looks.has(it.kind) || at === kase.told.length - 1) };
}

// Of the values given to one check, the last one counts.
function withLastValues(kase: Case): Case {
  const last = new Map(
    kase.told.map((it, position) => [it.kind === 'gave' ? `${it.issue} ${it.check}` : '', position]),
  );
  return {
    ...kase,
    told: kase.told.filter((it, position) => it.kind !== 'gave' || last.get(`${it.issue} ${it.check}`) === position),
  };
}

// Of what was filled into a form, what stands in it counts.
function withLastForm(kase: Case): Case {
  const told: ToldBy[] = [];
  for (const it of kase.told) {
    const last = told.at(-1);
    if (last?.kind === 'filled-in' && it.kind === 'filled-in') told.splice(-1, 1, { ...last, ...it });
    else told.push(it);
  }
  return { ...kase, told };
}
