// pastefix diagnose: one paste, or one a line of JSON.

import type { Readable } from 'node:stream';
import { answerObject, type Diagnosis, type Knowledge, neighboursIn } from '../../knowledge/index.js';
import type { Output } from './output.js';
import { printDiagnosis } from './print-diagnosis.js';
import { printLog } from './print-log.js';
import { fileSource, inputSource, placeIn, type ReadLog, type ReadProgress, readLog } from './read-log.js';
import { UsageError } from './usage-error.js';

export interface DiagnoseOptions {
  readonly json?: boolean;
  readonly jsonl?: boolean;
}

/** @returns Exit status: 0 when every paste has an answer, 1 when one has none. @throws {UsageError} */
export async function diagnose(
  knowledge: Knowledge,
  files: readonly string[],
  { json = false, jsonl = false }: DiagnoseOptions,
  input: Readable,
  output: Output,
): Promise<0 | 1> {
  if (json && jsonl) throw new UsageError('choose one of --json and --jsonl');
  if (jsonl) {
    const { diagnoseRows } = await import('./diagnose-rows.js');
    return diagnoseRows(knowledge, files, input, output);
  }
  const sources = files.length === 0 ? [inputSource(input)] : await Promise.all(files.map(fileSource));
  const read = await readLog(sources, () => knowledge.readLog(), { progress: progressOn(output) });
  output.progress('');
  const diagnosis = read.kind === 'log' ? read.log.diagnosis : knowledge.diagnose(read.text);
  if (json) output.print(JSON.stringify(answerObject(files.join(' ') || '-', diagnosis)));
  else output.print(printed(read, diagnosis, output));
  return diagnosis.verdict === 'none' ? 1 : 0;
}

function printed(read: ReadLog, diagnosis: Diagnosis, output: Output): string {
  const placeOf = (line: number): string => placeIn(read.sources, line);
  if (read.kind === 'log') return printLog(read.log, placeOf, output);
  return printDiagnosis(diagnosis, output, { placeOf, neighboursOf: (line) => neighboursIn(read.text, line) });
}

/** How much is read, and how fast: `Reading: 42 %, 310 MB/s`. */
function progressOn(output: Output): ReadProgress {
  const started = performance.now();
  let shown = started;
  return (done, total) => {
    const now = performance.now();
    if (now - shown < 100) return;
    shown = now;
    const share = total ? `${Math.floor((100 * done) / total)} %` : `${megabytes(done)} MB`;
    output.progress(`Reading: ${share}, ${megabytes((done * 1000) / (now - started))} MB/s`);
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
