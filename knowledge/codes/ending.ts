/**
 * Tells texts that end in a pattern. Looking back from the end takes a fraction of the time of trying every beginning.
 *
 * @param pattern Without its `$`.
 */
export function ending(pattern: RegExp): (text: string) => boolean {
  const behind = new RegExp(`(?<=${pattern.source})`, `${pattern.flags}y`);
  return (text) => {
    behind.lastIndex = text.length;
    return behind.test(text);
  };
}
