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

  /** @param zone One bit. */
  add(hash: number, zone: number): void {
    const slots = this.#slots;
    const mask = this.#mask;
    let slot = hash & mask;
    for (let at = slots[slot] ?? 0; at > this.#first; at = slots[slot] ?? 0) {
      if (this.#hashes[at - 1] === hash) {
        this.#stands[at - 1] = (this.#stands[at - 1] ?? 0) | zone;
        return;
      }
      slot = (slot + 1) & mask;
    }
    if (this.#length === this.#hashes.length) this.#grow();
    this.#hashes[this.#length] = hash;
    this.#stands[this.#length] = standOf(this.#issue, zone);
    this.#length += 1;
    slots[slot] = this.#length;
    if ((this.#length - this.#first) * 2 > mask) this.#widen();
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

  #grow(): void {
    const size = this.#length * 2;
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

/** A radix sort, eight bits at a time; overwrites what it is given. */
function sortedByHash(hashes: Uint32Array, stands: Uint32Array): Stands {
  const { length } = hashes;
  let from: Stands = { hashes, stands };
  let to: Stands = { hashes: new Uint32Array(length), stands: new Uint32Array(length) };
  for (const shift of [0, 8, 16, 24]) {
    const places = new Uint32Array(257);
    for (let at = 0; at < length; at += 1) {
      const digit = ((from.hashes[at] ?? 0) >>> shift) & 0xff;
      places[digit + 1] = (places[digit + 1] ?? 0) + 1;
    }
    for (let digit = 0; digit < 256; digit += 1) places[digit + 1] = (places[digit + 1] ?? 0) + (places[digit] ?? 0);
    for (let at = 0; at < length; at += 1) {
      const hash = from.hashes[at] ?? 0;
      const digit = (hash >>> shift) & 0xff;
      const place = places[digit] ?? 0;
      places[digit] = place + 1;
      to.hashes[place] = hash;
      to.stands[place] = from.stands[at] ?? 0;
    }
    [from, to] = [to, from];
  }
  return from;
}
