// The text of a message as the person saw it, whichever route it took through Teams.

import { z } from 'zod';
import { itemsOf, type TeamsActivity } from './activity.js';
import { textFromHtml } from './text-from-html.js';

export interface PasteText {
  /** Lines separated by `\n`, plain spaces, quotes and dashes; empty when the message has no text. */
  readonly text: string;
  /** Teams has visibly lost words of it in one rendering, so perhaps in the other too. */
  readonly incomplete: boolean;
}

/**
 * Prefers the HTML that Teams attaches, for `text` may have lost its line breaks there, unless the HTML lost more.
 * Only the bot's own mention is removed. Quoted and forwarded messages follow the person's own words; the bot's own
 * words, quoted back at it, are left out.
 */
export function pasteText(activity: TeamsActivity): PasteText {
  const plain = clean(plainText(activity));
  const html = richText(activity);
  const rich = html === undefined ? '' : clean(html);
  if (rich !== '') {
    const lost = shareOfWordsLost(plain, rich);
    return { text: lost > littleLost || losesLines(plain, rich) ? plain : rich, incomplete: lost >= muchLost };
  }
  if (plain !== '') return { text: plain, incomplete: false };
  const beginning = clean(quotedPreviews(activity));
  return { text: beginning, incomplete: beginning !== '' };
}

const mentionEntity = z.looseObject({
  type: z.literal('mention'),
  mentioned: z.looseObject({ id: z.string(), name: z.string().nullish() }),
  text: z.string().nullish(),
});

/** Whether the bot is spoken to by name. */
export function mentionsBot(activity: TeamsActivity): boolean {
  return mentionsOf(activity).some(({ mentioned }) => mentioned.id === activity.recipient?.id);
}

function mentionsOf(activity: TeamsActivity): readonly z.infer<typeof mentionEntity>[] {
  return itemsOf(activity.entities, mentionEntity);
}

const htmlAttachment = z.looseObject({ contentType: z.literal('text/html'), content: z.string() });

function richText(activity: TeamsActivity): string | undefined {
  const bot = activity.recipient?.id;
  const mentions = mentionsOf(activity);
  const html = itemsOf(activity.attachments, htmlAttachment)
    .map(({ content }) => content)
    .join('\n');
  const text = textFromHtml(html, (index) => bot !== undefined && mentions[index]?.mentioned.id === bot);
  if (text === undefined) return undefined;
  const quotes = text.quotes.filter(({ kind, sender }) => kind === 'forward' || sender === undefined || sender !== bot);
  return [text.own, ...quotes.map((quote) => quote.text)]
    .map(clean)
    .filter((part) => part !== '')
    .join('\n');
}

function plainText(activity: TeamsActivity): string {
  let text = activity.text ?? '';
  let from = 0;
  for (const { mentioned, text: mark } of mentionsOf(activity)) {
    const at = mark ? text.indexOf(mark, from) : -1;
    if (!mark || at < 0) continue;
    const shown =
      mentioned.id === activity.recipient?.id ? '' : (mentioned.name ?? mark.replace(/<\/?at\b[^>]*>/g, ''));
    text = text.slice(0, at) + shown + text.slice(at + mark.length);
    from = at + shown.length;
  }
  text = text.replace(/<quoted\b[^<>]*\/>/g, '');
  const isEscaped = !text.includes('<') && /&(?:lt|gt|amp|quot|nbsp|#\d+);/.test(text);
  return isEscaped ? (textFromHtml(`<pre>${text}</pre>`, () => false)?.own ?? text) : text;
}

const preview = z.looseObject({ senderId: z.string().nullish(), preview: z.string() });
const quotedReply = z.union([
  z.looseObject({ type: z.literal('quotedReply'), quotedReply: preview }).transform((entity) => entity.quotedReply),
  z.looseObject({ type: z.literal('quotedReply'), ...preview.shape }),
]);

/** The beginning of quoted messages, for a message that has nothing else to read. */
function quotedPreviews(activity: TeamsActivity): string {
  return itemsOf(activity.entities, quotedReply)
    .filter(({ senderId }) => senderId !== activity.recipient?.id)
    .map((quote) => quote.preview)
    .join('\n');
}

/** Makes plain what copying has dressed up. Idempotent. */
function clean(text: string): string {
  const plain = text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u201c-\u201f]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  return plain
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

/** Whether the HTML lacks lines of the plain text, though none of its words. */
function losesLines(plain: string, rich: string): boolean {
  const lineCount = (text: string) => text.split('\n').length;
  return bare(plain) === bare(rich) && lineCount(plain) > lineCount(rich);
}

/** A few words the two write differently: addresses of links, emoji. */
const littleLost = 0.1;
const muchLost = 0.3;

/** How much of the plain text the HTML lacks, 0 to 1; 0 where the HTML has more. */
function shareOfWordsLost(plain: string, rich: string): number {
  if (bare(plain).length <= bare(rich).length) return 0;
  const known = new Set(rich.split(/\s+/));
  const words = plain.split(/\s+/);
  return words.filter((word) => !known.has(word)).length / words.length;
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}
