// A repair as a person walks through it: one step at a time.

import { plainText } from '../inline-form.js';
import type { Block, Step } from '../model.js';

/** One thing to do. */
export interface WalkStep {
  /** What this step belongs to, inline Markdown: the step that it was nested in. */
  readonly heading?: string;
  /** What to know before doing it. */
  readonly before: readonly Block[];
  /** Inline Markdown. Empty for a repair told in prose: all of it stands in `details`. */
  readonly text: string;
  /** What goes with it: notes, commands, short lists. */
  readonly details: readonly Block[];
}

/**
 * Turns the blocks of a resolution into steps: the items of its numbered lists; where it has none, the items of its
 * bulleted ones; where it has no list at all, everything as one step. What stands between belongs to the step before
 * it, except for the words that introduce a list.
 */
export function walkSteps(blocks: readonly Block[]): WalkStep[] {
  const ordered = blocks.some((block) => block.kind === 'list' && block.ordered);
  const isSteps = (block: Block | undefined): block is Block & { kind: 'list' } =>
    block?.kind === 'list' && (block.ordered || !ordered);
  if (!blocks.some(isSteps)) return blocks.length === 0 ? [] : [{ before: [], text: '', details: blocks }];

  const steps: WalkStep[] = [];
  let before: Block[] = [];
  for (const [position, block] of blocks.entries()) {
    if (isSteps(block)) {
      const [first, ...rest] = block.items.flatMap(expanded);
      if (first === undefined) continue;
      steps.push({ ...first, before: [...before, ...first.before] }, ...rest);
      before = [];
      continue;
    }
    const last = steps.pop();
    if (last === undefined) before.push(block);
    else if (block.kind === 'text' && isSteps(blocks[position + 1])) {
      steps.push(last);
      before.push(block);
    } else steps.push({ ...last, details: [...last.details, block] });
  }
  return steps;
}

// Up to here, sub-steps are read at a glance and stay with their step.
const shortItems = 3;
const shortText = 320;

function expanded(step: Step): WalkStep[] {
  const whole: WalkStep = { before: [], text: step.text, details: step.blocks };
  const at = step.blocks.findIndex((block) => block.kind === 'list' && block.ordered);
  const nested = step.blocks[at];
  if (nested?.kind !== 'list') return step.text.trim() === '' && step.blocks.length === 0 ? [] : [whole];
  const length = nested.items.reduce((sum, item) => sum + plainText(item.text).length, 0);
  const flat = nested.items.every((item) => item.blocks.every((block) => block.kind !== 'list'));
  if (flat && nested.items.length <= shortItems && length <= shortText) return [whole];

  const inner = nested.items.flatMap(expanded).map((sub) => ({ ...sub, heading: sub.heading ?? step.text }));
  const [first, ...others] = inner;
  if (first === undefined) return [whole];
  const opened = [{ ...first, before: [...step.blocks.slice(0, at), ...first.before] }, ...others];
  const last = opened.pop() ?? first;
  return [...opened, { ...last, details: [...last.details, ...step.blocks.slice(at + 1)] }];
}
