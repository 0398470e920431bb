import { expect, test } from '@jest/globals';
import { wayTitle } from '../../../bot/text/way-title.js';
import type { Repair } from '../../../knowledge/troubleshoot/index.js';

const effort = { minutes: 5, who: 'anyone', risk: 'none' } as const;

test.each<{ kind: Repair['kind']; title: string; called: string }>([
  { kind: 'alternative', title: 'Method 1', called: 'Method 1' },
  { kind: 'only', title: '', called: '' },
  { kind: 'workaround', title: '', called: 'Workaround' },
  { kind: 'workaround', title: 'Method 1', called: 'Workaround: Method 1' },
  { kind: 'workaround', title: 'Workaround 2', called: 'Workaround 2' },
])('$kind “$title” is called “$called”', ({ kind, title, called }) => {
  expect(wayTitle({ kind, title, id: 'it', steps: [], effort }, 'Workaround')).toBe(called);
});
