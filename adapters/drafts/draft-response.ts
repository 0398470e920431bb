// What a browser gets for the link to a draft.

import { en } from '../../bot/words/en.js';
import type { DraftAnswer } from './draft-links.js';

interface DraftResponse {
  readonly status: 200 | 404 | 410 | 503;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const statuses = { foreign: 404, over: 410, gone: 410, down: 503 } as const;

/** A file to save, or a sentence to read; nothing that is kept on the way, or run in the browser. */
export function draftResponse(answer: DraftAnswer): DraftResponse {
  const common = {
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
  if (answer.kind !== 'draft') {
    return {
      status: statuses[answer.kind],
      body: `${en.teams.drafts[answer.kind]}\n`,
      headers: { ...common, 'content-type': 'text/plain; charset=utf-8' },
    };
  }
  return {
    status: 200,
    body: answer.text,
    headers: {
      ...common,
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': `attachment; filename="${answer.name}"`,
    },
  };
}
