// Text that knows which parts of it are secret, and which have to stay.

export interface Piece {
  readonly text: string;
  readonly is: 'plain' | 'secret' | 'kept';
}

/** In order; their texts joined are the text. */
export type Marked = readonly Piece[];

/** Must be gone. */
export function secret(text: string): Marked {
  return [{ text, is: 'secret' }];
}

/** Must stay as it is. */
export function kept(text: string): Marked {
  return [{ text, is: 'kept' }];
}

/** @example marked`net use ${secret('geheim')}` */
export function marked(texts: TemplateStringsArray, ...values: readonly (Marked | string)[]): Marked {
  return texts.flatMap((text, at) => [...plain(text), ...asMarked(values[at] ?? '')]);
}

function asMarked(value: Marked | string): Marked {
  return typeof value === 'string' ? plain(value) : value;
}

function plain(text: string): Marked {
  return text === '' ? [] : [{ text, is: 'plain' }];
}

export function textOf(pieces: Marked): string {
  return pieces.map(({ text }) => text).join('');
}

/** The same pieces, each written in another way. */
export function rewritten(pieces: Marked, write: (text: string) => string): Marked {
  return pieces.map(({ text, is }) => ({ text: write(text), is }));
}

/** Lines of marked text, without their line breaks. */
export function linesOf(pieces: Marked): Marked[] {
  const lines: Piece[][] = [[]];
  for (const { text, is } of pieces) {
    for (const [at, part] of text.split('\n').entries()) {
      if (at > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, is });
    }
  }
  return lines;
}

export function joinedLines(lines: readonly Marked[]): Marked {
  return lines.flatMap((line, at) => (at === 0 ? line : [...plain('\n'), ...line]));
}

/** As a window of so many columns shows it: every longer line is broken where the window ends. */
export function wrapped(pieces: Marked, columns: number): Marked {
  let column = 0;
  return pieces.map(({ text, is }) => {
    let shown = '';
    for (const char of text) {
      if (column === columns && char !== '\n') {
        shown += '\n';
        column = 0;
      }
      shown += char;
      column = char === '\n' ? 0 : column + 1;
    }
    return { text: shown, is };
  });
}
