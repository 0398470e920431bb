import { stripVTControlCharacters } from 'node:util';
import { expect, test } from '@jest/globals';
import { createLog } from '../../adapters/log.js';

const at = Date.UTC(2026, 0, 2, 3, 4, 5, 678);

function written(isTTY: boolean): { readonly lines: string[]; readonly log: ReturnType<typeof createLog> } {
  const lines: string[] = [];
  return { lines, log: createLog({ isTTY, write: (text: string) => lines.push(text) }, () => at) };
}

test('machines get one JSON object a line', () => {
  const { lines, log } = written(false);
  log('turn', { kind: 'message', tookMs: 12 });
  log('ready');
  expect(lines).toEqual([
    '{"time":"2026-01-02T03:04:05.678Z","event":"turn","kind":"message","tookMs":12}\n',
    '{"time":"2026-01-02T03:04:05.678Z","event":"ready"}\n',
  ]);
});

test('a terminal gets colours, and nothing from outside can steer it', () => {
  const { lines, log } = written(true);
  log('turn', { part: 'a\u001b[2Jb\nc' });
  expect(lines.map(stripVTControlCharacters)).toEqual(['03:04:05 turn part=a [2Jb c\n']);
  expect(lines[0]).toContain('\u001b[1mturn');
});

test('no field can hide what happened', () => {
  const lines: string[] = [];
  const log = createLog({ write: (text) => lines.push(text) }, () => 0);
  log('turn', { event: 'message', time: 1, tookMs: 2 });
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { time: '1970-01-01T00:00:00.000Z', event: 'turn', tookMs: 2 },
  ]);
});
