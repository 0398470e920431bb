// The one log that would tell most, and how to get the part of it that matters.

import { decidingLog, type LogRequest } from '../../knowledge/cross-log/index.js';
import { linesTold } from '../case/lines-told.js';
import { withStandIns } from '../text/redact/stand-ins.js';
import type { Part } from '../view.js';
import type { Words } from '../words/en.js';
import type { Scene } from './scene.js';

/** @returns Empty where no log is known to tell more than what has been pasted. */
export function logToFetch({ kase, standing, words }: Scene): Part[] {
  const { route, entries, faults, belief } = standing;
  if (route === undefined) return [];
  const suspects = entries.flatMap((entry, position) => {
    const probability = faults.reduce((sum, { issue }, at) => (issue === position ? sum + (belief[at] ?? 0) : sum), 0);
    return entry === undefined || probability < 0.02 ? [] : [{ issue: entry.issue, probability }];
  });
  const pastes = linesTold(kase).map((it) => ({ ...it, text: withStandIns(it.text) }));
  const request = decidingLog(route, suspects, pastes);
  if (request === undefined || (suspects.length > 1 && request.gain <= 0)) return [];
  return [{ kind: 'box', tone: 'plain', parts: describe(request, words.logToFetch) }];
}

function describe(request: LogRequest, words: Words['logToFetch']): Part[] {
  const { at, lookFor, verbose, delay } = request;
  const time = at === undefined ? undefined : at.there === undefined ? at.written : words.utc(at.there);
  return [
    { kind: 'text', text: `**${words.title}**` },
    { kind: 'text', text: words.place(request) },
    {
      kind: 'list',
      ordered: false,
      items: [
        time === undefined ? words.latest : words.around(request.minutes, time),
        ...(lookFor.length === 0 ? [] : [words.lookFor(lookFor[0] ?? '')]),
        ...(delay === 0 ? [] : [words.delay(delay)]),
        ...(verbose === undefined ? [] : [words.verbose(verbose)]),
      ],
    },
    { kind: 'text', text: words.paste, tone: 'quiet' },
  ];
}
