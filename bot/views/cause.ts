// The cause: what it is, how sure that is, the line that shows it, and where it is written.

import { causeOf, type Issue } from '../../knowledge/index.js';
import type { Repair } from '../../knowledge/troubleshoot/index.js';
import type { Entry } from '../case/standing.js';
import type { Move } from '../next-move.js';
import { escapeMarkdown } from '../text/escape-markdown.js';
import { issueTitle } from '../text/issue-title.js';
import type { Part } from '../view.js';
import type { Words } from '../words/en.js';
import { firstBlocks, partsOf } from './article-blocks.js';
import { decisiveLine } from './decisive-line.js';
import { type Drawn, entryAt, type Scene } from './scene.js';

/** Of the passages shown; the rest stands in the article. */
const longestPassage = 1_800;

/** The whole view, when nothing is worth asking. */
export function drawCause(
  scene: Scene,
  { issue, repair, ways, worthIt, withCause, reason }: Extract<Move, { kind: 'cause' }>,
): Drawn {
  const { words } = scene;
  const { issue: fault } = entryAt(scene, issue);
  const guide = fault.kind === 'guide';
  const more = repair === undefined ? moreInformation(scene, issue) : [];
  if (!withCause && repair !== undefined) {
    return {
      summary: words.cause.howOn,
      parts: [
        { kind: 'title', text: words.cause.howOn },
        { kind: 'text', text: escapeMarkdown(fault.title), tone: 'quiet' },
        { kind: 'text', text: readyText(repair) },
      ],
    };
  }
  return {
    summary: causeSummary(scene, issue),
    parts: [
      ...causeParts(scene, issue),
      ...more,
      {
        kind: 'text',
        text: repair === undefined ? (guide ? words.cause.noGuide : words.cause.noRepair) : readyText(repair),
      },
      ...sourceParts(scene, issue),
    ],
  };

  function readyText({ kind, steps, effort, title }: Repair): string {
    if (guide) return words.cause.guideReady(steps.length, effort.minutes);
    const ready = words.cause.ready(
      ways,
      { title: escapeMarkdown(title), stays: kind === 'workaround' },
      steps.length,
      effort,
    );
    if (!worthIt) return `${ready} ${words.cause.ratherHandOver}`;
    const why = reason === undefined ? '' : words.whyFirst[reason.kind];
    return why === '' ? ready : `${ready} ${why}`;
  }
}

export function causeSummary(scene: Scene, issue: number): string {
  const { issue: fault } = entryAt(scene, issue);
  const { cause } = scene.words;
  return fault.kind === 'guide' ? cause.guideSummary(fault.title) : cause.summary(fault.title);
}

/** The cause as the upper part of a view that goes on with something else. */
export function causeParts(scene: Scene, issue: number): Part[] {
  const { words, kase } = scene;
  const { article, issue: fault } = entryAt(scene, issue);
  const { confidence = 0, evidence = [] } = kase.issues[issue] ?? {};
  // A guide is found by a question; to show that question back says nothing. Nor do lines that were shown already.
  const shown = linesShown(scene);
  const fresh = evidence.filter(({ line, text }) => !shown.has(`${line} ${text}`));
  const [decisive, ...further] = fault.kind === 'guide' ? [] : fresh;
  const parts: Part[] = [{ kind: 'title', text: escapeMarkdown(fault.title) }];
  const others = otherFaults(scene, issue);
  if (others.length > 0) parts.push({ kind: 'text', text: words.cause.severalFaults(others) });
  const origin = originOf(scene, article, fault, confidence);
  if (origin !== '') parts.push(quiet(origin));
  if (decisive !== undefined && decisive.text !== '') {
    parts.push(decisiveLine(decisive, words));
    if (decisive.why !== '') parts.push(quiet(words.cause.why(escapeMarkdown(decisive.why.replace(/\.$/, '')))));
  }
  if (further.length > 0) {
    parts.push(quiet(words.cause.alsoSeen), {
      kind: 'list',
      ordered: false,
      items: further.map(({ line, text, why }) =>
        words.cause.lineText(line, escapeMarkdown(text), escapeMarkdown(why)),
      ),
    });
  }
  const passage = firstBlocks(causeOf(fault), longestPassage);
  if (passage.blocks.length > 0) {
    const { cause, says } = words.cause;
    const heading: Part[] =
      fault.kind === 'guide' ? [] : [{ kind: 'text', text: `**${fault.causes.length > 0 ? cause : says}**` }];
    const cut: Part[] = passage.cut ? [quiet(words.cause.more)] : [];
    parts.push({ kind: 'box', tone: 'plain', parts: [...heading, ...partsOf(passage.blocks, words), ...cut] });
  }
  parts.push(...answersShown(scene, issue));
  for (const check of fault.checks) {
    const given = kase.told.length > 0 ? undefined : scene.standing.valueOf(issue, check);
    if (given === undefined || given.broken.length > 0) continue;
    parts.push({ kind: 'text', text: words.cause.valueFits(escapeMarkdown(given.value)), tone: 'good' });
  }
  return parts;
}

