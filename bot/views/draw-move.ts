// One view for every move.

import { looksAgain, type Move } from '../next-move.js';
import { choiceOf } from '../options/on-show.js';
import type { Option } from '../options/option.js';
import { escapeMarkdown } from '../text/escape-markdown.js';
import type { Part, View } from '../view.js';
import { drawAnother } from './another.js';
import { drawCause } from './cause.js';
import { drawClosed, drawUnknown } from './ending.js';
import { drawFollowed } from './followed-request.js';
import { drawHandedOver, drawHandOver } from './hand-over.js';
import { drawLookAround } from './look-around.js';
import type { Notice } from './notice.js';
import { drawAsk, drawAskValue, drawChoose, drawSplit } from './question.js';
import { drawBlocked, drawStep, drawVerify } from './repair.js';
import type { Drawn, Scene } from './scene.js';

/** @param onShow The choices, in order. */
export function drawMove(move: Move, scene: Scene, onShow: readonly Option[], notice?: Notice): View {
  const { summary, parts } = draw(move, scene);
  const lead = notice === undefined || notice.moved === true ? leadIn(move, scene, notice !== undefined) : [];
  const before: Part[] = [
    ...(notice === undefined ? [] : [{ kind: 'text', text: notice.text, tone: notice.tone } as const]),
    ...lead,
  ];
  const suggests = !impartial.has(move.kind);
  return {
    summary,
    parts: [...before, ...parts],
    choices: onShow.map((option, position) => choiceOf(option, scene.kase, suggests && position === 0)),
  };
}

// Nothing speaks for the first choice: a question has no better answer, whether a repair helped least of all, and at an end nothing needs to be done.
const impartial: ReadonlySet<Move['kind']> = new Set([
  'ask',
  'split',
  'choose',
  'look-around',
  'another',
  'verify',
  'handed-over',
  'closed',
]);

function draw(move: Move, scene: Scene): Drawn {
  switch (move.kind) {
    case 'ask':
      return drawAsk(scene, move);
    case 'split':
      return drawSplit(scene, move);
    case 'ask-value':
      return drawAskValue(scene, move);
    case 'cause':
      return drawCause(scene, move);
    case 'choose':
      return drawChoose(scene, move);
    case 'look-around':
      return drawLookAround(scene, move);
    case 'another':
      return drawAnother(scene, move);
    case 'step':
      return drawStep(scene, move);
    case 'blocked':
      return drawBlocked(scene, move);
    case 'verify':
      return drawVerify(scene, move);
    case 'unknown':
      return drawUnknown(scene, move);
    case 'hand-over':
      return drawHandOver(scene, move);
    case 'handed-over':
      return drawHandedOver(scene, move);
    case 'closed':
      return drawClosed(scene, move);
    default:
      return move satisfies never;
  }
}

// What the last thing told led to, in a sentence: what the answer says, that a value fits.
function leadIn(move: Move, scene: Scene, noticed: boolean): Part[] {
  if (move.kind === 'another') return [];
  const { kase, standing, words } = scene;
  const last = kase.told.at(-1);
  const showsCause = 'withCause' in move && move.withCause;
  const besides = besidesNamed(move, scene);
  const next = besides.length === 0 && showsCause ? [words.leadIn.nextCause] : besides;
  switch (last?.kind) {
    case 'answered': {
      if (move.kind === 'closed' || move.kind === 'handed-over') return [];
      const check = standing.checkOf(last.issue, last.check);
      const answer = check?.kind === 'choice' ? check.answers.find(({ label }) => label === last.answer) : undefined;
      if (answer === undefined)
        return check?.kind === 'choice' ? [plain([words.leadIn.unknownAnswer, ...besides].join(' '))] : [];
      const told = answer.text === '' ? [] : [`**${escapeMarkdown(answer.label)}:** ${answer.text}`];
      const evenSo = isAbout(move, last.issue) && !looksAgain(move) ? [words.leadIn.evenSo] : next;
      const sentences = [...told, ...(answer.leads.kind === 'excludes' ? evenSo : besides)];
      return sentences.length === 0 ? [] : [plain(sentences.join(' '))];
    }
    case 'gave': {
      const check = standing.checkOf(last.issue, last.check);
      const given = check === undefined ? undefined : standing.valueOf(last.issue, check);
      if (given === undefined || given.broken.length > 0) return [];
      return [{ kind: 'text', text: words.leadIn.fits(escapeMarkdown(given.value)), tone: 'good' }];
    }
    case 'added':
      if (last.joined !== undefined && standing.route !== undefined)
        return drawFollowed(last.joined, standing.route, words);
      // When they came, it was said what has changed by them.
      return noticed
        ? []
        : [
            {
              kind: 'text',
              text: words.leadIn.added(kase.told.filter(({ kind }) => kind === 'added').length),
              tone: 'quiet',
            },
          ];
    case 'verified':
      if (last.outcome === 'gone' || last.seen === undefined) return [];
      return last.outcome === 'still'
        ? [plain([words.leadIn.still(last.seen.line), ...next].join(' '))]
        : [{ kind: 'text', text: words.leadIn.further(last.seen.line), tone: 'good' }];
    case 'put-off':
      return [plain([words.leadIn.putOff, ...next].join(' '))];
    case 'tried': {
      const guide = standing.entries[last.issue]?.issue.kind === 'guide';
      return [plain([guide ? words.leadIn.notSetUp : words.leadIn.notHelped, ...next].join(' '))];
    }
    case 'rejected':
    case 'rejected-all':
      // Where nothing else is known, the view says so itself.
      return move.kind === 'unknown' ? [] : [plain([words.leadIn.rejected, ...next].join(' '))];
    case 'could-not-choose':
      return [plain(words.leadIn.unknownAnswer)];
    case 'skipped': {
      const repair = standing.repairOf(last.issue, last.repair);
      return [{ kind: 'text', text: words.leadIn.leftOut(repair?.steps[last.step]?.text ?? ''), tone: 'quiet' }];
    }
    default:
      return besides.map(plain);
  }
}

/** Why it goes on with another issue than the one that the person has named. */
function besidesNamed(move: Move, { standing, words }: Scene): string[] {
  const { focus, chosen } = standing;
  const named = chosen && focus !== undefined ? standing.entries[focus] : undefined;
  const isAboutAnother =
    (move.kind === 'split' || move.kind === 'cause' || move.kind === 'step') && move.issue !== focus;
  return named !== undefined && isAboutAnother ? [words.leadIn.besides(escapeMarkdown(named.issue.title))] : [];
}

/** Whether it is about this issue and no other. */
function isAbout(move: Move, issue: number): boolean {
  if (move.kind === 'choose') return move.among.length === 1 && move.among[0] === issue;
  return 'issue' in move && move.issue === issue;
}

function plain(text: string): Part {
  return { kind: 'text', text };
}
