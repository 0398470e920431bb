// Typed arrays one behind the other.

type Numbers = Uint8Array | Uint32Array | Int32Array;

/** @param Of The class of the arrays. */
export function joinArrays<T extends Numbers>(arrays: readonly T[], Of: new (length: number) => T): T {
  const [first, ...others] = arrays;
  if (first !== undefined && others.length === 0) return first;
  const whole = new Of(lengthOf(arrays));
  let at = 0;
  for (const array of arrays) {
    whole.set(array, at);
    at += array.length;
  }
  return whole;
}

/** @param arrays Each holds where its items start, from 0, and where the last one ends. */
export function joinStarts(arrays: readonly Uint32Array[]): Uint32Array {
  const whole = new Uint32Array(lengthOf(arrays) - arrays.length + 1);
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

function lengthOf(arrays: readonly { readonly length: number }[]): number {
  return arrays.reduce((sum, { length }) => sum + length, 0);
}
