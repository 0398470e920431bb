// Where things start that lie one behind the other, as typed arrays.

/** @param arrays Each holds where its items start, from 0, and where the last one ends. */
export function joinStarts(arrays: readonly Uint32Array[]): Uint32Array {
  const whole = new Uint32Array(arrays.reduce((sum, { length }) => sum + length - 1, 1));
  let at = 0;
  for (const array of arrays) {
    const offset = whole[at] ?? 0;
    for (const start of array.subarray(1)) {
      at += 1;
      whole[at] = offset + start;
    }
  }
  return whole;
}
