// A diagnosis as the plain object that other programs read.

import { causeOf } from './cause-of.js';
import type { Diagnosis, Evidence, Split } from './diagnosis.js';
import { logsSentence, logsToLookInto } from './logs-to-look-into.js';
import type { Issue } from './model.js';
import { plainBlocks, plainResolutions } from './plain-blocks.js';
import { hasRepair, toldInPassing } from './troubleshoot/ways/told-in-passing.js';

/** What `pastefix diagnose --json` prints. */
export interface AnswerObject {
  readonly id: string;
  readonly verdict: Diagnosis['verdict'];
  /** Best first, at most ten, one an issue. */
  readonly matches: readonly {
    readonly article: string;
    readonly issue: string;
    readonly title: string;
    /** Empty when the article has no public address. */
    readonly url: string;
    readonly confidence: number;
    readonly cause: string;
    readonly resolution: string;
    readonly evidence: readonly Evidence[];
  }[];
  readonly codes: readonly { readonly text: string; readonly value: string; readonly names: readonly string[] }[];
  /** The paste shows several faults: so many of the first matches are the answer to one each. */
  readonly faults?: number;
  readonly question?: string;
  /** What the answers to the question mean, by positions in `matches`. */
  readonly split?: Split;
  readonly missing?: string;
}

/** @param id Given back as it is, so that answers can be told apart. */
export function answerObject(id: string, diagnosis: Diagnosis): AnswerObject {
  return {
    id,
    verdict: diagnosis.verdict,
    matches: diagnosis.candidates.map(({ article, issue, confidence, evidence }) => ({
      article: article.path,
      issue: issue.id,
      title: issue.title,
      url: article.url ?? '',
      confidence: Math.round(confidence * 1e4) / 1e4,
      cause: causeText(issue),
      resolution: resolutionText(issue),
      evidence,
    })),
    codes: diagnosis.codes.map(({ text, value, names }) => ({ text, value, names })),
    ...(diagnosis.verdict === 'match' && diagnosis.faults !== undefined ? { faults: diagnosis.faults } : {}),
    ...(diagnosis.verdict === 'ambiguous' ? questionOf(diagnosis) : {}),
    ...(diagnosis.verdict === 'none' ? { missing: missingText(diagnosis) } : {}),
  };
}

function questionOf({
  question,
  split,
}: Extract<Diagnosis, { verdict: 'ambiguous' }>): Pick<AnswerObject, 'question' | 'split'> {
  return { question, ...(split === undefined ? {} : { split }) };
}

/** The fact that would help, and the logs that may hold it. */
export function missingText({ missing, candidates }: Extract<Diagnosis, { verdict: 'none' }>): string {
  return [missing, logsSentence(logsToLookInto(candidates))].filter((sentence) => sentence !== '').join(' ');
}

/** Why it happens; where an article does not say, what it says people see. */
export function causeText(issue: Issue): string {
  return plainBlocks(causeOf(issue)) || plainBlocks(hasRepair(issue) ? issue.symptoms : []);
}

/** What to do: resolution, then workaround; where an article has neither, what its text says to do, or whatever else it says. */
export function resolutionText(issue: Issue): string {
  const repairs = [plainResolutions(issue.resolutions), plainBlocks(issue.workaround)].filter((text) => text !== '');
  if (repairs.length > 0) return repairs.join('\n\n');
  return plainBlocks(toldInPassing(issue)) || plainBlocks(issue.more);
}
