// Several issues fit: the question whose answer is expected to leave the least doubt which it is.

import type { Candidate, DecodedCode, Split } from '../../diagnosis.js';
import type { Check, IssueRef } from '../../model.js';
import { answerShown } from './answered.js';
import { type Aspect, aspects, codeKey, type Placed, traitsOf } from './traits.js';

interface Shown {
  readonly text: string;
  readonly codes: readonly DecodedCode[];
}

type Suspect = Pick<Candidate, 'article' | 'issue' | 'confidence'>;

/** A question with what each candidate makes people answer. */
interface Inquiry extends Pick<Split, 'about' | 'check'> {
  readonly labels: readonly string[];
  /** Of each candidate, the positions of the labels that it speaks for; `unknown` when it tells nothing about them. */
  readonly speaks: readonly (readonly number[] | 'unknown')[];
  /** Share of the answers that have nothing to do with which candidate it is. */
  readonly doubt: number;
}

/** Candidates less likely than this share of the first are not asked about. */
const plausible = 0.2;
const mostCandidates = 6;
const mostLabels = 4;

/** Questions that leave about the same doubt, by this share of what there is, are told apart by how easily they are answered. */
const alike = 0.1;

const doubts = { check: 0.1, linkingCheck: 0.02, aspect: 0.1, version: 0.2, variant: 0.2, title: 0.5 } as const;

/**
 * @param candidates Best first, at least one.
 * @param paste What was pasted, and its codes: nothing that it shows is asked.
 */
export function bestSplit(candidates: readonly Suspect[], paste: Shown): Split {
  const least = (candidates[0]?.confidence ?? 0) * plausible;
  const suspects = candidates.filter(({ confidence }) => confidence >= least).slice(0, mostCandidates);
  const weights = weightsOf(suspects);
  // What people are asked last, and answer worst, is which description fits: there is always one.
  const last = titleInquiry(suspects);
  const checks = checkInquiries(suspects, paste.text);
  const inquiries = [
    ...checks.filter(isLinking),
    ...aspectInquiries(suspects, weights, paste),
    ...checks.filter((check) => !isLinking(check)),
    last,
  ];
  const rated = inquiries.map((inquiry) => ({ inquiry, left: doubtLeft(inquiry, weights) }));
  const lowest = Math.min(...rated.map(({ left }) => left));
  const still = lowest + alike * (entropy(weights) - lowest);
  return splitOf(rated.find(({ left }) => left <= still)?.inquiry ?? last);
}

/** Their author saw that one is taken for the other. */
function isLinking({ doubt }: Inquiry): boolean {
  return doubt === doubts.linkingCheck;
}

/** How likely each is, and last that it is none of them but a fault that no article describes. */
function weightsOf(suspects: readonly Suspect[]): number[] {
  const sum = suspects.reduce((total, { confidence }) => total + confidence, 0);
  return [...suspects.map(({ confidence }) => confidence / Math.max(1, sum)), Math.max(0, 1 - sum)];
}

/** Easily answered ones first. */
function aspectInquiries(suspects: readonly Placed[], weights: readonly number[], paste: Shown): Inquiry[] {
  const traits = suspects.map(traitsOf);
  const isShown = shownIn(paste);
  return aspects.flatMap((about) => {
    const values = traits.map((one) => one[about]);
    const all = new Map(values.flatMap((one) => [...one]));
    // A paste comes from one log, of one product; it may show one name and lack another.
    const shown = new Set([...all.keys()].filter((key) => isShown(about, key)));
    if (shown.size > 0 && isOnlyOne(about)) return [];
    const keys = labelsFor(
      values.map((one) => [...one.keys()].filter((key) => !shown.has(key))),
      weights,
    );
    if (keys.length === 0) return [];
    const doubt = about === 'version' || about === 'variant' ? doubts[about] : doubts.aspect;
    const speaks = values.map((one) => {
      const spoken = keys.flatMap((key, at) => (one.has(key) ? [at] : []));
      return spoken.length === 0 && one.size === 0 && isOnlyOne(about) ? 'unknown' : spoken;
    });
    // An issue of no known product may be one of any.
    return [
      {
        about,
        labels: keys.map((key) => all.get(key) ?? key),
        speaks: [...speaks, isOnlyOne(about) ? ('unknown' as const) : []],
        doubt,
      },
    ];
  });
}

/** Whether just one of the values is true of a fault. */
function isOnlyOne(about: Aspect): boolean {
  return about === 'log' || about === 'product' || about === 'version' || about === 'variant' || about === 'status';
}

