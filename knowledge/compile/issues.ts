// The section tree of an article → its issues. A section with parts below it (Symptoms, Cause, Resolution, …) is one
// issue; where an article follows no convention, each of its sections is one, found by what it says.

import type { Token } from 'marked';
import type { Block, Check, Issue, Lead, Resolution } from '../model.js';
import { headingBlock } from './blocks.js';
import { blocksBelow } from './blocks-below.js';
import { checksOf } from './checks.js';
import type { Report } from './effort.js';
import { isCountedSymptom, isNumbered, type Role } from './headings.js';
import type { ReadInline } from './inline.js';
import { numbered, resolutionsOf } from './resolutions.js';
import type { Section } from './sections.js';

/** What compiling an issue needs to know of its surroundings. */
export interface Surroundings {
  readonly inline: ReadInline;
  /** Title for an issue whose own heading says nothing. */
  readonly title: string;
  /** Leads of links that go outside the issue. */
  readonly resolveLink: (href: string) => Lead | undefined;
  readonly report: Report;
}

/** Sections that become an issue each, in order. Sections without anything to show are left out. */
export function issueSections(section: Section): Section[] {
  const parts = section.sections.filter((child) => isPart(child.role));
  if (parts.length > 0) {
    const others = section.sections.filter((child) => !parts.includes(child) && hasPartsBelow(child));
    return [section, ...others.flatMap(issueSections)];
  }
  const standsAlone = section.level > 1 && !hasPartsBelow(section);
  if (standsAlone) return hasContent(section) ? [section] : [];
  const kids = section.sections.filter((child) => !isAppendix(child)).flatMap(issueSections);
  const [first, ...rest] = kids;
  if (first === undefined) return hasContent(section) ? [section] : [];
  const lead = leadOf(section);
  return lead.length === 0 ? kids : [first.with({ tokens: [...lead, ...first.tokens] }), ...rest];
}

// What people see is often quoted once, before the sections that repair it: it would be lost, and the first of them is
// read on from there. Prose says what the sections are about, and stands in the article's summary.
function leadOf(section: Section): Token[] {
  if (!section.blocks.some(({ kind }) => kind === 'log')) return [];
  const summary = section.level > 1 ? -1 : section.tokens.findIndex(({ type }) => type === 'paragraph');
  return section.tokens.filter((_, at) => at !== summary);
}

/** @param section One of `issueSections`. */
export function compileIssue(section: Section, { inline, title, resolveLink, report }: Surroundings): Issue {
  const parts = section.sections.filter((child) => !hasPartsBelow(child) || isPart(child.role));
  const draft = emptyDraft(parts.some(({ role }) => role === 'questions'));
  const own = section.blocks.filter((block) => !isMetadata(block));
  if (!parts.some((child) => isPart(child.role))) addFreeForm(draft, section);
  else {
    for (const part of parts) addPart(draft, part, report);
    const target = draft.symptoms.length === 0 || section.level > 1 ? draft.symptoms : draft.more;
    target.unshift(...own);
  }
  const resolutions = numbered(draft.resolutions);
  const resolve = (href: string): Lead | undefined => {
    const id = href.startsWith('#') ? href.slice(1) : undefined;
    return resolutions.some((resolution) => resolution.id === id) && id !== undefined
      ? { kind: 'resolution', ids: [id] }
      : resolveLink(href);
  };
  const checks: Check[] = draft.questions.flatMap((questions) => checksOf(questions, inline, resolve, report));
  const issue: Issue = {
    id: section.id || 'article',
    kind:
      draft.guide || (draft.causes.length === 0 && !draft.saysSymptoms && draft.resolutions.length > 0)
        ? 'guide'
        : 'fault',
    title: section.role === 'other' && section.heading !== '' ? section.heading : title,
    line: section.line,
    symptoms: draft.symptoms,
    causes: draft.causes,
    checks,
    resolutions,
    workaround: draft.workaround,
    more: draft.more,
    samples: draft.samples,
    nearMisses: draft.nearMisses,
  };
  if (section.level <= 1 || draft.saysSymptoms || draft.causes.length > 0) reportGaps(issue, draft, report);
  return issue;
}

interface Draft {
  /** Has follow-up questions. */
  readonly asked: boolean;
  readonly symptoms: Block[];
  readonly causes: Block[];
  readonly questions: Section[];
  readonly resolutions: Resolution[];
  readonly workaround: Block[];
  readonly more: Block[];
  readonly samples: string[];
  readonly nearMisses: string[];
  /** Has a heading that says so, not just prose. */
  saysSymptoms: boolean;
  /** Its cause is a reason to do something, not why something broke. */
  guide: boolean;
}

