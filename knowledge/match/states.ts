// Settings and findings with a value: `AzureAdJoined : NO`. The value decides; with the other one, all is well.

import { blocksWithin, proseOf } from '../blocks-within.js';
import { plainText } from '../inline-form.js';
import type { Issue } from '../model.js';

/** Of a setting in lower case: `['azureadjoined', 'off']`. */
type State = readonly [name: string, value: 'on' | 'off'];

const state =
  /\b([A-Za-z]\w{2,60})(?:\s{0,40}[:=]\s{0,40}|\s(?:is\s)?(?:set to\s)?)["']?(?:(yes|true|on|enabled)|(?:no|false|off|disabled))\b/gi;

/** Only names: `Status: on` says nothing by itself. */
const innerCapital = /[a-z][A-Z]|_/;

export function statesIn(text: string): State[] {
  return Array.from(text.matchAll(state)).flatMap(([, name = '', on]) =>
    innerCapital.test(name) ? [[name.toLowerCase(), on === undefined ? 'off' : 'on'] as const] : [],
  );
}

/**
 * True when a line is about a state of which the issue says that it has another value, or names only where it tells how
 * to repair and to verify.
 *
 * @param line The one line that speaks for the issue.
 * @param issueOf Called where there is a state.
 */
export function isOtherState(line: string, issueOf: () => Issue): boolean {
  // A line of many settings is about something else.
  const shown = line.length > 120 ? [] : statesIn(line);
  if (shown.length === 0) return false;
  const said = saidOf(issueOf());
  const stated = statesIn(said);
  return shown.every(([name, value]) => {
    const values = stated.filter(([one]) => one === name).map(([, one]) => one);
    return values.length > 0 ? !values.includes(value) : !said.toLowerCase().includes(name);
  });
}

function saidOf({ title, symptoms, causes }: Issue): string {
  const blocks = blocksWithin([...symptoms, ...causes]);
  return [
    title,
    ...blocks.flatMap((block) => (block.kind === 'log' ? [block.text] : proseOf(block).map(plainText))),
  ].join('\n');
}
