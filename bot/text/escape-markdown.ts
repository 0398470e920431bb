// Pasted text inside Markdown: shown as itself, whatever it holds.

/**
 * Protects text that is meant as itself in a `Part`'s inline Markdown.
 *
 * @example
 * escapeMarkdown('a *b* [c](d)');
 * // => 'a \*b\* \[c\](d)'
 *
 * @param text Any text; line breaks and tabs become single spaces, other control characters go.
 */
export function escapeMarkdown(text: string): string {
  return visible(text.replace(/\s+/g, ' ')).replace(/[\\`*_[\]]/g, '\\$&');
}

/**
 * Drops what a screen would obey rather than show: control characters, terminal escapes' lead-in, and the marks that
 * turn the direction of text around. Tabs and line breaks stay.
 */
export function visible(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
