// pastefix diagnose: one paste, or one a line.

import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { answerObject, type Knowledge } from '../../knowledge/index.js';
import type { Output } from './output.js';
import { printDiagnosis } from './print-diagnosis.js';
import { UsageError } from './usage-error.js';

export interface DiagnoseOptions {
  readonly json?: boolean;
  readonly jsonl?: boolean;
}

const Row = z.object({ id: z.union([z.string(), z.number()]).transform(String), text: z.string() });

/** @returns Exit status: 0 when every paste has an answer, 1 when one has none. @throws {UsageError} */
export async function diagnose(
  knowledge: Knowledge,
  files: readonly string[],
  { json = false, jsonl = false }: DiagnoseOptions,
  input: Readable,
  output: Output,
): Promise<0 | 1> {
  if (json && jsonl) throw new UsageError('choose one of --json and --jsonl');
  if (jsonl) return diagnoseRows(knowledge, files, input, output);
  const texts = files.length === 0 ? [await textOf(input)] : await Promise.all(files.map(readText));
  const diagnosis = knowledge.diagnose(texts.join('\n'));
  if (json) output.print(JSON.stringify(answerObject(files.join(' ') || '-', diagnosis)));
  else output.print(printDiagnosis(diagnosis, output));
  return diagnosis.verdict === 'none' ? 1 : 0;
}

// One bad row is one error answer's worth of trouble for whoever feeds it: it stops, and says which row.
async function diagnoseRows(
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

async function textOf(input: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk));
  return decode(Buffer.concat(chunks));
}

async function readText(file: string): Promise<string> {
  try {
    return decode(await readFile(file));
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

// Windows logs are often UTF-16 with a byte-order mark.
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}
