// Text in a card. It is put into a TextBlock, whose Markdown the client reads, only when nothing in it could be taken for
// Markdown; everything else becomes text runs, which are shown as they are.

import { visible } from '../text/escape-markdown.js';
import { parseInline, type Run } from '../text/inline.js';
import type { CardElement } from './card-element.js';

/** How a text looks, in the words of Adaptive Cards, for a block and for its runs alike. */
export interface Look {
  readonly size?: 'Small' | 'Medium' | 'Large';
  readonly weight?: 'Bolder';
  readonly color?: 'Good' | 'Accent';
  readonly isSubtle?: true;
  readonly fontType?: 'Monospace';
}

export const looks: Readonly<Record<'title' | 'plain' | 'quiet' | 'code', Look>> = {
  title: { size: 'Large', weight: 'Bolder' },
  plain: {},
  quiet: { size: 'Small', isSubtle: true },
  code: { fontType: 'Monospace', size: 'Small' },
};

export function markdown(text: string, look: Look, heading = false): CardElement {
  return written(parseInline(text.replace(/\n/g, ' ')), look, heading);
}

export function literal(text: string, look: Look): CardElement {
  return written([{ text }], look);
}

function written(runs: readonly Run[], look: Look, heading = false): CardElement {
  const { fontType: _, ...blockLook } = look;
  if (look.fontType === undefined && isHarmless(runs)) {
    return {
      type: 'TextBlock',
      text: runs.map(asMarkdown).join(''),
      wrap: true,
      ...blockLook,
      ...(heading ? { style: 'heading' } : {}),
    };
  }
  return { type: 'RichTextBlock', inlines: runs.map((run) => asTextRun(run, look)) };
}

// What any client's Markdown might read as a mark, a list, a tag, an entity or a date to format.
const marks = /[\\`*_[\]<>&{}#~|\n]/;
const listMarker = /^\s*(?:[-+]|\d+[.)])(?:\s|$)/;

function isHarmless(runs: readonly Run[]): boolean {
  return (
    !listMarker.test(runs[0]?.text ?? '') &&
    runs.every(({ text, code, bold, italic }) => {
      const edged = (bold ?? italic) === true && text !== text.trim();
      return code === undefined && !edged && !marks.test(text);
    })
  );
}

function asMarkdown({ text, bold, italic, href }: Run): string {
  const emphasis = `${bold === true ? '**' : ''}${italic === true ? '_' : ''}`;
  const inner = `${emphasis}${text}${[...emphasis].reverse().join('')}`;
  return href === undefined ? inner : `[${inner}](${href})`;
}

export function asTextRun({ text, bold, italic, code, href }: Run, look: Look): CardElement {
  return {
    type: 'TextRun',
    // Clients fill in {{DATE(…)}} and {{TIME(…)}} even here; nothing else is read.
    text: visible(text).replace(/\{\{/g, '{\u200b{'),
    ...look,
    ...(bold === true ? { weight: 'Bolder' } : {}),
    ...(italic === true ? { italic: true } : {}),
    ...(code === true ? { fontType: 'Monospace' } : {}),
    ...(href === undefined ? {} : { selectAction: { type: 'Action.OpenUrl', url: href, title: text } }),
  };
}
