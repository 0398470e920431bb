// Names by what a misspelling has in common with them: length, and how they begin or end; a slip seldom hits both ends. They
// are put in order when the first paste asks, which somebody waits for: so in plain numbers, two chains of names each.

/** Letters at an end. */
const end = 3;

export class KnownNames {
  readonly #names: readonly string[];
  readonly #lower: readonly string[];
  /** The last name of each chain, counted from 1 and twice: as one that begins so, and as one that ends so. */
  readonly #last: Int32Array;
  /** For each of those, the one before it in its chain; 0 where there is none. */
  readonly #before: Int32Array;

  constructor(names: readonly string[]) {
    this.#names = names;
    this.#lower = names.map((name) => name.toLowerCase());
    this.#last = new Int32Array(2 ** Math.ceil(Math.log2(2 * names.length + 2)));
    this.#before = new Int32Array(2 * names.length + 1);
    for (const [at, lower] of this.#lower.entries()) {
      this.#chain(2 * at + 1, hashOf(lower, 0, lower.length));
      this.#chain(2 * at + 2, hashOf(lower, Math.max(0, lower.length - end), lower.length) + 1);
    }
  }

  name(at: number): string {
    return this.#names[at] ?? '';
  }

  /** In lower case. */
  lower(at: number): string {
    return this.#lower[at] ?? '';
  }

  /** @param lower In lower case. */
  has(lower: string): boolean {
    for (let entry = this.#first(hashOf(lower, 0, lower.length)); entry > 0; entry = this.#before[entry] ?? 0)
      if (this.#lower[nameOf(entry)] === lower) return true;
    return false;
  }

  /**
   * @param lower In lower case, of three letters or more.
   * @returns Positions of names of that length that begin or end as it does, each once, in no order.
   */
  alike(lower: string, length: number): number[] {
    const head = lower.slice(0, end);
    const tail = lower.slice(-end);
    const found: number[] = [];
    for (let entry = this.#first(hashOf(lower, 0, length)); entry > 0; entry = this.#before[entry] ?? 0) {
      const name = this.lower(nameOf(entry));
      if (isHead(entry) && name.length === length && name.startsWith(head)) found.push(nameOf(entry));
    }
    const tails = hashOf(lower, Math.max(0, lower.length - end), length) + 1;
    for (let entry = this.#first(tails); entry > 0; entry = this.#before[entry] ?? 0) {
      const name = this.lower(nameOf(entry));
      if (isHead(entry) || name.length !== length || !name.endsWith(tail)) continue;
      if (!name.startsWith(head)) found.push(nameOf(entry));
    }
    return found;
  }

  #first(hash: number): number {
    return this.#last[hash & (this.#last.length - 1)] ?? 0;
  }

  #chain(entry: number, hash: number): void {
    const place = hash & (this.#last.length - 1);
    this.#before[entry] = this.#last[place] ?? 0;
    this.#last[place] = entry;
  }
}

/** Odd ones: as a name that begins so. */
function isHead(entry: number): boolean {
  return entry % 2 === 1;
}

function nameOf(entry: number): number {
  return (entry - 1) >> 1;
}

/** Of the letters of one end and a length. */
function hashOf(lower: string, from: number, length: number): number {
  let hash = length;
  for (let at = from; at < from + end && at < lower.length; at += 1)
    hash = Math.imul(hash ^ lower.charCodeAt(at), 0x9e3779b1);
  return (hash ^ (hash >>> 15)) << 1;
}
