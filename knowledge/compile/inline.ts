// Inline Markdown → the model's inline form.

import { decodeHTML } from 'entities';
import type { Lexer, Token, Tokens } from 'marked';
import { escapeInline } from '../inline-form.js';
import { mayHoldDirectives, readDirectives } from './directives.js';
import { readPlainInline } from './plain-inline.js';

// Tags that carry layout only. Anything else in angle brackets is a placeholder the author forgot to escape: <CMGname>.
const layoutTag =
  /^<\/?(?:a|abbr|b|big|blockquote|br|center|code|col|dd|del|details|div|dl|dt|em|font|h\d|hr|i|iframe|img|ins|kbd|li|ol|p|pre|s|script|small|span|strike|strong|style|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|video)\b[^>]*>$/i;

/** Reads inline Markdown; bound to one article, whose link references it knows. */
export type ReadInline = (text: string) => readonly Token[];

// Whatever may begin something else than text. Two texts in three have none of it, and looking closer takes most of the
// time of compiling.
const markup = /[\\`*_[\]<&~@]| \n|http|ftp:|www\.|mailto:|xmpp:/i;

/** @param lexer Has read the blocks of the article. */
export function inlineReader(lexer: Lexer): ReadInline {
  const inline: ReadInline = (text) => {
    if (!markup.test(text)) return [{ type: 'text', raw: text, text, escaped: false }];
    return readPlainInline(text) ?? lexer.inlineTokens(text, []);
  };
  return (text) => (mayHoldDirectives(text) ? readDirectives(text, inline) : inline(text));
}

/**
 * Writes inline tokens in the model's form.
 *
 * @param tokens What marked's lexer makes of a paragraph, a heading or a table cell.
 * @param lineBreak What a hard line break becomes.
 * @returns One line unless `lineBreak` is a newline; trimmed.
 */
export function inlineMarkdown(tokens: readonly Token[], lineBreak: ' ' | '\n' = ' '): string {
  return tidy(tokens.map((token) => written(token as Tokens.Generic, lineBreak)).join(''), lineBreak);
}

/** The same in plain text: no marks, links by their text. */
export function inlineText(tokens: readonly Token[], lineBreak: ' ' | '\n' = ' '): string {
  return tidy(tokens.map((token) => bare(token as Tokens.Generic, lineBreak)).join(''), lineBreak);
}

function written(token: Tokens.Generic, lineBreak: string): string {
  const inner = (): string => (token.tokens ?? []).map((child) => written(child as Tokens.Generic, lineBreak)).join('');
  switch (token.type) {
    case 'strong':
      return wrapped('**', inner());
    case 'em':
      return wrapped('*', inner());
    case 'codespan': {
      const code = decoded(String(token.text));
      return code.includes('`') || code.includes('\n') ? escapeInline(code) : `\`${code}\``;
    }
    case 'link': {
      const text = inner();
      const href = String(token.href);
      return /^https?:\/\/[^\s()]+$/.test(href) && text !== '' ? `[${text}](${href})` : text;
    }
    case 'image':
      return wrapped('*', escapeInline(bare(token, lineBreak)));
    case 'br':
    case 'html':
      return bare(token, lineBreak);
    default:
      return token.tokens === undefined ? escapeInline(bare(token, lineBreak)) : inner();
  }
}

function bare(token: Tokens.Generic, lineBreak: string): string {
  switch (token.type) {
    case 'br':
      return lineBreak;
    case 'html':
      return bareHtml(String(token.raw), lineBreak);
    case 'codespan':
      return decoded(String(token.text));
    case 'image':
      return decoded(String(token.text ?? ''));
    default:
      return token.tokens === undefined
        ? decoded(String(token.text ?? ''))
        : token.tokens.map((child) => bare(child as Tokens.Generic, lineBreak)).join('');
  }
}

/** Entities as what they stand for; most texts have none. */
function decoded(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text;
}

function bareHtml(raw: string, lineBreak: string): string {
  if (/^<br\b/i.test(raw)) return lineBreak;
  return raw.startsWith('<!--') || layoutTag.test(raw) ? '' : raw;
}

// Marks with a space inside are not marks; the space moves out.
function wrapped(mark: string, text: string): string {
  const bareText = text.trim();
  if (bareText === '') return text;
  return `${text.startsWith(' ') ? ' ' : ''}${mark}${bareText}${mark}${text.endsWith(' ') ? ' ' : ''}`;
}

// Anything that tidying would change: white space other than single blanks between words, and marks without width.
const untidy = /[^\S ]|[\u200b-\u200d]| {2}|^ | $/;

function tidy(text: string, lineBreak: ' ' | '\n'): string {
  if (!untidy.test(text)) return text;
  const spaced = text.replace(/[\u00a0\u2007\u202f]/g, ' ').replace(/[\u200b-\u200d\ufeff]/g, '');
  return lineBreak === '\n'
    ? spaced.replace(/[ \t]+(?=\n|$)/g, '').replace(/^\n+|\n+$/g, '')
    : spaced.replace(/\s+/g, ' ').trim();
}
