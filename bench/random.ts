// Chance that is the same in each run.

/** 0 to below `most`, whole. */
export type Random = (most: number) => number;

/** @param seed Another one makes another sequence. */
export function makeRandom(seed: number): Random {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * most);
  };
}

export function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, place: random(1 << 30) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
