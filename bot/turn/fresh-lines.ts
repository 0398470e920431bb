// What more lines mean in the middle of a case: how a repair did, more evidence, another fault, or nothing.

import { diagnoseJoined, type JoinedDiagnosis } from '../../knowledge/cross-log/index.js';
import type { Candidate, Diagnosis, IssueRef, Knowledge } from '../../knowledge/index.js';
import { compareFresh, type Verification } from '../../knowledge/verify/index.js';
import { answersShown } from '../case/answers-shown.js';
import { type Case, type CaseIssue, mostIssues, type Told } from '../case/dialog.js';
import { linesToKeep, linesTold } from '../case/lines-told.js';
import { signalSecret } from '../case/open-case.js';
import type { Quotes } from '../case/quotes.js';
import { masksOf, redactorOf } from '../case/redactor-of-case.js';
import type { Move } from '../next-move.js';
import { visible } from '../text/escape-markdown.js';
import { type Masks, masksOfBoth } from '../text/redact/masks.js';
import { type Redaction, Redactor } from '../text/redact/redactor.js';
import { withoutStandIns, withStandIns } from '../text/redact/stand-ins.js';
import type { Scene } from '../views/scene.js';
import type { Words } from '../words/en.js';
import type { World } from './world.js';

export type FreshLines =
  /** Something to tell the case; `issues`: those it is to know besides, at the positions that follow its own. */
  | {
      readonly kind: 'told';
      readonly told: Told<'verified' | 'added'>;
      readonly issues: readonly CaseIssue[];
      /** What is hidden in them and in the case. */
      readonly masks: Masks;
    }
  /** Another fault. */
  | { readonly kind: 'another' }
  /** The repair is not done yet, and the fault still there. */
  | { readonly kind: 'still-there'; readonly line: number }
  /** It is not in these lines, of which there are so many; nothing in them says that it works, either. */
  | { readonly kind: 'not-seen'; readonly count: number }
  /** Lines from before the repair. */
  | { readonly kind: 'old' }
  /** Nothing in them speaks for or against anything. */
  | { readonly kind: 'silent' };

/** As many of the new lines' candidates as a case takes up. */
const mostAdded = 3;
const longestSeen = 200;

/** @param knowledge That made the diagnosis. */
export function readFreshLines(
  paste: string,
  diagnosis: Diagnosis,
  { move, scene }: Moment,
  { knowledge, redaction, words }: Pick<World, 'knowledge' | 'redaction' | 'words'>,
): FreshLines {
  const redactor = redactorOf(scene.kase, redaction);
  // First of all, since what is hidden in them is hidden wherever they are quoted.
  const { kept, quotes } = linesToKeep(paste, redactor);
  const repaired = repairInQuestion(scene);
  if (repaired !== undefined) {
    const { signal } = scene.kase;
    const article = scene.standing.entries[repaired.issue]?.article.path ?? '';
    const stages = knowledge.routeOver(article)?.stages ?? [];
    const repairedAt = Date.parse(scene.kase.openedAt);
    const result =
      signal &&
      compareFresh(
        signal,
        { paste, diagnosis },
        { stages, repairedAt, secret: signalSecret(scene.kase.id, redaction) },
      );
    const verified = result && meaningOf(result, repaired, diagnosis, { move, scene, redactor, quotes });
    if (verified !== undefined) return verified;
  }
  const together = follow(paste, scene, knowledge, redactor);
  const { verdict, candidates: all } = together?.diagnosis ?? diagnosis;
  const candidates = verdict === 'none' ? [] : besideTheAnswer(verdict, all.slice(0, mostAdded));
  const [first] = candidates;
  if (first === undefined) return { kind: 'silent' };
  const { focus, open, past } = scene.standing;
  const best = positionOf(first, scene);
  // What only shared a few words with the first paste is not what the case is about.
  const inQuestion = candidates.some((candidate) => {
    const position = positionOf(candidate, scene);
    return position === focus || open.includes(position);
  });
  const isKnown = best >= 0 && !past.has(best);
  return isKnown || together !== undefined || (verdict === 'ambiguous' && inQuestion)
    ? added(candidates, { paste, kept, joined: together?.joined }, { scene, redactor, quotes }, words)
    : { kind: 'another' };
}

interface Moment {
  readonly move: Move;
  readonly scene: Scene;
}

/** What is hidden in the case and in the new lines. */
interface Masking {
  readonly redactor: Redactor;
  readonly quotes: Quotes;
}

