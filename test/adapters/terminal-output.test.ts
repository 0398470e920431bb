import { describe, expect, test } from '@jest/globals';
import { createOutput, type Streams } from '../../adapters/terminal/output.js';

interface Written extends Streams {
  readonly out: string[];
  readonly err: string[];
}

function streams(isTTY: boolean, columns?: number): Written {
  const out: string[] = [];
  const err: string[] = [];
  return {
    out,
    err,
    stdout: { isTTY, ...(columns !== undefined && { columns }), write: (text) => out.push(text) },
    stderr: { isTTY, write: (text) => err.push(text) },
  };
}

describe('progress', () => {
  test('replaces what it said before on a terminal', () => {
    const to = streams(true);
    const output = createOutput(to, {});
    output.progress('42 %');
    output.progress('');
    expect(to.err).toEqual(['\r\u001b[K42 %', '\r\u001b[K']);
    expect(to.out).toEqual([]);
  });

  test('is not told to a pipe or a file', () => {
    const to = streams(false);
    createOutput(to, {}).progress('42 %');
    expect([...to.err, ...to.out]).toEqual([]);
  });
});

test.each([
  [undefined, 100],
  [0, 100],
  [72, 72],
  [300, 120],
])('a terminal of %s columns is wrapped at %d', (columns, expected) => {
  expect(createOutput(streams(true, columns), {}).width).toBe(expected);
});

test.each<[isTTY: boolean, env: NodeJS.ProcessEnv, expected: boolean]>([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: '1' }, false],
  [false, { FORCE_COLOR: '1' }, true],
])('terminal %s, environment %p: coloured %s', (isTTY, env, expected) => {
  expect(createOutput(streams(isTTY), env).colours.isColorSupported).toBe(expected);
});
