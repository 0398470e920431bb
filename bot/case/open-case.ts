// From a paste and what the knowledge makes of it to a case.

import { createHash } from 'node:crypto';
import {
  type Candidate,
  type DecodedCode,
  type Diagnosis,
  type IssueRef,
  type Knowledge,
  neighboursIn,
} from '../../knowledge/index.js';
import type { CheckWords } from '../../knowledge/troubleshoot/index.js';
import { type Signal, signalOf } from '../../knowledge/verify/index.js';
import { valueIn } from '../check-value.js';
import { visible } from '../text/escape-markdown.js';
import { excerptOfPaste } from '../text/excerpt-of-paste.js';
import { type Masks, noMasks } from '../text/redact/masks.js';
import { type Redaction, Redactor } from '../text/redact/redactor.js';
import { answersShown } from './answers-shown.js';
import type { Case } from './dialog.js';
import { type Doubt, isDoubt, type Tally } from './doubts.js';
import { type Quotes, quotesFrom } from './quotes.js';
import { withMasks, withShownMasks } from './redactor-of-case.js';
import { valueToKeep } from './value-to-keep.js';

/** As much of a diagnosis as a case keeps. */
const kept = {
  candidates: 5,
  evidence: 3,
  lineLength: 400,
  valueLength: 200,
  neighbourLength: 160,
  codes: 6,
  names: 2,
  paste: 3_000,
  outcomes: 8,
};

export interface Opening {
  readonly paste: string;
  readonly diagnosis: Diagnosis;
  readonly knowledge: Knowledge;
  readonly experience: Experience;
  /** Who pasted it. */
  readonly user: string;
  readonly now: Date;
  /** Differs for every case of every conversation. */
  readonly seed: string;
  readonly redaction: Redaction;
  /** Of the questions that are made from an article's text. */
  readonly words: CheckWords;
  /** Of a case that this one may turn out to be part of: what has a label there has the same here. */
  readonly masks?: Masks;
}

/** What earlier cases of an organisation say. */
export interface Experience {
  /** How the repairs of an issue did, and doubts about it; empty where there was no case of it yet. */
  of(issue: IssueRef): readonly { readonly repair: string; readonly helped: number; readonly failed: number }[];
  /** How often doubts were right, whatever the issue; absent where nothing is known. */
  readonly overall?: Readonly<Record<Doubt, Tally>>;
}

export const noExperience: Experience = { of: () => [] };

export function openCase(opening: Opening): Case {
  const { paste, diagnosis, knowledge, experience, user, now, seed } = opening;
  const candidates = diagnosis.candidates.slice(0, kept.candidates);
  const line = candidates[0]?.evidence[0]?.line ?? diagnosis.codes[0]?.line ?? 1;
  const id = createHash('sha256').update(`${seed}\n${now.toISOString()}`).digest('base64url').slice(0, 12);
  const redactor = new Redactor(opening.redaction, opening.masks ?? noMasks(id));
  // First of all, since what is hidden in them is hidden in the others too: they quote it.
  const quotes = quotesFrom(paste, line, redactor);
  const { text: around, isWhole } = quotes.around;
  const keep = (value: string, length = kept.lineLength): string => shortened(visible(redactor.redact(value)), length);
  const excerpt = excerptOfPaste(around, quotes.lineAround(line), kept.paste);
  const neighbours = (at: number): { readonly before?: string; readonly after?: string } => {
    const { before, after } = neighboursIn(around, quotes.lineAround(at));
    return { ...neighbour('before', before.at(-1)), ...neighbour('after', after[0]) };
  };

  const pasted = visible(paste);
  const shown = answersShown(
    candidates.map(({ issue }, position) => [position, issue]),
    pasted,
    opening.words,
  );

  const kase: Case = {
    id,
    revision: 1,
    openedAt: now.toISOString(),
    people: [personId(user)],
    knowledge: knowledge.version,
    verdict: diagnosis.verdict === 'match' && candidates.length === 0 ? 'none' : diagnosis.verdict,
    ...(diagnosis.verdict === 'match' && diagnosis.faults !== undefined ? { faults: diagnosis.faults } : {}),
    ...(diagnosis.verdict === 'ambiguous' ? { question: keep(questionOf(diagnosis)) } : {}),
    ...answersOf(diagnosis, candidates.length),
    ...(diagnosis.verdict === 'none' ? { missing: keep(questionOf(diagnosis)) } : {}),
    paste: { text: excerpt, whole: isWhole && excerpt === around },
    codes: diagnosis.codes
      .filter((code) => isTelling(code) && quotes.isShown(code.text))
      .slice(0, kept.codes)
      .map((code) => ({
        text: keep(code.text, 60),
        value: code.value,
        names: [...code.names.slice(0, kept.names), ...(code.inner === undefined ? [] : [code.inner])],
      })),
    issues: candidates.map((candidate) => ({
      ref: { article: candidate.article.path, issue: candidate.issue.id },
      confidence: candidate.confidence,
      evidence: candidate.evidence.slice(0, kept.evidence).map(({ line: at, text, why }, position) => ({
        line: at,
        text: shortened(quotes.line(at, text), kept.lineLength),
        why: shortened(quotes.sentence(at, why), kept.lineLength),
        ...(position === 0 && candidate.issue.kind === 'fault' ? neighbours(at) : {}),
      })),
    })),
    experience: candidates.flatMap(({ article, issue }, position) =>
      experience
        .of({ article: article.path, issue: issue.id })
        .toSorted((a, b) => Number(isDoubt(b)) - Number(isDoubt(a)))
        .slice(0, kept.outcomes)
        .map((outcome) => ({ issue: position, ...outcome })),
    ),
    ...(experience.overall === undefined ? {} : { overall: experience.overall }),
    ...(candidates.length === 0
      ? {}
      : {
          signal: withoutSecrets(signalOf(paste, diagnosis, { secret: signalSecret(id, opening.redaction) }), quotes),
        }),
    ...(shown.length === 0 ? {} : { shown }),
    values: candidates
      .flatMap((candidate, issue) => valuesOf(candidate, issue, pasted, redactor))
      .filter(({ value }) => quotes.isShown(value, ['host', 'address'])),
    told: [],
  };
  return withShownMasks(withMasks(kase, redactor.masks));
}

