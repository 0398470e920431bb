// Features of issues, collected issue by issue and then put in order: millions of them, so plain numbers in typed arrays.

/** Where a feature stands: the issue, and in its lowest eight bits one bit for each of the zones. */
export type Stand = number;

/** At most 16 million issues. */
export function standOf(issue: number, zones: number): Stand {
  return (issue << 8) | zones;
}

export function issueOf(stand: Stand): number {
  return stand >>> 8;
}

export function zonesOf(stand: Stand): number {
  return stand & 0xff;
}

/** Features by hash, as unsigned numbers; equal ones by issue; and beside each where it stands. */
export interface Stands {
  readonly hashes: Uint32Array;
  readonly stands: Uint32Array;
}

export const noStands: Stands = { hashes: new Uint32Array(0), stands: new Uint32Array(0) };

/** @param issues Those of the first; the issues of the second are numbered behind them. */
export function mergeStands(first: Stands, second: Stands, issues: number): Stands {
  if (first.hashes.length === 0 && issues === 0) return second;
  const length = first.hashes.length + second.hashes.length;
  const hashes = new Uint32Array(length);
  const stands = new Uint32Array(length);
  const offset = standOf(issues, 0);
  let one = 0;
  let other = 0;
  for (let at = 0; at < length; at += 1) {
    const hash = first.hashes[one] ?? Infinity;
    const otherHash = second.hashes[other] ?? Infinity;
    if (hash <= otherHash) {
      hashes[at] = hash;
      stands[at] = first.stands[one] ?? 0;
      one += 1;
    } else {
      hashes[at] = otherHash;
      stands[at] = (second.stands[other] ?? 0) + offset;
      other += 1;
    }
  }
  return { hashes, stands };
}

const leastSlots = 1 << 12;

/** Collects the features of one issue after the other, each once an issue with all the zones it stands in. */
export class Gathered {
  #hashes = new Int32Array(1 << 20);
  #stands = new Uint32Array(1 << 20);
  #length = 0;
  // Open addressing over the features of the current issue: positions plus one. Those of earlier issues are below #first.
  // As much of the table is in use as the issue needs: most need little, and what is little stays at hand.
  #slots = new Uint32Array(leastSlots);
  #mask = leastSlots - 1;
  #first = 0;
  #issue = 0;

  begin(issue: number): void {
    this.#first = this.#length;
    this.#issue = issue;
    this.#mask = leastSlots - 1;
  }

  /**
   * @param hashes The first so many of them stand in this zone.
   * @param zone One bit.
   */
  add(hashes: Int32Array, count: number, zone: number): void {
    this.#makeRoom(count);
    const all = this.#hashes;
    const stands = this.#stands;
    const slots = this.#slots;
    const mask = this.#mask;
    const first = this.#first;
    const stand = standOf(this.#issue, zone);
    let length = this.#length;
    for (let from = 0; from < count; from += 1) {
      const hash = hashes[from] ?? 0;
      let slot = hash & mask;
      let at = slots[slot] ?? 0;
      while (at > first && all[at - 1] !== hash) {
        slot = (slot + 1) & mask;
        at = slots[slot] ?? 0;
      }
      if (at > first) stands[at - 1] = (stands[at - 1] ?? 0) | stand;
      else {
        all[length] = hash;
        stands[length] = stand;
        length += 1;
        slots[slot] = length;
      }
    }
    this.#length = length;
  }

  /** @returns How long the issue is, in distinct features. */
  end(): number {
    return this.#length - this.#first;
  }

  /** Nothing can be added afterwards. */
  sorted(): Stands {
    const hashes = new Uint32Array(this.#hashes.buffer, 0, this.#length);
    return sortedByHash(hashes, this.#stands.subarray(0, this.#length));
  }

  #makeRoom(count: number): void {
    const most = this.#length + count;
    if (most > this.#hashes.length) this.#grow(Math.max(most, this.#length * 2));
    while ((most - this.#first) * 2 > this.#mask) this.#widen();
  }

  #grow(size: number): void {
    const hashes = new Int32Array(size);
    const stands = new Uint32Array(size);
    hashes.set(this.#hashes);
    stands.set(this.#stands);
    this.#hashes = hashes;
    this.#stands = stands;
  }

  #widen(): void {
    const mask = this.#mask * 2 + 1;
    if (mask < this.#slots.length) this.#slots.fill(0, 0, mask + 1);
    else this.#slots = new Uint32Array(mask + 1);
    this.#mask = mask;
    for (let at = this.#first; at < this.#length; at += 1) {
      let slot = (this.#hashes[at] ?? 0) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = at + 1;
    }
  }
}

/**
 * A radix sort; overwrites what it is given. First by the highest bits, so that what has those alike is at hand together
 * when it is sorted by the others.
 */
function sortedByHash(hashes: Uint32Array, stands: Uint32Array): Stands {
  const { length } = hashes;
  const given: Stands = { hashes, stands };
  const sorted: Stands = { hashes: new Uint32Array(length), stands: new Uint32Array(length) };
  const ends = distribute(given, sorted, { begin: 0, end: length, shift: 24, bits: 8 });
  let begin = 0;
  for (const end of ends) {
    distribute(sorted, given, { begin, end, shift: 0, bits: 12 });
    distribute(given, sorted, { begin, end, shift: 12, bits: 12 });
    begin = end;
  }
  return sorted;
}

interface Distribution {
  /** Positions from the first to before the second. */
  readonly begin: number;
  readonly end: number;
  /** So many bits from there on decide. */
  readonly shift: number;
  readonly bits: number;
}

/** Puts features in order by some of their bits, alike ones as they are. @returns Where those of each value end. */
function distribute(from: Stands, to: Stands, { begin, end, shift, bits }: Distribution): Uint32Array {
  const mask = (1 << bits) - 1;
  const { hashes, stands } = from;
  const places = new Uint32Array(mask + 1);
  for (let at = begin; at < end; at += 1) {
    const value = ((hashes[at] ?? 0) >>> shift) & mask;
    places[value] = (places[value] ?? 0) + 1;
  }
  let place = begin;
  for (let value = 0; value <= mask; value += 1) {
    const count = places[value] ?? 0;
    places[value] = place;
    place += count;
  }
  for (let at = begin; at < end; at += 1) {
    const hash = hashes[at] ?? 0;
    const value = (hash >>> shift) & mask;
    const next = places[value] ?? 0;
    places[value] = next + 1;
    to.hashes[next] = hash;
    to.stands[next] = stands[at] ?? 0;
  }
  return places;
}
