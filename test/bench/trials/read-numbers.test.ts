import { expect, test } from '@jest/globals';
import { readNumbers } from '../../../bench/trials/read-numbers.js';

const usual = { kills: 200, seed: 1 };

test('what is not said is as usual', () => {
  expect(readNumbers([], usual)).toEqual(usual);
  expect(readNumbers(['--kills', '7'], usual)).toEqual({ kills: 7, seed: 1 });
  expect(readNumbers(['--seed=0', '--kills=3'], usual)).toEqual({ kills: 3, seed: 0 });
});

test.each([
  ['an unknown option', ['--help']],
  ['something beside options', ['7']],
  ['no number', ['--kills', 'many']],
  ['nothing', ['--kills', '']],
  ['a part', ['--kills', '1.5']],
  ['none', ['--kills', '0']],
  ['less than none', ['--kills=-1']],
])('%s is not understood', (_, args) => {
  expect(readNumbers(args, usual)).toBeUndefined();
});
