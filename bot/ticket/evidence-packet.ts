// Everything that is known of a case when it is handed over: what an expert would otherwise have to ask again. All of it
// is masked by then. The same as JSON Schema for receivers: docs/evidence-packet.schema.json.

import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly.js';

const line = z.object({
  /** 1-based, in the paste that it stood in. */
  line: z.int(),
  text: z.string(),
  /** What in the line speaks for the cause. */
  why: z.string(),
});

/** One way to repair an issue. */
const repair = z.object({ article: z.string(), issue: z.string(), repair: z.string(), title: z.string() });

/** JSON of a packet. Strings are plain text; times are ISO, UTC; lists may be empty. */
export const evidencePacketSchema = z.object({
  format: z.literal('pastefix-evidence'),
  version: z.literal(1),
  case: z.string(),
  openedAt: z.string(),
  /** When the packet was written. */
  writtenAt: z.string(),
  versions: z.object({ bot: z.string(), knowledge: z.string() }),
  verdict: z.enum(['match', 'ambiguous', 'none']),
  /** First what was pasted at the start, then what was added. `whole`: false where only part of it is kept. */
  pastes: z.array(z.object({ text: z.string(), whole: z.boolean() })),
  codes: z.array(z.object({ text: z.string(), value: z.string(), names: z.array(z.string()) })),
  /** Likeliest first, then what was ruled out. */
  causes: z.array(
    z.object({
      article: z.string(),
      issue: z.string(),
      title: z.string(),
      /** The section that tells of it, where the article is public. */
      url: z.string().exactOptional(),
      /** What the article was written from. */
      sources: z.array(z.object({ title: z.string(), url: z.string() })),
      /** How sure the diagnosis was, 0 to 1; 0 where only an answer led there. */
      confidence: z.number(),
      /** How likely it is after all that was told, 0 to 1. */
      likely: z.number(),
      ruledOut: z.boolean(),
      /** The decisive line first. */
      evidence: z.array(line),
    }),
  ),
  /** Of each question the last answer, in the order of asking. `null`: the person did not know. */
  answers: z.array(z.object({ question: z.string(), answer: z.string().nullable() })),
  /** In the order in which they were begun. */
  tried: z.array(
    repair.extend({
      steps: z.int(),
      done: z.int(),
      /** Steps that were left out, 1-based. */
      leftOut: z.array(z.int()),
      /** The step that could not be done. */
      stuckAt: z.object({ step: z.int(), text: z.string() }).exactOptional(),
      outcome: z.enum(['unfinished', 'not helped', 'progress', 'helped']),
    }),
  ),
  /** Repairs that nobody has begun, of causes that are not ruled out; the one to begin with first. */
  untried: z.array(repair),
  /** What happened when, oldest first. */
  timeline: z.array(z.object({ at: z.string(), what: z.string() })),
  /** What the expert should ask first; absent where nothing is known that would tell more. */
  askFirst: z.string().exactOptional(),
});

/** What `docs/evidence-packet.schema.json` holds. A later version may tell more than it names. */
export function evidencePacketJsonSchema(): object {
  return { title: 'Evidence packet of Pastefix', ...z.toJSONSchema(evidencePacketSchema, { io: 'input' }) };
}

export type EvidencePacket = DeepReadonly<z.infer<typeof evidencePacketSchema>>;
