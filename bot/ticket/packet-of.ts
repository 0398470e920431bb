// A case as an evidence packet.

import { anchorOf } from '../../knowledge/index.js';
import type { Repair } from '../../knowledge/troubleshoot/index.js';
import type { Case, ToldBy } from '../case/dialog.js';
import { linesTold } from '../case/lines-told.js';
import { repairKey } from '../case/replay/progress.js';
import type { Entry, Standing } from '../case/standing.js';
import { possibleMoves } from '../decide/possible-moves.js';
import { inlineToText } from '../text/inline.js';
import { issueTitle } from '../text/issue-title.js';
import type { Scene } from '../views/scene.js';
import type { Words } from '../words/en.js';
import type { EvidencePacket } from './evidence-packet.js';

/** @param scene Where the case stands; its texts are masked. */
export function evidencePacket(scene: Scene): EvidencePacket {
  const { kase, now, version } = scene;
  const tried = attempts(scene);
  const askFirst = questionToAsk(scene);
  return {
    format: 'pastefix-evidence',
    version: 1,
    case: kase.id,
    openedAt: kase.openedAt,
    writtenAt: now.toISOString(),
    versions: { bot: version, knowledge: kase.knowledge },
    verdict: kase.verdict,
    pastes: linesTold(kase).filter(({ text }) => text.trim() !== ''),
    codes: kase.codes,
    causes: withFewLines(causes(scene)),
    answers: answers(scene),
    tried,
    untried: untried(scene, tried),
    timeline: timeline(scene),
    ...(askFirst === undefined ? {} : { askFirst }),
  };
}

type Attempt = EvidencePacket['tried'][number];

function causes({ kase, standing }: Scene): EvidencePacket['causes'] {
  const { focus, open, guesses, past, entries } = standing;
  const order = [...(focus === undefined ? [] : [focus]), ...open, ...guesses, ...past];
  return order.flatMap((position) => {
    const issue = kase.issues[position];
    if (issue === undefined) return [];
    const entry = entries[position];
    return [
      {
        ...issue.ref,
        title: entry === undefined ? issue.ref.issue : issueTitle(entry),
        ...sectionOf(entry),
        sources: entry?.article.sources ?? [],
        confidence: issue.confidence,
        likely: likelihoodOf(position, standing),
        ruledOut: past.has(position),
        evidence: issue.evidence.map(({ line, text, why }) => ({ line, text, why })),
      },
    ];
  });
}

const mostLines = 6;

/** The lines that speak for the likeliest causes, each of which may speak for several. */
function withFewLines(all: EvidencePacket['causes']): EvidencePacket['causes'] {
  const keyOf = ({ line, text }: EvidencePacket['causes'][number]['evidence'][number]): string => `${line} ${text}`;
  const lines = new Set(all.flatMap(({ evidence }) => evidence.map(keyOf)));
  const kept = new Set([...lines].slice(0, mostLines));
  return all.map((cause) => ({ ...cause, evidence: cause.evidence.filter((line) => kept.has(keyOf(line))) }));
}

/** A public article has its own sections; one that was written from others only has theirs. */
function sectionOf(entry: Entry | undefined): { readonly url?: string } {
  const { url, sources = [] } = entry?.article ?? {};
  if (entry === undefined || url === undefined || sources.length > 0) return {};
  return { url: `${url}#${anchorOf(entry.issue)}` };
}

function likelihoodOf(position: number, { faults, belief }: Standing): number {
  const likely = faults.reduce((sum, { issue }, at) => (issue === position ? sum + (belief[at] ?? 0) : sum), 0);
  return Math.min(1, Math.round(likely * 1000) / 1000);
}

function answers({ kase, standing }: Scene): EvidencePacket['answers'] {
  const last = new Map<string, string | null>();
  for (const it of kase.told) {
    if (it.kind !== 'answered' && it.kind !== 'gave') continue;
    const question = standing.checkOf(it.issue, it.check)?.question;
    const answer = it.kind === 'gave' ? it.value : it.answer;
    // Who looks once more and cannot tell has not taken back what was said before.
    if (question !== undefined) last.set(question, answer ?? last.get(question) ?? null);
  }
  return Array.from(last, ([question, answer]) => ({ question, answer }));
}

/** Something that was done about a repair. */
interface Deed {
  readonly issue: number;
  readonly repair: string;
  readonly outcome: Attempt['outcome'];
}

function deedOf(it: ToldBy): Deed | undefined {
  switch (it.kind) {
    case 'did':
    case 'skipped':
    case 'stuck':
      return { ...it, outcome: 'unfinished' };
    case 'tried':
      return { ...it, outcome: 'not helped' };
    case 'verified': {
      const outcome = ({ gone: 'helped', still: 'not helped', further: 'progress' } as const)[it.outcome];
      return { ...it, outcome };
    }
    case 'fixed': {
      const { issue, repair } = it;
      return issue === undefined || repair === undefined ? undefined : { issue, repair, outcome: 'helped' };
    }
    default:
      return undefined;
  }
}

function attempts(scene: Scene): readonly Attempt[] {
  const deeds = scene.kase.told.flatMap((it) => deedOf(it) ?? []);
  const begun = new Map(deeds.map((deed) => [repairKey(deed.issue, deed.repair), deed]));
  return [...begun.values()].flatMap(({ issue, repair: id }) => {
    const entry = scene.standing.entries[issue];
    const repair = scene.standing.repairOf(issue, id);
    if (entry === undefined || repair === undefined) return [];
    // Whoever goes on with it takes back that it did not help.
    const last = deeds.findLast((deed) => deed.issue === issue && deed.repair === id);
    return [attempt(last?.outcome ?? 'unfinished', scene, { issue, entry, repair })];
  });
}

