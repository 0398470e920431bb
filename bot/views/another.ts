// Fresh lines are about another fault than the case: which of the two?

import type { Move } from '../next-move.js';
import { escapeMarkdown } from '../text/escape-markdown.js';
import type { Drawn, Scene } from './scene.js';

export function drawAnother({ words }: Scene, { title }: Extract<Move, { kind: 'another' }>): Drawn {
  const { another } = words;
  return {
    summary: another.title,
    parts: [
      { kind: 'title', text: another.title },
      { kind: 'text', text: another.text(escapeMarkdown(title)) },
      { kind: 'text', text: `**${another.question}**` },
    ],
  };
}