/** Beside an answer, the others share what it leaves: each was rated by itself. */
function besideTheAnswer(verdict: Diagnosis['verdict'], candidates: readonly Candidate[]): readonly Candidate[] {
  const left = verdict === 'match' ? 1 - (candidates[0]?.confidence ?? 0) : 1;
  return candidates.map((candidate, at) =>
    at === 0 ? candidate : { ...candidate, confidence: candidate.confidence * left },
  );
}

/** The request of the case in the new lines, where they and the earlier ones tell of the same. */
function follow(
  paste: string,
  { kase, standing }: Scene,
  knowledge: Knowledge,
  redactor: Redactor,
): JoinedDiagnosis | undefined {
  const { route } = standing;
  if (route === undefined || route.machines.length === 0) return undefined;
  // What is hidden in the earlier lines is compared with what is hidden in these.
  const pastes = [...linesTold(kase), { text: redactor.redactHosts(paste) }].map((it) => ({
    ...it,
    text: withStandIns(it.text),
  }));
  const found = diagnoseJoined(knowledge, route, pastes);
  const latest = pastes.length - 1;
  const tells = (isLatest: boolean): boolean => found.joined.lines.some((line) => (line.paste === latest) === isLatest);
  if (found.of === 'all' || !tells(true) || !tells(false)) return undefined;
  const lines = found.joined.lines.map((line) => ({ ...line, text: withoutStandIns(line.text) }));
  return { ...found, joined: { ...found.joined, lines } };
}

/** The repair that was worked on last, by issue and id. */
function repairInQuestion({ kase }: Scene): { readonly issue: number; readonly repair: string } | undefined {
  return kase.told.findLast((it) => it.kind === 'did' || it.kind === 'skipped' || it.kind === 'tried');
}

function meaningOf(
  result: Verification,
  { issue, repair }: { readonly issue: number; readonly repair: string },
  diagnosis: Diagnosis,
  { move, scene, redactor, quotes }: Moment & Masking,
): FreshLines | undefined {
  const told = (outcome: Told<'verified'>['outcome'], count: number, seen?: { line: number; text: string }) =>
    ({
      kind: 'verified',
      issue,
      repair,
      outcome,
      count,
      ...(seen === undefined ? {} : { seen: { line: seen.line, text: quoted(seen, quotes) } }),
    }) as const;
  switch (result.kind) {
    case 'gone':
      // Nobody's case is closed because a log is silent.
      if (result.success === undefined && result.changed === undefined)
        return { kind: 'not-seen', count: result.entries };
      return fresh(told('gone', result.entries, result.success ?? result.changed), [], redactor);
    case 'still':
      return move.kind === 'verify'
        ? fresh(told('still', result.count, result.seen), [], redactor)
        : { kind: 'still-there', line: result.seen.line };
    case 'further': {
      const candidate = diagnosis.candidates.find((it) => isAbout(it, result.issue));
      if (candidate === undefined) return undefined;
      const position = positionOf(candidate, scene);
      const to = position >= 0 ? position : scene.kase.issues.length;
      const issues = position >= 0 ? [] : [issueOf(candidate, quotes)];
      return fresh({ ...told('further', 1, result.seen), to }, issues, redactor);
    }
    case 'old':
      return { kind: 'old' };
    case 'other':
    case 'unclear':
      return undefined;
    default:
      return result satisfies never;
  }
}

function added(
  candidates: readonly Candidate[],
  {
    paste,
    kept,
    joined,
  }: {
    readonly paste: string;
    readonly kept: Pick<Told<'added'>, 'lines' | 'whole'>;
    readonly joined: JoinedDiagnosis['joined'] | undefined;
  },
  { scene, redactor, quotes }: Pick<Moment, 'scene'> & Masking,
  { derivedChecks }: Words,
): FreshLines {
  const unknown = candidates.filter((candidate) => positionOf(candidate, scene) < 0).slice(0, roomIn(scene.kase));
  const found = candidates.flatMap((candidate) => {
    const position = positionOf(candidate, scene);
    if (position < 0 && !unknown.includes(candidate)) return [];
    const issue = position >= 0 ? position : scene.kase.issues.length + unknown.indexOf(candidate);
    return [{ issue, confidence: candidate.confidence }];
  });
  const request = joined === undefined ? {} : { joined: maskedIn(joined, redactor, quotes) };
  const issues = unknown.map((candidate) => issueOf(candidate, quotes));
  const all = [...scene.standing.entries.map((entry) => entry?.issue), ...unknown.map(({ issue }) => issue)];
  const { focus, open } = scene.standing;
  const inQuestion = new Set([...(focus === undefined ? [] : [focus]), ...found.map(({ issue }) => issue), ...open]);
  const named = [...inQuestion].flatMap((issue) => {
    const it = all[issue];
    return it === undefined ? [] : [[issue, it] as const];
  });
  const shown = answersShown(named, visible(paste), derivedChecks);
  const answered = shown.length === 0 ? {} : { shown };
  return fresh({ kind: 'added', found, ...answered, ...kept, ...request }, issues, redactor);
}

