// Everything that can be done, for whoever would rather choose.

import { aboutOneFault } from '../decide/possible-moves.js';
import type { Move } from '../next-move.js';
import { escapeMarkdown } from '../text/escape-markdown.js';
import { wayTitle } from '../text/way-title.js';
import { type Drawn, entryAt, type Scene } from './scene.js';

export function drawLookAround(scene: Scene, { ways }: Extract<Move, { kind: 'look-around' }>): Drawn {
  const { lookAround } = scene.words;
  const oneFault = aboutOneFault(ways);
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
              const { title: fault, kind } = entryAt(scene, way.issue).issue;
              const alone = own !== '' ? own : kind === 'guide' ? fault : scene.words.step.repair;
              const title = oneFault ? alone : own === '' ? fault : `${fault}: ${own}`;
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
