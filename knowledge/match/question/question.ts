// The question that splits candidates, in words for the person.

import type { Split } from '../../diagnosis.js';

/** @param question The author's, where the split is about one. */
export function sentenceOf({ about, answers }: Split, question = ''): string {
  const labels = answers.map(({ label }) => label);
  const [first = ''] = labels;
  const isOne = labels.length === 1;
  switch (about) {
    case 'check':
      return labels.some((label) => /^(?:yes|no)\b/i.test(label))
        ? question
        : `${question.replace(/\?$/, '')}: ${oneOf(labels.map(withinSentence))}?`;
    case 'log':
      return isOne ? `Does this come from ${first}?` : `Which log does this come from: ${oneOf(labels)}?`;
    case 'status-text':
    case 'name':
      return isOne ? `Do you also see ${first} in the log?` : `Does the log say ${oneOf(labels)}?`;
    case 'status':
      return isOne ? `Is the HTTP status ${first}?` : `Which HTTP status is it: ${oneOf(labels)}?`;
    case 'code':
      return isOne ? `Do you also see code ${first}?` : `Which code do you see: ${oneOf(labels)}?`;
    case 'event':
      return isOne ? `Is there an event ${first}?` : `Which event ID do you see: ${oneOf(labels)}?`;
    case 'product':
      return isOne ? `Is this about ${first}?` : `Which product is this about: ${oneOf(labels)}?`;
    case 'version':
      return isOne ? `Is it ${first}?` : `Which version is it: ${oneOf(labels)}?`;
    case 'variant':
      return isOne ? `Is this your environment: ${first}?` : `Which is your environment: ${oneOf(labels)}?`;
    case 'title': {
      const quoted = labels.map((label) => `“${label}”`);
      return isOne ? `Is this what you see: ${first}?` : `Which is closest to what you see: ${oneOf(quoted)}?`;
    }
    default:
      return about satisfies never;
  }
}

/** Within a sentence: names stay as they are. */
function withinSentence(label: string): string {
  return /^(?:Several|None|Another|Other|Neither|Both|All|Only|Not|Something|Nothing)\b/.test(label)
    ? `${label.charAt(0).toLowerCase()}${label.slice(1)}`
    : label;
}

function oneOf(labels: readonly string[]): string {
  const last = labels.at(-1) ?? '';
  return labels.length < 2 ? last : `${labels.slice(0, -1).join(', ')} or ${last}`;
}
