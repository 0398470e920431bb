// What a trial is asked for at the command line: `--NAME NUMBER`.

import { parseArgs } from 'node:util';

/**
 * @param args Without node and script.
 * @param usual Where nothing is said.
 * @returns undefined where an option is unknown, or its value is not a positive whole number; a `seed` may be any whole number.
 */
export function readNumbers<Name extends string>(
  args: readonly string[],
  usual: Readonly<Record<Name, number>>,
): Readonly<Record<Name, number>> | undefined {
  const names = Object.keys(usual);
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' } as const]));
  try {
    const given = Object.entries(parseArgs({ args: [...args], options }).values).map(
      ([name, value]) => [name, Number(value || Number.NaN)] as const,
    );
    const isFit = ([name, value]: readonly [string, number]): boolean =>
      Number.isSafeInteger(value) && (name === 'seed' || value > 0);
    return given.every(isFit) ? { ...usual, ...Object.fromEntries(given) } : undefined;
  } catch {
    return undefined;
  }
}
