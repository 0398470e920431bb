// What is behind several logs of one request: the lines of the machine where it failed say more than those of the
// others, which only tell what they were told.

import type { Diagnosis } from '../diagnosis.js';
import type { Knowledge } from '../knowledge.js';
import { candidateWith } from '../match/candidate-with.js';
import type { Route } from '../model.js';
import { type LogEvent, type LogText, logEventReader } from './events.js';
import { followRequest } from './follow-request.js';
import { summaryOf } from './join-logs.js';
import type { Joined } from './joined-schema.js';

export interface JoinedDiagnosis {
  readonly joined: Joined;
  /** Lines are counted through all pastes, one behind the other. */
  readonly diagnosis: Diagnosis;
  /** `cause`: of the lines of the machine that failed. `request`: of all its lines. `all`: of everything pasted. */
  readonly of: 'cause' | 'request' | 'all';
}

const mostLines = 60;

/** @param pastes Oldest first. */
export function diagnoseJoined(
  knowledge: Pick<Knowledge, 'diagnose'>,
  route: Route,
  pastes: readonly LogText[],
): JoinedDiagnosis {
  const request = followRequest(route, logEventReader(route).read(pastes));
  const joined = summaryOf(route, request);
  const failing = request.failedAt === undefined ? undefined : request.hops[request.failedAt]?.machine;
  const starts = startsOf(pastes);
  const parts = [
    { of: 'cause', bursts: request.bursts.filter(({ machine }) => machine === failing) },
    { of: 'request', bursts: request.bursts },
  ] as const;
  for (const { of, bursts } of parts) {
    const events = bursts.flatMap((burst) => burst.events).slice(0, mostLines);
    if (events.length === 0) continue;
    const diagnosis = inPastes(knowledge.diagnose(events.map(textOf).join('\n')), events, starts);
    if (diagnosis.verdict !== 'none') return { joined, diagnosis, of };
  }
  return { joined, diagnosis: knowledge.diagnose(pastes.map(({ text }) => text).join('\n')), of: 'all' };
}

/** In one line, so that lines can be counted. */
function textOf({ message }: LogEvent): string {
  return message.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');
}

/** Lines before each paste. */
function startsOf(pastes: readonly LogText[]): number[] {
  let lines = 0;
  return pastes.map(({ text }) => {
    const start = lines;
    lines += text.split(/\r\n?|[\n\u2028\u2029]/).length;
    return start;
  });
}

function inPastes(diagnosis: Diagnosis, events: readonly LogEvent[], starts: readonly number[]): Diagnosis {
  const lineOf = (line: number): number => {
    const event = events[line - 1];
    return event === undefined ? line : (starts[event.paste] ?? 0) + event.line;
  };
  return {
    ...diagnosis,
    codes: diagnosis.codes.map((code) => ({ ...code, line: lineOf(code.line) })),
    candidates: diagnosis.candidates.map((candidate) =>
      candidateWith(candidate, { evidence: candidate.evidence.map((one) => ({ ...one, line: lineOf(one.line) })) }),
    ),
  };
}
