// Bytes that are read where they are needed: to fill megabytes of new memory takes longer than to find an answer.

export interface LazyBytes {
  /** 0 where nothing was needed yet. */
  readonly bytes: Uint8Array;
  /**
   * Reads from a position to before another, unless that is there.
   *
   * @throws What reading throws.
   */
  readonly need: (from: number, to: number) => void;
}

/** 16 KB: some lists of features, or a part of a long one. */
const pageBits = 14;

/** @param read Fills a stretch that begins at a position; it never fills one twice. */
export function inPages(length: number, read: (into: Uint8Array, from: number) => void): LazyBytes {
  const bytes = new Uint8Array(length);
  const isRead = new Uint8Array((length >>> pageBits) + 1);
  return {
    bytes,
    need(from, to) {
      for (let page = from >>> pageBits; page <= (to - 1) >>> pageBits; page += 1) {
        if (isRead[page] === 1) continue;
        const start = page << pageBits;
        read(bytes.subarray(start, start + (1 << pageBits)), start);
        isRead[page] = 1;
      }
    },
  };
}
