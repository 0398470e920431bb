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

/** Some lists of features, or a part of a long one. */
const page = 16 * 1024;

/** @param read Fills a stretch that begins at a position; it never fills one twice. */
export function inPages(length: number, read: (into: Uint8Array, from: number) => void): LazyBytes {
  const bytes = new Uint8Array(length);
  const isRead = new Uint8Array(Math.ceil(length / page));
  return {
    bytes,
    need(from, to) {
      if (from === to) return;
      for (let at = Math.floor(from / page); at * page < to; at += 1) {
        if (isRead[at] === 1) continue;
        read(bytes.subarray(at * page, (at + 1) * page), at * page);
        isRead[at] = 1;
      }
    },
  };
}
