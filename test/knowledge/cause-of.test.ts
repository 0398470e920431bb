import { expect, test } from '@jest/globals';
import { causeOf, causeText, resolutionText } from '../../knowledge/index.js';
import { issueOf, steps, text } from '../bot/fake-knowledge.js';

const said = [text('Proxies cause it.'), text('Verify the proxy.')];

test.each([
  {
    name: 'the cause that has a heading',
    parts: { causes: [text('Because.')], symptoms: said },
    expected: [text('Because.')],
  },
  { name: 'what stands before the words that say what to do', parts: { symptoms: said }, expected: said.slice(0, 1) },
  { name: 'all of it where none do', parts: { symptoms: said.slice(0, 1) }, expected: said.slice(0, 1) },
  {
    name: 'but for what the title says',
    parts: { title: '798: Proxies cause it.', symptoms: [text('798'), ...said.slice(0, 1), text('No.')] },
    expected: [text('No.')],
  },
  {
    name: 'nothing beside a repair that has a heading',
    parts: { symptoms: said, resolutions: [{ kind: 'only' as const, id: 'r', title: '', blocks: [steps('Wait.')] }] },
    expected: [],
  },
])('$name', ({ parts, expected }) => expect(causeOf(issueOf({ id: 'x', title: 'Q', ...parts }))).toEqual(expected));

test('as plain text, with what to do', () => {
  const issue = issueOf({ id: 'x', title: 'X', symptoms: said });
  expect([causeText(issue), resolutionText(issue)]).toEqual(['Proxies cause it.', 'Verify the proxy.']);
});
