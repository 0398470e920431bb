// Parts of a view as elements of a card.

import { visible } from '../text/escape-markdown.js';
import type { Part } from '../view.js';
import type { CardElement } from './card-element.js';
import { inputOf } from './input-element.js';
import { asTextRun, type Look, literal, looks, markdown } from './text-element.js';

/** How much is drawn of long passages, and whether code is. */
export interface Drawing {
  readonly hasBlocks: boolean;
  cut(text: string): string;
}

export function bodyOf(parts: readonly Part[], draw: Drawing): CardElement[] {
  return parts.flatMap((part, position) => {
    const spacing = position === 0 ? 'None' : 'Default';
    return part.kind === 'fold' ? foldOf(part, `fold-${position}`, draw, spacing) : elementsOf(part, draw, spacing);
  });
}

/** A button of the client itself shows and hides it: nothing has to be asked for. */
function foldOf(
  { label, parts }: Extract<Part, { kind: 'fold' }>,
  id: string,
  draw: Drawing,
  spacing: Spacing,
): CardElement[] {
  return [
    {
      type: 'ActionSet',
      spacing,
      actions: [{ type: 'Action.ToggleVisibility', title: visible(label), targetElements: [id] }],
    },
    {
      type: 'Container',
      id,
      isVisible: false,
      items: parts.flatMap((part, position) => elementsOf(part, draw, position === 0 ? 'None' : 'Default')),
    },
  ];
}

type Spacing = 'None' | 'Small' | 'Default' | 'Medium';

function elementsOf(part: Part, draw: Drawing, spacing: Spacing): CardElement[] {
  switch (part.kind) {
    case 'title':
      return [{ ...markdown(draw.cut(part.text), looks.title, true), spacing }];
    case 'text': {
      const { text, tone = 'plain' } = part;
      if (tone === 'plain' || tone === 'quiet') return [{ ...markdown(draw.cut(text), looks[tone]), spacing }];
      // Clients colour letters so lightly that some people cannot read them; a background they can.
      return [{ type: 'Container', style: tone, spacing, items: [markdown(draw.cut(text), looks.plain)] }];
    }
    case 'code':
      return codeElements(part, draw, spacing);
    case 'list':
      return part.items.map((item, position) => ({
        ...listItem(draw.cut(item), part.ordered ? `${(part.start ?? 1) + position}.` : '•'),
        spacing: position === 0 ? spacing : 'Small',
      }));
    case 'facts':
      return part.facts.map(({ name, value }, position) => ({
        ...row([
          { width: 1, items: [literal(draw.cut(name), part.names === 'codes' ? looks.code : { isSubtle: true })] },
          { width: 2, items: [literal(draw.cut(value), looks.plain)] },
        ]),
        spacing: position === 0 ? spacing : 'Small',
      }));
    case 'table':
      return [{ ...tableOf(part.rows, draw), spacing }];
    case 'box':
      return [
        {
          type: 'Container',
          style: part.tone === 'plain' ? 'emphasis' : part.tone,
          bleed: false,
          spacing: 'Medium',
          items: part.parts.flatMap((inner, position) => elementsOf(inner, draw, position === 0 ? 'None' : 'Default')),
        },
      ];
    case 'progress':
      return [{ ...progressLine(part), spacing }];
    case 'input':
      return [{ ...inputOf(part), spacing }];
    case 'fold':
      return elementsOf({ kind: 'box', tone: 'plain', parts: part.parts }, draw, spacing);
    default:
      return part satisfies never;
  }
}

function codeElements({ text, caption }: Part & { kind: 'code' }, draw: Drawing, spacing: Spacing): CardElement[] {
  const code = draw.cut(visible(text)).replace(/\s+$/, '');
  const here = caption === undefined ? spacing : 'Small';
  const plain: CardElement = {
    type: 'Container',
    style: 'emphasis',
    spacing: here,
    // Leading blanks mean something in a log and would be folded.
    items: [
      literal(
        code.replace(/^ +/gm, (blanks) => '\u00a0'.repeat(blanks.length)),
        looks.code,
      ),
    ],
  };
  const block: CardElement = draw.hasBlocks
    ? { type: 'CodeBlock', codeSnippet: code, language: 'PlainText', spacing: here, fallback: plain }
    : plain;
  return caption === undefined ? [block] : [{ ...literal(caption, looks.quiet), spacing }, block];
}

function listItem(item: string, marker: string): CardElement {
  return row([
    { width: 'auto', items: [literal(marker, looks.plain)] },
    {
      width: 'stretch',
      items: item.split('\n').map((line, position) => ({
        ...markdown(line, position === 0 ? looks.plain : { isSubtle: true }),
        spacing: position === 0 ? 'None' : 'Small',
      })),
    },
  ]);
}

function row(
  columns: readonly { readonly width: 'auto' | 'stretch' | number; readonly items: readonly CardElement[] }[],
) {
  return {
    type: 'ColumnSet',
    columns: columns.map(({ width, items }, position) => ({
      type: 'Column',
      width,
      spacing: position === 0 ? 'None' : 'Small',
      items,
    })),
  };
}

function tableOf(rows: Extract<Part, { kind: 'table' }>['rows'], draw: Drawing): CardElement {
  const width = Math.max(1, ...rows.map((cells) => cells.length));
  const cellsOf = (cells: readonly string[], look: Look): CardElement[] =>
    Array.from({ length: width }, (_, column) => ({
      type: 'TableCell',
      items: [markdown(draw.cut(cells[column] ?? ''), look)],
    }));
  const [header = [], ...others] = rows;
  return {
    type: 'Table',
    firstRowAsHeader: true,
    showGridLines: true,
    columns: Array.from({ length: width }, () => ({ width: 1 })),
    rows: rows.map((cells, position) => ({
      type: 'TableRow',
      cells: cellsOf(cells, position === 0 ? { weight: 'Bolder' } : looks.plain),
    })),
    fallback: {
      type: 'Container',
      items: [header, ...others].map((cells, position) => ({
        ...row(
          Array.from({ length: width }, (_, column) => ({
            width: 1,
            items: [markdown(draw.cut(cells[column] ?? ''), position === 0 ? { weight: 'Bolder' } : looks.plain)],
          })),
        ),
        separator: position > 0,
      })),
    },
  };
}

/** More dots than this are hard to take in at a glance; then each stands for several steps. */
const mostDots = 12;

function progressLine({ done, total, label }: Part & { kind: 'progress' }): CardElement {
  const dots = Math.min(total, mostDots);
  const full = Math.floor((done * dots) / total);
  const runs: readonly (readonly [text: string, look: Look])[] = [
    [`${label}   `, { weight: 'Bolder', color: 'Accent' }],
    ['●'.repeat(full), { color: 'Good' }],
    ['○'.repeat(dots - full), { isSubtle: true }],
  ];
  return {
    type: 'RichTextBlock',
    inlines: runs.filter(([text]) => text !== '').map(([text, look]) => asTextRun({ text }, look)),
  };
}
