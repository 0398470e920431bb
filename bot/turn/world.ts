// What a decision rests on besides what was said: what is known, and where things go.

import type { Knowledge } from '../../knowledge/index.js';
import type { Experience } from '../case/open-case.js';
import type { Found } from '../look-up.js';
import type { Redaction } from '../text/redact/redactor.js';
import type { Destinations } from '../ticket/deliveries-for.js';
import type { DraftLink } from '../ticket/draft-article.js';
import type { Words } from '../words/en.js';

/** What a decision rests on besides the dialog and the event. */
export interface World {
  readonly knowledge: Knowledge;
  readonly now: Date;
  readonly words: Words;
  /** Of the bot. */
  readonly version: string;
  readonly redaction: Redaction;
  /** None unless told. */
  readonly experience?: Experience;
  /** Where tickets go: nowhere unless told. */
  readonly destinations?: Destinations;
  /** Where the draft of an article can be had as a file: nowhere unless told. */
  readonly draftLink?: DraftLink;
  /** What was looked up for this decision so far. */
  readonly found?: Found;
  /** The organisation; `advance` knows it from what has come in. */
  readonly tenant?: string;
}
