// Everything that can be done, for whoever would rather choose.

import type { Move } from '../next-move.js';
import { escapeMarkdown } from '../text/escape-markdown.js';
import { wayTitle } from '../text/way-title.js';
import { type Drawn, entryAt, type Scene } from './scene.js';

export function drawLookAround(scene: Scene, { ways }: Extract<Move, { kind: 'look-around' }>): Drawn {
  const { lookAround } = scene.words;
  // One fault needs no naming: it is what the conversation is about.
  const oneFault = new Set(ways.flatMap((way) => (way.kind === 'repair' ? [way.issue] : []))).size === 1;
  return {
    summary: lookAround.title,
    parts: [
      { kind: 'title', text: lookAround.title },
      {
        kind: 'list',
        ordered: true,
        items: ways.map((way) => {
          switch (way.kind) {
            case 'hand-over':
              return lookAround.handOver;
            case 'ask':
              return lookAround.question(escapeMarkdown(way.check.question));
            case 'repair': {
              const own = wayTitle(way.repair, scene.words.step.workaround);
              const fault = entryAt(scene, way.issue).issue.title;
              const title = own === '' ? fault : oneFault ? own : `${fault}: ${own}`;
              return lookAround.way(escapeMarkdown(title), way.repair.effort, way.likely);
            }
            default:
              return way satisfies never;
          }
        }),
      },
      { kind: 'text', text: lookAround.text, tone: 'quiet' },
    ],
  };
}
