// Things to try until one of them helps: "If the issue persists, …" begins the next.

import { plainText } from '../../inline-form.js';
import type { Block, Step } from '../../model.js';
import { labelOf } from '../sentences/labels.js';
import type { Alternative } from './alternative.js';

const problem =
  '(?:the|this|that|your) (?:[\\w-]+ ){0,2}?(?:issue|problem|error|error message|message|behavior|installation|upgrade|update|service)';
const notYet = new RegExp(
  String.raw`^(?:if (?:${problem} (?:still |continues? to |(?:is|was)(?: still)? not |(?:is|was)n['’]t )?(?:persists?|continues?|occurs?|remains?|exists?|happens?|resolved|fixed|fails?)|(?:that|this|it|the (?:above|previous)(?: \w+)?)(?: step| steps)? (?:doesn['’]t|does not|did not|didn['’]t) (?:work|help|resolve|fix|solve)|you (?:still|continue to) (?:have|see|receive|experience|encounter|get)[^,]*)[^,.]*, )`,
  'i',
);
// A last resort is no repair.
const askSomebody =
  /\b(?:contact|call|open a (?:support )?(?:case|ticket|request)|create a support|reach out|support request|collect|gather)\b/i;

/** @returns Each with what stands before all of them; the first is what comes before the first "if it persists". */
export function triesIn(blocks: readonly Block[]): Alternative[] {
  const lists = blocks.flatMap((block, at) => (block.kind === 'list' ? [at] : []));
  const [at, ...others] = lists;
  const list = at === undefined ? undefined : blocks[at];
  if (at === undefined || others.length > 0 || list?.kind !== 'list') return [];
  const groups: Step[][] = [[]];
  for (const item of list.items) {
    const text = plainText(item.text);
    if (notYet.test(text) && !askSomebody.test(text)) groups.push([]);
    groups.at(-1)?.push(item);
  }
  if (groups.length < 2 || groups[0]?.length === 0) return [];
  return groups.map((items) => ({
    kind: 'alternative',
    title: labelOf(plainText(items[0]?.text ?? '').replace(notYet, '')).label,
    blocks: [...blocks.slice(0, at), { kind: 'list', ordered: true, items }, ...blocks.slice(at + 1)],
  }));
}
