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
  /** For each of those, of its end and its length: names of one chain are told apart without a look at their letters. */
  readonly #hashes: Int32Array;
  /** Which letters each name has, a bit each; 0 until it is asked for. */
  readonly #characters: Int32Array;

  constructor(names: readonly string[]) {
    this.#names = names;
    this.#lower = names.map((name) => name.toLowerCase());
    this.#last = new Int32Array(2 ** Math.ceil(Math.log2(2 * names.length + 2)));
    this.#before = new Int32Array(2 * names.length + 1);
    this.#hashes = new Int32Array(2 * names.length + 1);
    this.#characters = new Int32Array(names.length);
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

  /** Of which letters a name consists. */
  characters(at: number): number {
    let characters = this.#characters[at] ?? 0;
    if (characters !== 0) return characters;
    characters = charactersOf(this.lower(at));
    this.#characters[at] = characters;
    return characters;
  }

  /**
   * @param lower In lower case, of three letters or more.
   * @returns Positions of names of that length that begin or end as it does, and hardly any other, each once, in no order.
   */
  alike(lower: string, length: number): number[] {
    const heads = hashOf(lower, 0, length);
    const tails = hashOf(lower, Math.max(0, lower.length - end), length) + 1;
    const found: number[] = [];
    for (let entry = this.#first(heads); entry > 0; entry = this.#before[entry] ?? 0)
      if (this.#hashes[entry] === heads) found.push(nameOf(entry));
    for (let entry = this.#first(tails); entry > 0; entry = this.#before[entry] ?? 0)
      if (this.#hashes[entry] === tails && this.#hashes[entry - 1] !== heads) found.push(nameOf(entry));
    return found;
  }

  #first(hash: number): number {
    return this.#last[hash & (this.#last.length - 1)] ?? 0;
  }

  #chain(entry: number, hash: number): void {
    const place = hash & (this.#last.length - 1);
    this.#before[entry] = this.#last[place] ?? 0;
    this.#last[place] = entry;
    this.#hashes[entry] = hash;
  }
}

function nameOf(entry: number): number {
  return (entry - 1) >> 1;
}

/** Of the letters of one end and a length. */
function hashOf(lower: string, from: number, length: number): number {
  let hash = Math.imul(length, 0x85ebca6b);
  for (let at = from; at < from + end && at < lower.length; at += 1)
    hash = Math.imul(hash ^ lower.charCodeAt(at), 0x9e3779b1);
  return (hash ^ (hash >>> 15)) << 1;
}

/** @returns A bit for each letter that is among them; letters and digits that are 32 apart share one. */
export function charactersOf(lower: string): number {
  let characters = 0;
  for (let at = 0; at < lower.length; at += 1) characters |= 1 << (lower.charCodeAt(at) & 31);
  return characters;
}
