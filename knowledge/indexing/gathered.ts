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

/** Features whose hashes begin alike lie together, those of the earlier issue first. */
interface Sorted extends Run {
  /** By the highest bits of the hash: where those that have them end. */
  readonly ends: Uint32Array;
}

const leastSlots = 1 << 12;
const partLength = 1 << 19;

/** Collects the features of one issue after the other, each once an issue with all the zones it stands in. */
export class Gathered {
  /** Those of the issues before the current one, in parts: to copy what is there whenever there is more takes long. */
  readonly #parts: Sorted[] = [];
  /** The last part, to which issues are added. */
  #last: Run = makeRun(partLength);
  #lastLength = 0;
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
    if (this.#lastLength + length > this.#last.hashes.length) this.#beginPart(length);
    this.#last.hashes.set(this.#hashes.subarray(0, length), this.#lastLength);
    this.#last.stands.set(this.#stands.subarray(0, length), this.#lastLength);
    this.#lastLength += length;
    this.#before += length;
    return length;
  }

  /** How many there are: each as often as there are issues in which it stands. */
  get count(): number {
    return this.#before;
  }

  /**
   * All of them in order, a stretch at a time; each is overwritten by the next. Equal ones are in one stretch. Nothing can be
   * added afterwards.
   */
  *sorted(): Generator<Stands> {
    this.#beginPart(0);
    const lengths = new Uint32Array(groups);
    for (const { ends } of this.#parts)
      for (let group = 0; group < groups; group += 1) lengths[group] = (lengths[group] ?? 0) + lengthOf(ends, group);
    const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
    const [run, aside, places] = [makeRun(longest), makeRun(longest), new Uint32Array(1 << 12)];
    for (const [group, length] of lengths.entries()) {
      join(this.#parts, group, run);
      sortBy(0, run, length, aside, places);
      sortBy(12, aside, length, run, places);
      yield { hashes: new Uint32Array(run.hashes.buffer, 0, length), stands: run.stands.subarray(0, length) };
    }
  }

  /** What is in the last part is sorted as far as it can be by now: whoever adds waits for more most of the time. */
  #beginPart(length: number): void {
    const ends = new Uint32Array(groups);
    const sorted = makeRun(this.#lastLength);
    sortBy(24, this.#last, this.#lastLength, sorted, ends);
    this.#parts.push({ ...sorted, ends });
    if (length > this.#last.hashes.length) this.#last = makeRun(length);
    this.#lastLength = 0;
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

// A radix sort: first by the highest eight bits, so that what has those alike is little enough to stay at hand when it is
// sorted by the others, twelve bits at a time.

const groups = 1 << 8;

function lengthOf(ends: Uint32Array, group: number): number {
  return (ends[group] ?? 0) - (ends[group - 1] ?? 0);
}

/** One group of all parts, one part behind the other. */
function join(parts: readonly Sorted[], group: number, to: Run): void {
  let length = 0;
  for (const { hashes, stands, ends } of parts) {
    const begin = ends[group - 1] ?? 0;
    const end = ends[group] ?? 0;
    to.hashes.set(hashes.subarray(begin, end), length);
    to.stands.set(stands.subarray(begin, end), length);
    length += end - begin;
  }
}

/**
 * Sorts by as many bits as tell `places` apart, from a shift on; what has them alike stays in order.
 *
 * @param places Afterwards where those of each value end.
 */
function sortBy(shift: number, from: Run, length: number, to: Run, places: Uint32Array): void {
  const mask = places.length - 1;
  const { hashes, stands } = from;
  places.fill(0);
  for (let at = 0; at < length; at += 1) {
    const value = ((hashes[at] ?? 0) >>> shift) & mask;
    places[value] = (places[value] ?? 0) + 1;
  }
  let begin = 0;
  for (let value = 0; value < places.length; value += 1) {
    const some = places[value] ?? 0;
    places[value] = begin;
    begin += some;
  }
  for (let at = 0; at < length; at += 1) {
    const hash = hashes[at] ?? 0;
    const value = (hash >>> shift) & mask;
    const place = places[value] ?? 0;
    places[value] = place + 1;
    to.hashes[place] = hash;
    to.stands[place] = stands[at] ?? 0;
  }
}
