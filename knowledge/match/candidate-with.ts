// A candidate changed in what was found in the paste, not in what is known.

import type { Candidate } from '../diagnosis.js';
import { lazyCandidate } from './lazy-candidate.js';

/** The same candidate; its article, its issue and what is not changed are still made where they are looked at. */
export function candidateWith(
  candidate: Candidate,
  { confidence = candidate.confidence, evidence }: Partial<Pick<Candidate, 'confidence' | 'evidence'>>,
): Candidate {
  return lazyCandidate(confidence, {
    article: () => candidate.article,
    issue: () => candidate.issue,
    evidence: () => evidence ?? candidate.evidence,
  });
}
