import { expect, test } from '@jest/globals';
import { anchorOf } from '../../../knowledge/index.js';
import { rowId } from '../../../knowledge/rows/row-id.js';

test('a row is addressed by the heading above it, and so is what has a heading of its own', () => {
  expect([rowId('exit-codes', 12), 'exit-codes'].map((id) => anchorOf({ id }))).toEqual(['exit-codes', 'exit-codes']);
});
