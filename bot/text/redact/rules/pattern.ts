// Regular expressions put together from parts.

type Tag<Result> = (texts: TemplateStringsArray, ...parts: readonly (string | number)[]) => Result;

/** A part of a pattern, as written. */
export const part: Tag<string> = (texts, ...parts) => String.raw(texts, ...parts);

export const exact: Tag<RegExp> = (texts, ...parts) => new RegExp(part(texts, ...parts), 'gu');

/** Upper and lower case alike. */
export const anyCase: Tag<RegExp> = (texts, ...parts) => new RegExp(part(texts, ...parts), 'giu');
