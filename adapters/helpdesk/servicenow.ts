// ServiceNow: a ticket is an incident, made with the Table API and found again by its correlation id.

import { z } from 'zod';
import { type Helpdesk, HelpdeskError, type RemoteState, type RemoteTicket } from '../../bot/ticket/helpdesk.js';
import type { Severity, Ticket } from '../../bot/ticket/ticket.js';
import { ticketTitle } from '../../bot/ticket/ticket-text.js';
import { caseKey, isOurs } from './event-id.js';
import { type Endpoint, usualTimeoutMs } from './http.js';
import { type ApiRequest, basicAuthorization, connectJsonApi, type JsonApi } from './json-api.js';
import { oauthAuthorization } from './oauth-token.js';
import type { ServiceNowSettings } from './settings.js';
import { cutTo, fitText } from './ticket-file.js';
import { connectTicketSystem, type TicketSystem } from './ticket-system.js';

/** What the fields of an incident hold. */
const longest = { title: 160, text: 4_000 };

/** The newest so many are read. */
const mostComments = 100;

/** ServiceNow makes a priority of both: 1 to 4 from these. */
const weight: Readonly<Record<Severity, { readonly impact: string; readonly urgency: string }>> = {
  critical: { impact: '1', urgency: '1' },
  high: { impact: '2', urgency: '1' },
  normal: { impact: '2', urgency: '2' },
  low: { impact: '2', urgency: '3' },
};

const sysId = z.string().regex(/^[0-9a-f]{32}$/);
const made = z.object({ sys_id: sysId, number: z.string().min(1).max(40) });
const resultOf = <Schema extends z.ZodType>(schema: Schema) => z.object({ result: schema });
const journalEntry = z.object({
  sys_id: sysId,
  value: z.string(),
  sys_created_by: z.string(),
  /** UTC. */
  sys_created_on: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
});

