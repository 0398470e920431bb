// Which logs an author reads for a fault, and where they lie: what to fetch when a paste says too little.

import { blocksWithin, proseOf } from './blocks-within.js';
import type { Candidate } from './diagnosis.js';
import { plainText } from './inline-form.js';
import type { Issue } from './model.js';

export interface LogPlace {
  readonly file: string;
  /** Inline Markdown, the author's words: `` `%WINDIR%\CCM\Logs` ``. */
  readonly folder?: string;
  /** The author's words: `the client`. */
  readonly machine?: string;
}

export interface LogsToLookInto {
  /** At most three, those first whose place is known. */
  readonly places: readonly LogPlace[];
  /** All that is known is about this product, and nothing says that the paste is. */
  readonly onlyIfAbout?: string;
}

/** More than these are a list nobody goes through. */
const most = 3;
const mostCandidates = 5;

/** Candidates with less confidence share hardly more than commonplace words with the paste. */
const farFetched = 0.05;

/**
 * @param candidates What may be behind a paste, best first.
 * @returns The logs that the symptoms of the first few quote; none where the candidates are far-fetched and not even about
 * one product.
 */
export function logsToLookInto(candidates: readonly Omit<Candidate, 'evidence'>[]): LogsToLookInto {
  const closest = candidates.slice(0, mostCandidates);
  const products = new Set(closest.map(({ article }) => article.product));
  const [product] = products;
  const isFarFetched = closest.every(({ confidence }) => confidence < farFetched);
  const issues = closest
    .filter(({ confidence }) => products.size === 1 || confidence >= farFetched)
    .map(({ issue }) => issue);
  const files = new Map<string, string>();
  for (const { symptoms } of issues) {
    for (const block of blocksWithin(symptoms)) {
      if (block.kind !== 'log' || block.file === undefined || !/^[\w-]+\.log$/i.test(block.file)) continue;
      if (!files.has(block.file.toLowerCase())) files.set(block.file.toLowerCase(), block.file);
    }
  }
  // The first to name the machine wins, else the first.
  const named = issues.flatMap(placesIn);
  const inOrder = [...named.filter(({ machine }) => machine !== undefined), ...named];
  const places = new Map(inOrder.reverse().map((place) => [place.file.toLowerCase(), place]));
  const found = [...files].map(([key, file]) => ({ ...places.get(key), file }));
  const ordered = [...found.filter(({ folder }) => folder !== undefined), ...found.filter(({ folder }) => !folder)];
  // (current branch)
  const onlyIfAbout = isFarFetched && product !== undefined ? { onlyIfAbout: product.replace(/ \(.*$/, '') } : {};
  return { places: ordered.slice(0, most), ...onlyIfAbout };
}

/** One sentence, in plain text; empty where there is no log to name. */
export function logsSentence({ places, onlyIfAbout }: LogsToLookInto): string {
  const where = places.map(({ file, folder, machine }) => {
    const place = [machine && `on ${machine}`, folder && `in ${plainText(folder)}`].filter(Boolean).join(', ');
    return place === '' ? file : `${file} (${place})`;
  });
  if (where.length === 0) return '';
  const faults = onlyIfAbout === undefined ? 'The closest known faults' : `If it is about ${onlyIfAbout}: known faults`;
  return `${faults} show in ${where.join('; ')}.`;
}

const logNames = /[\w-]+\.log/g;
// LocationServices.log or CcmMessaging.log in `PATH`; ccmsetup.log (`PATH`); X.log in the `Logs` folder of Y
const inFolder = /((?:[\w-]+\.log(?:, | or | and )?)+)\s*(?:\(|in (?:the )?)(`[^`]+`)( folder of the [\w ]+)?/g;
const onMachine = /^On (?:a|the) ([^,]+?)(?:, |$)/;
// On the internet, on the General tab.
const noMachine = /\b(?:internet|intranet|network|tab|page|pane|ribbon|menu)$/i;

function placesIn({ symptoms, checks, resolutions, more }: Issue): LogPlace[] {
  const blocks = [...symptoms, ...checks.flatMap(({ how }) => how), ...resolutions.flatMap((it) => it.blocks), ...more];
  const sentences = blocksWithin(blocks).flatMap((block) => proseOf(block).flatMap(sentencesOf));
  return sentences.flatMap((sentence) => {
    const machine = machineIn(sentence);
    return [...sentence.matchAll(inFolder)].flatMap(([, names = '', path = '', of]) => {
      const folder = of === undefined ? path : `the ${path}${of.trimEnd()}`;
      return (names.match(logNames) ?? []).map((file) => ({
        file,
        folder,
        ...(machine === undefined ? {} : { machine: `the ${machine}` }),
      }));
    });
  });
}

function machineIn(sentence: string): string | undefined {
  const [, place] = onMachine.exec(sentence) ?? [];
  return place === undefined || noMachine.test(place) ? undefined : place;
}

function sentencesOf(text: string): string[] {
  return text.replace(/\*\*/g, '').split(/(?<=[.!?]) /);
}
