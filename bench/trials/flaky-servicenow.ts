// ServiceNow with bad days. It does whatever it is asked, however often: what is there once was looked for before.

import { en } from '../../bot/words/en.js';
import type { Random } from '../random.js';
import type { Fault as ServerFault } from '../servers/http-server.js';
import { startServiceNowServer } from '../servers/servicenow-server.js';
import { drawFault, type Fault, type FlakyHelpdesk, longestDelayMs } from './flaky-helpdesk.js';

/** A ticket takes four requests and more, of which each may go wrong: more often would be a trial of patience. */
const oneIn = { changes: 8, questions: 20 };

export async function startFlakyServiceNow(random: Random): Promise<FlakyHelpdesk> {
  const met = new Map<Fault, number>();
  const server = await startServiceNowServer(({ method }) => {
    const fault = drawFault(random, method === 'GET' ? oneIn.questions : oneIn.changes);
    if (fault === undefined) return undefined;
    met.set(fault, (met.get(fault) ?? 0) + 1);
    return asServerFault(fault, random);
  });
  const { url, user, password, incidents, journal, attachments, complaints, asked } = server;
  return {
    name: 'servicenow',
    settings: {
      PASTEFIX_SERVICENOW_URL: url,
      PASTEFIX_SERVICENOW_USER: user,
      PASTEFIX_SERVICENOW_PASSWORD: password,
    },
    requests: () => asked.length,
    met,
    get tickets() {
      return incidents.map(({ correlation_id: caseId = '', description = '' }) => ({
        caseId,
        number: Number(fieldIn(description, en.helpdesk.ticket).replace(en.helpdesk.number(0).replace('0', ''), '')),
        requester: fieldIn(description, en.helpdesk.askedBy),
      }));
    },
    get events() {
      const told = new Map<string, number[]>();
      for (const { sys_id: id, correlation_id: caseId = '' } of incidents) {
        const comments = journal.filter(({ element_id }) => element_id === id).map(({ value = '' }) => value);
        told.set(caseId, [...(told.get(caseId) ?? []), 0, ...comments.map((it) => positionIn(it, caseId))]);
      }
      return told;
    },
    get complaints() {
      const unlike = incidents.flatMap(({ sys_id: id, number }) => {
        const packets = attachments.filter(
          (it) => it['table_sys_id'] === id && it['file_name'] === 'pastefix-evidence.json',
        );
        return packets.length === 1 ? [] : [`${number} has ${packets.length} packets`];
      });
      return [...complaints, ...unlike];
    },
    close: () => server.close(),
  };
}

function asServerFault(fault: Fault, random: Random): ServerFault {
  switch (fault) {
    case 'failed':
      return { kind: 'answer', answer: { status: 500 } };
    case 'busy':
      return { kind: 'answer', answer: { status: 503, headers: { 'retry-after': '1' } } };
    case 'cut before':
      return { kind: 'cut', done: false };
    case 'cut after':
      return { kind: 'cut', done: true };
    case 'late':
      return { kind: 'late', afterMs: random(longestDelayMs) };
    case 'twice':
      return { kind: 'twice' };
    default:
      return fault satisfies never;
  }
}

/** As people read it in an incident: `Asked by: mia`. */
function fieldIn(description: string, name: string): string {
  const line = description.split('\n').find((it) => it.startsWith(`${name}: `)) ?? '';
  return line.slice(name.length + 2);
}

/** Of the event that a comment tells; NaN where it does not say. */
function positionIn(comment: string, caseId: string): number {
  const [last = ''] = comment.trimEnd().split('\n').slice(-1);
  const start = `Pastefix ${caseId}.`;
  return last.startsWith(start) ? Number(last.slice(start.length)) : Number.NaN;
}
