// A view as the text of a Teams message, for views without buttons.

import { fenced } from '../../bot/text/common-mark.js';
import { parseInline, type Run } from '../../bot/text/inline.js';
import { type Part, shownValue, type View } from '../../bot/view.js';

/** Draws the parts in Teams' own Markdown. Choices are not drawn. */
export function markdownFromView(view: View): string {
  return view.parts.map(drawPart).join('\n\n');
}

function drawPart(part: Part): string {
  switch (part.kind) {
    case 'title':
      return `**${inline(part.text)}**`;
    case 'text':
      return inline(part.text);
    case 'code':
      return [...(part.caption === undefined ? [] : [`**${literal(part.caption)}**\n`]), fenced(part.text)].join('\n');
    case 'list':
      return part.items
        .map((item, at) => `${part.ordered ? `${(part.start ?? 1) + at}.` : '-'} ${inline(item)}`)
        .join('\n');
    case 'facts':
      return part.facts.map(({ name, value }) => `- **${inline(name)}:** ${inline(value)}`).join('\n');
    case 'table':
      return part.rows.map((row) => `- ${row.map(inline).join(' | ')}`).join('\n');
    case 'progress':
      return `_${inline(part.label)}_`;
    case 'box':
      return part.parts.map(drawPart).join('\n\n');
    case 'input':
      return `**${literal(part.label)}:** ${literal(shownValue(part))}`;
    case 'fold':
      return part.parts.map(drawPart).join('\n\n');
    default:
      return part satisfies never;
  }
}

function inline(markdown: string): string {
  return parseInline(markdown).map(drawRun).join('');
}

function drawRun({ text, bold, italic, code, href }: Run): string {
  const plain = code && !text.includes('`') ? `\`${text}\`` : literal(text);
  const emphasised = `${bold ? '**' : ''}${italic ? '_' : ''}${plain}${italic ? '_' : ''}${bold ? '**' : ''}`;
  return href === undefined ? emphasised : `[${emphasised}](${href})`;
}

/** Teams reads HTML in Markdown too, so angle brackets must be entities. */
function literal(text: string): string {
  return text
    .replace(/[\\`*_[\]#~|]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\n+/g, '\n\n');
}
