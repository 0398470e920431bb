// Where a command prints: colours and progress on a terminal, plain text elsewhere.

import { createColors } from 'picocolors';

export type Colours = ReturnType<typeof createColors>;

export interface Output {
  readonly colours: Colours;
  /** Columns to wrap at. */
  readonly width: number;
  /** One or more lines to standard output. */
  print(text: string): void;
  /** A state that replaces the one before it, on a terminal only; an empty text takes it away. */
  progress(text: string): void;
}

export interface Streams {
  readonly stdout: { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown };
  readonly stderr: { readonly isTTY?: boolean; write(text: string): unknown };
}

/** @param env `NO_COLOR` and `FORCE_COLOR` as everywhere. */
export function createOutput({ stdout, stderr }: Streams, env: NodeJS.ProcessEnv): Output {
  const coloured = env['NO_COLOR'] === undefined && (stdout.isTTY === true || env['FORCE_COLOR'] !== undefined);
  return {
    colours: createColors(coloured),
    // Some terminals do not know, and say 0.
    width: Math.min(stdout.columns || 100, 120),
    print: (text) => void stdout.write(`${text}\n`),
    progress: (text) => {
      if (stderr.isTTY === true) stderr.write(`\r\u001b[K${text}`);
    },
  };
}
