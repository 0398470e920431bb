// An article without headings for cause and repair leads to the repair all the same.

import { expect, test } from '@jest/globals';
import { compileArticle } from '../../knowledge/compile/index.js';
import { createKnowledge } from '../../knowledge/indexing/index.js';
import { conversation, passagesOf } from './conversation.js';

const markdown = `# Proxy errors

## Scans end with PROXY_E_NONE

Scans end with PROXY_E_NONE where a proxy stands in between.

    scan: PROXY_E_NONE

Verify the proxy settings on the client.
`;

test('what it says, and then what to do', () => {
  const knowledge = createKnowledge([compileArticle('proxy.md', markdown).article]);
  const told = conversation(knowledge).say('scan: PROXY_E_NONE');
  expect(passagesOf(told.view).join('\n')).toMatch(/What the article says[\s\S]*where a proxy stands in between/);
  const repair = told.press('Show me the steps');
  const shown = passagesOf(repair.view).join('\n');
  expect(shown).toContain('Verify the proxy settings on the client.');
  expect(shown).not.toContain('where a proxy stands in between');
});