export function createServiceNow(
  { url, account, caller, group, category }: ServiceNowSettings,
  { timeoutMs = usualTimeoutMs }: { readonly timeoutMs?: number } = {},
): Helpdesk {
  const endpoint: Endpoint = {
    name: 'ServiceNow',
    base: url,
    addressSetting: 'PASTEFIX_SERVICENOW_URL',
    credentialSettings:
      account.kind === 'basic'
        ? 'PASTEFIX_SERVICENOW_USER and PASTEFIX_SERVICENOW_PASSWORD'
        : 'PASTEFIX_SERVICENOW_CLIENT_ID and PASTEFIX_SERVICENOW_CLIENT_SECRET',
    timeoutMs,
  };
  const authorization =
    account.kind === 'basic'
      ? basicAuthorization(account.user, account.password)
      : oauthAuthorization(endpoint, '/oauth_token.do', account);

  const remoteOf = ({ sys_id: id, number }: z.output<typeof made>): RemoteTicket => ({
    id,
    name: number,
    url: `${url.replace(/\/+$/, '')}/nav_to.do?uri=${encodeURIComponent(`incident.do?sys_id=${id}`)}`,
  });

  const incident = ({ id }: RemoteTicket): Pick<ApiRequest, 'path' | 'aboutTicket'> => ({
    path: `/api/now/table/incident/${encodeURIComponent(id)}`,
    aboutTicket: true,
  });

  const readJournal = (api: JsonApi, query: string, most: number) =>
    api.ask(
      {
        method: 'GET',
        path: '/api/now/table/sys_journal_field',
        query: {
          sysparm_query: query,
          sysparm_fields: 'sys_id,value,sys_created_by,sys_created_on',
          sysparm_limit: String(most),
        },
      },
      resultOf(z.array(journalEntry)),
    );

  /** What people wrote for the requester to see; nothing where the account may not read the journal. */
  async function readComments(api: JsonApi, { id }: RemoteTicket, ticket: Ticket): Promise<RemoteState['comments']> {
    try {
      const newest = await readJournal(
        api,
        `element=comments^element_id=${id}^ORDERBYDESCsys_created_on`,
        mostComments,
      );
      return newest.result
        .filter(({ value }) => !isOurs(ticket, value))
        .map(({ sys_id, value, sys_created_by, sys_created_on }) => ({
          id: sys_id,
          by: sys_created_by,
          text: value,
          at: `${sys_created_on.replace(' ', 'T')}Z`,
        }))
        .reverse();
    } catch (error) {
      if (isCredential(error)) return [];
      throw error;
    }
  }

  const over = (api: JsonApi): TicketSystem => ({
    async find(ticket) {
      const key = caseKey(ticket);
      const { result } = await api.ask(
        {
          method: 'GET',
          path: '/api/now/table/incident',
          query: {
            sysparm_query: `correlation_id=${key}^ORDERBYsys_created_on`,
            sysparm_fields: 'sys_id,number,correlation_id',
            sysparm_limit: '10',
          },
        },
        resultOf(z.array(made.extend({ correlation_id: z.string() }))),
      );
      // An instance may leave out a condition that it does not understand, and then finds anything.
      const found = result.find((it) => it.correlation_id === key);
      return found && remoteOf(found);
    },

    async create(ticket) {
      const { result } = await api.ask(
        {
          method: 'POST',
          path: '/api/now/table/incident',
          query: { sysparm_fields: 'sys_id,number' },
          body: JSON.stringify({
            short_description: cutTo(ticketTitle(ticket), longest.title),
            description: fitText(ticket, longest.text).text,
            correlation_id: caseKey(ticket),
            correlation_display: 'Pastefix',
            ...weight[ticket.severity],
            ...(caller === undefined ? {} : { caller_id: caller }),
            ...(group === undefined ? {} : { assignment_group: group }),
            ...(category === undefined ? {} : { category }),
          }),
        },
        resultOf(made),
      );
      return remoteOf(result);
    },

    filesFor: (ticket) => fitText(ticket, longest.text).files,

    async listFiles({ id }) {
      const { result } = await api.ask(
        {
          method: 'GET',
          path: '/api/now/attachment',
          query: { sysparm_query: `table_name=incident^table_sys_id=${id}`, sysparm_limit: '100' },
          aboutTicket: true,
        },
        resultOf(z.array(z.object({ file_name: z.string(), table_sys_id: z.string() }))),
      );
      return result.filter((it) => it.table_sys_id === id).map((it) => it.file_name);
    },

    async attach({ id }, { name, type, content }) {
      await api.ask(
        {
          method: 'POST',
          path: '/api/now/attachment/file',
          query: { table_name: 'incident', table_sys_id: id, file_name: name },
          body: content,
          type,
          aboutTicket: true,
        },
        resultOf(z.object({ sys_id: sysId })),
      );
    },

    async hasComment(remote, mark) {
      // As the incident shows its comments, one below the other: this much anybody may read who may write them.
      const { result } = await api.ask(
        { method: 'GET', ...incident(remote), query: { sysparm_display_value: 'true', sysparm_fields: 'comments' } },
        resultOf(z.object({ comments: z.string() })),
      );
      return result.comments.split(/\r?\n/).includes(mark);
    },

    async comment(remote, text, mark) {
      await api.ask(
        {
          method: 'PATCH',
          ...incident(remote),
          query: { sysparm_fields: 'sys_id' },
          body: JSON.stringify({ comments: `${withoutCodeTags(text)}\n\n${mark}` }),
        },
        resultOf(z.object({ sys_id: sysId })),
      );
    },

    async look(remote, ticket) {
      const answer = await api.find(
        { method: 'GET', ...incident(remote), query: { sysparm_fields: 'state,active,close_notes' } },
        resultOf(z.object({ state: z.string(), active: z.string(), close_notes: z.string() })),
      );
      if (answer === undefined) return { state: 'gone', comments: [] };
      const { state, active, close_notes: resolution } = answer.result;
      return {
        state: state === '6' ? 'resolved' : active === 'false' ? 'closed' : 'open',
        ...(resolution.trim() === '' ? {} : { resolution }),
        comments: await readComments(api, remote, ticket),
      };
    },

    async check() {
      await api.ask(
        { method: 'GET', path: '/api/now/table/incident', query: { sysparm_fields: 'sys_id', sysparm_limit: '1' } },
        resultOf(z.array(z.unknown())),
      );
      try {
        await readJournal(api, 'element=comments^name=incident', 1);
      } catch (error) {
        if (!isCredential(error)) throw error;
        // Tickets get through all the same.
        const message = 'ServiceNow does not let the account read sys_journal_field: comments will not come back';
        throw new HelpdeskError('rejected', message);
      }
    },
  });

  return connectTicketSystem({
    name: 'servicenow',
    requestTimeoutMs: timeoutMs,
    settleMs: 0,
    connect: (deadline) => over(connectJsonApi({ ...endpoint, deadline }, authorization)),
  });
}

function isCredential(error: unknown): boolean {
  return error instanceof HelpdeskError && error.reason === 'credential';
}

/** In a comment, text between these tags would be taken for HTML. */
function withoutCodeTags(text: string): string {
  return text.replace(/\[(?=\/?code\])/gi, '[\u200b');
}
