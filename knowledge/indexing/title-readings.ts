// A title that lists names or numbers speaks of several faults, and a paste hardly ever shows more than one of them:
// "Error 15173 or 15559", "The AllocationFailed, ZonalAllocationFailed, or OutOfCapacity error code".

const name = '(?:0x[\\da-fA-F]{3,8}|\\d{3,5}|[A-Z][a-z\\d]+(?:[A-Z][A-Za-z\\d]+)+|[A-Z]+(?:_[A-Z\\d]+)+)(?![\\w.])';
const between = '[`"]?(?:,? (?:and|or) |, | ?/ ?)[`"]?';
const list = new RegExp(`(?<![\\w.])${name}(?:${between}${name}){1,7}`);
const names = new RegExp(name, 'g');

/** @returns The title, and where it lists names or numbers once more with each of them alone. */
export function readingsOf(title: string): string[] {
  const found = list.exec(title);
  if (found === null) return [title];
  const [all] = found;
  const before = title.slice(0, found.index);
  const behind = title.slice(found.index + all.length);
  return [title, ...Array.from(all.match(names) ?? [], (one) => `${before}${one}${behind}`)];
}
