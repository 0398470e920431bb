// A candidate changed in what was found in the paste, not in what is known.

import type { Candidate } from '../diagnosis.js';

/** The same candidate; its article and issue are still read where they are looked at. */
export function candidateWith(
  candidate: Candidate,
  {
    confidence = candidate.confidence,
    evidence = candidate.evidence,
  }: Partial<Pick<Candidate, 'confidence' | 'evidence'>>,
): Candidate {
  return {
    get article() {
      return candidate.article;
    },
    get issue() {
      return candidate.issue;
    },
    confidence,
    evidence,
  };
}