/** For so many more issues. */
function roomIn({ issues }: Case): number {
  return Math.max(0, mostIssues - issues.length);
}

/** By now the redactor has hidden all there is to hide. */
function fresh(told: Told<'verified' | 'added'>, issues: readonly CaseIssue[], { masks }: Redactor): FreshLines {
  return { kind: 'told', told, issues, masks };
}

/** What another case has found, as evidence for this one: the person says that both are the same trouble. */
export function addedFrom(other: Case, scene: Scene, redaction: Redaction): Extract<FreshLines, { kind: 'told' }> {
  const { issues, paste } = other;
  // The other one was opened beside this one and went on with its labels.
  const masks = masksOfBoth(masksOf(scene.kase), masksOf(other));
  const redactor = new Redactor(redaction, masks);
  const own = scene.kase.issues;
  const at = ({ ref }: CaseIssue): number =>
    own.findIndex((it) => it.ref.article === ref.article && it.ref.issue === ref.issue);
  const likeliest = issues.slice(0, mostAdded);
  const unknown = likeliest.filter((issue) => at(issue) < 0).slice(0, roomIn(scene.kase));
  const places = new Map(
    [...likeliest.entries()].flatMap(([place, issue]): [number, number][] => {
      if (at(issue) >= 0) return [[place, at(issue)]];
      return unknown.includes(issue) ? [[place, own.length + unknown.indexOf(issue)]] : [];
    }),
  );
  const found = [...places].map(([place, issue]) => ({ issue, confidence: likeliest[place]?.confidence ?? 0 }));
  const shown = (other.shown ?? []).flatMap((it) => {
    const issue = places.get(it.issue);
    return issue === undefined ? [] : [{ ...it, issue }];
  });
  const answered = shown.length === 0 ? {} : { shown };
  const { kept } = linesToKeep(paste.text, redactor);
  return {
    kind: 'told',
    told: { kind: 'added', found, ...answered, ...(paste.whole ? kept : { lines: kept.lines }) },
    issues: unknown.map((issue) => ({ ...issue, confidence: 0 })),
    masks: redactor.masks,
  };
}

/** Its confidence is 0: the paste that the case began with said nothing about it. */
function issueOf({ article, issue, evidence }: Candidate, quotes: Quotes): CaseIssue {
  return {
    ref: { article: article.path, issue: issue.id },
    confidence: 0,
    evidence: evidence.slice(0, 1).map((it) => ({
      line: it.line,
      text: quoted(it, quotes),
      why: quotes.sentence(it.line, withoutStandIns(it.why)).slice(0, longestSeen),
    })),
  };
}

function positionOf({ article, issue }: Candidate, { kase }: Scene): number {
  return kase.issues.findIndex((it) => it.ref.article === article.path && it.ref.issue === issue.id);
}

function isAbout({ article, issue }: Candidate, ref: IssueRef): boolean {
  return article.path === ref.article && issue.id === ref.issue;
}

/** Of its lines, those of the latest paste are as they were pasted; the others stood in the case, masked. */
function maskedIn(joined: JoinedDiagnosis['joined'], redactor: Redactor, quotes: Quotes): JoinedDiagnosis['joined'] {
  const latest = Math.max(...joined.lines.map(({ paste }) => paste));
  const shown = (it: JoinedDiagnosis['joined']['lines'][number]): string =>
    it.paste === latest ? quoted(it, quotes) : visible(redactor.redact(it.text)).slice(0, longestSeen);
  return { ...joined, lines: joined.lines.map((it) => ({ ...it, text: shown(it) })) };
}

function quoted({ line, text }: { readonly line: number; readonly text: string }, quotes: Quotes): string {
  return visible(quotes.line(line, withoutStandIns(text))).slice(0, longestSeen);
}
