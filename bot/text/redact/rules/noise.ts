// Long runs of characters that no word, path or number looks like: keys and tokens that stand by themselves.

import type { Finder } from '../finder.js';

const shortest = 32;

/** Of something random, in base64: shares of its characters, and of neighbours that are of different classes. */
const random = { lower: 0.15, upper: 0.15, digits: 0.05, marks: 0.12, changes: 0.47 };

/** Parts of names often, with other marks between as well. */
const guids = /[\da-f]{8}(?:[-_][\da-f]{4}){3}[-_][\da-f]{12}/gi;

export const noise: Finder = function* ({ text }) {
  // What is called a hash is one.
  for (const { 0: run, index } of text.matchAll(
    /(?<!(?:SHA\d{1,3}|MD5)[:-]|[A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{32,}={0,2}/gi,
  )) {
    if (isNoise(run.replace(/=+$/, '').replace(guids, '')))
      yield { kind: 'key', start: index, end: index + run.length };
  }
};

function isNoise(run: string): boolean {
  if (run.length < shortest || /\+0x[\da-f]{1,8}$/i.test(run)) return false;
  const counts = { lower: 0, upper: 0, digits: 0, marks: 0 };
  let changes = 0;
  let last: keyof typeof counts | undefined;
  for (let at = 0; at < run.length; at += 1) {
    const now = classOf(run.charCodeAt(at));
    counts[now] += 1;
    if (last !== undefined && now !== last) changes += 1;
    last = now;
  }
  const share = (count: number): number => count / run.length;
  return (
    share(counts.lower) >= random.lower &&
    share(counts.upper) >= random.upper &&
    share(counts.digits) >= random.digits &&
    share(counts.marks) <= random.marks &&
    share(changes) >= random.changes
  );
}

function classOf(code: number): 'lower' | 'upper' | 'digits' | 'marks' {
  if (code >= 48 && code <= 57) return 'digits';
  if (code >= 65 && code <= 90) return 'upper';
  return code >= 97 && code <= 122 ? 'lower' : 'marks';
}
