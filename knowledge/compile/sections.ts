// The tree of headings of an article, each with the tokens below it and its place in the file.

import { Lexer, type Token, type Tokens } from 'marked';
import type { Block } from '../model.js';
import { blocksOf } from './blocks.js';
import { slugOf } from './headings.js';
import { inlineReader, inlineText, type ReadInline } from './inline.js';

/** A heading and everything up to the next one of its level. */
export interface Section {
  /** Plain text; empty for what stands before the first heading. */
  readonly heading: string;
  /** Unique within the article. */
  readonly id: string;
  /** 1 to 6; 0 for the article as a whole. */
  readonly level: number;
  /** 1-based line of the heading in the file. */
  readonly line: number;
  /** Block tokens between this heading and the next, spaces left out. */
  readonly tokens: readonly Token[];
  /** The same as blocks, made when first asked for. */
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

export interface ReadArticle {
  readonly root: Section;
  readonly inline: ReadInline;
}

interface Open extends Section {
  readonly tokens: Token[];
  readonly sections: Section[];
}

/**
 * Lexes an article's body. Block structure only: inline Markdown is read where it is needed, most text has none.
 *
 * @param body Markdown with `\n` line ends.
 * @param bodyLine Lines of the file before the body.
 */
export function readSections(body: string, bodyLine: number): ReadArticle {
  const lexer = new Lexer();
  const inline = inlineReader(lexer);
  const ids = new Map<string, number>();
  const root = openSection({ heading: '', id: '', level: 0, line: bodyLine + 1 }, inline);
  const open: Open[] = [root];
  let line = bodyLine + 1;
  for (const token of lexer.blockTokens(body)) {
    const startsAt = line + leadingNewlines(token.raw);
    line += countNewlines(token.raw);
    if (token.type === 'space') continue;
    if (token.type !== 'heading') {
      open.at(-1)?.tokens.push(token);
      continue;
    }
    const { depth, text } = token as Tokens.Heading;
    const heading = inlineText(inline(text));
    while ((open.at(-1)?.level ?? 0) >= depth) open.pop();
    const section = openSection({ heading, id: uniqueId(ids, heading), level: depth, line: startsAt }, inline);
    (open.at(-1) ?? root).sections.push(section);
    open.push(section);
  }
  return { root, inline };
}

/** The section with other tokens in front of its own. */
export function preceded(section: Section, by: readonly Token[], inline: ReadInline): Section {
  if (by.length === 0) return section;
  const { heading, id, level, line } = section;
  const whole = openSection({ heading, id, level, line }, inline);
  whole.tokens.push(...by, ...section.tokens);
  whole.sections.push(...section.sections);
  return whole;
}

function openSection(of: Pick<Section, 'heading' | 'id' | 'level' | 'line'>, inline: ReadInline): Open {
  const tokens: Token[] = [];
  let blocks: readonly Block[] | undefined;
  return {
    ...of,
    tokens,
    sections: [],
    get blocks() {
      blocks ??= blocksOf(tokens, inline);
      return blocks;
    },
  };
}

function uniqueId(taken: Map<string, number>, heading: string): string {
  const slug = slugOf(heading) || 'section';
  const times = taken.get(slug) ?? 0;
  taken.set(slug, times + 1);
  return times === 0 ? slug : `${slug}-${times}`;
}

function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function leadingNewlines(text: string): number {
  return /^\n*/.exec(text)?.[0].length ?? 0;
}
