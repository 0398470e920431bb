// The symptoms of an issue where its author counts them: "Scenario 1", "Error message 2", and what stands below each.

import { plainText } from '../../inline-form.js';
import type { Block } from '../../model.js';
import { proseIn } from '../sentences/prose.js';

export interface CountedSymptom {
  /** What the heading says besides counting; may be empty. */
  readonly said: string;
  /** Plain text, one paragraph or list item each. */
  readonly told: readonly string[];
  /** Lines of what is quoted: messages, logs. */
  readonly quoted: readonly string[];
}

const counted =
  /^(?:symptom|scenario|situation|issue|problem|case|error(?: message)?) ?#?(\d{1,2})\b(?: details)?[\s:：.–-]*/i;

/** @returns In the order of their numbers, which begin at 1 and lack none. At least two, or none. */
export function countSymptoms(blocks: readonly Block[]): readonly CountedSymptom[] {
  const parts: { readonly number: number; readonly said: string; readonly below: Block[] }[] = [];
  for (const block of blocks) {
    const head = block.kind === 'text' && block.text.startsWith('**') ? plainText(block.text) : '';
    const [counter, number] = counted.exec(head) ?? [];
    if (counter === undefined) parts.at(-1)?.below.push(block);
    else parts.push({ number: Number(number), said: head.slice(counter.length), below: [] });
  }
  const isCounted = parts.length > 1 && parts.every(({ number }, at) => number === at + 1);
  if (!isCounted) return [];
  return parts.map(({ said, below }) => ({ said, told: proseIn(below), quoted: linesIn(below) }));
}

function linesIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'log':
        return block.text.split('\n').map((line) => line.trim());
      case 'list':
        return block.items.flatMap((item) => linesIn(item.blocks));
      case 'text':
      case 'table':
      case 'note':
        return [];
      default:
        return block satisfies never;
    }
  });
}
