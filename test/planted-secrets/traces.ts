// Traces of planted secrets in whatever is left of many pastes: rows, files, cards, mails, in any notation.

import type { PlantedPaste } from '../planted-secrets.js';

/** A piece of a secret that is this long is nothing else by chance, not even among hashes and times. */
const pieceLength = 10;

/** What stands outside the secrets of a paste tells nothing. */
export class Traces {
  /** Pieces of secrets, and the secret they are of. */
  readonly #pieces = new Map<string, string>();
  /** Secrets that are shorter than a piece. */
  readonly #short = new Set<string>();

  constructor(pastes: readonly PlantedPaste[]) {
    const outside = new Set<string>();
    for (const { text, secrets } of pastes) {
      const rest = secrets.reduce((it, one) => it.replaceAll(one, '\u0000'), text);
      for (const piece of piecesOf(plain(rest))) outside.add(piece);
    }
    for (const secret of pastes.flatMap(({ secrets }) => secrets)) {
      const whole = plain(secret);
      if (whole.length < pieceLength) this.#short.add(whole);
      for (const piece of piecesOf(whole)) if (!outside.has(piece)) this.#pieces.set(piece, secret);
    }
  }

  /** @returns The secrets of which there is a trace, with some of what stands around it. */
  in(text: string): string[] {
    const searched = plain(text);
    const found = new Map<string, number>();
    for (let at = 0; at + pieceLength <= searched.length; at += 1) {
      const secret = this.#pieces.get(searched.slice(at, at + pieceLength));
      if (secret !== undefined && !found.has(secret)) found.set(secret, at);
    }
    for (const secret of this.#short) {
      const at = searched.indexOf(secret);
      if (at >= 0) found.set(secret, at);
    }
    return Array.from(found, ([secret, at]) => `${secret} in …${searched.slice(Math.max(0, at - 60), at + 60)}…`);
  }
}

function piecesOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - pieceLength + 1) }, (_, at) =>
    text.slice(at, at + pieceLength),
  );
}

/** The same in every notation: quoted in JSON once or twice, escaped for Markdown, broken over lines. */
function plain(text: string): string {
  return text
    .replace(/\\+[nrt]/g, '')
    .replace(/[\\\n\r\t]/g, '')
    .toLowerCase();
}
