// What the bot shows: one description, drawn as an Adaptive Card in Teams and as text in a terminal.

/** One message to the person. */
export interface View {
  /** One plain line: the notification, and what a screen reader says first. */
  readonly summary: string;
  /** Top to bottom. */
  readonly parts: readonly Part[];
  /** What can be done next, the suggested one first, at most six; empty where only typing helps. */
  readonly choices: readonly Choice[];
}

/** `text` is inline Markdown (bold, italic, links, code spans); text taken from a paste is escaped by then. */
export type Part =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly tone?: 'plain' | 'quiet' | 'good' | 'warning' }
  /** Log or commands, verbatim: never interpreted as Markdown. */
  | { readonly kind: 'code'; readonly text: string; readonly caption?: string }
  /** A line break within an item begins a line of its own below it. `start`: the first number, 1 unless told. */
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[]; readonly start?: number }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly name: string; readonly value: string }[] }
  /** First row is the header. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  /** Parts that belong together and stand out from the rest. Boxes do not nest. */
  | { readonly kind: 'box'; readonly tone: 'plain' | 'good' | 'warning'; readonly parts: readonly Part[] }
  /** Where in a sequence the person is: step 2 of 5. */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly label: string };

/** A button, or in a terminal a number to type. */
export interface Choice {
  readonly label: string;
  readonly action: Action;
  readonly style?: 'suggested' | 'plain';
}

/** What a pressed button sends back. Checked against the case before anything happens. */
export interface Action {
  /** Id of the case that the button belongs to. */
  readonly caseId: string;
  /** The case's revision when the button was drawn; an older one no longer acts. */
  readonly revision: number;
  readonly verb: string;
  /** What the verb is about: an answer's position, an issue's reference. */
  readonly value?: string;
}
