import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { readPlainYaml } from '../../../knowledge/compile/plain-yaml.js';

describe('reads what needs no parser', () => {
  test.each([
    [
      'texts',
      'title: Some title\nms.custom: sap:Setup, csstroubleshoot',
      { title: 'Some title', 'ms.custom': 'sap:Setup, csstroubleshoot' },
    ],
    ['days', 'ms.date: 03/31/2021\nupdated: 2025-02-28', { 'ms.date': '03/31/2021', updated: '2025-02-28' }],
    ['versions', 'v: 10.0.20 ', { v: '10.0.20' }],
    ['the empty text', "title: ''", { title: '' }],
    [
      'quotes',
      `title: "Error: it's true # here"\nproduct: 'a "b" \\ c' \nv: "true"`,
      { title: "Error: it's true # here", product: 'a "b" \\ c', v: 'true' },
    ],
    ['keys without a text, comments and blank lines', '# note\n\ntitle:\nproduct: Windows  ', { product: 'Windows' }],
    ['nothing', '', {}],
  ])('%s', (_, yaml, expected) => expect(readPlainYaml(yaml)).toEqual(expected));
});

describe('leaves to the parser', () => {
  test.each([
    ['numbers', 'kb: 4495265'],
    ['lists', 'kb: [4495265]'],
    ['items', 'sources:\n- title: x'],
    ['quotes within quotes', "title: 'it''s'"],
    ['a backslash that means something', 'title: "a\\nb"'],
    ['a text behind quotes', 'title: "a" b'],
    ['values that YAML knows', 'title: true'],
    ['keys that are such values', 'True: title'],
    ['a mapping in a line', 'title: a: b'],
    ['a comment behind a text', 'title: a # b'],
    ['a text that goes on', 'title: a\n  b'],
    ['a key that comes twice', 'title: a\ntitle: b'],
    ['tabs', 'title: a\tb'],
    ['aliases', 'title: *a'],
  ])('%s', (_, yaml) => expect(readPlainYaml(yaml)).toBeUndefined());
});

test('never reads anything else than the parser does', () => {
  const piece = fc.constantFrom(
    ...[
      'title',
      'kb',
      'null',
      'y',
      ':',
      ': ',
      ' ',
      '  ',
      '\n',
      '\n- ',
      '#',
      ' #',
      '"',
      "'",
      'text',
      'True',
      'e5',
      '1',
      '1.2.3',
      '.4',
      "''",
      '03/31/2021',
    ],
    ...[
      '2021-06-24',
      '[',
      ']',
      '{',
      '}',
      ',',
      '&a',
      '*a',
      '!',
      '|',
      '>',
      '%',
      '@',
      '`',
      '\t',
      '?',
      '-',
      '...',
      '---',
      'é',
      '<<',
    ],
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 14 }).map((pieces) => `title: ${pieces.join('')}`),
      (yaml) => {
        const plain = readPlainYaml(yaml);
        if (plain === undefined) return;
        const document = parseDocument(yaml, { logLevel: 'silent' });
        expect(document.errors).toEqual([]);
        const value: unknown = document.toJS();
        const texts = Object.entries(Object(value)).filter(([, one]) => one !== null);
        expect(Object.fromEntries(texts)).toEqual(plain);
      },
    ),
    { numRuns: 3000 },
  );
});
