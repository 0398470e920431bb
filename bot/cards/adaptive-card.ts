// A view as an Adaptive Card 1.5. Text is put into a TextBlock, whose Markdown the client reads, only when nothing in
// it could be taken for Markdown; everything else becomes text runs, which are shown as they are.

import { visible } from '../text/escape-markdown.js';
import { parseInline, type Run } from '../text/inline.js';
import type { Choice, Input, Part, View } from '../view.js';

/** Any element or action of a card. */
export type CardElement = { readonly type: string } & { readonly [property: string]: unknown };

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly fallbackText: string;
  readonly msteams: { readonly width: 'full' };
  readonly body: readonly CardElement[];
  readonly actions: readonly CardElement[];
}

/** Of the JSON, in bytes: fits every surface of Teams. */
export const largestCard = 24_000;

/**
 * Draws a view. A pressed button sends back `{ action }`, the choice's action, with Action.Execute (its `verb` the
 * same) and, where a client does not know that, with Action.Submit.
 *
 * @returns A card of at most `largestCard` bytes: one that is too large does without code blocks, which hold their text
 * twice; what is still longer is cut, the longest passages first.
 */
export function adaptiveCard(view: View): AdaptiveCard {
  let card = drawn(view, view.parts, { longest: Number.POSITIVE_INFINITY, hasBlocks: true });
  for (const longest of [Number.POSITIVE_INFINITY, 4_000, 2_000, 1_000, 500, 250]) {
    if (sizeOf(card) <= largestCard) return card;
    card = drawn(view, view.parts, { longest, hasBlocks: false });
  }
  for (let count = view.parts.length - 1; count > 0 && sizeOf(card) > largestCard; count -= 1) {
    const parts: readonly Part[] = [...view.parts.slice(0, count), { kind: 'text', text: '…', tone: 'quiet' }];
    card = drawn(view, parts, { longest: 250, hasBlocks: false });
  }
  return card;
}

/** @param room For what is still to come, in bytes. @returns Whether the view is drawn whole, with nothing cut off. */
export function fitsCard(view: View, room = 0): boolean {
  const whole = drawn(view, view.parts, { longest: Number.POSITIVE_INFINITY, hasBlocks: false });
  return sizeOf(whole) + room <= largestCard;
}

interface Size {
  /** Longest passage. */
  readonly longest: number;
  readonly hasBlocks: boolean;
}

function drawn(view: View, parts: readonly Part[], { longest, hasBlocks }: Size): AdaptiveCard {
  const draw: Drawing = {
    hasBlocks,
    cut: (text) => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`),
  };
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: view.summary,
    msteams: { width: 'full' },
    body: bodyOf(parts, draw),
    actions: view.choices.map(actionOf),
  };
}

interface Drawing {
  readonly hasBlocks: boolean;
  cut(text: string): string;
}

function bodyOf(parts: readonly Part[], draw: Drawing): CardElement[] {
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

/** How a text looks, in the words of Adaptive Cards, for a block and for its runs alike. */
interface Look {
  readonly size?: 'Small' | 'Medium' | 'Large';
  readonly weight?: 'Bolder';
  readonly color?: 'Good' | 'Accent';
  readonly isSubtle?: true;
  readonly fontType?: 'Monospace';
}

const looks: Readonly<Record<'title' | 'plain' | 'quiet' | 'code', Look>> = {
  title: { size: 'Large', weight: 'Bolder' },
  plain: {},
  quiet: { size: 'Small', isSubtle: true },
  code: { fontType: 'Monospace', size: 'Small' },
};

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

/** Clients refuse to send more of one input. */
export const longestInput = 2_000;

function inputOf(input: Input): CardElement {
  const { id, label, value, type, hint } = input;
  const common = { id, label: visible(label), ...(hint === undefined ? {} : { placeholder: visible(hint) }) };
  switch (type.kind) {
    case 'line':
    case 'lines':
      return {
        type: 'Input.Text',
        ...common,
        value: visible(value),
        maxLength: longestInput,
        ...(type.kind === 'lines' ? { isMultiline: true } : {}),
      };
    case 'number':
      return { type: 'Input.Number', ...common, min: 1, ...(value === '' ? {} : { value: Number(value) }) };
    case 'choice':
      return {
        type: 'Input.ChoiceSet',
        ...common,
        style: 'compact',
        value,
        choices: type.choices.map((choice) => ({ title: visible(choice.label), value: choice.value })),
      };
    default:
      return type satisfies never;
  }
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

function actionOf({ label, action, style }: Choice): CardElement {
  const title = visible(label);
  const data = { action };
  return {
    type: 'Action.Execute',
    title,
    verb: action.verb,
    data,
    ...(style === 'suggested' ? { style: 'positive' } : {}),
    fallback: {
      type: 'Action.Submit',
      title,
      // The answer says enough; a toast "your response was sent" would only stand in its way.
      msTeams: { feedback: { hide: true } },
      data,
      ...(style === 'suggested' ? { style: 'positive' } : {}),
    },
  };
}

function markdown(text: string, look: Look, heading = false): CardElement {
  return written(parseInline(text.replace(/\n/g, ' ')), look, heading);
}

function literal(text: string, look: Look): CardElement {
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

function asTextRun({ text, bold, italic, code, href }: Run, look: Look): CardElement {
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

function sizeOf(card: AdaptiveCard): number {
  return Buffer.byteLength(JSON.stringify(card));
}
