// What a feature is, and what that says of it.

/** What a feature is. The order is that of the weights in weights.ts. */
export enum Kind {
  word = 0,
  pair = 1,
  triple = 2,
  symbol = 3,
  part = 4,
  code = 5,
  /** What a code wraps, or is wrapped as: the same fault seen from another layer, so weaker than the code itself. */
  innerCode = 6,
  /** HTTP status with IIS sub-status. */
  status = 7,
  event = 8,
  /** Letters with a number: `AADSTS50105`. */
  name = 9,
  /** The digits of a code as they are written: an article may list them without saying that they are a code. */
  codeText = 10,
  /** A code that many faults end in: `0x80004005`. */
  genericCode = 11,
  /** A word or name within a web address: where something happened, seldom what. */
  place = 12,
  /** A word that stands in any text. */
  commonWord = 13,
  /** Such words side by side. */
  commonPhrase = 14,
  /** A line from end to end, or a message that is that one line. */
  whole = 15,
  /** A product or technology, by any of its names. */
  product = 16,
}

/** True for what carries information of its own: phrases and products repeat what their words tell, parts what their name tells. */
export function isInformation(kind: Kind): boolean {
  return !isPhrase(kind) && kind !== Kind.part && kind !== Kind.innerCode && kind !== Kind.product;
}

export function isPhrase(kind: Kind): boolean {
  return kind === Kind.pair || kind === Kind.triple || kind === Kind.commonPhrase || kind === Kind.whole;
}

/** True for what any text may hold: among a handful of articles it would look rarer than it is. */
export function isCommonplace(kind: Kind): boolean {
  return kind === Kind.commonWord || kind === Kind.commonPhrase || kind === Kind.genericCode || kind === Kind.product;
}

/** True for what names one fault: codes and names, not words. */
export function isTelling(kind: Kind): boolean {
  return (
    isSpecificCode(kind) || kind === Kind.name || kind === Kind.symbol || kind === Kind.event || kind === Kind.status
  );
}

/** True for codes of every kind, generic ones and request statuses included. */
export function isCode(kind: Kind): boolean {
  return isSpecificCode(kind) || kind === Kind.genericCode || kind === Kind.status;
}

export function isSpecificCode(kind: Kind): boolean {
  return kind === Kind.code || kind === Kind.codeText;
}
