// What the bot shows: one description, drawn as an Adaptive Card in Teams and as text in a terminal.

/** One message to the person. */
export interface View {
  /** One plain line: the notification, and what a screen reader says first. */
  readonly summary: string;
  /** Top to bottom. */
  readonly parts: readonly Part[];
  /** What can be done next, the suggested one first, at most six; empty where only typing helps. */
  readonly choices: readonly Choice[];
  /**
   * `in-place`: takes the place of the card whose button was pressed. `aside`: a word to whoever pressed it, which others
   * need not see. Where nothing was pressed, both are messages like others.
   */
  readonly manner?: 'in-place' | 'aside';
}

/** `text` is inline Markdown (bold, italic, links, code spans); text taken from a paste is escaped by then. */
export type Part =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly tone?: 'plain' | 'quiet' | 'good' | 'warning' }
  /** Log or commands, verbatim: never interpreted as Markdown. */
  | { readonly kind: 'code'; readonly text: string; readonly caption?: string }
  /** A line break within an item begins a line of its own below it. `start`: the first number, 1 unless told. */
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[]; readonly start?: number }
  /** Plain text. `names`: what they are, words unless told. */
  | {
      readonly kind: 'facts';
      readonly facts: readonly { readonly name: string; readonly value: string }[];
      readonly names?: 'codes';
    }
  /** First row is the header. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  /** Parts that belong together and stand out from the rest. Boxes do not nest. */
  | { readonly kind: 'box'; readonly tone: 'plain' | 'good' | 'warning'; readonly parts: readonly Part[] }
  /** Where in a sequence the person is: step 2 of 5. */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly label: string }
  | Input
  /** Out of sight until it is asked for, where that can be done. Folds stand at the top, not within other parts. */
  | { readonly kind: 'fold'; readonly label: string; readonly parts: readonly Part[] };

/**
 * Something to fill in. What stands in it when a button is pressed comes back with it, under `id`. `label`, `value` and
 * `hint` are plain text.
 */
export interface Input {
  readonly kind: 'input';
  readonly id: string;
  readonly label: string;
  /** What stands in it at first; of a choice, the value of one. May be empty. */
  readonly value: string;
  readonly type:
    | { readonly kind: 'line' | 'lines' | 'number' }
    | { readonly kind: 'choice'; readonly choices: readonly { readonly label: string; readonly value: string }[] };
  /** Shown while it is empty. */
  readonly hint?: string;
}

/** What stands in an input, as people read it. */
export function shownValue({ type, value }: Input): string {
  const chosen = type.kind === 'choice' ? type.choices.find((choice) => choice.value === value)?.label : value;
  return chosen ?? '';
}

/** A button, or in a terminal a number to type. */
export interface Choice {
  readonly label: string;
  readonly action: Action;
  readonly style?: 'suggested' | 'plain';
}

/** What a pressed button sends back. Checked before anything happens. */
export type Action = CaseAction | TicketAction;

/** Checked against the case. */
export interface CaseAction {
  /** Id of the case that the button belongs to. */
  readonly caseId: string;
  /** The case's revision when the button was drawn; an older one no longer acts. */
  readonly revision: number;
  readonly verb: string;
  /** What the verb is about: an answer's position, an issue's reference. */
  readonly value?: string;
}

/** Checked against the ticket, and against who presses it where. */
export interface TicketAction {
  readonly ticket: number;
  /** The ticket's revision when the button was drawn. */
  readonly revision: number;
  readonly verb: string;
}
