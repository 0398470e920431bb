// The cases of a person in this conversation, to go on with one of them.

import { shortened } from '../options/labels.js';
import { escapeMarkdown } from '../text/escape-markdown.js';
import { issueTitle } from '../text/issue-title.js';
import type { Choice, View } from '../view.js';
import type { Words } from '../words/en.js';
import type { Scene } from './scene.js';

/** @param parked Latest first. @param current The one that is open now. */
export function drawCases(parked: readonly Scene[], current: Scene | undefined, { cases, choices }: Words): View {
  const title = { kind: 'title', text: cases.title } as const;
  if (parked.length === 0 && current === undefined) {
    return { summary: cases.title, parts: [title, { kind: 'text', text: cases.none }], choices: [] };
  }
  const items = parked.map((scene) =>
    cases.item(escapeMarkdown(titleOf(scene, cases.unknown)), scene.kase.openedAt.slice(0, 10), stateOf(scene)),
  );
  return {
    summary: cases.title,
    parts: [
      title,
      ...(current === undefined
        ? []
        : [
            {
              kind: 'list',
              ordered: false,
              items: [cases.current(escapeMarkdown(titleOf(current, cases.unknown)), stateOf(current))],
            } as const,
          ]),
      ...(items.length === 0
        ? []
        : [
            { kind: 'list', ordered: true, items } as const,
            { kind: 'text', text: cases.text, tone: 'quiet' } as const,
          ]),
    ],
    choices: [
      ...parked.map((scene, position) =>
        resuming(scene, shortened(choices.candidate(position + 1, titleOf(scene, cases.unknown)))),
      ),
      ...(current === undefined ? [] : [resuming(current, cases.goOn)]),
    ],
  };
}

function resuming({ kase }: Scene, label: string): Choice {
  return { label, action: { caseId: kase.id, revision: kase.revision, verb: 'resume' }, style: 'plain' };
}

/** What a case is called: its likeliest fault. */
export function titleOf({ standing }: Scene, unknown: string): string {
  const best = standing.focus ?? standing.open[0] ?? [...standing.past][0];
  const entry = best === undefined ? undefined : standing.entries[best];
  return entry === undefined ? unknown : issueTitle(entry);
}

function stateOf({ standing: { ending } }: Scene): 'open' | 'solved' | 'handed over' {
  if (ending === undefined) return 'open';
  return ending.kind === 'fixed' ? 'solved' : 'handed over';
}
