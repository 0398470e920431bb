// Reads inline Markdown in the one small form that articles and views use: **bold**, *italic*, `code`,
// [text](https://…), and a backslash before any of \ ` * _ [ ] that is meant as itself. Everything else is text.

/** A stretch of text that looks the same throughout. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly code?: true;
  /** An `http` or `https` address; links to anywhere else are read as their text. */
  readonly href?: string;
}

type Look = Omit<Run, 'text'>;

const escapable = /[\\`*_[\]]/;
const address = /^https?:\/\/[^\s()<>]+$/i;

/**
 * Splits inline Markdown into runs. Marks that are never closed are text.
 *
 * @returns In order; neighbours differ in look. Empty for empty text.
 */
export function parseInline(markdown: string): Run[] {
  return joined(runs(markdown, {}));
}

/** The text alone, links by their text. */
export function inlineToText(markdown: string): string {
  return parseInline(markdown)
    .map((run) => run.text)
    .join('');
}

function runs(markdown: string, look: Look): Run[] {
  const found: Run[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain !== '') found.push({ text: plain, ...look });
    plain = '';
  };
  let at = 0;
  while (at < markdown.length) {
    const char = markdown.charAt(at);
    const next = markdown.charAt(at + 1);
    if (char === '\\' && escapable.test(next)) {
      plain += next;
      at += 2;
      continue;
    }
    const marked = markedAt(markdown, at, look);
    if (marked === undefined) {
      plain += char;
      at += 1;
      continue;
    }
    flush();
    found.push(...marked.runs);
    at = marked.end;
  }
  flush();
  return found;
}

function markedAt(markdown: string, at: number, look: Look): { runs: Run[]; end: number } | undefined {
  const char = markdown.charAt(at);
  if (char === '`') {
    const close = markdown.indexOf('`', at + 1);
    if (close <= at + 1) return undefined;
    return { runs: [{ text: markdown.slice(at + 1, close), ...look, code: true }], end: close + 1 };
  }
  if (char === '*') {
    const mark = markdown.startsWith('**', at) && look.bold === undefined ? '**' : '*';
    if (mark === '*' && look.italic !== undefined) return undefined;
    const start = at + mark.length;
    const close = closing(markdown, start, mark);
    if (close === undefined || close === start || /\s/.test(markdown.charAt(start))) return undefined;
    const inner = mark === '**' ? { ...look, bold: true as const } : { ...look, italic: true as const };
    return { runs: runs(markdown.slice(start, close), inner), end: close + mark.length };
  }
  if (char === '[' && look.href === undefined) {
    const close = closing(markdown, at + 1, ']');
    if (close === undefined || markdown.charAt(close + 1) !== '(') return undefined;
    const end = markdown.indexOf(')', close + 2);
    if (end < 0) return undefined;
    const href = markdown.slice(close + 2, end);
    if (/\s/.test(href)) return undefined;
    const text = markdown.slice(at + 1, close);
    return { runs: runs(text, address.test(href) ? { ...look, href } : look), end: end + 1 };
  }
  return undefined;
}

// Where `mark` next stands outside escapes, code and marks within. `***` ends two at once, the inner one first.
function closing(markdown: string, from: number, mark: '**' | '*' | ']'): number | undefined {
  let inner = false;
  for (let at = from; at < markdown.length; at += 1) {
    const char = markdown.charAt(at);
    const stars = char === '*' ? (/^\*+/.exec(markdown.slice(at, at + 3))?.[0].length ?? 0) : 0;
    if (char === '\\' && escapable.test(markdown.charAt(at + 1))) at += 1;
    else if (char === '`') at = Math.max(at, markdown.indexOf('`', at + 1));
    else if (mark === ']' && char === ']') return at;
    else if (mark === '**' && stars >= 2) return at + stars - 2;
    else if (mark === '*' && stars === 1) return at;
    else if (mark === '*' && stars === 3) return inner ? at + 2 : at;
    else if (mark === '*' && stars === 2) {
      inner = !inner;
      at += 1;
    }
  }
  return undefined;
}

function joined(all: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of all) {
    const last = result.at(-1);
    if (last !== undefined && sameLook(last, run)) result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  return result;
}

function sameLook(a: Run, b: Run): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.code === b.code && a.href === b.href;
}
