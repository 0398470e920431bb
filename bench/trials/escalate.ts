// Somebody hands a case over, or joins the ticket of another, and does not rest before they have seen its number.

import { setTimeout as pause } from 'node:timers/promises';
import { en } from '../../bot/words/en.js';
import type { Answer, Person } from './person.js';

/** However often the bot dies on the way. */
const mostTries = 50;

/** Two minutes and more: longer than a database is ever away. */
const mostApologies = 600;

/** @returns The number of the ticket, as it was shown. */
export async function escalate(person: Person, paste: string): Promise<number> {
  await insist(() => person.say(paste));
  for (let tries = 0; tries < mostTries; tries += 1) {
    const form = await insist(() => person.say('helpdesk'));
    const send = form.buttons.find(({ label }) => label === en.choices.send);
    const shown = numberIn(send === undefined ? form : await insist(() => person.press(send.data)));
    // Of what was dealt with before it died, the bot says nothing more: ask.
    const number = shown ?? numberIn(await insist(() => person.say('my tickets')));
    if (number !== undefined) return number;
  }
  throw new Error(`${person.id} has not seen a ticket`);
}

/** Waits for a ticket of somebody else who has the same fault. */
export async function join(person: Person, paste: string, number: number): Promise<void> {
  await insist(() => person.say(paste));
  for (let tries = 0; tries < mostTries; tries += 1) {
    const form = await insist(() => person.say('helpdesk'));
    const button = form.buttons.find(({ label }) => label === en.choices.joinTicket(number));
    if (button !== undefined) await insist(() => person.press(button.data));
    if (numberIn(await insist(() => person.say('my tickets'))) === number) return;
  }
  throw new Error(`${person.id} has not joined ticket ${number}`);
}

const ticketNumber = new RegExp(`\\b${en.ticket.title(0).replace('0', '(\\d+)')}\\b`);

export function numberIn({ text }: Pick<Answer, 'text'>): number | undefined {
  const [, number] = ticketNumber.exec(text) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** Tries once more, as the bot asks for, until it can deal with it. */
export async function insist(act: () => Promise<Answer>): Promise<Answer> {
  for (let apologies = 0; apologies < mostApologies; apologies += 1) {
    const answer = await act();
    if (!answer.isApology) return answer;
    await pause(200);
  }
  throw new Error('the bot does not get over what went wrong');
}
