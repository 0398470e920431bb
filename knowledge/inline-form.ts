// Inline text as the model keeps it. Articles come in every dialect of Markdown; this one small form of it can be shown on
// cards and read back without a parser: **strong**, *emphasis*, `code`, [text](https://…), and a backslash before any of
// those characters that is meant as itself.

const special = /[\\`*_[\]]/;

/** Plain text of the model's inline form. Doing so to plain text without its special characters changes nothing. */
export function plainText(inline: string): string {
  if (!special.test(inline)) return inline;
  return inline.replace(mark, (_, escaped?: string, code?: string) => escaped ?? code ?? '');
}

// A character meant as itself, the address of a link, a code span, the other marks.
const mark = /\\([\\`*_[\]])|\]\([^)]*(?:\)|$)|`([^`]*)(?:`|$)|[*[]/g;

/** Protects text that is meant as itself. Underscores inside words need none and would spoil symbols. */
export function escapeInline(text: string): string {
  return special.test(text) ? text.replace(/[\\`*[\]]|(?<!\w)_|_(?!\w)/g, '\\$&') : text;
}
