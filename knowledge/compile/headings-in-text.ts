// Some authors write what a part is for in bold, or in a line of its own, and make no heading of it: "**Cause:** The client is
// out of date."

import type { Token, Tokens } from 'marked';
import { type Role, roleOf } from './headings.js';

export interface TextHeading {
  readonly heading: string;
  /** What else its paragraph says. */
  readonly rest: Token | undefined;
}

const bold = /^\*\*([A-Z][A-Za-z ]{2,30}\d?)(?::\*\*|\*\*:?)(?:[ \n]+|$)/;
const alone = /^([A-Z][A-Za-z ]{2,30}):?\s*$/;

const repairing: ReadonlySet<Role> = new Set(['cause', 'resolution', 'workaround']);

/**
 * @param tokens Block tokens of an article.
 * @returns The paragraphs that are such headings. What people see is one only where a cause or a repair follows that is.
 */
export function headingsInText(tokens: readonly Token[]): ReadonlyMap<Token, TextHeading> {
  const found = new Map<Token, TextHeading>();
  let symptoms: [Token, TextHeading][] = [];
  for (const token of tokens) {
    if (token.type === 'heading') symptoms = [];
    if (token.type !== 'paragraph') continue;
    const heading = textHeading(token as Tokens.Paragraph);
    if (heading === undefined) continue;
    const role = roleOf(heading.heading);
    if (role === 'symptoms') symptoms.push([token, heading]);
    if (!repairing.has(role)) continue;
    for (const [before, symptom] of symptoms) found.set(before, symptom);
    symptoms = [];
    found.set(token, heading);
  }
  return found;
}

function textHeading(token: Tokens.Paragraph): TextHeading | undefined {
  const [raw = '', heading] = bold.exec(token.text) ?? alone.exec(token.text) ?? [];
  if (heading === undefined) return undefined;
  const text = token.text.slice(raw.length);
  return { heading, rest: text === '' ? undefined : { ...token, text } };
}
