// Rows are fitted on in halves: chance decides which, and always decides the same.

/**
 * Which half a row is in, by its id.
 *
 * @param split There are many ways to make halves; this is one of them.
 */
export function halfOf(id: string, split: number): 0 | 1 {
  return (hash(`${id} ${split}`) & 1) === 0 ? 0 : 1;
}

/** FNV-1a with a finish, so that neighbours in a list fall into different halves. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  value ^= value >>> 15;
  return Math.imul(value, 0x2c1b3c6d) >>> 16;
}
