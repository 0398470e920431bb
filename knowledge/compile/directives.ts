// What Microsoft's Markdown has besides the usual: pictures as `:::image … alt-text="…":::`, words kept from translators as
// `:::no-loc text="…":::`, and `[!INCLUDE [name](file.md)]`.

import type { Token, Tokens } from 'marked';

const directive = /:::(image|no-loc)\b([^\n]*?):::|\[!INCLUDE\b[^[\]\n]*\[[^\]\n]*\]\([^)\n]*\)[^\]\n]*\]/i;

/** Whether a text may hold any of them. */
export function mayHoldDirectives(text: string): boolean {
  return text.includes(':::') || text.includes('[!');
}

/**
 * Pictures become images, words themselves. What is included is not at hand, and mostly a disclaimer: nothing stands for it.
 *
 * @param between Reads what stands between them.
 */
export function readDirectives(text: string, between: (text: string) => readonly Token[]): Token[] {
  const tokens: Token[] = [];
  let rest = text;
  for (let found = directive.exec(rest); found !== null; found = directive.exec(rest)) {
    const [raw, name, attributes = ''] = found;
    tokens.push(...between(rest.slice(0, found.index)));
    if (name !== undefined) tokens.push(tokenOf(name.toLowerCase(), attributes, raw));
    rest = rest.slice(found.index + raw.length);
  }
  return [...tokens, ...between(rest)];
}

function tokenOf(name: string, attributes: string, raw: string): Token {
  if (name === 'no-loc') return { type: 'text', raw, text: attribute('text', attributes), escaped: false };
  const text = attribute('alt-text', attributes);
  return {
    type: 'image',
    raw,
    href: attribute('source', attributes),
    title: null,
    text,
    tokens: [],
  } satisfies Tokens.Image;
}

/** A quotation mark within a value is one that no other attribute follows. */
function attribute(name: string, attributes: string): string {
  return new RegExp(`\\b${name}\\s*=\\s*"(.*?)"(?=\\s*$|\\s+[\\w-]+\\s*=)`).exec(attributes)?.[1] ?? '';
}

const line = /^\s*:::image\b/;

/**
 * Pictures are often set so deep below a step that Markdown takes them for code.
 *
 * @param code What stands in an indented block. @returns Its paragraphs; undefined where it is code.
 */
export function picturesIn(code: string): string[] | undefined {
  const lines = code.split('\n');
  return lines.some((text) => line.test(text))
    ? lines.map((text) => text.trim()).filter((text) => text !== '')
    : undefined;
}
