// The guided dialog at a terminal: the same bot, lines in place of messages and numbers in place of buttons.

import { createInterface, type Interface } from 'node:readline';
import { createColors } from 'picocolors';
import { type Bot, type Choice, type Incoming, isKnownWord, understandField, type View } from '../../bot/index.js';
import { drawView } from './draw-view.js';

export interface ChatParts {
  readonly bot: Bot;
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly columns?: number };
  readonly colour: boolean;
  /** Who talks, and in which conversation; nobody in particular unless told. */
  readonly who?: Omit<Incoming, 'event'>;
}

const widest = 100;

const somebody = { conversation: 'terminal', user: 'terminal' } as const;

/** Lines that follow each other faster than this were pasted, not typed. */
const quietMs = 80;

/**
 * Talks until the input ends or the person writes `/quit`.
 *
 * On a terminal, what is pasted is one message, however many lines. From a file or a pipe, a blank line ends a paste; a
 * line that is one of the choices, or a word such as `done`, is a message of its own.
 */
export async function chat({ bot, input, output, colour, who = somebody }: ChatParts): Promise<void> {
  const colours = createColors(colour);
  let choices: readonly Choice[] = [];
  let hasForm = false;
  let unfolded = '';
  /** Nothing folds here: what stands a few lines above already is only named. */
  const withoutRepeats = (view: View): View => ({
    ...view,
    parts: view.parts.map((part) => {
      if (part.kind !== 'fold') return part;
      const before = unfolded;
      unfolded = JSON.stringify(part.parts);
      return unfolded === before ? { kind: 'text', text: `${part.label}: as above.`, tone: 'quiet' } : part;
    }),
  });
  const show = async (event: { kind: 'joined' } | { kind: 'message'; text: string }): Promise<void> => {
    for (const view of await bot.receive({ ...who, event })) {
      choices = view.choices;
      hasForm = view.parts.some(({ kind }) => kind === 'input');
      const width = Math.min(output.columns ?? widest, widest);
      output.write(`\n${drawView(withoutRepeats(view), { colours, width })}\n\n`);
    }
  };

  await show({ kind: 'joined' });
  const messages =
    input.isTTY === true
      ? typed(input, output)
      : piped(input, (line) => isChoice(line, choices) || (hasForm && understandField(line) !== undefined));
  for await (const text of messages) {
    if (/^\/(?:quit|exit|q)\s*$/i.test(text.trim())) return;
    await show({ kind: 'message', text });
  }
}

function isChoice(line: string, choices: readonly Choice[]): boolean {
  const said = line.trim().toLowerCase();
  const number = /^\d$/.test(said) ? Number(said) : 0;
  return (
    said.startsWith('/') ||
    (number > 0 && number <= choices.length) ||
    choices.some(({ label }) => label.toLowerCase() === said) ||
    isKnownWord(line)
  );
}

async function* piped(input: NodeJS.ReadableStream, isMessage: (line: string) => boolean): AsyncGenerator<string> {
  let paste: string[] = [];
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (paste.length === 0 && isMessage(line)) yield line;
    else if (line.trim() !== '') paste.push(line);
    else if (paste.length > 0) {
      yield paste.join('\n');
      paste = [];
    }
  }
  if (paste.length > 0) yield paste.join('\n');
}

// Terminals that know bracketed paste say where a paste begins and ends; for the others, its speed tells.
const bracketedPaste = { on: '\u001b[?2004h', off: '\u001b[?2004l' };

async function* typed(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): AsyncGenerator<string> {
  const lines = createInterface({ input, output, terminal: true, prompt: '> ' });
  const inbox = joinedLines(input, lines);
  output.write(bracketedPaste.on);
  try {
    for (;;) {
      lines.prompt();
      const message = await inbox.next();
      if (message === undefined) return;
      if (message.trim() !== '') yield message;
    }
  } finally {
    output.write(bracketedPaste.off);
    lines.close();
  }
}

function joinedLines(input: NodeJS.ReadableStream, lines: Interface): { next(): Promise<string | undefined> } {
  const ready: (string | undefined)[] = [];
  let wake = (): void => {};
  let open: string[] = [];
  let pasting = false;
  let timer: NodeJS.Timeout | undefined;

  const deliver = (message: string | undefined): void => {
    ready.push(message);
    wake();
  };
  const flush = (): void => {
    clearTimeout(timer);
    if (open.length > 0) deliver(open.join('\n'));
    open = [];
  };
  const flushSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(flush, quietMs);
  };

  input.on('keypress', (_text: unknown, key: { name?: string } | undefined) => {
    if (key?.name === 'paste-start') pasting = true;
    if (key?.name !== 'paste-end') return;
    pasting = false;
    // A paste that ends in a line break is complete; otherwise its last line still waits for Enter.
    if (lines.line === '' && open.length > 0) flushSoon();
  });
  lines.on('line', (line) => {
    open.push(line);
    if (!pasting) flushSoon();
  });
  lines.on('close', () => {
    flush();
    deliver(undefined);
  });

  return {
    next: async () => {
      while (ready.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return ready.shift();
    },
  };
}
