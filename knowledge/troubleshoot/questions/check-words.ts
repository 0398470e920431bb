// The wording of questions that are made from an article's text. Whoever talks to people brings it, in their language.

/** Everything is plain text, in and out. Questions are one line and end in a question mark. */
export interface CheckWords {
  /** Asks which of several causes it is. `issue`: title of the issue. */
  readonly whichCause: (issue: string) => string;
  /** Asks which environment, version or situation it is. `variants`: at least two, in alphabetical order. */
  readonly whichVariant: (variants: readonly string[]) => string;
  /** Asks whether what the author describes is the case. `finding`: a clause, such as `the value is 0`. */
  readonly isItSo: (finding: string) => string;
  /** Asks whether the author's way of verifying confirms it. `issue`: title of the issue. */
  readonly doesItShow: (issue: string) => string;
  /** Asks for a version. `product` is named as in the article, such as `Configuration Manager, version 2203`. */
  readonly isVersion: (product: string, range: 'or-later' | 'or-earlier') => string;
  /** The answer that fits when no other does. */
  readonly noneOfThese: string;
  readonly yes: string;
  readonly no: string;
}