/** Answers that speak for several candidates, or for one that is not kept, leave the question to the person's reading. */
function answersOf(diagnosis: Diagnosis, candidates: number): Pick<Case, 'answers'> {
  if (diagnosis.verdict !== 'ambiguous' || diagnosis.split === undefined) return {};
  const { about, answers } = diagnosis.split;
  if (about === 'check' || about === 'title' || answers.length < 2) return {};
  const single = answers.flatMap(({ label, candidates: [issue, ...others] }) =>
    issue === undefined || issue >= candidates || others.length > 0 ? [] : [{ label, issue }],
  );
  return single.length === answers.length ? { answers: single } : {};
}

/** What it keeps as it is pasted may be a password, or somebody's name: only what masking leaves. */
function withoutSecrets({ source, ...signal }: Signal, { isShown }: Quotes): Signal {
  const isLogShown = source !== undefined && isShown(source);
  return { ...signal, names: signal.names.filter((name) => isShown(name)), ...(isLogShown ? { source } : {}) };
}

/** Another one for each case: nobody learns from two of them that they are about the same line. */
export function signalSecret(caseId: string, { key }: Redaction): string {
  return `${caseId}\n${key}`;
}

function neighbour(side: 'before' | 'after', text = ''): Partial<Record<typeof side, string>> {
  return text === '' ? {} : { [side]: shortened(visible(text), kept.neighbourLength) };
}

// A small number without a name, the 403 of HTTP say, is written the same everywhere and says nothing more in hex.
function isTelling({ names, inner, value }: DecodedCode): boolean {
  return names.length > 0 || inner !== undefined || Number(value) > 0xffff;
}

/** Ids are opaque and of any length; a case keeps a bounded one. */
export function personId(user: string): string {
  return user.length <= 100 ? user : createHash('sha256').update(user).digest('base64url');
}

/** What would help: both may quote the paste. */
function questionOf(diagnosis: Diagnosis): string {
  switch (diagnosis.verdict) {
    case 'match':
      return '';
    case 'ambiguous':
      return diagnosis.question;
    case 'none':
      return diagnosis.missing;
    default:
      return diagnosis satisfies never;
  }
}

function valuesOf({ issue }: Candidate, position: number, paste: string, redactor: Redactor): Case['values'][number][] {
  return issue.checks.flatMap((check) => {
    const value = check.kind === 'value' ? valueIn(check, paste) : undefined;
    if (value === undefined || check.kind !== 'value') return [];
    const shown = shortened(visible(valueToKeep(value, check, redactor)), kept.valueLength);
    return [{ issue: position, check: check.id, value: shown }];
  });
}

function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
