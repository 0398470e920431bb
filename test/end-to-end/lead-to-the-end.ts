// Goes through a case by buttons alone, as somebody does who has an answer to every question and can do every step.

import type { Conversation, Reply } from './conversation.js';

/** Which button to press when the text matches; the first that fits. */
export type Answers = readonly (readonly [question: RegExp, label: string])[];

/** Pressed in this order of preference when no answer fits. */
const onwards = ['Done', 'Show me the steps', 'Show me how', 'Go on to the steps', 'Yes', "Don't know"];

/** More presses than any case of ours needs. */
const patience = 60;

/** @returns Every reply, the last one being the end of the case. @throws {Error} When it does not come to an end. */
export async function leadToTheEnd(conversation: Conversation, answers: Answers): Promise<readonly Reply[]> {
  const seen: Reply[] = [];
  for (let presses = 0; presses < patience; presses += 1) {
    const reply = conversation.last();
    if (/^(?:Solved|Set up)$/.test(reply.summary)) return seen;
    const offers = (label: string) => reply.buttons.some((button) => button.label === label);
    const [, answer] = answers.find(([question, label]) => question.test(reply.text) && offers(label)) ?? [];
    const label = answer ?? onwards.find(offers);
    if (label === undefined) throw new Error(`A dead end:\n${describe(reply)}`);
    seen.push(await conversation.press(label));
  }
  throw new Error(`No end after ${patience} presses:\n${seen.map(({ summary }) => summary).join('\n')}`);
}

function describe({ text, buttons }: Reply): string {
  return `${text}\n[${buttons.map(({ label }) => label).join('] [')}]`;
}
