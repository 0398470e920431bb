// The parts of an issue that count differently.

/** Where a line stands. The order is that of the weights in weights.ts. */
export enum Zone {
  title = 0,
  /** Quoted or fenced output among the symptoms: what a paste looks like. */
  symptomLog = 1,
  symptom = 2,
  cause = 3,
  /** Output quoted elsewhere. */
  otherLog = 4,
  resolution = 5,
  more = 6,
  /** Title and summary of the article, the same for all its issues. */
  article = 7,
}

export const zones = 8;
