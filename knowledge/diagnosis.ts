// What the knowledge base makes of a paste.

import type { ArticleInfo, Issue } from './model.js';

/** A line of the paste and what it contributes. */
export interface Evidence {
  /** 1-based line of the paste. */
  readonly line: number;
  /** The line as pasted, without log markup, at most 500 characters. */
  readonly text: string;
  /** Plain words for the person: `names CMGConnector_Forbidden, which only this article knows`. */
  readonly why: string;
}

/** One issue that may be behind the paste. */
export interface Candidate {
  readonly article: ArticleInfo;
  readonly issue: Issue;
  /** 0 to 1: the share of pastes answered like this for which the answer is right. */
  readonly confidence: number;
  /** The decisive line first; empty only for a candidate found by a misspelt name. */
  readonly evidence: readonly Evidence[];
}

/** A code found in the paste, decoded. */
export interface DecodedCode {
  /** As pasted: `-2147024891`. */
  readonly text: string;
  /** Eight hex digits: `0x80070005`. */
  readonly value: string;
  /** 1-based line of the paste. */
  readonly line: number;
  /** Best known first, the wrapped Win32 code's names included; empty when no table knows it. */
  readonly names: readonly string[];
  /** The code wrapped in an HRESULT, `Win32 5`; absent when there is none. */
  readonly inner?: string;
}

/** A question that tells candidates apart, for programs: its answers, and what each of them speaks for. */
export interface Split {
  /** What is asked; `check`: the author's own question, `title`: which description fits. */
  readonly about:
    | 'status-text'
    | 'status'
    | 'code'
    | 'event'
    | 'log'
    | 'product'
    | 'name'
    | 'version'
    | 'variant'
    | 'check'
    | 'title';
  /** With the positions of the candidates that each speaks for. A single one is answered by yes or no. */
  readonly answers: readonly { readonly label: string; readonly candidates: readonly number[] }[];
  /** Positions of the likely candidates that no answer speaks for, nor against: they are left whatever is answered. */
  readonly otherwise: readonly number[];
  /** Which check of which candidate asks. */
  readonly check?: { readonly candidate: number; readonly id: string };
}

interface Common {
  readonly codes: readonly DecodedCode[];
  /** Candidates, best first, at most ten, one an issue. */
  readonly candidates: readonly Candidate[];
}

export type Diagnosis =
  /**
   * The first candidate is the answer. `faults`: the paste shows several, and so many of the first candidates are the
   * answer to one each; absent for one.
   */
  | (Common & { readonly verdict: 'match'; readonly faults?: number })
  /** One of the candidates; `question` tells them apart, and `split` says what its answers mean. */
  | (Common & { readonly verdict: 'ambiguous'; readonly question: string; readonly split?: Split })
  /**
   * No candidate explains the paste; `missing` names the fact that would help. `candidates` may hold weak guesses, whose logs
   * (`logsToLookInto`) are where to look for it.
   */
  | (Common & { readonly verdict: 'none'; readonly missing: string });
