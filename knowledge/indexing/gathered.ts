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

const leastSlots = 1 << 12;
const partLength = 1 << 19;

/** Collects the features of one issue after the other, each once an issue with all the zones it stands in. */
export class Gathered {
  /** Those of the issues before the current one, in parts: to copy what is there whenever there is more takes long. */
  readonly #parts: (Run & { length: number })[] = [];
  #before = 0;
  // Those of the current issue.
  #hashes = new Int32Array(leastSlots);
  #stands = new Uint32Array(leastSlots);
  #length = 0;
  #issue = 0;
  // Open addressing over them: positions plus one, counted on from issue to issue, so that those of earlier ones show.
  // As much of the table is in use as the issue needs: most need little, and what is little stays at hand.
  #slots = new Uint32Array(leastSlots);
  #mask = leastSlots - 1;

  begin(issue: number): void {
    this.#length = 0;
    this.#issue = issue;
    this.#mask = leastSlots - 1;
  }

  /**
   * @param features The first so many of them stand in this zone.
   * @param zone One bit.
   */
  add(features: Int32Array, count: number, zone: number): void {
    this.#makeRoom(count);
    const hashes = this.#hashes;
    const stands = this.#stands;
    const slots = this.#slots;
    const mask = this.#mask;
    const before = this.#before;
    const stand = standOf(this.#issue, zone);
    let length = this.#length;
    for (let from = 0; from < count; from += 1) {
      const hash = features[from] ?? 0;
      let slot = hash & mask;
      let at = (slots[slot] ?? 0) - before;
      while (at > 0 && hashes[at - 1] !== hash) {
        slot = (slot + 1) & mask;
        at = (slots[slot] ?? 0) - before;
      }
      if (at > 0) stands[at - 1] = (stands[at - 1] ?? 0) | stand;
      else {
        hashes[length] = hash;
        stands[length] = stand;
        length += 1;
        slots[slot] = before + length;
      }
    }
    this.#length = length;
  }

  /** @returns How long the issue is, in distinct features. */
  end(): number {
    const length = this.#length;
    const part = this.#partWithRoom(length);
    part.hashes.set(this.#hashes.subarray(0, length), part.length);
    part.stands.set(this.#stands.subarray(0, length), part.length);
    part.length += length;
    this.#before += length;
    return length;
  }

  /** Nothing can be added afterwards. */
  sorted(): Stands {
    const { hashes, stands } = sortedByHash(this.#parts, this.#before);
    return { hashes: new Uint32Array(hashes.buffer), stands };
  }

  #partWithRoom(length: number): Run & { length: number } {
    const last = this.#parts.at(-1);
    if (last !== undefined && last.length + length <= last.hashes.length) return last;
    const part = { ...makeRun(Math.max(partLength, length)), length: 0 };
    this.#parts.push(part);
    return part;
  }

  #makeRoom(count: number): void {
    const most = this.#length + count;
    if (most > this.#hashes.length) this.#grow(2 * most);
    while (most * 2 > this.#mask) this.#widen();
  }

  #grow(size: number): void {
    const { hashes, stands } = makeRun(size);
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
    for (let at = 0; at < this.#length; at += 1) {
      let slot = (this.#hashes[at] ?? 0) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = this.#before + at + 1;
    }
  }
}

/** Features in any order. Their hashes are signed: such numbers need no memory of their own. */
interface Run {
  readonly hashes: Int32Array<ArrayBuffer>;
  readonly stands: Uint32Array<ArrayBuffer>;
}

function makeRun(length: number): Run {
  return { hashes: new Int32Array(length), stands: new Uint32Array(length) };
}

/**
 * A radix sort: first by the highest eight bits, so that what has those alike lies together, and little enough to stay at
 * hand, when it is sorted by the others.
 */
function sortedByHash(parts: readonly (Run & { readonly length: number })[], length: number): Run {
  const whole = makeRun(length);
  const ends = new Uint32Array(1 << 8);
  for (const part of parts) count(part.hashes, 0, part.length, 24, ends);
  sumUp(ends, 0);
  for (const part of parts) move(part, 0, part.length, 24, whole, ends);
  const aside = makeRun(ends.reduce((most, end, at) => Math.max(most, end - (ends[at - 1] ?? 0)), 0));
  const places = new Uint32Array(1 << 12);
  let begin = 0;
  for (const end of ends) {
    places.fill(0);
    count(whole.hashes, begin, end, 0, places);
    sumUp(places, 0);
    move(whole, begin, end, 0, aside, places);
    places.fill(0);
    count(aside.hashes, 0, end - begin, 12, places);
    sumUp(places, begin);
    move(aside, 0, end - begin, 12, whole, places);
    begin = end;
  }
  return whole;
}

/** Counts by as many bits as tell `counts` apart, from a shift on. */
function count(hashes: Int32Array, begin: number, end: number, shift: number, counts: Uint32Array): void {
  const mask = counts.length - 1;
  for (let at = begin; at < end; at += 1) {
    const value = ((hashes[at] ?? 0) >>> shift) & mask;
    counts[value] = (counts[value] ?? 0) + 1;
  }
}

/** Counts → where those of each value begin. */
function sumUp(counts: Uint32Array, begin: number): void {
  let place = begin;
  for (let value = 0; value < counts.length; value += 1) {
    const some = counts[value] ?? 0;
    counts[value] = place;
    place += some;
  }
}

/** Puts each feature where those with its bits go, the first one first. Places are then where they end. */
function move(from: Run, begin: number, end: number, shift: number, to: Run, places: Uint32Array): void {
  const mask = places.length - 1;
  const { hashes, stands } = from;
  for (let at = begin; at < end; at += 1) {
    const hash = hashes[at] ?? 0;
    const value = (hash >>> shift) & mask;
    const place = places[value] ?? 0;
    places[value] = place + 1;
    to.hashes[place] = hash;
    to.stands[place] = stands[at] ?? 0;
  }
}
