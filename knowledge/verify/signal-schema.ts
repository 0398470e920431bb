// What a case keeps of its fault.

import { z } from 'zod';

/** Plain data, at most a kilobyte; keys and hashes in place of text, nothing that would have to be masked. */
export const signalSchema = z.object({
  issue: z.object({ article: z.string(), issue: z.string() }).exactOptional(),
  /** Where on its route the request failed. */
  stage: z.string().exactOptional(),
  /** Key of the decisive line, up to its value. */
  label: z.string(),
  /** Key of that value, where the line ends in one. */
  value: z.string().exactOptional(),
  /** Codes of the decisive line, eight hex digits each. */
  codes: z.array(z.string()),
  /** Names of errors in it. */
  names: z.array(z.string()),
  /** The log it stands in or the component that wrote it, lower case. */
  source: z.string().exactOptional(),
  /** Key of the address that was asked for. */
  address: z.string().exactOptional(),
  /** When the last line of that log was written, as written there. */
  until: z.string().exactOptional(),
});

type Read = z.infer<typeof signalSchema>;

export type Signal = Readonly<Omit<Read, 'codes' | 'names'>> & {
  readonly codes: readonly string[];
  readonly names: readonly string[];
};
