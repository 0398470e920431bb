// The labels of a case, from one text to the next.

import { type Masks, masksIn, masksShownIn, reconciled, relabelled } from '../text/redact/masks.js';
import { type Redaction, Redactor } from '../text/redact/redactor.js';
import { type Case, caseSchema } from './dialog.js';

/** Goes on where the case is: what it has hidden before has the same label again. */
export function redactorOf(kase: Case, redaction: Redaction): Redactor {
  return new Redactor(redaction, masksOf(kase));
}

/** A case that was kept before there were masks may hold labels, whose numbers are taken. */
export function masksOf(kase: Case): Masks {
  return kase.masks ?? masksIn(kase.id, JSON.stringify(kase));
}

/** The case with what a redactor of its texts has come to know. */
export function withMasks(kase: Case, masks: Masks): Case {
  return Object.keys(masks.counts).length === 0 ? kase : { ...kase, masks };
}

/**
 * The case as it goes on beside its ticket, where others may have given labels meanwhile: what has a label there has the same
 * here, and what has none there keeps its own or, if that is taken, gets another.
 */
export function withLabelsOf(ticket: Masks, kase: Case): Case {
  const own = masksOf(kase);
  if (own.scope !== ticket.scope) return kase;
  const { masks, renamed } = reconciled(ticket, own);
  const { masks: _, ...texts } = kase;
  const read = renamed.size === 0 ? texts : caseSchema.parse(JSON.parse(relabelled(JSON.stringify(texts), renamed)));
  return withMasks(read, masks);
}

/** Only what the case shows is known again. */
export function withShownMasks(kase: Case): Case {
  const { masks, ...rest } = kase;
  return masks === undefined ? kase : { ...rest, masks: masksShownIn(masks, JSON.stringify(rest)) };
}
