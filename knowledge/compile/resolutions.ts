// A section headed "Resolution" → the ways to repair it that it tells.

import type { Block, Resolution } from '../model.js';
import { headingBlock } from './blocks.js';
import { blocksBelow } from './blocks-below.js';
import { effortIn, isEffort, type Report } from './effort.js';
import { isNumbered, isStep, siblings } from './headings.js';
import type { Section } from './sections.js';

/** @param asked The issue has follow-up questions, which may lead to them. */
export function resolutionsOf(whole: Section, asked: boolean, report: Report): Resolution[] {
  const { section, effort } = withoutEffort(whole, report);
  const lead = section.blocks;
  const kids = section.sections.filter((child) => blocksBelow(child).length > 0);
  const counted = kids.filter((child) => isNumbered(child.heading));
  const single = (blocks: readonly Block[]): Resolution[] =>
    blocks.length === 0 ? [] : [{ kind: 'only', id: section.id, title: titleOf(section.heading), blocks, ...effort }];
  const each = (kind: 'variant' | 'alternative', of: readonly Section[]): Resolution[] =>
    of.map((child) => {
      const own = withoutEffort(child, report);
      const blocks = [...lead, ...blocksBelow(own.section)];
      return { kind, id: child.id, title: child.heading, blocks, ...effort, ...own.effort };
    });
  if (counted.length > 1) {
    const rest = kids.filter((child) => !counted.includes(child));
    return [
      ...each('alternative', counted),
      ...rest.flatMap((child) => single([...headingBlock(child.heading), ...blocksBelow(child)])),
    ];
  }
  const isSequence = kids.some((child) => isStep(child.heading)) || lead.some((block) => block.kind === 'list');
  if (kids.length < 2 || isSequence) return single(blocksBelow(section));
  // An author whose questions lead to them means variants, whatever they are called.
  const how = asked ? 'variants' : siblings(kids.map(({ heading }) => heading));
  switch (how) {
    case 'sequence':
      return single(blocksBelow(section));
    case 'alternatives':
      return each('alternative', kids);
    case 'variants':
      return each('variant', kids);
    default:
      return how satisfies never;
  }
}

// What the author says of the effort is not among the steps.
function withoutEffort(
  section: Section,
  report: Report,
): { readonly section: Section; readonly effort: Pick<Resolution, 'effort'> } {
  const efforts = section.tokens.filter(isEffort);
  if (efforts.length === 0) return { section, effort: {} };
  const tokens = section.tokens.filter((token) => !efforts.includes(token));
  return { section: section.with({ tokens }), effort: effortIn(efforts, section.line, report) };
}

// "Solution: Enable the ports" among several; "Resolution" says nothing.
function titleOf(heading: string): string {
  if (isNumbered(heading)) return heading;
  const [, named = heading] = /^\w+\s*[:–-]\s+(.+)$/.exec(heading) ?? [];
  return /^(?:resolutions?|solutions?|fix(?:es)?|resolve|mitigations?|steps|answer)$/i.test(named) ? '' : named;
}

// Several sections headed "Resolution": one after the other.
export function numbered(resolutions: readonly Resolution[]): Resolution[] {
  if (resolutions.length < 2)
    return resolutions.map((it) => (it.kind === 'only' && !isNumbered(it.title) ? { ...it, title: '' } : it));
  return resolutions.map((resolution) =>
    resolution.kind === 'only' ? { ...resolution, kind: 'alternative' } : resolution,
  );
}
