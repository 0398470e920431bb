// Version 1 knew one case at a time and no outcomes of earlier ones, and kept which variant of a repair fits as a thing told of its own.

import { z } from 'zod';

const dialog = z.looseObject({
  case: z.looseObject({ told: z.array(z.looseObject({ kind: z.string() })) }).exactOptional(),
});
const environment = z.looseObject({ kind: z.literal('environment'), issue: z.int(), repair: z.string().nullable() });

/** @throws {z.ZodError} When it is not version 1. */
export function fromVersion1(state: Readonly<Record<string, unknown>>): unknown {
  const { case: kase, ...rest } = dialog.parse(state);
  const since = { ...rest, version: 2, parked: [] };
  if (kase === undefined) return since;
  return { ...since, case: { ...kase, experience: [], told: kase.told.map(toldSince) } };
}

function toldSince(told: Readonly<Record<string, unknown>>): unknown {
  const it = environment.safeParse(told);
  if (!it.success) return told;
  const { repair, kind: _, ...rest } = it.data;
  // Naming the variant began its steps; not knowing it left all of them to be tried.
  return repair === null ? { ...rest, kind: 'began' } : { ...rest, kind: 'began', repair };
}