function emptyDraft(asked: boolean): Draft {
  return {
    asked,
    symptoms: [],
    causes: [],
    questions: [],
    resolutions: [],
    workaround: [],
    more: [],
    samples: [],
    nearMisses: [],
    saysSymptoms: false,
    guide: false,
  };
}

const partRoles: ReadonlySet<Role> = new Set([
  'symptoms',
  'cause',
  'resolution',
  'workaround',
  'questions',
  'samples',
  'near-misses',
]);

function isPart(role: Role): boolean {
  return partRoles.has(role);
}

function hasPartsBelow(section: Section): boolean {
  return section.sections.some((child) => isPart(child.role) || hasPartsBelow(child));
}

function hasContent(section: Section): boolean {
  return section.tokens.length > 0 || section.sections.some(hasContent);
}

// Sections of an article with several issues that belong to none of them and repair nothing.
function isAppendix(section: Section): boolean {
  return /^(?:references?|see also|next steps?|applies to|disclaimer|.*disclaimer|contact us for help|feedback|related .*)$/i.test(
    section.heading,
  );
}

/** @param cause Heading of the numbered cause that it stands below. */
function addPart(draft: Draft, part: Section, report: Report, cause?: string): void {
  const { role } = part;
  // A cause with its own resolution below it, symptoms with their cause: the parts below are parts of the issue too.
  const nested = part.sections.filter((child) => isPart(child.role) && child.role !== role);
  const bare =
    nested.length === 0 ? part : part.with({ sections: part.sections.filter((child) => !nested.includes(child)) });
  const blocks = (): Block[] => blocksBelow(bare).filter((block) => !isMetadata(block));
  const titled = (): Block[] => (isNumbered(part.heading) ? [...headingBlock(part.heading), ...blocks()] : blocks());
  switch (role) {
    case 'symptoms':
      draft.symptoms.push(...(isCountedSymptom(part.heading) ? headingBlock(part.heading) : []), ...blocks());
      draft.saysSymptoms = true;
      break;
    case 'cause':
      draft.causes.push(...titled());
      if (/^(?:why|background)\b/i.test(part.heading)) draft.guide = true;
      break;
    case 'resolution':
      draft.resolutions.push(
        ...resolutionsOf(bare, draft.asked, report).map((it) => (cause === undefined ? it : { ...it, cause })),
      );
      break;
    case 'workaround':
      draft.workaround.push(...titled());
      break;
    case 'questions':
      draft.questions.push(part);
      break;
    case 'samples':
      draft.samples.push(...codeBlocks(part));
      break;
    case 'near-misses':
      draft.nearMisses.push(...codeBlocks(part));
      break;
    case 'prerequisites':
    case 'summary':
    case 'more':
    case 'other':
      draft.more.push(...headingBlock(part.heading), ...blocks());
      break;
    default:
      role satisfies never;
  }
  const own = role === 'cause' && isNumbered(part.heading) ? part.heading : cause;
  for (const child of nested) addPart(draft, child, report, own);
}

// No convention: what stands before the first numbered list describes, the rest repairs.
function addFreeForm(draft: Draft, section: Section): void {
  const blocks = blocksBelow(section).filter((block) => !isMetadata(block));
  const at = blocks.findIndex((block) => block.kind === 'list' && block.ordered);
  const start = at < 0 ? blocks.length : at;
  draft.symptoms.push(...blocks.slice(0, start));
  if (start < blocks.length) {
    draft.resolutions.push({ kind: 'only', id: section.id || 'article', title: '', blocks: blocks.slice(start) });
  }
}

function codeBlocks(section: Section): string[] {
  return section.tokens.flatMap((token) => (token.type === 'code' ? [String((token as { text?: unknown }).text)] : []));
}

/** Lines that public articles print above their text: product and KB number. */
export function isMetadata(block: Block): boolean {
  return block.kind === 'text' && /^\*?(?:original (?:product version|kb number)|applies to)\b/i.test(block.text);
}

function reportGaps(issue: Issue, draft: Draft, report: Report): void {
  const gap = (empty: boolean, rule: string, message: string): void => {
    if (empty) report(issue.line, rule, message);
  };
  gap(issue.symptoms.length === 0, 'no-symptom', 'say under "Symptoms" what people see, with log lines');
  gap(issue.kind === 'fault' && issue.causes.length === 0, 'no-cause', 'say under "Cause" why it happens');
  const repairs = issue.resolutions.length + issue.workaround.length;
  gap(repairs === 0, 'no-resolution', 'say under "Resolution" what to do, one action a step');
  gap(draft.questions.length > 1, 'two-question-parts', 'keep the follow-up questions of an issue under one heading');
}
