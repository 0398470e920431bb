// What front matter says about lines that are not the fault.

import { z } from 'zod';
import type { Aside } from '../model.js';

/** A pattern of fewer letters and digits would cover lines that nobody thought of. */
const leastSaid = 8;

const line = z
  .string()
  .trim()
  .refine((text) => (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= leastSaid, {
    error: `write more of the line than that: ${leastSaid} letters at least`,
  });

const schema = z.array(z.strictObject({ lines: z.array(line).min(1), because: z.string().trim().min(1) }));

/** @returns What can be used of it, and what is wrong with the rest. */
export function readAsides(
  written: unknown,
  kind: Aside['kind'],
): { readonly asides: readonly Aside[]; readonly faults: readonly string[] } {
  if (written === undefined) return { asides: [], faults: [] };
  const read = schema.safeParse(written);
  if (read.success) return { asides: read.data.map((one) => ({ kind, ...one })), faults: [] };
  return { asides: [], faults: read.error.issues.map(({ path, message }) => [path.join('.'), message].join(': ')) };
}
