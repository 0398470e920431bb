// The block between `---` lines on top of an article. Ours holds title, description, product, updated, kb and sources; public
// repositories have keys of their own, of which the date is of use.

import { parseDocument } from 'yaml';
import { z } from 'zod';
import { readPlainYaml } from './plain-yaml.js';

/** What the block says; keys it does not have, or has in a form that makes no sense, are absent. */
export interface FrontMatter {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly product?: string | undefined;
  readonly updated?: string | undefined;
  readonly url?: string | undefined;
  readonly kb: readonly string[];
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  /** The stage of every issue, or of some by their ids. */
  readonly stage?: string | Readonly<Record<string, string>> | undefined;
  /** As written, to be checked by `readRoute`. */
  readonly route?: unknown;
  /** As written, to be checked by `readAsides`. */
  readonly harmless?: unknown;
  readonly consequences?: unknown;
}

export interface SplitArticle {
  readonly frontMatter: FrontMatter;
  /** Message of the YAML parser, for the author. */
  readonly fault?: string;
  /** Lines before the body: what to add to a line number within it. */
  readonly bodyLine: number;
  /** Line of the first key of that name, at any depth; the first line when there is none. */
  lineOf(key: string): number;
  readonly body: string;
}

const text = z.union([z.string(), z.number()]).transform(String);
const list = <T extends z.ZodType>(item: T) => z.union([z.array(item), item.transform((one) => [one])]);
const texts = list(text);
const address = z.url();
const sources = list(z.object({ title: text, url: z.url({ protocol: /^https?$/ }) }));
const stages = z.union([text, z.record(z.string(), text)]);
const anything = z.unknown();

/** The value of a key, where it is there and makes sense. */
type ReadKey = <T>(key: string, kind: z.ZodType<T>) => T | undefined;

// Key by key: public articles have few of ours, and looking for all that they do not have takes longer than the rest.
function keysOf(value: unknown): ReadKey {
  const values = new Map(Object.entries(Object(value)));
  return (key, kind) => (values.has(key) ? kind.safeParse(values.get(key)).data : undefined);
}

/** Takes the block off an article. An article without one is all body. Never throws. */
export function splitFrontMatter(article: string): SplitArticle {
  const block = /^\ufeff?---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(article);
  if (block === null) return { frontMatter: { kb: [], sources: [] }, bodyLine: 0, lineOf: () => 1, body: article };
  const yaml = block[1] ?? '';
  const { value, fault } = readYaml(yaml);
  const read = keysOf(value);
  return {
    frontMatter: {
      title: read('title', text),
      description: read('description', text),
      product: read('product', text),
      updated: dayOf(read('updated', text) ?? read('ms.date', text)),
      url: read('url', address),
      kb: read('kb', texts) ?? [],
      sources: read('sources', sources) ?? [],
      stage: read('stage', stages),
      route: read('route', anything),
      harmless: read('harmless', anything),
      consequences: read('consequences', anything),
    },
    ...(fault === undefined ? {} : { fault }),
    bodyLine: block[0].split('\n').length - 1,
    lineOf: (key) => yaml.split('\n').findIndex((line) => line.trimStart().startsWith(`${key}:`)) + 2,
    body: article.slice(block[0].length),
  };
}

function readYaml(yaml: string): { readonly value: unknown; readonly fault?: string | undefined } {
  const plain = readPlainYaml(yaml);
  if (plain !== undefined) return { value: plain };
  const document = parseDocument(yaml, { logLevel: 'silent', prettyErrors: false });
  return { value: plainValue(document), fault: document.errors[0]?.message };
}

function plainValue(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 }) ?? {};
  } catch {
    return {}; // Aliases without an anchor, or too many: the fault is reported by the parser's own message.
  }
}

// American `02/28/2025` in public repositories, ISO in ours.
function dayOf(date: string | undefined): string | undefined {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(date ?? '');
  if (american !== null) return `${american[3]}-${american[1]?.padStart(2, '0')}-${american[2]?.padStart(2, '0')}`;
  return /^\d{4}-\d{2}-\d{2}/.exec(date ?? '')?.[0];
}
