// Where the best few of many values begin.

/** @returns The least of the `most` highest values; 0 where there are fewer. */
export function leastOfBest(values: Float64Array, most: number): number {
  if (values.length < most) return 0;
  // A heap holds the best so far, its least on top.
  const heap = values.slice(0, most).sort();
  let least = heap[0] ?? 0;
  for (let at = most; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (value <= least) continue;
    siftDown(heap, value);
    least = heap[0] ?? 0;
  }
  return least;
}

/** Replaces the least value of a heap. */
function siftDown(heap: Float64Array, value: number): void {
  let parent = 0;
  for (let child = 1; child < heap.length; child = 2 * parent + 1) {
    if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child += 1;
    if ((heap[child] ?? 0) >= value) break;
    heap[parent] = heap[child] ?? 0;
    parent = child;
  }
  heap[parent] = value;
}
