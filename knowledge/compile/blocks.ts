// Markdown's block tokens → the model's blocks.

import { Parser } from 'htmlparser2';
import type { Token, Tokens } from 'marked';
import { escapeInline } from '../inline-form.js';
import type { Block, Step } from '../model.js';
import { picturesIn } from './directives.js';
import { inlineMarkdown, inlineText, type ReadInline } from './inline.js';

type Note = Extract<Block, { kind: 'note' }>;

/**
 * @param tokens Block tokens of one section, headings excluded.
 * @param inline Reads the inline Markdown of the same article.
 */
export function blocksOf(tokens: readonly Token[], inline: ReadInline): Block[] {
  const blocks: Block[] = [];
  // The last log file named in the text: the block of output below belongs to it.
  let file: string | undefined;
  for (const token of tokens as readonly Tokens.Generic[]) {
    const made = blockOf(token, inline);
    for (const block of made) {
      if (block.kind === 'log') blocks.push(file === undefined ? block : { ...block, file });
      else {
        if (block.kind === 'text') file = logFileIn(block.text) ?? (blocks.at(-1)?.kind === 'log' ? undefined : file);
        blocks.push(block);
      }
    }
  }
  return blocks;
}

/** A heading that became part of a running text. */
export function headingBlock(heading: string): Block[] {
  return heading === '' ? [] : [{ kind: 'text', text: `**${escapeInline(heading)}**` }];
}

function blockOf(token: Tokens.Generic, inline: ReadInline): Block[] {
  switch (token.type) {
    case 'paragraph':
    case 'text':
      return textBlock(inlineMarkdown(inline(String(token.text))));
    case 'code':
      return codeBlock(token as Tokens.Code, inline);
    case 'blockquote':
      return quoteBlock(token as Tokens.Blockquote, inline);
    case 'list':
      return listBlock(token as Tokens.List, inline);
    case 'table':
      return tableBlock(token as Tokens.Table, inline);
    case 'heading':
      return headingBlock(inlineText(inline(String(token.text))));
    case 'html':
      return textBlock(escapeInline(htmlText(String(token.text))));
    default:
      return []; // space, rules, link definitions
  }
}

function textBlock(text: string): Block[] {
  return text === '' ? [] : [{ kind: 'text', text }];
}

function codeBlock({ text, codeBlockStyle }: Tokens.Code, inline: ReadInline): Block[] {
  const pictures = codeBlockStyle === 'indented' ? picturesIn(text) : undefined;
  return pictures?.flatMap((one) => textBlock(inlineMarkdown(inline(one)))) ?? logBlock(text);
}

function logBlock(text: string): Block[] {
  const lines = text.replace(/\u00a0/g, ' ').replace(/\s+$/, '');
  return lines.trim() === '' ? [] : [{ kind: 'log', text: lines }];
}

const callOut = /^\[!(note|tip|important|warning|caution)\]\s*/i;

function quoteBlock(token: Tokens.Blockquote, inline: ReadInline): Block[] {
  const [first, ...rest] = token.tokens as Tokens.Generic[];
  const firstText = first?.type === 'paragraph' ? String(first.text) : '';
  if (/^\[!(?:div|video)\b/i.test(firstText)) return [];
  const tone = callOut.exec(firstText)?.[1]?.toLowerCase() as Note['tone'] | undefined;
  if (tone !== undefined) {
    const opening = textBlock(inlineMarkdown(inline(firstText.replace(callOut, ''))));
    return [{ kind: 'note', tone, blocks: [...opening, ...blocksOf(rest, inline)] }];
  }
  return logBlock(quotedLines(token.tokens, inline));
}

// A quote is what someone saw on a screen or in a log: its line breaks are kept, its marks are not.
function quotedLines(tokens: readonly Token[], inline: ReadInline): string {
  return (tokens as readonly Tokens.Generic[])
    .map((token) => {
      switch (token.type) {
        case 'paragraph':
        case 'text':
        case 'heading':
          return inlineText(inline(String(token.text)), '\n').replace(/[ \t]*\\$/gm, '');
        case 'code':
          return String(token.text);
        case 'blockquote':
          return quotedLines((token as Tokens.Blockquote).tokens, inline);
        case 'list':
          return (token as Tokens.List).items.map((item) => quotedLines(item.tokens, inline)).join('\n');
        case 'table':
          return tableRows(token as Tokens.Table, inline)
            .map((row) => row.join('  '))
            .join('\n');
        case 'html':
          return htmlText(String(token.text));
        default:
          return '';
      }
    })
    .filter((text) => text !== '')
    .join('\n');
}

function listBlock(token: Tokens.List, inline: ReadInline): Block[] {
  const items = token.items
    .map((item) => stepOf(item, inline))
    .filter((step) => step.text !== '' || step.blocks.length > 0);
  return items.length === 0 ? [] : [{ kind: 'list', ordered: token.ordered, items }];
}

function stepOf(item: Tokens.ListItem, inline: ReadInline): Step {
  const [first, ...rest] = item.tokens.filter((token) => token.type !== 'space');
  const leads = first?.type === 'text' || first?.type === 'paragraph';
  return {
    text: leads ? inlineMarkdown(inline(String((first as Tokens.Generic).text))) : '',
    blocks: blocksOf(leads ? rest : first === undefined ? [] : [first, ...rest], inline),
  };
}

function tableBlock(token: Tokens.Table, inline: ReadInline): Block[] {
  return [{ kind: 'table', rows: tableRows(token, inline) }];
}

function tableRows(token: Tokens.Table, inline: ReadInline): string[][] {
  const row = (cells: readonly Tokens.TableCell[]): string[] => cells.map((cell) => inlineMarkdown(inline(cell.text)));
  return [row(token.header), ...token.rows.map(row)];
}

/** @returns `CcmSetup.log`; undefined when the text names none. */
function logFileIn(text: string): string | undefined {
  // Most texts name none, which the ending shows at far less cost than the whole name.
  return /\.(?:log|etl|evtx|txt)\b/i.test(text) ? text.match(/[\w.-]+\.(?:log|etl|evtx|txt)\b/gi)?.at(-1) : undefined;
}

/** The words of a piece of HTML, one line a block. */
function htmlText(html: string): string {
  let text = '';
  const parser = new Parser({
    ontext: (piece) => {
      text += piece;
    },
    onclosetag: (name) => {
      if (/^(?:p|div|li|tr|br|pre|h\d|summary)$/.test(name)) text += '\n';
    },
  });
  parser.end(html);
  return text
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}
