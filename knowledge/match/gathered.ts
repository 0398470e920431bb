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

/** Features with their stands, side by side. */
export interface Stands {
  readonly length: number;
  readonly hashes: Uint32Array;
  readonly stands: Uint32Array;
}

/** Collects the features of one issue after the other, each once an issue with all the zones it stands in. */
export class Gathered {
  #hashes = new Uint32Array(1 << 20);
  #stands = new Uint32Array(1 << 20);
  #length = 0;
  // Open addressing over the features of the current issue: positions plus one. Those of earlier issues are below #first.
  #slots = new Uint32Array(1 << 12);
  #first = 0;
  #issue = 0;

  begin(issue: number): void {
    this.#first = this.#length;
    this.#issue = issue;
  }

  /** @param zone One bit. */
  add(hash: number, zone: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
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
    if ((this.#length - this.#first) * 2 > slots.length) this.#widen();
  }

  /** @returns How long the issue is, in distinct features. */
  end(): number {
    return this.#length - this.#first;
  }

  /** All features by hash, equal ones by issue. Nothing can be added afterwards. */
  sorted(): Stands {
    return sortedByHash({ hashes: this.#hashes, stands: this.#stands, length: this.#length });
  }

  #grow(): void {
    const size = this.#length * 2;
    const hashes = new Uint32Array(size);
    const stands = new Uint32Array(size);
    hashes.set(this.#hashes);
    stands.set(this.#stands);
    this.#hashes = hashes;
    this.#stands = stands;
  }

  #widen(): void {
    const mask = this.#slots.length * 2 - 1;
    this.#slots = new Uint32Array(mask + 1);
    for (let at = this.#first; at < this.#length; at += 1) {
      let slot = (this.#hashes[at] ?? 0) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = at + 1;
    }
  }
}

/** A radix sort, eight bits at a time; overwrites what it is given. */
function sortedByHash({ hashes, stands, length }: Stands): Stands {
  let from: Pick<Stands, 'hashes' | 'stands'> = { hashes, stands };
  let to: Pick<Stands, 'hashes' | 'stands'> = { hashes: new Uint32Array(length), stands: new Uint32Array(length) };
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
  return { ...from, length };
}
