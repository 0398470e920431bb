// Which logs an author reads for a fault, and where they lie: what to fetch when a paste says too little.

import type { Block, Issue } from '../knowledge/index.js';

export interface LogPlace {
  readonly file: string;
  /** Inline Markdown, the author's words: `` `%WINDIR%\CCM\Logs` ``. */
  readonly folder?: string;
  /** The author's words: `the client`. */
  readonly machine?: string;
}

/** More than these are a list nobody goes through. */
const most = 3;

/**
 * @param issues Those that are closest, best first.
 * @returns The logs that their symptoms quote, at most three; those first whose place is known.
 */
export function logsToLookInto(issues: readonly Issue[]): LogPlace[] {
  const files = new Map<string, string>();
  for (const { symptoms } of issues) {
    for (const block of symptoms.flatMap(within)) {
      if (block.kind !== 'log' || block.file === undefined || !/^[\w-]+\.log$/i.test(block.file)) continue;
      if (!files.has(block.file.toLowerCase())) files.set(block.file.toLowerCase(), block.file);
    }
  }
  // The first to name the machine wins, else the first.
  const named = issues.flatMap(placesIn);
  const inOrder = [...named.filter(({ machine }) => machine !== undefined), ...named];
  const places = new Map(inOrder.reverse().map((place) => [place.file.toLowerCase(), place]));
  const found = [...files].map(([key, file]) => ({ ...places.get(key), file }));
  return [...found.filter(({ folder }) => folder !== undefined), ...found.filter(({ folder }) => !folder)].slice(
    0,
    most,
  );
}

const logNames = /[\w-]+\.log/g;
// LocationServices.log or CcmMessaging.log in `PATH`; ccmsetup.log (`PATH`); X.log in the `Logs` folder of Y
const inFolder = /((?:[\w-]+\.log(?:, | or | and )?)+)\s*(?:\(|in (?:the )?)(`[^`]+`)( folder of the [\w ]+)?/g;
const onMachine = /^On (?:a|the) ([^,]+?)(?:, |$)/;

function placesIn({ symptoms, checks, resolutions, more }: Issue): LogPlace[] {
  const blocks = [...symptoms, ...checks.flatMap(({ how }) => how), ...resolutions.flatMap((it) => it.blocks), ...more];
  const sentences = blocks.flatMap(within).flatMap((block) => textsOf(block).flatMap(sentencesOf));
  return sentences.flatMap((sentence) => {
    const machine = onMachine.exec(sentence)?.[1];
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

function sentencesOf(text: string): string[] {
  return text.replace(/\*\*/g, '').split(/(?<=[.!?]) /);
}

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return [block.text];
    case 'list':
      return block.items.map(({ text }) => text);
    case 'table':
      return block.rows.flat();
    case 'log':
    case 'note':
      return [];
    default:
      return block satisfies never;
  }
}

/** The block and everything in it. */
function within(block: Block): Block[] {
  switch (block.kind) {
    case 'list':
      return [block, ...block.items.flatMap((item) => item.blocks.flatMap(within))];
    case 'note':
      return [block, ...block.blocks.flatMap(within)];
    case 'text':
    case 'log':
    case 'table':
      return [block];
    default:
      return block satisfies never;
  }
}
