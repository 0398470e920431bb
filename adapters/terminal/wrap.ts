/** Wraps text at a width, each line behind the indent; lines that are indented already keep theirs. */
export function wrap(text: string, width: number, indent = ''): string {
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, width, indent))
    .join('\n');
}

function wrapLine(line: string, width: number, indent: string): string[] {
  const own = indent + (/^\s*(?:\d+\. |- )?/.exec(line)?.[0].replace(/\S/g, ' ') ?? '');
  const lines: string[] = [];
  let current = indent + (/^\s*/.exec(line)?.[0] ?? '');
  let empty = true;
  for (const word of line.trim().split(' ')) {
    if (!empty && current.length + 1 + word.length > width) {
      lines.push(current);
      current = own;
      empty = true;
    }
    current += empty ? word : ` ${word}`;
    empty = false;
  }
  lines.push(current.trimEnd());
  return lines;
}