/** The values that tell most: in turn, of each candidate the one that fewest others share. */
function labelsFor(values: readonly (readonly string[])[], weights: readonly number[]): string[] {
  const weightOf = new Map<string, number>();
  for (const [at, keys] of values.entries())
    for (const key of keys) weightOf.set(key, (weightOf.get(key) ?? 0) + (weights[at] ?? 0));
  const whole = values.reduce((sum, _, at) => sum + (weights[at] ?? 0), 0);
  const telling = values.map((keys) =>
    keys
      .filter((key) => (weightOf.get(key) ?? 0) < whole - 1e-9 || values.length === 1)
      .sort((a, b) => (weightOf.get(a) ?? 0) - (weightOf.get(b) ?? 0)),
  );
  const labels: string[] = [];
  for (const keys of telling) {
    const [first] = keys;
    if (first !== undefined && !labels.includes(first) && labels.length < mostLabels) labels.push(first);
  }
  return labels;
}

/** Tells what the paste shows. */
function shownIn({ text: pasted, codes }: Shown): (about: Aspect, key: string) => boolean {
  const text = pasted.toLowerCase();
  const values = new Set(codes.map(({ value }) => codeKey(Number(value))));
  let numbers: Set<string> | undefined;
  return (about, key) => {
    switch (about) {
      case 'code':
      case 'event':
      case 'status':
        numbers ??= new Set(pasted.match(/\d+(?:\.\d+)?/g));
        return numbers.has(key) || values.has(key);
      case 'log':
        // The component of that name writes it.
        return text.includes(key.replace(/\.log$/, ''));
      default:
        return text.includes(key);
    }
  };
}

function checkInquiries(suspects: readonly Placed[], paste: string): Inquiry[] {
  const seen = new Set<string>();
  return suspects.flatMap((one, candidate) =>
    one.issue.checks.flatMap((check) => {
      if (check.kind !== 'choice' || seen.has(check.question) || answerShown(check, paste) !== undefined) return [];
      seen.add(check.question);
      return [checkInquiry(suspects, candidate, check)];
    }),
  );
}

function checkInquiry(
  suspects: readonly Placed[],
  candidate: number,
  check: Extract<Check, { kind: 'choice' }>,
): Inquiry {
  const answersWhere = (fits: (leads: (typeof check.answers)[number]['leads']) => boolean): number[] =>
    check.answers.flatMap(({ leads }, at) => (fits(leads) ? [at] : []));
  const confirming = answersWhere(({ kind }) => kind === 'confirms' || kind === 'resolution');
  const excluding = answersWhere(({ kind }) => kind === 'excludes');
  let linked = 0;
  const speaks = suspects.map((other, at) => {
    const direct = answersWhere((leads) => leads.kind === 'issue' && isNamed(leads.ref, other));
    if (direct.length > 0) linked += 1;
    const own = at === candidate ? [...direct, ...confirming] : direct.length > 0 ? direct : excluding;
    return own.length > 0 ? own : ('unknown' as const);
  });
  return {
    about: 'check',
    check: { candidate, id: check.id },
    labels: check.answers.map(({ label }) => label),
    speaks: [...speaks, excluding.length > 0 ? excluding : 'unknown'],
    doubt: linked > 0 ? doubts.linkingCheck : doubts.check,
  };
}

function isNamed(ref: IssueRef, { article, issue }: Placed): boolean {
  return article.path === ref.article && issue.id === ref.issue;
}

function titleInquiry(suspects: readonly Placed[]): Inquiry {
  const labels = [...new Set(suspects.map(({ issue }) => issue.title))].slice(0, 3);
  const speaks = suspects.map(({ issue }) => {
    const at = labels.indexOf(issue.title);
    return at < 0 ? [] : [at];
  });
  return { about: 'title', labels, speaks: [...speaks, []], doubt: doubts.title };
}

/** Bits that are expected to be missing after the answer. */
function doubtLeft({ labels, speaks, doubt }: Inquiry, weights: readonly number[]): number {
  // The last answer is none of the labels.
  const answers = labels.length + 1;
  let left = 0;
  for (let answer = 0; answer < answers; answer += 1) {
    const joint = weights.map((weight, at) => weight * likelihood(speaks[at] ?? 'unknown', answer, answers, doubt));
    left += entropy(joint);
  }
  return left;
}

function likelihood(speaks: Inquiry['speaks'][number], answer: number, answers: number, doubt: number): number {
  if (speaks === 'unknown') return 1 / answers;
  const told = speaks.length === 0 ? (answer === answers - 1 ? 1 : 0) : speaks.includes(answer) ? 1 / speaks.length : 0;
  return (1 - doubt) * told + doubt / answers;
}

/** Of weights that need not add up to 1: times their sum. */
function entropy(weights: readonly number[]): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.reduce((bits, weight) => (weight > 0 ? bits - weight * Math.log2(weight / sum) : bits), 0);
}

function splitOf({ about, labels, speaks, check }: Inquiry): Split {
  const own = speaks.slice(0, -1);
  const holding = (answer: number): number[] =>
    own.flatMap((one, at) => (one !== 'unknown' && one.includes(answer) ? [at] : []));
  const answers = labels.map((label, at) => ({ label, candidates: holding(at) }));
  const otherwise = own.flatMap((one, at) => (one === 'unknown' || one.length === 0 ? [at] : []));
  return { about, answers, otherwise, ...(check === undefined ? {} : { check }) };
}
