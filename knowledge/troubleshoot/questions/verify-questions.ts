// Passages in which an author says how to see whether it is this fault: "To determine whether you have this problem, run
// …. If it returns 0, you're affected." Only those that decide: what follows from the finding must be said.

import { plainText } from '../../inline-form.js';
import type { Block, Check, Issue, Lead } from '../../model.js';
import { proseIn } from '../sentences/prose.js';
import type { CheckWords } from './check-words.js';

/** Enough for anyone; further ones are details of the first. */
const mostQuestions = 2;

export function verifyQuestions(issue: Issue, words: CheckWords): Check[] {
  const [resolution, ...others] = issue.resolutions;
  const opening = others.length === 0 ? (resolution?.blocks.slice(0, openingBlocks) ?? []) : [];
  return [issue.symptoms, issue.causes, opening]
    .flatMap(passagesIn)
    .slice(0, mostQuestions)
    .map(({ how, finding, speaksAgainst }, at): Check => {
      const found: Lead = { kind: speaksAgainst ? 'excludes' : 'confirms' };
      const notFound: Lead = { kind: speaksAgainst ? 'confirms' : 'excludes' };
      return {
        kind: 'choice',
        id: at === 0 ? '*verify' : `*verify-${at + 1}`,
        question: finding === undefined ? words.doesItShow(issue.title) : words.isItSo(finding),
        how,
        answers: [
          { label: words.yes, text: '', leads: found },
          { label: words.no, text: '', leads: notFound },
        ],
        derived: 'verify',
      };
    });
}

/** A resolution that begins with a check says so in its first paragraphs. */
const openingBlocks = 4;

interface Passage {
  readonly how: readonly Block[];
  /** What there is to be found, a clause; undefined where the author only says how to look. */
  readonly finding?: string;
  readonly speaksAgainst: boolean;
}

function passagesIn(blocks: readonly Block[]): Passage[] {
  const passages: Passage[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    const text = block?.kind === 'text' ? plainText(block.text) : '';
    if (!mayDecide.test(text)) continue;
    const announced = announcement.test(text);
    const end = announced ? endOfPassage(blocks, at) : at + 1;
    const start = announced ? at : startOfPassage(blocks, at);
    const verdict = blocks.slice(at, end).reduce<Verdict | undefined>((found, it) => found ?? verdictIn(it), undefined);
    if (verdict !== undefined || (announced && saysWhatToExpect(blocks.slice(at, end))))
      passages.push({ how: blocks.slice(start, end), speaksAgainst: false, ...verdict });
    at = end - 1;
  }
  return passages;
}

// Asked of every paragraph, so it is cheap.
const mayDecide = /\b(?:if|to (?:verify|check|confirm|determine|find out|see|identify))\b/i;

/** "To determine whether you're affected": what follows is the way to see it. */
const announcement =
  /(?:^|[.!] )(?:You can |Use [^.]{3,60} |Run [^.]{3,60} |Do the following |Follow these steps )?to (?:verify|check|confirm|determine|find out|see|identify) (?:that|whether|if) (?:you(?:['’]re| are| have| experience| encounter| hit)\b[^.]{0,60}\b(?:issue|problem|bug|affected|scenario)|your? [\w ]{1,40}\b(?:affected|experiencing)|this is (?:the|your|what|why)|th(?:is|e) (?:issue|problem|scenario|bug|cause)\b)/i;

interface Verdict {
  readonly finding: string;
  readonly speaksAgainst: boolean;
}

const condition =
  /(?:^|[.!] |\) )(?:However, |Then, |For example, )?If ((?:[^.,;]|\.(?=\S)|,(?= (?:or|and|such|for example) )){8,160}), (?:then )?/g;
const consequence =
  /^(?:you(?:['’]re| are)(?: likely| probably| most likely)?( not|n['’]t)? (?:likely )?(?:experiencing|encountering|hitting|running into|affected by|facing|seeing) (?:this|the)\b|you(?: do not| don['’]t| may)? (?:have|hit|experience|encountered|are affected) (?:this|the same|the) (?!following)(?:\w+ ){0,2}(?:issue|problem|bug)|(?:the|this) (?:issue|problem) (?:occurs|exists|is present)\b|(?:the|your|that) [\w ]{2,30} (?:is|are)( not|n['’]t)? affected\b|this (?:\w+ )?(?:issue|problem|article|scenario|section|resolution)( does not| doesn['’]t)? (?:may )?(?:appl(?:y|ies)|is present|exists?)\b|this (?:is|may be|indicates|means|confirms)\b[^.]{0,40}\b(?:this|the) (?:issue|problem|cause)\b)/i;
// "If this is the case": says nothing by itself.
const unclear =
  /\b(?:these|those|above|following|earlier)\b|^(?:this|that|it|so|they|these|those|you do|you don['’]t|not|either|any of (?:these|the following)|the following)\b(?!.*\b(?:contains|returns|shows|says)\b)/i;

function verdictIn(block: Block): Verdict | undefined {
  for (const text of proseIn([block], quoted)) {
    const verdict = verdictOf(text);
    if (verdict !== undefined) return verdict;
  }
  return undefined;
}

function verdictOf(text: string): Verdict | undefined {
  for (const match of text.matchAll(condition)) {
    const finding = (match[1] ?? '').trim();
    const follows = consequence.exec(text.slice(match.index + match[0].length));
    if (follows === null || unclear.test(finding)) continue;
    const negated = follows.slice(1).some((not) => not !== undefined) || /^you (?:do not|don['’]t) /i.test(follows[0]);
    return { finding, speaksAgainst: negated };
  }
  return undefined;
}

// The way to see it goes on as long as there is something to do or to compare.
function endOfPassage(blocks: readonly Block[], start: number): number {
  let end = start + 1;
  for (; end < blocks.length; end += 1) {
    const block = blocks[end];
    if (
      block === undefined ||
      (block.kind === 'text' && !/^(?:if|you should|in th|the output|when|otherwise|or\b)/i.test(block.text))
    )
      break;
  }
  return end;
}

// Names of settings are bold in the text and would run into the words of a question.
function quoted(inline: string): string {
  return plainText(inline.replace(/\*\*([^*]*\s[^*]*)\*\*/g, '“$1”'));
}

// A way to look without a word on what to look for leaves people where they were.
function saysWhatToExpect(passage: readonly Block[]): boolean {
  const [first = '', ...rest] = proseIn(passage);
  const told = [first.replace(announcement, ''), ...rest].join('\n');
  return (
    passage.length > 1 &&
    /\b(?:if|should|indicates?|means|verify that|check whether|determine whether|exists?)\b/i.test(told)
  );
}

// A verdict on what a command or a log shows: these, and the words that introduce them, stand before it.
function startOfPassage(blocks: readonly Block[], at: number): number {
  const shown = blocks[at - 1];
  const intro = blocks[at - 2];
  if (shown === undefined || shown.kind === 'note') return at;
  if (shown.kind === 'text') return pointsBack.test(proseIn(blocks.slice(at, at + 1))[0] ?? '') ? at - 1 : at;
  return intro?.kind === 'text' && headingless(intro.text) ? at - 2 : at - 1;
}

// "If the value is 0": which value, the paragraph before says.
const pointsBack = /^if the (?:setting|value|result|output|query|command)\b/i;

function headingless(text: string): boolean {
  return !text.startsWith('**');
}