/** What need not be asked, as long as nothing else is told of it. */
function answersShown({ kase, standing, words }: Scene, issue: number): Part[] {
  if (kase.told.length > 0) return [];
  return (kase.shown ?? []).flatMap((it) => {
    const question = it.issue === issue ? standing.checkOf(issue, it.check)?.question : undefined;
    return question === undefined
      ? []
      : [quiet(words.cause.answersShown(escapeMarkdown(question), escapeMarkdown(it.answer)))];
  });
}

/** The evidence of the causes that the person has seen. */
function linesShown({ kase, standing }: Scene): ReadonlySet<string> {
  const evidence = [...standing.seen].flatMap((issue) => kase.issues[issue]?.evidence ?? []);
  return new Set(evidence.map(({ line, text }) => `${line} ${text}`));
}

/** Titles of what else the paste shows, as long as nothing is told of it. */
function otherFaults(scene: Scene, issue: number): string[] {
  const { kase, standing } = scene;
  const { faults = 1 } = kase;
  if (issue >= faults || kase.told.length > 0) return [];
  const found = standing.entries.slice(0, faults).flatMap((entry, at) => (entry && at !== issue ? [entry] : []));
  return found.map((entry) => escapeMarkdown(issueTitle(entry)));
}

// How sure it is, where the paste alone says so; and the article, unless that is called the same.
function originOf(scene: Scene, article: Entry['article'], fault: Issue, confidence: number): string {
  const { kase, words } = scene;
  const sure = fault.kind === 'fault' && kase.told.length === 0 ? [words.cause.sureness(confidence)] : [];
  const known = article.title === fault.title || isArticleSeen(scene, article);
  const from = known ? [] : [words.cause.from(escapeMarkdown(article.title))];
  return [...sure, ...from].join(' · ');
}

/** Whether another cause from the same article has been shown, and with it where that is written. */
function isArticleSeen({ standing }: Scene, { path }: Entry['article']): boolean {
  return [...standing.seen].some((issue) => standing.entries[issue]?.article.path === path);
}

/** Where it is written: addresses, KB numbers, how recent; empty where that was said before. */
export function sourceParts(scene: Scene, issue: number): Part[] {
  const { article } = entryAt(scene, issue);
  const items = isArticleSeen(scene, article) ? [] : sourceLinks(article, scene.words);
  return items.length === 0 ? [] : [quiet([scene.words.cause.sources, items.join(' · ')].join(' '))];
}

/** Links in Markdown, then KB numbers, then the day of the last change. */
export function sourceLinks(article: Entry['article'], words: Words): string[] {
  const own = article.url === undefined ? [] : [{ title: article.title, url: article.url }];
  // An article written from one document often has that document's address.
  const places = new Map([...own, ...article.sources].map((source) => [source.url, source]));
  return [
    ...[...places.values()].map(({ title, url }) => link(title, url)),
    ...article.kbNumbers.map((number) => escapeMarkdown(words.cause.kb(number))),
    ...(article.updated === undefined ? [] : [escapeMarkdown(words.cause.updated(article.updated))]),
  ];
}

function moreInformation(scene: Scene, issue: number): Part[] {
  const passage = firstBlocks(entryAt(scene, issue).issue.more, longestPassage);
  if (passage.blocks.length === 0) return [];
  return [
    { kind: 'text', text: `**${scene.words.cause.moreInformation}**` },
    ...partsOf(passage.blocks, scene.words),
    ...(passage.cut ? [quiet(scene.words.cause.more)] : []),
  ];
}

function link(title: string, url: string): string {
  const safe = url.replace(/[()<>\s]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `[${escapeMarkdown(title)}](${safe})`;
}

function quiet(text: string): Part {
  return { kind: 'text', text, tone: 'quiet' };
}