interface Attempted {
  readonly issue: number;
  readonly entry: Entry;
  readonly repair: Repair;
}

function attempt(
  outcome: Attempt['outcome'],
  { standing, words }: Scene,
  { issue, entry, repair }: Attempted,
): Attempt {
  const steps = repair.steps.length;
  const progress = standing.progress.get(repairKey(issue, repair.id));
  const { at, stuck, leftOut } = progress ?? { at: steps, stuck: false, leftOut: [] };
  const step = repair.steps[at];
  return {
    ...nameOf(entry, repair, words),
    steps,
    done: at - leftOut.length,
    leftOut: leftOut.map((position) => position + 1),
    ...(stuck && step !== undefined ? { stuckAt: { step: at + 1, text: inlineToText(step.text) } } : {}),
    outcome,
  };
}

function untried({ standing, words }: Scene, tried: readonly Attempt[]): EvidencePacket['untried'] {
  return possibleMoves(standing).flatMap((move) => {
    const entry = move.kind === 'repair' ? standing.entries[move.issue] : undefined;
    if (move.kind !== 'repair' || entry === undefined) return [];
    const name = nameOf(entry, move.repair, words);
    const isBegun = tried.some(
      (it) => it.article === name.article && it.issue === name.issue && it.repair === name.repair,
    );
    return isBegun ? [] : [name];
  });
}

function nameOf({ article, issue }: Entry, repair: Repair, { packet }: Words): EvidencePacket['untried'][number] {
  const own = repair.kind === 'workaround' ? packet.workaround : repair.title === '' ? packet.repair : repair.title;
  return {
    article: article.path,
    issue: issue.id,
    repair: repair.id,
    title: `${issueTitle({ article, issue })}, ${own}`,
  };
}

/** What would tell most, as far as it is known; then what stands in the way. */
function questionToAsk({ kase, standing, words }: Scene): string | undefined {
  const { focus, current, progress } = standing;
  const asked = possibleMoves(standing).find((move) => move.kind === 'ask');
  if (asked !== undefined) return asked.check.question;
  const value = focus === undefined ? undefined : standing.valueCheckOf(focus);
  if (value !== undefined) return value.question;
  const { at, stuck } = (current && progress.get(repairKey(current.issue, current.repair.id))) ?? {
    at: 0,
    stuck: false,
  };
  const step = current?.repair.steps[at];
  if (stuck && step !== undefined) return words.packet.whoCan(inlineToText(step.text));
  if (focus === undefined) return kase.question ?? kase.missing;
  const open = kase.told.find((it) => it.kind === 'answered' && it.answer === null && it.issue === focus);
  return open?.kind === 'answered' ? standing.checkOf(open.issue, open.check)?.question : undefined;
}

function timeline(scene: Scene): EvidencePacket['timeline'] {
  const { kase, words } = scene;
  const [best] = kase.issues;
  const title = best === undefined ? undefined : titleOf(best, scene);
  return [
    { at: kase.openedAt, what: words.packet.opened(kase.verdict, title ?? '') },
    ...kase.told.flatMap((it) => {
      const what = it.at === undefined ? '' : whatHappened(it, scene);
      return it.at === undefined || what === '' ? [] : [{ at: it.at, what }];
    }),
  ];
}

function titleOf({ ref }: Case['issues'][number], { standing }: Scene): string {
  const entry = standing.entries.find((it) => it?.article.path === ref.article && it.issue.id === ref.issue);
  return entry === undefined ? ref.issue : issueTitle(entry);
}

/** @returns Empty for what only changed the view. */
function whatHappened(it: ToldBy, scene: Scene): string {
  const { happened } = scene.words.packet;
  const issueTitle = (position: number | undefined): string => {
    const issue = position === undefined ? undefined : scene.kase.issues[position];
    return issue === undefined ? '' : titleOf(issue, scene);
  };
  const repairTitle = (issue: number, id: string): string => {
    const entry = scene.standing.entries[issue];
    const repair = scene.standing.repairOf(issue, id);
    return entry === undefined || repair === undefined ? id : nameOf(entry, repair, scene.words).title;
  };
  const question = (issue: number, check: string): string => scene.standing.checkOf(issue, check)?.question ?? check;
  switch (it.kind) {
    case 'chose':
      return happened.chose(issueTitle(it.issue));
    case 'rejected':
      return happened.rejected(issueTitle(it.issue));
    case 'rejected-all':
      return happened.rejectedAll;
    case 'could-not-choose':
      return happened.couldNotChoose;
    case 'answered':
      return happened.answered(question(it.issue, it.check), it.answer ?? scene.words.packet.unknownAnswer);
    case 'gave':
      return happened.answered(question(it.issue, it.check), it.value);
    case 'began':
      return it.repair === undefined ? '' : happened.began(repairTitle(it.issue, it.repair));
    case 'did':
      return happened.did(it.steps, repairTitle(it.issue, it.repair));
    case 'stuck':
      return happened.stuck(it.step + 1, repairTitle(it.issue, it.repair));
    case 'skipped':
      return happened.skipped(it.step + 1, repairTitle(it.issue, it.repair));
    case 'tried':
      return happened.tried(repairTitle(it.issue, it.repair));
    case 'put-off':
      return happened.putOff(repairTitle(it.issue, it.repair));
    case 'verified':
      return happened.verified(it.outcome, repairTitle(it.issue, it.repair));
    case 'added':
      return happened.added;
    case 'fixed':
      return happened.fixed;
    case 'handed-over':
      return happened.handedOver;
    case 'looked-around':
    case 'wanted':
    case 'asked-helpdesk':
    case 'filled-in':
    case 'page':
      return '';
    default:
      return it satisfies never;
  }
}
