// How many characters have to be left out, added or changed to make one text of another: Levenshtein's edit distance.

/** Distances from what is read of one text to each beginning of the other; as long as the longest yet. */
let row = new Uint32Array(128);

/** Whether the distance is at most this; only what can be is looked at (Ukkonen, 1985: a band along the diagonal). */
export function isWithin(one: string, other: string, most: number): boolean {
  let start = 0;
  let end = one.length;
  let otherEnd = other.length;
  // What both begin and end with changes nothing.
  while (start < end && start < otherEnd && one.charCodeAt(start) === other.charCodeAt(start)) start += 1;
  while (end > start && otherEnd > start && one.charCodeAt(end - 1) === other.charCodeAt(otherEnd - 1)) {
    end -= 1;
    otherEnd -= 1;
  }
  const width = otherEnd - start;
  if (Math.abs(end - start - width) > most) return false;
  if (row.length <= width) row = new Uint32Array(2 * width);
  const beyond = most + 1;
  for (let to = 0; to <= width; to += 1) row[to] = Math.min(to, beyond);
  for (let at = 1; at <= end - start; at += 1) {
    const first = Math.max(1, at - most);
    const last = Math.min(width, at + most);
    let diagonal = row[first - 1] ?? beyond;
    let left = first === 1 ? at : beyond;
    let least = left;
    row[first - 1] = left;
    for (let to = first; to <= last; to += 1) {
      const swap = diagonal + (one.charCodeAt(start + at - 1) === other.charCodeAt(start + to - 1) ? 0 : 1);
      // The row above ends before the last of its own.
      diagonal = to === at + most ? beyond : (row[to] ?? beyond);
      left = Math.min(swap, diagonal + 1, left + 1);
      row[to] = left;
      least = Math.min(least, left);
    }
    if (least > most) return false;
  }
  return (row[width] ?? beyond) <= most;
}
