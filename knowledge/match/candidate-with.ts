// A candidate changed in what was found in the paste, not in what is known.

import type { Candidate } from '../diagnosis.js';

/** The same candidate; its article, its issue and what is not changed are still made where they are looked at. */
export function candidateWith(
  candidate: Candidate,
  { confidence = candidate.confidence, evidence }: Partial<Pick<Candidate, 'confidence' | 'evidence'>>,
): Candidate {
  return {
    get article() {
      return candidate.article;
    },
    get issue() {
      return candidate.issue;
    },
    confidence,
    get evidence() {
      return evidence ?? candidate.evidence;
    },
  };
}
