// What to do, of an author who has no heading for it: "Errors 0x80244021 and 0x8024402C are caused by proxies. Verify the proxy
// settings on the client."

import { plainText } from '../../inline-form.js';
import type { Block, Issue } from '../../model.js';
import { saysWhatToDo } from '../sentences/what-to-do.js';

/** Whether some heading says what the repair is. */
export function hasRepair({ resolutions, workaround }: Issue): boolean {
  return resolutions.length > 0 || workaround.length > 0;
}

/** @returns From the first words that say what to do on; none where nothing does, or a heading says what the repair is. */
export function toldInPassing(issue: Issue): readonly Block[] {
  if (hasRepair(issue)) return [];
  const { symptoms, more } = issue;
  const all = [...symptoms, ...more];
  const start = all.findIndex(advises);
  return start < 0 ? [] : all.slice(start);
}

const recommends =
  /\b(?:make sure|we recommend|it(?:'s| is) recommended|you (?:should|must|need to|have to|can (?:use|try|fix|resolve|work around|bypass|change|set|install|remove|enable|disable|run))|(?:to|that) (?:fix|resolve|solve|correct|work around|avoid) (?:this|the|these))\b/i;
const refers = /^(?:please )?(?:see|refer|review|view|note|follow us|contact us)\b/i;

/** A longer list is to look things up in. */
const mostItems = 20;

function advises(block: Block): boolean {
  switch (block.kind) {
    case 'text':
      return says(block.text);
    case 'list':
      return (
        block.items.length <= mostItems && block.items.some(({ text, blocks }) => says(text) || blocks.some(advises))
      );
    case 'note':
      return block.blocks.some(advises);
    case 'log':
    case 'table':
      return false;
    default:
      return block satisfies never;
  }
}

function says(inline: string): boolean {
  return plainText(inline)
    .split(/(?<=[.!?:])\s+(?=[A-Z])/)
    .some((sentence) => (saysWhatToDo(sentence) && !refers.test(sentence)) || recommends.test(sentence));
}
