// One line of a log, weighed fast: of a hundred thousand different lines, a hundred are worth a diagnosis.

import { findCodes, innerOf } from '../codes/index.js';
import { readPaste } from '../read/index.js';
import { featureAt, type Index, rarityIn } from './build-index.js';
import { isCommonWord } from './common-words.js';
import { codeHash, featuresOf, isInformation, isTelling, Kind, statusHash } from './features.js';
import { makeTokens, Shape, tokenize } from './tokens.js';
import { kindWeight, rarityPower, strengths } from './weights.js';

/**
 * How much a line tells about the one issue that it fits best: what they share, times the share of the line that this
 * is, and once more the name or code that tells most. A line quoted in an article weighs most, whatever stands in other
 * lines.
 *
 * @param line May hold log markup.
 * @param least Lines that weigh less may be given 0.
 * @returns 0 when it tells less than a single rare word does.
 */
export type WeighLine = (line: string, least: number) => number;

export function makeWeighLine(index: Index): WeighLine {
  const rarity = new Rarity(index);
  const mayWeigh = makeEstimate(index, rarity);
  const weigh = makeScale(index, rarity);
  const floor = rarity.highest * kindWeight[Kind.word];
  return (line, least) => {
    const enough = Math.max(least, floor);
    if (mayWeigh(line) < enough) return 0;
    const weight = weigh(line);
    return weight < enough ? 0 : weight;
  };
}

/** How much the features tell, by how many issues have them. */
class Rarity {
  readonly #index: Index;
  readonly #byFrequency: Float64Array;
  /** Of what a single issue has. */
  readonly highest: number;

  constructor(index: Index) {
    this.#index = index;
    this.#byFrequency = Float64Array.from(
      { length: index.issues + 1 },
      (_, frequency) => rarityIn(index, frequency) ** rarityPower,
    );
    this.highest = this.#byFrequency[1] ?? 0;
  }

  /** @param feature Position in the index. @returns 0 when so many issues have it that the index names none. */
  of(feature: number): number {
    const frequency = (this.#index.starts[feature + 1] ?? 0) - (this.#index.starts[feature] ?? 0);
    return frequency === 0 ? 0 : (this.#byFrequency[frequency] ?? 0);
  }
}

/** What so many issues have cannot point to one of them. */
const mostIssues = 256;

function makeScale(index: Index, rarity: Rarity): (line: string) => number {
  const gains = new Float64Array(index.issues);
  const touched: number[] = [];
  const seen = new Set<number>();
  let best = 0;
  let telling = 0;
  let whole = 0;
  const add = (hash: number, kind: Kind): void => {
    if (seen.has(hash)) return;
    seen.add(hash);
    const feature = featureAt(index, hash);
    const weight = kindWeight[kind] * (feature < 0 ? rarity.highest : rarity.of(feature));
    if (isInformation(kind)) whole += weight;
    if (feature < 0) return;
    if (isTelling(kind)) telling = Math.max(telling, weight);
    const from = index.starts[feature] ?? 0;
    const to = index.starts[feature + 1] ?? 0;
    if (to - from > mostIssues) return;
    for (let at = from; at < to; at += 1) {
      const issue = index.postedIssues[at] ?? 0;
      const before = gains[issue] ?? 0;
      if (before === 0) touched.push(issue);
      const gain = before + weight * (strengths[index.postedZones[at] ?? 0] ?? 0);
      gains[issue] = gain;
      best = Math.max(best, gain);
    }
  };
  return (line) => {
    for (const issue of touched) gains[issue] = 0;
    touched.length = 0;
    seen.clear();
    best = 0;
    telling = 0;
    whole = 0;
    for (const { message, status } of readPaste(line)) {
      featuresOf(message, true, add);
      if (status !== undefined) add(statusHash(status), Kind.status);
    }
    return whole <= 0 ? 0 : best * Math.min(1, best / whole) + telling;
  };
}

/** With all its phrases, a line gains up to so many times what its words and names gain. */
const mostByPhrases = 4;

/** @returns Never far too low, from words, names and codes alone. */
function makeEstimate(index: Index, rarity: Rarity): (line: string) => number {
  const tokens = makeTokens();
  const knowsCodeIn = (line: string): boolean =>
    findCodes(line).some(({ value }) => {
      const inner = innerOf(value)?.value;
      return featureAt(index, codeHash(value)) >= 0 || (inner !== undefined && featureAt(index, codeHash(inner)) >= 0);
    });
  return (raw) => {
    const line = withoutFields(raw);
    tokenize(line, tokens);
    let known = 0;
    let telling = 0;
    let whole = 0;
    for (let at = 0; at < tokens.length; at += 1) {
      const shape = tokens.shape[at] ?? Shape.word;
      const hash = tokens.hash[at] ?? 0;
      const each = shapeWeight[shape] ?? 0;
      if (each === 0 || isCommonWord(hash)) continue;
      const feature = featureAt(index, hash);
      const weight = each * (feature < 0 ? rarity.highest : rarity.of(feature));
      whole += weight;
      if (feature < 0) continue;
      known += weight;
      if (shape !== Shape.word) telling = Math.max(telling, weight);
    }
    const most = mostByPhrases * known;
    if (mayHoldCode.test(line) && (mayBeStatus.test(line) || knowsCodeIn(line))) return Number.POSITIVE_INFINITY;
    return whole <= 0 ? 0 : most * Math.min(1, most / whole) + telling;
  };
}

/** Leaves out what stands behind a message in Configuration Manager's markup; not where a line holds several messages. */
function withoutFields(line: string): string {
  const end = line.lastIndexOf(']LOG]!>');
  return end < 0 ? line : line.slice(0, end);
}

/** By Shape, in its order; numbers and the parts of names tell little. */
const shapeWeight: readonly number[] = [kindWeight[Kind.word], 0, kindWeight[Kind.symbol], 0, kindWeight[Kind.name]];

const mayBeStatus = / [45]\d\d \d{1,2} \d/;
const mayHoldCode =
  /0x[0-9a-f]{3}|\b[89a-d][0-9a-f]{7}\b|\d{10}| [45]\d\d \d{1,2} \d|(?:error|code|status|hr|rc|result|return(?:ed|s)|exit|fehler)\W{0,5}\d/i;
