// Before there is a case: who is speaking, and what to do.

import type { View } from '../view.js';
import type { Words } from '../words/en.js';

/** @param issueCount How much is known. */
export function drawWelcome(words: Words, issueCount: number, notice?: string): View {
  const { welcome } = words;
  return {
    summary: welcome.summary,
    parts: [
      ...(notice === undefined ? [] : [{ kind: 'text', text: notice } as const]),
      { kind: 'title', text: welcome.title },
      { kind: 'text', text: welcome.text },
      { kind: 'list', ordered: false, items: welcome.how },
      { kind: 'text', text: welcome.knows(issueCount), tone: 'quiet' },
    ],
    choices: [],
  };
}

/** One sentence. */
export function drawNotice(text: string): View {
  return { summary: text.replace(/\*\*/g, ''), parts: [{ kind: 'text', text }], choices: [] };
}
