// pastefix diagnose --jsonl: one paste a line.

import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { answerObject, type Knowledge } from '../../knowledge/index.js';
import { cannotRead } from './cannot-read.js';
import type { Output } from './output.js';
import { textOf } from './read-log.js';
import { UsageError } from './usage-error.js';

const Row = z.object({ id: z.union([z.string(), z.number()]).transform(String), text: z.string() });

// One bad row is one error answer's worth of trouble for whoever feeds it: it stops, and says which row.
/** Answers one paste a line: `{"id","text"}`. @throws {UsageError} */
export async function diagnoseRows(
  knowledge: Knowledge,
  files: readonly string[],
  input: Readable,
  output: Output,
): Promise<0> {
  const text = files.length === 0 ? input : undefined;
  let number = 0;
  const answer = (line: string): void => {
    number += 1;
    if (line.trim() === '') return;
    const { id, text } = rowOf(line, number);
    output.print(JSON.stringify(answerObject(id, knowledge.diagnose(text))));
  };
  if (text !== undefined)
    for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) answer(line);
  for (const file of files) for (const line of (await readText(file)).split('\n')) answer(line);
  return 0;
}

function rowOf(line: string, number: number): z.infer<typeof Row> {
  try {
    return Row.parse(JSON.parse(line));
  } catch (error) {
    throw new UsageError(`line ${number} is not {"id": …, "text": …}`, { cause: error });
  }
}

async function readText(file: string): Promise<string> {
  try {
    return textOf([await readFile(file)]);
  } catch (error) {
    throw cannotRead(file, error);
  }
}
