// The lines a person saw when they sent a message, out of the HTML that Teams made of it.

import { Parser } from 'htmlparser2';

export interface HtmlText {
  /** What the person wrote; lines separated by `\n`. */
  readonly own: string;
  /** Messages quoted or forwarded along with it, in order. */
  readonly quotes: readonly Quote[];
}

export interface Quote {
  readonly kind: 'reply' | 'forward';
  /** Id of whoever wrote the quoted message, where the quote says so. */
  readonly sender?: string;
  readonly text: string;
}

/** Nested deeper than any message: not worth reading as HTML, and slow to. */
const maxDepth = 500;
const chunkLength = 16_384;

/**
 * Reads a message as HTML. Log markup and other things in angle brackets that are no HTML count as text, since some
 * routes into a message leave them unescaped.
 *
 * @param hidesMention Whether to leave out the mention with that index among the activity's mentions.
 * @returns undefined when the nesting is absurd.
 */
export function textFromHtml(html: string, hidesMention: (index: number) => boolean): HtmlText | undefined {
  const own = new Lines();
  const quotes: { kind: Quote['kind']; sender?: string; lines: Lines }[] = [];
  const stack: Frame[] = [{ lines: own, hidden: false, verbatim: false, cells: undefined, inCell: false }];
  let mentions = 0;

  const source = shieldLogMarkup(html);
  const top = (): Frame =>
    stack.at(-1) ?? { lines: own, hidden: false, verbatim: false, cells: undefined, inCell: false };
  const raw = (): string => source.slice(parser.startIndex, parser.endIndex + 1);

  const parser = new Parser({
    onopentag(name, attributes) {
      const parent = top();
      const frame: Frame = { ...parent, cells: name === 'tr' ? { count: 0 } : parent.cells };
      stack.push(frame);
      const role = roleOf(attributes);
      if (!elements.has(name)) {
        if (!parent.hidden) parent.lines.text(raw(), parent.verbatim);
        return;
      }
      if (blocks.has(name)) parent.lines.startBlock(parent.inCell);
      if (name === 'blockquote' && (role === 'Reply' || role === 'Forward')) {
        frame.lines = new Lines();
        quotes.push({ kind: role === 'Reply' ? 'reply' : 'forward', lines: frame.lines });
        return;
      }
      if (attributes['itemprop'] === 'mri' && frame.lines !== own) {
        const quote = quotes.at(-1);
        if (quote !== undefined && attributes['itemid'] !== undefined) quote.sender = attributes['itemid'];
      }
      if (name === 'at' || role === 'Mention') {
        const index = Number.parseInt(attributes['itemid'] ?? attributes['id'] ?? '', 10);
        frame.hidden ||= hidesMention(Number.isNaN(index) ? mentions : index);
        mentions += 1;
      }
      frame.hidden ||=
        hiddenElements.has(name) || role === 'CodeBlockEditor' || isQuoteHeading(frame.lines !== own, attributes);
      frame.verbatim ||= verbatimElements.has(name);
      if (name === 'br' && !frame.hidden) frame.lines.breakLine();
      if (name === 'img' && !frame.hidden && role === 'Emoji') frame.lines.text(attributes['alt'] ?? '', true);
      if ((name === 'td' || name === 'th') && frame.cells !== undefined) {
        if (frame.cells.count > 0) frame.lines.text('\t', true);
        frame.cells.count += 1;
        frame.inCell = true;
      }
    },
    onclosetag(name, isImplied) {
      stack.pop();
      const parent = top();
      if (blocks.has(name)) parent.lines.startBlock(parent.inCell);
      // A parser that took `<time="…">` of a log for an element has also closed it; nobody wrote that.
      if (!elements.has(name) && !isImplied && !name.includes('=') && !parent.hidden) {
        parent.lines.text(raw(), parent.verbatim);
      }
    },
    ontext(text) {
      const { lines, hidden, verbatim } = top();
      if (!hidden) lines.text(text, verbatim);
    },
    oncomment(text) {
      const { lines, hidden, verbatim } = top();
      // What a browser makes of `<![LOG[…]LOG]!>`.
      if (!hidden && text.startsWith('[LOG[')) lines.text(`<!${text}>`, verbatim);
    },
  });

  for (let at = 0; at < source.length; at += chunkLength) {
    if (stack.length > maxDepth) return undefined;
    parser.write(source.slice(at, at + chunkLength));
  }
  parser.end();
  return {
    own: own.toString(),
    quotes: quotes.map(({ lines, ...quote }) => ({ ...quote, text: lines.toString() })),
  };
}

/** What holds inside an element. */
interface Frame {
  lines: Lines;
  hidden: boolean;
  /** White space is kept. */
  verbatim: boolean;
  /** Cells so far in the table row. */
  cells: { count: number } | undefined;
  inCell: boolean;
}

/** Text as it comes, with white space treated as a browser does. */
class Lines {
  readonly #parts: string[] = [];
  /** Last character. */
  #end = '\n';
  #owesSpace = false;

  /** Adds text to the current line; `verbatim` text may hold several. */
  text(text: string, verbatim: boolean): void {
    if (verbatim) {
      this.#add(text.replace(/\r\n?/g, '\n'));
      return;
    }
    // Tabs separate the columns of copied logs; browsers would fold them.
    const folded = text.replace(/[ \t\r\n]+/g, (gap) => (/[\r\n]/.test(gap) ? ' ' : gap.replace(/ +/g, ' ')));
    this.#add(this.#end === '\n' ? folded.replace(/^ +/, '') : folded);
  }

  breakLine(): void {
    this.#add('\n');
  }

  /** Blocks of a table cell stay on the line of their row. */
  startBlock(inCell: boolean): void {
    if (inCell) this.#owesSpace = /\S/.test(this.#end);
    else if (this.#end !== '\n') this.#add('\n');
  }

  toString(): string {
    return this.#parts.join('');
  }

  #add(text: string): void {
    if (text === '') return;
    this.#parts.push(this.#owesSpace && /^\S/.test(text) ? ` ${text}` : text);
    this.#owesSpace = false;
    this.#end = text.at(-1) ?? '';
  }
}

/** A parser would take an unescaped `<![LOG[` for a comment and lose everything up to the next `>`. */
function shieldLogMarkup(html: string): string {
  return html.replaceAll('<![LOG[', '&lt;![LOG[');
}

/** Teams marks what an element is with an address: `http://schema.skype.com/Mention` gives `Mention`. */
function roleOf(attributes: Readonly<Record<string, string>>): string | undefined {
  return /schema\.skype\.com\/(\w+)/.exec(attributes['itemtype'] ?? '')?.[1];
}

/** A quote begins with who wrote it when; neither is part of the quoted text. */
function isQuoteHeading(inQuote: boolean, attributes: Readonly<Record<string, string>>): boolean {
  return inQuote && (attributes['itemprop'] === 'mri' || attributes['itemprop'] === 'time');
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const blocks = words(`
  address article aside blockquote codeblock dd details div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul
`);

const verbatimElements = words('pre code codeblock textarea');

/** `attachment` and `quoted` are placeholders of Teams; the rest is never shown as text. */
const hiddenElements = words('attachment quoted script style head template object iframe svg audio video');

/** Everything else in angle brackets is text that nobody escaped. */
const elements = new Set([
  ...blocks,
  ...verbatimElements,
  ...hiddenElements,
  ...words(`
    a abbr acronym at b bdi bdo big body br caption center cite col colgroup data dfn del em emoji font html i img
    input ins kbd label link mark meta option picture q rp rt ruby s samp select small source span strike strong sub
    sup td th title tt u var wbr o:p
  `),
]);
