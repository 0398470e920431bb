// The inline Markdown that most texts are written in: words, **strong**, *emphasis*, `code`, [links](to.md) and hard line
// breaks, none within another. Marked's lexer takes many times as long over them, for the same tokens.

import type { Token, Tokens } from 'marked';

// Characters that mean nothing else: an underscore within a word, a backslash before a letter, a blank or a line break
// unless they break the line.
const plain = String.raw`(?:[^\\\x60*_[\]<~@\n ]| (?! ?\n)|(?<! )\n|(?<=[A-Za-z0-9])_+(?=[A-Za-z0-9])|\\(?=[A-Za-z0-9]))`;
// What marks can stand around: begins and ends with a letter or digit, or ends a phrase.
const marked = String.raw`[A-Za-z0-9](?:${plain}*?(?:[A-Za-z0-9]|[.:,;!?)"'](?=[*_]+(?:\s|$))))??`;
const address = String.raw`(?:[^\s()<>\\"'\x60*[\]]|\([^\s()<>\\"'\x60*[\]]*\))+`;

const piece = new RegExp(
  [
    `(${plain}+)`,
    String.raw`\x60(?! )([^\x60\n]+)(?<! )\x60(?!\x60)`,
    String.raw`\*\*(${marked})\*\*(?!\*)`,
    String.raw`\*(${marked})\*(?!\*)`,
    String.raw`(?<=^|\s)_(${marked})_(?=\s|$)`,
    String.raw`(?<!!)\[(${plain}+)\]\((${address})\)`,
    String.raw`((?<! )  \n)(?=\S)`,
  ].join('|'),
  'y',
);

// Marked finds addresses in plain words, and decodes entities that stand for marks.
const special = /http|ftp:|www\.|mailto:|xmpp:|&#/i;

/**
 * @param text A paragraph, a heading or a table cell.
 * @returns What marked's lexer makes of it; undefined when anything in it may be something else than is known here.
 */
export function readPlainInline(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; at = piece.lastIndex) {
    piece.lastIndex = at;
    const found = piece.exec(text);
    if (found === null) return undefined;
    const [raw, words, code, strong, emphasis, underscored, label, href, lineBreak] = found;
    const said = words ?? strong ?? emphasis ?? underscored ?? label ?? '';
    if (special.test(said)) return undefined;
    const within = { raw, text: said, tokens: [textOf(said)] };
    if (words !== undefined) tokens.push(textOf(words));
    else if (code !== undefined) tokens.push({ type: 'codespan', raw, text: code } satisfies Tokens.Codespan);
    else if (lineBreak !== undefined) tokens.push({ type: 'br', raw } satisfies Tokens.Br);
    else if (strong !== undefined) tokens.push({ type: 'strong', ...within } satisfies Tokens.Strong);
    else if (href !== undefined) tokens.push({ type: 'link', href, title: null, ...within } satisfies Tokens.Link);
    else tokens.push({ type: 'em', ...within } satisfies Tokens.Em);
  }
  return tokens;
}

function textOf(text: string): Tokens.Text {
  return { type: 'text', raw: text, text, escaped: false };
}
