// Candidates, most of which are never looked at.

import type { Candidate } from '../diagnosis.js';
import { lazy } from '../lazy.js';

/** Makes what a candidate shows; each is asked once, when it is looked at. */
export type CandidateParts = { readonly [Part in 'article' | 'issue' | 'evidence']: () => Candidate[Part] };

/** @returns To be copied and compared like any other: what it shows are properties of its own. */
export function lazyCandidate(confidence: number, { article, issue, evidence }: CandidateParts): Candidate {
  return new LazyCandidate(confidence, { article: lazy(article), issue: lazy(issue), evidence: lazy(evidence) });
}

// An object literal with getters would do, but each such object gets a hidden class of its own, which lives long, and all
// that its getters can reach with it. These share theirs.
class LazyCandidate implements Candidate {
  declare readonly article: Candidate['article'];
  declare readonly issue: Candidate['issue'];
  declare readonly evidence: Candidate['evidence'];
  readonly #parts: CandidateParts;

  constructor(
    readonly confidence: number,
    parts: CandidateParts,
  ) {
    this.#parts = parts;
    Object.defineProperties(this, LazyCandidate.#shown);
  }

  static readonly #shown = {
    article: LazyCandidate.#own((candidate) => candidate.#parts.article()),
    issue: LazyCandidate.#own((candidate) => candidate.#parts.issue()),
    evidence: LazyCandidate.#own((candidate) => candidate.#parts.evidence()),
  };

  static #own<Value>(read: (candidate: LazyCandidate) => Value): PropertyDescriptor {
    return {
      enumerable: true,
      get(this: LazyCandidate) {
        return read(this);
      },
    };
  }
}
