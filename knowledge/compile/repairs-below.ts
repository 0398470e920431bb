// What people see, told once at the beginning of an article, and what to do in sections below: "This happens in one of the
// following scenarios."

import type { Block, Issue, Resolution } from '../model.js';
import { hasRepair, toldInPassing } from '../troubleshoot/ways/told-in-passing.js';
import { headingBlock } from './blocks.js';
import { isStep, siblings } from './headings.js';

/** More sections are a book of their own, and not about one fault. */
const mostSections = 12;

/**
 * Leads from the issue that an article begins with to the repairs in its other sections, where it has none itself.
 *
 * @param issues Of one article, in their order.
 * @param title Of the article: an issue of another title is about something of its own.
 */
export function withRepairsBelow(issues: readonly Issue[], title: string): readonly Issue[] {
  const [opening, ...below] = issues;
  if (opening === undefined || below.length === 0 || opening.title !== title || isRepaired(opening)) return issues;
  const repaired = below.filter(isRepaired);
  // What has no title of its own, below sections that have one, only adds to them.
  const named = repaired.filter((issue) => issue.title !== title);
  const sections = named.length > 0 ? named : repaired.slice(0, 1);
  if (sections.length === 0 || sections.length > mostSections) return issues;
  return [{ ...opening, resolutions: resolutionsIn(sections) }, ...below];
}

function isRepaired(issue: Issue): boolean {
  return hasRepair(issue) || toldInPassing(issue).length > 0;
}

function resolutionsIn(sections: readonly Issue[]): readonly Resolution[] {
  const [only] = sections;
  if (only !== undefined && sections.length === 1) return resolutionsOf(only);
  const titles = sections.map(({ title }) => title);
  const how = titles.some(isStep) ? 'sequence' : siblings(titles);
  switch (how) {
    case 'sequence':
      return only === undefined ? [] : [{ ...inOne(only, ''), blocks: sections.flatMap(withHeading) }];
    case 'alternatives':
      return sections.map((issue) => ({ ...inOne(issue), kind: 'alternative' }));
    case 'variants':
      return sections.flatMap((issue) =>
        resolutionsOf(issue).map((it) => ({ ...it, kind: 'variant', title: it.title || issue.title })),
      );
    default:
      return how satisfies never;
  }
}

function resolutionsOf(issue: Issue): Resolution[] {
  const { id, title, resolutions, workaround } = issue;
  if (!hasRepair(issue)) return [inOne(issue, '')];
  const around: Resolution = { kind: 'alternative', id: `${id}*workaround`, title: '', blocks: workaround };
  return [...resolutions, ...(workaround.length === 0 ? [] : [around])].map((it) => ({ ...it, from: { id, title } }));
}

function inOne(issue: Issue, title = issue.title): Resolution {
  return { kind: 'only', id: issue.id, title, blocks: blocksOf(issue), from: { id: issue.id, title: issue.title } };
}

function withHeading(issue: Issue): readonly Block[] {
  return [...headingBlock(issue.title), ...blocksOf(issue)];
}

function blocksOf(issue: Issue): readonly Block[] {
  if (!hasRepair(issue)) return toldInPassing(issue);
  const told = issue.resolutions.flatMap(({ title, blocks }) =>
    title === '' ? blocks : [...headingBlock(title), ...blocks],
  );
  return [...told, ...issue.workaround];
}
