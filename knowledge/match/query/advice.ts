// What a console advises below "Recommended Action" or "Possible causes are": word for word the same for faults of many kinds, and
// often about things that are in order.

const begins =
  /^\W{0,3}(?:recommended (?:user )?actions?\b|possible (?:causes|reasons)(?: are| include)?(?: the following)?:)/i;
const nextMessage = /^\W{0,3}error\b/i;

/** A line of a paste, by its number in it. */
interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

/** @returns To be asked line by line, from the top: whether one is advice. It goes on up to a blank line or another error. */
export function makeIsAdvice(): (one: NumberedLine) => boolean {
  let last = Number.NEGATIVE_INFINITY;
  return ({ line, text }) => {
    const goesOn = line - last <= 1 && !nextMessage.test(text);
    last = goesOn || begins.test(text) ? line : Number.NEGATIVE_INFINITY;
    return last === line;
  };
}
