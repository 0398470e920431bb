// A case becomes a ticket.

import type { Incoming } from '../bot.js';
import { personId } from '../case/open-case.js';
import { masksShownIn } from '../text/redact/masks.js';
import type { Scene } from '../views/scene.js';
import { fingerprintOf, issueInQuestion } from './fingerprint.js';
import type { TicketForm } from './form-fields.js';
import { evidencePacket } from './packet-of.js';
import type { Follower, Ticket } from './ticket.js';

interface Opening {
  readonly number: number;
  readonly tenant: string;
  readonly form: TicketForm;
  readonly requester: Follower;
}

export function newTicket(scene: Scene, { number, tenant, form, requester }: Opening): Ticket {
  const { kase, standing, words, now } = scene;
  const { summary, severity, devices, contact } = form;
  const ticket: Ticket = {
    version: 1,
    tenant,
    number,
    caseId: kase.id,
    revision: 1,
    fingerprint: fingerprintOf(kase, standing, tenant),
    area: areaOf(scene),
    summary: summary === '' ? words.handOver.noSummary : summary,
    severity,
    ...(devices > 0 ? { devices } : {}),
    contact,
    requester,
    packet: evidencePacket(scene),
    history: [{ kind: 'opened', at: now.toISOString(), by: requester.person }],
  };
  if (kase.masks === undefined) return ticket;
  return { ...ticket, masks: masksShownIn(kase.masks, JSON.stringify(ticket)) };
}

/** The product that the fault is most likely about; empty where nobody knows. */
export function areaOf({ kase, standing }: Scene): string {
  const issue = issueInQuestion(kase, standing);
  return (issue === undefined ? undefined : standing.entries[issue]?.article.product) ?? '';
}

/** Whoever says something, as somebody who waits for a ticket. */
export function followerOf({ user, name, conversation }: Incoming): Follower {
  return { person: { id: personId(user), ...(name === undefined ? {} : { name }) }, conversation };
}
