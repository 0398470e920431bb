// Questions: a check of an issue, one that tells several issues apart, a value, an environment, a choice of causes.

import type { Check } from '../../knowledge/index.js';
import { escapeMarkdown } from '../escape-markdown.js';
import type { Move } from '../next-move.js';
import type { Part } from '../view.js';
import { partsOf } from './article-blocks.js';
import { causeParts, causeSummary, sourceParts } from './cause.js';
import { type Drawn, entryAt, type Scene } from './scene.js';

type MoveOf<Kind extends Move['kind']> = Extract<Move, { kind: Kind }>;

export function drawAsk(scene: Scene, { issue, check, withCause }: MoveOf<'ask'>): Drawn {
  return belowCause(scene, issue, withCause, check.question, questionParts(scene, check));
}

export function drawAskValue(scene: Scene, { issue, check, withCause, given }: MoveOf<'ask-value'>): Drawn {
  const { ask } = scene.words;
  const result: Part[] =
    given === undefined
      ? [{ kind: 'text', text: ask.valueHint, tone: 'quiet' }]
      : [
          {
            kind: 'box',
            tone: 'warning',
            parts: [
              { kind: 'text', text: ask.breaks(escapeMarkdown(given.value)) },
              { kind: 'list', ordered: false, items: given.broken },
            ],
          },
          { kind: 'text', text: ask.another, tone: 'quiet' },
        ];
  return belowCause(scene, issue, withCause, check.question, [...questionParts(scene, check), ...result]);
}

export function drawEnvironment(scene: Scene, { issue, withCause, variants }: MoveOf<'environment'>): Drawn {
  const { environment } = scene.words;
  return belowCause(scene, issue, withCause, environment.summary, [
    { kind: 'text', text: `**${environment.question}**` },
    { kind: 'list', ordered: false, items: variants.map(({ title }) => escapeMarkdown(title)) },
  ]);
}

export function drawSplit(scene: Scene, { check, among }: MoveOf<'split'>): Drawn {
  const { ask } = scene.words;
  return {
    summary: ask.summary(check.question),
    parts: [
      { kind: 'title', text: ask.splitTitle(among.length) },
      ...decisiveParts(scene, among),
      { kind: 'list', ordered: false, items: among.map((issue) => titleOf(scene, issue)) },
      { kind: 'text', text: ask.splitText, tone: 'quiet' },
      ...questionParts(scene, check),
    ],
  };
}

export function drawChoose(scene: Scene, { among }: MoveOf<'choose'>): Drawn {
  const { choose } = scene.words;
  const { question } = scene.kase;
  const items = among.map((issue) => {
    const why = scene.kase.issues[issue]?.evidence[0]?.why ?? '';
    return why === '' ? titleOf(scene, issue) : `${titleOf(scene, issue)}\n${escapeMarkdown(why)}`;
  });
  return {
    summary: choose.summary(among.length),
    parts: [
      { kind: 'title', text: choose.title(among.length) },
      ...decisiveParts(scene, among),
      { kind: 'list', ordered: true, items },
      { kind: 'text', text: `**${question === undefined ? choose.pick : escapeMarkdown(question)}**` },
    ],
  };
}

function belowCause(scene: Scene, issue: number, withCause: boolean, question: string, asked: readonly Part[]): Drawn {
  const { ask } = scene.words;
  if (withCause) {
    return {
      summary: causeSummary(scene, issue),
      parts: [...causeParts(scene, issue), ...asked, ...sourceParts(scene, issue)],
    };
  }
  return { summary: ask.summary(question), parts: [{ kind: 'title', text: ask.title }, ...asked] };
}

function questionParts({ words }: Scene, check: Check): Part[] {
  const how = partsOf(check.how, words);
  return [
    { kind: 'text', text: `**${escapeMarkdown(check.question)}**` },
    ...(how.length === 0 ? [] : [{ kind: 'text', text: words.ask.how, tone: 'quiet' } as const, ...how]),
  ];
}

// What all of them rest on: the line that speaks for the first.
function decisiveParts({ kase, words }: Scene, among: readonly number[]): Part[] {
  const decisive = kase.issues[among[0] ?? 0]?.evidence[0];
  if (decisive === undefined || decisive.text === '') return [];
  return [{ kind: 'code', text: decisive.text, caption: words.cause.line(decisive.line) }];
}

function titleOf(scene: Scene, issue: number): string {
  return escapeMarkdown(entryAt(scene, issue).issue.title);
}
