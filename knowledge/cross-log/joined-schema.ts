// What a case keeps of logs that were joined.

import { z } from 'zod';

/** Plain data, at most two kilobytes; ids in its lines are masked, the same id by the same mask. */
export const joinedSchema = z.object({
  /** One for every machine of the route, in its order. */
  hops: z.array(
    z.object({
      machine: z.string(),
      /** `no`: its log covers the time, and does not tell of the request. */
      reached: z.enum(['yes', 'no', 'unknown']),
      result: z.enum(['ok', 'failed']).exactOptional(),
      status: z.int().exactOptional(),
      /** Known from what another machine logs, not from its own. */
      told: z.literal(true).exactOptional(),
    }),
  ),
  /** The last machine that is known to have failed; `isSeen`: by its own log. `towards`: the next one, not reached. */
  failedAt: z.object({ machine: z.string(), isSeen: z.boolean(), towards: z.string().exactOptional() }).exactOptional(),
  /** In the order of the way, then of time; a line of the cause is always among them. */
  lines: z.array(
    z.object({
      /** Position of the paste, and 1-based line of it. */
      paste: z.int(),
      line: z.int(),
      machine: z.string(),
      text: z.string(),
      role: z.enum(['cause', 'consequence', 'passed']),
      why: z.string(),
    }),
  ),
  /** Seconds to be added to the times of each machine for those of the first. */
  clocks: z.array(
    z.object({ machine: z.string(), seconds: z.number(), by: z.enum(['itself', 'ids', 'addresses', 'utc']) }),
  ),
});

export type Joined = z.infer<typeof joinedSchema>;
