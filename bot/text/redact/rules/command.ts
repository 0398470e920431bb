// What a command is told: an option means a password with some commands, and something else with others.

import { around, type Finder, type Rule } from '../finder.js';
import { anyCase } from './pattern.js';

/** Its pattern is looked for behind the name of a command, up to the end of the line. */
export interface Command extends Rule {
  /** A pattern. */
  readonly name: string;
}

export function commandFinder({ kind, name, pattern, needs, unless }: Command): Finder {
  const names = anyCase`(?<![\p{L}\p{N}_-])(?:${name})(?:64)?(?:\.exe)?["']?(?=[ \t])`;
  const options = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}dg`);
  return function* ({ text, lower }) {
    if (!needs.some((word) => lower.includes(word))) return;
    let lineEnd = -1;
    for (const { 0: found, index } of text.matchAll(names)) {
      if (index < lineEnd) continue;
      const from = index + found.length;
      lineEnd = text.indexOf('\n', from);
      if (lineEnd < 0) lineEnd = text.length;
      const rest = text.slice(from, lineEnd);
      for (const { indices } of rest.matchAll(options)) {
        const [start, end] = Object.values(indices?.groups ?? {}).find((at) => at !== undefined) ?? [0, 0];
        if (start === end || unless?.(rest.slice(start, end), around(rest, start, end)) === true) continue;
        yield { kind, start: from + start, end: from + end, from: index };
      }
    }
  };
}
