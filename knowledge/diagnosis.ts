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

interface Common {
  readonly codes: readonly DecodedCode[];
  /** Candidates, best first, at most ten, one an issue. */
  readonly candidates: readonly Candidate[];
}

export type Diagnosis =
  /** The first candidate is the answer. */
  | (Common & { readonly verdict: 'match' })
  /** One of the candidates; `question` tells them apart. */
  | (Common & { readonly verdict: 'ambiguous'; readonly question: string })
  /** No candidate explains the paste; `missing` names the fact that would help. `candidates` may hold weak guesses. */
  | (Common & { readonly verdict: 'none'; readonly missing: string });
