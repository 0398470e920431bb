// What tells issues apart that a person can look up: the log they show in, the status, the code, the product.

import { blocksWithin, proseOf } from '../../blocks-within.js';
import { findCodes, innerOf, isGeneric } from '../../codes/index.js';
import { plainText } from '../../inline-form.js';
import type { ArticleInfo, Block, Issue } from '../../model.js';
import { eventNumbersIn } from '../features/event-numbers.js';
import { tidyName } from '../features/symbols.js';
import { type ProductName, productNames } from './product-names.js';

export const aspects = [
  'status-text',
  'status',
  'code',
  'event',
  'log',
  'product',
  'name',
  'version',
  'variant',
] as const;

/** In the order in which they are easily looked up: what stands in the line itself first. */
export type Aspect = (typeof aspects)[number];

/** What an issue says of an aspect: each value once, as its author writes it, by what it is compared by. */
export type Values = ReadonlyMap<string, string>;

export type Traits = Readonly<Record<Aspect, Values>>;

/** An issue, and the article it stands in. */
export interface Placed {
  readonly article: ArticleInfo;
  readonly issue: Issue;
}

/** Characters of an issue's symptoms, and of what else names logs, that are looked at: some articles are books. */
const longest = { symptoms: 5000, around: 2500 } as const;

export function traitsOf({ article, issue }: Placed): Traits {
  const symptoms = blocksWithin(issue.symptoms.slice(0, 80));
  const seen = textOf([issue.title, article.title], symptoms, longest.symptoms);
  const around = textOf([], blocksWithin([...issue.causes, ...issue.checks.flatMap(({ how }) => how)]), longest.around);
  const statusTexts = found(seen, statusText);
  const products = article.product === undefined ? [] : productNames(article.product);
  return {
    'status-text': statusTexts,
    status: mayHoldStatus.test(seen) ? found(seen, status) : none,
    code: codesIn(seen),
    event: valuesOf(eventNumbersIn(seen).map(({ number }) => number)),
    log: valuesOf([...symptoms.flatMap(fileOf), ...logsIn(seen), ...logsIn(around)]),
    product: valuesOf(products.map(({ product }) => product)),
    name: namesIn(seen, statusTexts),
    version: valuesOf([...products.flatMap((one) => one.version ?? []), ...versionsIn(seen, products)]),
    variant: valuesOf(issue.resolutions.filter(({ kind }) => kind === 'variant').map(({ title }) => title)),
  };
}

const none: Values = new Map();

// Most texts hold none of what is looked for. The patterns with `may` in their names tell that at a glance.
const mayNameLog = /\.log\b/i;
const logName = /\b[\w-]+\.log\b/gi;
// StatusText= CMGConnector_Forbidden, HTTP/1.1 403 CMGConnector_Forbidden
const statusText = /(?:\bStatusText\s?[=:]\s?['"“]?|\b[45]\d\d[ :]{1,2})([A-Za-z]\w*_[\w-]*\w)/g;
// StatusCode= 403, HTTP 403.7, HTTP status code 503, (403) Forbidden
const status =
  /(?:\bStatusCode\s?[=:]\s?|\bHTTP(?:\/\d(?:\.\d)?)?(?: status| error)?(?: code)?\s?:?\s?|\(|\berror\s)([45]\d\d(?:\.\d{1,2})?)\b(?!\w)/gi;
const mayHoldStatus = /[45]\d\d/;
const versionNumber = /\b((?:version|build) (?:\d{4,5}|\d+(?:\.\d+){1,3}))\b/gi;
const name = /\b[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+\b|\b\w{3,60}(?:Exception|Error)\b/g;
const mayHoldName = /_|\w(?:Exception|Error)\b/;
// Places for a name of one's own, and parts of the registry, stand in articles, not in logs.
const placeholder = /^HKEY_|^HKLM_|^[a-z_]+$|_(?:[Nn]ame|NAME|[Pp]ath|PATH|[Hh]ere|ID|Id)$/;

/** @returns A line each, in plain text. */
function textOf(titles: readonly string[], blocks: readonly Block[], most: number): string {
  let text = titles.join('\n');
  for (const block of blocks) {
    if (text.length >= most) break;
    for (const one of block.kind === 'log' ? [block.text] : proseOf(block).map(plainText)) text += `\n${one}`;
  }
  return text.slice(0, most);
}

function fileOf(block: Block): readonly string[] {
  return block.kind === 'log' && block.file !== undefined && /\.\w{2,4}$|\blog$/i.test(block.file) ? [block.file] : [];
}

function logsIn(text: string): readonly string[] {
  return (mayNameLog.test(text) && text.match(logName)) || [];
}

/** "Version 1607" may be one of any product, unless the article is about one. */
function versionsIn(text: string, about: readonly ProductName[]): readonly string[] {
  const [only, another] = new Set(about.map(({ product }) => product));
  if (only === undefined || another !== undefined) return [];
  return Array.from(found(text, versionNumber).values(), (version) => `${only} ${version.toLowerCase()}`);
}

function found(text: string, pattern: RegExp): Values {
  return valuesOf(Array.from(text.matchAll(pattern), (match) => match[1] ?? ''));
}

function namesIn(text: string, others: Values): Values {
  if (!mayHoldName.test(text)) return none;
  const names = Array.from(text.match(name) ?? [], tidyName);
  return valuesOf(names.filter((one) => !placeholder.test(one) && !others.has(one.toLowerCase())));
}

/** By value; what an HRESULT wraps is the same code. One or two digits are found in any log. */
function codesIn(text: string): Values {
  const codes = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (!mayHoldCode.test(line)) continue;
    for (const { value, text: written, certain } of findCodes(line)) {
      const key = codeKey(value);
      if (certain && written.length > 2 && !isGeneric(value) && !codes.has(key)) codes.set(key, written);
    }
  }
  return codes;
}

const mayHoldCode = /\d[\da-f]{2}|0x/i;

/** What a code is compared by. */
export function codeKey(value: number): string {
  const inner = innerOf(value);
  return String(inner?.space === 'win32' ? inner.value : value);
}

function valuesOf(texts: readonly string[]): Values {
  const values = new Map<string, string>();
  for (const text of texts) if (text !== '' && !values.has(text.toLowerCase())) values.set(text.toLowerCase(), text);
  return values;
}
