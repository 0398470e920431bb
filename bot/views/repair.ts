// A repair under way: one step, a step that cannot be done, and whether it helped.

import type { Repair } from '../../knowledge/troubleshoot/index.js';
import type { Move } from '../next-move.js';
import { escapeMarkdown } from '../text/escape-markdown.js';
import { wayTitle } from '../text/way-title.js';
import type { Part } from '../view.js';
import { partsOf } from './article-blocks.js';
import { type Drawn, entryAt, type Scene } from './scene.js';

type MoveOf<Kind extends Move['kind']> = Extract<Move, { kind: Kind }>;

export function drawStep(scene: Scene, { issue, repair, step, reason }: MoveOf<'step'>): Drawn {
  const { words } = scene;
  const total = repair.steps.length;
  const label = words.step.progress(step + 1, total);
  return {
    summary: words.step.summary(step + 1, total),
    parts: [
      { kind: 'progress', done: step, total, label },
      { kind: 'text', text: repairName(scene, issue, repair), tone: 'quiet' },
      ...(reason === undefined ? [] : [{ kind: 'text', text: whyThis(scene, reason), tone: 'quiet' } as const]),
      ...stepParts(scene, repair, step),
    ],
  };
}

/** Whether an answer has just said which repair it is. */
function isAnswered({ kase, standing }: Scene): boolean {
  const last = kase.told.at(-1);
  if (last?.kind !== 'answered') return false;
  const check = standing.checkOf(last.issue, last.check);
  return (
    check?.kind === 'choice' &&
    check.answers.some(({ label, leads }) => label === last.answer && leads.kind === 'resolution')
  );
}

/** Where it comes next because the person has just said so, what is left to tell is how long it takes. */
function whyThis(scene: Scene, reason: NonNullable<MoveOf<'step'>['reason']>): string {
  return scene.words.whyRepair(isAnswered(scene) ? { ...reason, kind: 'only' } : reason);
}

export function drawBlocked(scene: Scene, { repair, step }: MoveOf<'blocked'>): Drawn {
  const { blocked } = scene.words;
  return {
    summary: blocked.summary,
    parts: [
      { kind: 'title', text: blocked.title },
      ...stepParts(scene, repair, step),
      { kind: 'text', text: `${blocked.who[repair.effort.who]} ${blocked.text}` },
      { kind: 'text', text: blocked.hand, tone: 'quiet' },
    ],
  };
}

export function drawVerify(scene: Scene, { issue, repair, others }: MoveOf<'verify'>): Drawn {
  const { words } = scene;
  const guide = entryAt(scene, issue).issue.kind === 'guide';
  const total = repair.steps.length;
  return {
    summary: guide ? words.verify.guideSummary : words.verify.summary,
    parts: [
      { kind: 'progress', done: total, total, label: words.verify.allSteps(total) },
      { kind: 'title', text: guide ? words.verify.guideTitle : words.verify.title },
      { kind: 'text', text: guide ? words.verify.guideText : words.verify.text },
      ...(guide || scene.kase.signal === undefined ? [] : [{ kind: 'text', text: words.verify.paste } as const]),
      ...(others ? [{ kind: 'text', text: words.verify.others, tone: 'quiet' } as const] : []),
    ],
  };
}

/** What the repair is called: its own heading, or what kind of thing it is; then the fault. */
function repairName(scene: Scene, issue: number, repair: Repair): string {
  const { words } = scene;
  const { issue: fault } = entryAt(scene, issue);
  const kind = fault.kind === 'guide' ? words.step.guide : words.step.repair;
  const own = wayTitle(repair, words.step.workaround) || kind;
  return `${escapeMarkdown(own)} · ${escapeMarkdown(fault.title)}`;
}

function stepParts({ words }: Scene, repair: Repair, step: number): Part[] {
  const current = repair.steps[step];
  if (current === undefined) return [];
  const text: Part[] = current.text.trim() === '' ? [] : [{ kind: 'text', text: current.text }];
  return [
    ...(current.heading === undefined
      ? []
      : [{ kind: 'text', text: words.step.partOf(current.heading), tone: 'quiet' } as const]),
    ...partsOf(current.before, words),
    { kind: 'box', tone: 'plain', parts: [...text, ...partsOf(current.details, words)] },
  ];
}
