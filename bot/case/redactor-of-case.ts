// The labels of a case, from one text to the next.

import { type Masks, masksIn, masksShownIn } from '../text/redact/masks.js';
import { type Redaction, Redactor } from '../text/redact/redactor.js';
import type { Case } from './dialog.js';

/** Goes on where the case is: what it has hidden before has the same label again. */
export function redactorOf(kase: Case, redaction: Redaction): Redactor {
  return new Redactor(redaction, masksOf(kase));
}

/** A case that was kept before there were masks may hold labels, whose numbers are taken. */
export function masksOf(kase: Case): Masks {
  return kase.masks ?? masksIn(JSON.stringify(kase));
}

/** The case with what a redactor of its texts has come to know, as far as they show it. */
export function withMasks(kase: Case, masks: Masks | undefined): Case {
  if (masks === undefined || Object.keys(masks.counts).length === 0) return kase;
  return { ...kase, masks: masksShownIn(masks, JSON.stringify({ ...kase, masks: undefined })) };
}
