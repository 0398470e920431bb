// Our inline Markdown as CommonMark, which has more marks and lets HTML through.

import { parseInline, type Run } from './inline.js';

/** @param markdown Inline Markdown as views have it. @returns One paragraph; line breaks stay line breaks. */
export function commonMark(markdown: string): string {
  return (
    parseInline(markdown)
      .map(drawRun)
      .join('')
      // What would begin a heading or a list.
      .replace(/^([#+=-]|\d+(?=[.)](?:\s|$)))/gm, (marker) => (/\d/.test(marker) ? `${marker}\\` : `\\${marker}`))
      .replace(/\n/g, '  \n  ')
  );
}

/** A code block whose fence is longer than any run of backticks inside. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

function drawRun({ text, bold, italic, code, href }: Run): string {
  const plain = code === true && !text.includes('`') ? `\`${text}\`` : literal(text);
  const emphasised = `${bold ? '**' : ''}${italic ? '_' : ''}${plain}${italic ? '_' : ''}${bold ? '**' : ''}`;
  return href === undefined ? emphasised : `[${emphasised}](${href})`;
}

function literal(text: string): string {
  return (
    text
      .replace(/[\\`*_[\]~|]/g, '\\$&')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // Where it is shown, a name behind this sign might be told of it.
      .replace(/@(?=\w)/g, '@\u2060')
  );
}
