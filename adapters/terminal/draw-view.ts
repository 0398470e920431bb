// A view as text for a terminal.

import { type Part, parseInline, type Run, shownValue, type View, visible } from '../../bot/index.js';
import type { Output } from './output.js';

type Screen = Pick<Output, 'colours' | 'width'>;

/** @returns Lines without a last line break; choices are numbered, to be typed. */
export function drawView({ parts, choices }: View, screen: Screen): string {
  const { bold, dim, cyan } = screen.colours;
  const buttons = choices.map(({ label, style }, position) => {
    // Labels of numbered choices repeat their number.
    const shown = visible(label).replace(/^\d+\. /, '');
    return `  ${cyan(`${position + 1}`)}  ${style === 'suggested' ? bold(shown) : shown}`;
  });
  const hint = choices.length === 0 ? [] : ['', ...buttons, dim('  (number, word or another paste)')];
  return [...drawParts(parts, screen), ...hint].join('\n');
}

function drawParts(parts: readonly Part[], screen: Screen): string[] {
  return parts.flatMap((part, position) => {
    // What is to be filled in is one block.
    const joins = position === 0 || (part.kind === 'input' && parts[position - 1]?.kind === 'input');
    return [...(joins ? [] : ['']), ...drawPart(part, screen)];
  });
}

function drawPart(part: Part, screen: Screen): string[] {
  const { colours, width } = screen;
  switch (part.kind) {
    case 'title':
      return laidOut(part.text, screen, (text) => colours.bold(text));
    case 'text':
      return laidOut(part.text, screen, tones(screen)[part.tone ?? 'plain']);
    case 'code': {
      const caption = part.caption === undefined ? [] : [colours.dim(visible(part.caption))];
      // Never wrapped: what is copied from here must be what was pasted.
      return [
        ...caption,
        ...visible(part.text)
          .trimEnd()
          .split('\n')
          .map((line) => `  ${colours.yellow(line)}`),
      ];
    }
    case 'list':
      return part.items.flatMap((item, position) => {
        const marker = part.ordered ? `${(part.start ?? 1) + position}. ` : '• ';
        const [first = '', ...others] = item.split('\n');
        const indent = ' '.repeat(marker.length);
        return [
          ...laidOut(first, screen, same, marker, indent),
          ...others.flatMap((line) => laidOut(line, screen, (text) => colours.dim(text), indent, `${indent}  `)),
        ];
      });
    case 'facts':
      return part.facts.map(({ name, value }) => `${colours.bold(visible(name))}  ${visible(value)}`);
    case 'table':
      return drawTable(part.rows, screen);
    case 'box': {
      const bar = { plain: colours.cyan('│'), good: colours.green('│'), warning: colours.yellow('│') }[part.tone];
      return drawParts(part.parts, { ...screen, width: width - 2 }).map((line) => `${bar} ${line}`.trimEnd());
    }
    case 'progress': {
      const rest = part.total - part.done;
      return [
        `${colours.green('■'.repeat(part.done))}${colours.dim('□'.repeat(rest))} ${colours.bold(visible(part.label))}`,
      ];
    }
    case 'input':
      return [
        `${colours.bold(visible(part.label))}  ${visible(shownValue(part)) || colours.dim(visible(part.hint ?? '–'))}`,
      ];
    case 'fold':
      return drawPart(
        { kind: 'box', tone: 'plain', parts: [{ kind: 'title', text: part.label }, ...part.parts] },
        screen,
      );
    default:
      return part satisfies never;
  }
}

type Paint = (text: string) => string;

const same: Paint = (text) => text;

function tones({ colours }: Screen): Record<'plain' | 'quiet' | 'good' | 'warning', Paint> {
  return { plain: same, quiet: colours.dim, good: colours.green, warning: colours.yellow };
}

function drawTable(rows: readonly (readonly string[])[], { colours }: Screen): string[] {
  const cells = rows.map((row) => row.map((cell) => textOf(parseInline(cell))));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  return cells.map((row, position) => {
    const line = widths
      .map((wide, column) => (row[column] ?? '').padEnd(wide))
      .join('  ')
      .trimEnd();
    return position === 0 ? colours.bold(line) : line;
  });
}

/** A stretch without blanks, possibly in several looks; `plain` is what it measures. */
interface Word {
  plain: string;
  painted: string;
}

function laidOut(markdown: string, screen: Screen, paint: Paint, first = '', indent = ''): string[] {
  const lines: string[] = [];
  let line = first;
  let length = first.length;
  let empty = true;
  for (const { plain, painted } of wordsOf(parseInline(markdown), screen)) {
    if (!empty && length + 1 + plain.length > screen.width) {
      lines.push(line);
      line = indent;
      length = indent.length;
      empty = true;
    }
    line += `${empty ? '' : ' '}${paint(painted)}`;
    length += plain.length + (empty ? 0 : 1);
    empty = false;
  }
  return [...lines, line];
}

function wordsOf(runs: readonly Run[], { colours }: Screen): Word[] {
  const words: Word[] = [];
  let open = false;
  for (const run of runs) {
    const shown = textOf([run]);
    for (const piece of shown.split(/(\s+)/)) {
      if (piece === '') continue;
      if (piece.trim() === '') {
        open = false;
        continue;
      }
      let painted = piece;
      if (run.bold === true) painted = colours.bold(painted);
      if (run.italic === true) painted = colours.italic(painted);
      if (run.code === true) painted = colours.yellow(painted);
      const last = open ? words.at(-1) : undefined;
      if (last === undefined) words.push({ plain: piece, painted });
      else {
        last.plain += piece;
        last.painted += painted;
      }
      open = true;
    }
  }
  return words;
}

/** Links are followed by their address, unless they show it. */
function textOf(runs: readonly Run[]): string {
  return runs
    .map(({ text, href }) => visible(href === undefined || text === href ? text : `${text} (${href})`))
    .join('');
}
