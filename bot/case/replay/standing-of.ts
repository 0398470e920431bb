// A case → where it stands.

import type { Knowledge } from '../../../knowledge/index.js';
import type { CheckWords } from '../../../knowledge/troubleshoot/index.js';
import type { Case } from '../dialog.js';
import type { Standing } from '../standing.js';
import { Replay } from './replay.js';

/** @param words Of the questions that are made from an article's text. */
export function standingOf(kase: Case, knowledge: Knowledge, words: CheckWords): Standing {
  const replay = new Replay(kase, knowledge, words);
  for (const it of kase.told) replay.take(it);
  return replay.standing();
}
