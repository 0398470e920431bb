// Everything the bot says and understands, in English. Values that go into a sentence are Markdown by then.

import { conversation } from './en/conversation.js';
import { diagnosis } from './en/diagnosis.js';
import { repair } from './en/repair.js';
import { teams } from './en/teams.js';
import { tickets } from './en/tickets.js';
import { vocabulary } from './en/vocabulary.js';

export const en = { ...vocabulary, ...conversation, ...diagnosis, ...repair, ...tickets, teams } as const;

/** All texts of one language. */
export type Words = Widened<typeof en>;

type Widened<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [Key in keyof T]: Widened<T[Key]> };
