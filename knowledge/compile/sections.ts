// The tree of headings of an article, each with the tokens below it and its place in the file.

import { Lexer, type Token, type Tokens } from 'marked';
import type { Block } from '../model.js';
import { blocksOf } from './blocks.js';
import { type Role, roleOf, slugOf } from './headings.js';
import { headingsInText } from './headings-in-text.js';
import { inlineReader, inlineText, type ReadInline } from './inline.js';

/** A heading and everything up to the next one of its level. */
export class Section {
  /** Plain text; empty for what stands before the first heading. */
  readonly heading: string;
  readonly role: Role;
  /** Unique within the article. */
  readonly id: string;
  /** 1 to 6; 0 for the article as a whole. */
  readonly level: number;
  /** 1-based line of the heading in the file. */
  readonly line: number;
  /** Block tokens between this heading and the next, spaces left out. */
  readonly tokens: readonly Token[];
  readonly sections: readonly Section[];
  readonly #inline: ReadInline;
  #blocks: readonly Block[] | undefined;

  constructor(of: Pick<Section, 'heading' | 'id' | 'level' | 'line' | 'tokens' | 'sections'>, inline: ReadInline) {
    this.heading = of.heading;
    this.role = roleOf(of.heading);
    this.id = of.id;
    this.level = of.level;
    this.line = of.line;
    this.tokens = of.tokens;
    this.sections = of.sections;
    this.#inline = inline;
  }

  /** The tokens as blocks, made when first asked for. */
  get blocks(): readonly Block[] {
    this.#blocks ??= blocksOf(this.tokens, this.#inline);
    return this.#blocks;
  }

  /** The same section with other tokens or with other sections below it. */
  with(changed: Partial<Pick<Section, 'tokens' | 'sections'>>): Section {
    const { heading, id, level, line, tokens, sections } = this;
    const section = new Section({ heading, id, level, line, tokens, sections, ...changed }, this.#inline);
    if (changed.tokens === undefined) section.#blocks = this.#blocks;
    return section;
  }
}

export interface ReadArticle {
  readonly root: Section;
  readonly inline: ReadInline;
}

/** A section that is still being read. */
interface Open {
  readonly section: Section;
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
  const begin = (of: Pick<Section, 'heading' | 'id' | 'level' | 'line'>): Open => {
    const tokens: Token[] = [];
    const sections: Section[] = [];
    return { section: new Section({ ...of, tokens, sections }, inline), tokens, sections };
  };
  const root = begin({ heading: '', id: '', level: 0, line: bodyLine + 1 });
  const open = [root];
  const tokens = lexer.blockTokens(body);
  const inText = headingsInText(tokens);
  let line = bodyLine + 1;
  // Of the last heading that is one.
  let depth = 0;
  const enter = (heading: string, level: number, startsAt: number): Open => {
    while ((open.at(-1)?.section.level ?? 0) >= level) open.pop();
    const below = begin({ heading, id: uniqueId(ids, heading), level, line: startsAt });
    (open.at(-1) ?? root).sections.push(below.section);
    open.push(below);
    return below;
  };
  for (const token of tokens) {
    const startsAt = line + leadingNewlines(token.raw);
    line += countNewlines(token.raw);
    if (token.type === 'space') continue;
    const heading = inText.get(token);
    if (token.type === 'heading') {
      depth = (token as Tokens.Heading).depth;
      enter(inlineText(inline((token as Tokens.Heading).text)), depth, startsAt);
    } else if (heading !== undefined) {
      const below = enter(heading.heading, depth + 1, startsAt);
      if (heading.rest !== undefined) below.tokens.push(heading.rest);
    } else open.at(-1)?.tokens.push(token);
  }
  return { root: root.section, inline };
}

/** @param taken Ids so far, each with the last number that was put behind it. */
function uniqueId(taken: Map<string, number>, heading: string): string {
  const slug = slugOf(heading) || 'section';
  let id = slug;
  // A heading may be worded like the second of its kind: `Step`, `Step 1`, `Step`.
  for (let number = taken.get(slug) ?? 0; taken.has(id); taken.set(slug, number)) {
    number += 1;
    id = `${slug}-${number}`;
  }
  taken.set(id, 0);
  return id;
}

function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function leadingNewlines(text: string): number {
  return /^\n*/.exec(text)?.[0].length ?? 0;
}
