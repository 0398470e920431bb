// Questions: a check of an issue, one that tells several issues apart, a value, an environment, a choice of causes.

import type { Check } from '../../knowledge/index.js';
import type { ChoiceCheck } from '../case/likelihood.js';
import type { Entry } from '../case/standing.js';
import type { Move } from '../next-move.js';
import { answersInOrder, longestLabel } from '../options/labels.js';
import { escapeMarkdown } from '../text/escape-markdown.js';
import { issueTitle } from '../text/issue-title.js';
import type { Part } from '../view.js';
import { partsOf } from './article-blocks.js';
import { causeParts, causeSummary, sourceParts } from './cause.js';
import { decisiveLine } from './decisive-line.js';
import { logToFetch } from './log-to-fetch.js';
import { type Drawn, entryAt, type Scene } from './scene.js';

type MoveOf<Kind extends Move['kind']> = Extract<Move, { kind: Kind }>;

export function drawAsk(scene: Scene, { issue, check, withCause, reason }: MoveOf<'ask'>): Drawn {
  return belowCause(scene, issue, withCause, check.question, [
    quiet(scene.words.whyAsk(reason)),
    ...howParts(scene, check),
    ...answerParts(scene, check),
  ]);
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
  return belowCause(scene, issue, withCause, check.question, [...partsOf(check.how, scene.words), ...result]);
}

export function drawSplit(scene: Scene, { check, among, reason }: MoveOf<'split'>): Drawn {
  const { ask, choose } = scene.words;
  return {
    summary: ask.summary(check.question),
    parts: [
      { kind: 'title', text: among.length === 1 ? choose.lone : choose.title(among.length) },
      ...originParts(scene, among),
      ...decisiveParts(scene, among),
      { kind: 'list', ordered: false, items: titlesOf(scene, among) },
      bold(check.question),
      quiet(scene.words.whyAsk(reason)),
      ...howParts(scene, check),
      ...answerParts(scene, check),
      ...logToFetch(scene),
    ],
  };
}

export function drawChoose(scene: Scene, { among }: MoveOf<'choose'>): Drawn {
  const { choose } = scene.words;
  const lone = among.length === 1;
  const title = lone ? choose.lone : choose.title(among.length);
  const items = titlesOf(scene, among).map((called, at) => {
    const why = scene.kase.issues[among[at] ?? -1]?.evidence[0]?.why ?? '';
    return why === '' ? called : `${called}\n${escapeMarkdown(why)}`;
  });
  // What the knowledge would ask helps to choose, but its answers are not what the buttons say.
  const hint =
    lone || scene.kase.question === undefined ? [] : [quiet(choose.hint(escapeMarkdown(scene.kase.question)))];
  return {
    summary: lone ? title : choose.summary(among.length),
    parts: [
      { kind: 'title', text: title },
      ...originParts(scene, among),
      ...decisiveParts(scene, among),
      { kind: 'list', ordered: !lone, items },
      ...hint,
      bold(lone ? choose.isThis : choose.pick),
      ...(lone ? [] : logToFetch(scene)),
    ],
  };
}

// A question below the cause, or one of its own.
function belowCause(scene: Scene, issue: number, withCause: boolean, question: string, more: readonly Part[]): Drawn {
  if (withCause) {
    return {
      summary: causeSummary(scene, issue),
      parts: [...causeParts(scene, issue), bold(question), ...more, ...sourceParts(scene, issue)],
    };
  }
  return {
    summary: scene.words.ask.summary(question),
    parts: [{ kind: 'title', text: escapeMarkdown(question) }, ...more],
  };
}

function howParts({ words }: Scene, { how }: Check): Part[] {
  const parts = partsOf(how, words);
  return parts.length === 0 ? [] : [{ kind: 'text', text: words.ask.how, tone: 'quiet' }, ...parts];
}

function answerParts({ words }: Scene, check: ChoiceCheck): Part[] {
  return inFull(answersInOrder(check, words).map(({ label }) => label));
}

// What the buttons say, where it is too long for them.
function inFull(labels: readonly string[]): Part[] {
  if (labels.every((label) => label.length <= longestLabel)) return [];
  return [{ kind: 'list', ordered: true, items: labels.map(escapeMarkdown) }];
}

function quiet(text: string): Part {
  return { kind: 'text', text, tone: 'quiet' };
}

function bold(text: string): Part {
  return { kind: 'text', text: `**${escapeMarkdown(text)}**` };
}

// What all of them rest on: the line that speaks for the first. Once is enough.
function decisiveParts({ kase, words }: Scene, among: readonly number[]): Part[] {
  const decisive = kase.issues[among[0] ?? 0]?.evidence[0];
  if (decisive === undefined || decisive.text === '' || kase.told.length > 0) return [];
  return [decisiveLine(decisive, words)];
}

// The article of all of them, where they are called otherwise. Once is enough.
function originParts(scene: Scene, among: readonly number[]): Part[] {
  const article = onlyArticle(scene, among);
  const isKnown = article === undefined || among.some((issue) => entryAt(scene, issue).issue.title === article.title);
  return isKnown ? [] : [quiet(scene.words.cause.from(escapeMarkdown(article.title)))];
}

function titlesOf(scene: Scene, among: readonly number[]): string[] {
  const isFromOne = onlyArticle(scene, among) !== undefined;
  return among.map((at) => {
    const entry = entryAt(scene, at);
    return escapeMarkdown(isFromOne ? entry.issue.title : issueTitle(entry));
  });
}

function onlyArticle(scene: Scene, among: readonly number[]): Entry['article'] | undefined {
  const [first, ...others] = among.map((issue) => entryAt(scene, issue).article);
  return first !== undefined && others.every(({ path }) => path === first.path) ? first : undefined;
}
