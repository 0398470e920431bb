// Jira Service Management: a ticket is a customer request. The request API has no place for a key of ours, so the summary
// ends in a word that only this ticket has, and requests are searched for it.

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Helpdesk, HelpdeskError, type RemoteTicket } from '../../bot/ticket/helpdesk.js';
import { type Severity, severities, type Ticket } from '../../bot/ticket/ticket.js';
import { ticketTitle } from '../../bot/ticket/ticket-text.js';
import { caseKey, isOurs } from './event-id.js';
import { type Endpoint, usualTimeoutMs } from './http.js';
import { basicAuthorization, connectJsonApi, type JsonApi } from './json-api.js';
import type { JiraSettings } from './settings.js';
import { cutTo, fitText } from './ticket-file.js';
import { connectTicketSystem, type TicketSystem } from './ticket-system.js';

/** What the fields of a request hold. */
const longest = { title: 255, text: 32_000 };

/** Search sees a new request seconds, at times minutes, after it was made. */
const settleMs = 3 * 60_000;

/** Comments and files are read in pages of 50, and at most so many. */
const mostPages = 5;

const link = z.url({ protocol: /^https?$/ }).max(2_000);
const made = z.object({
  issueKey: z.string().regex(/^[A-Z][A-Z0-9_]{0,99}-\d{1,15}$/),
  /** Whatever else it is, a link must not keep a ticket from being known. */
  _links: z.object({ web: link.optional().catch(undefined) }),
});
const fieldValue = z.object({ fieldId: z.string(), value: z.unknown() });
const comment = z.object({
  id: z.string().min(1),
  body: z.string(),
  public: z.boolean(),
  author: z.object({ displayName: z.string().default('') }).default({ displayName: '' }),
  created: z.object({ epochMillis: z.number() }),
});

export function createJira(
  { url, user, token, serviceDesk, requestType, priorities }: JiraSettings,
  { timeoutMs = usualTimeoutMs, now = Date.now }: { readonly timeoutMs?: number; readonly now?: () => number } = {},
): Helpdesk {
  const endpoint: Endpoint = {
    name: 'Jira',
    base: url,
    addressSetting: 'PASTEFIX_JIRA_URL',
    credentialSettings: 'PASTEFIX_JIRA_USER and PASTEFIX_JIRA_TOKEN',
    timeoutMs,
  };
  const authorization = basicAuthorization(user, token);
  const requests = '/rest/servicedeskapi/request';
  const desk = `/rest/servicedeskapi/servicedesk/${encodeURIComponent(serviceDesk)}`;
  const requestPath = ({ id }: RemoteTicket) => `${requests}/${encodeURIComponent(id)}`;

  const remoteOf = ({ issueKey, _links: { web } }: z.output<typeof made>): RemoteTicket => ({
    id: issueKey,
    name: issueKey,
    ...(web === undefined ? {} : { url: web }),
  });

  const commentsOf = (api: JsonApi, remote: RemoteTicket) => readPages(api, `${requestPath(remote)}/comment`, comment);

  const over = (api: JsonApi): TicketSystem => ({
    async find(ticket) {
      const word = searchWordOf(ticket);
      const { values } = await api.ask(
        {
          method: 'GET',
          path: requests,
          query: {
            searchTerm: word,
            requestOwnership: 'OWNED_REQUESTS',
            requestStatus: 'ALL_REQUESTS',
            serviceDeskId: serviceDesk,
            requestTypeId: requestType,
          },
        },
        z.object({ values: z.array(made.extend({ requestFieldValues: z.array(fieldValue) })) }),
      );
      const found = values.find(({ requestFieldValues }) =>
        requestFieldValues.some(
          ({ fieldId, value }) => fieldId === 'summary' && typeof value === 'string' && value.includes(`[${word}]`),
        ),
      );
      return found && remoteOf(found);
    },

    async create(ticket) {
      const end = ` [${searchWordOf(ticket)}]`;
      const answer = await api.ask(
        {
          method: 'POST',
          path: requests,
          body: JSON.stringify({
            serviceDeskId: serviceDesk,
            requestTypeId: requestType,
            requestFieldValues: {
              summary: `${cutTo(ticketTitle(ticket), longest.title - end.length)}${end}`,
              description: verbatim(fitText(ticket, longest.text).text),
              ...(priorities === undefined ? {} : { priority: { name: nameOf(ticket.severity, priorities) } }),
            },
          }),
        },
        made,
      );
      return remoteOf(answer);
    },

    filesFor: (ticket) => fitText(ticket, longest.text).files,

    async listFiles(remote) {
      const path = `${requestPath(remote)}/attachment`;
      return (await readPages(api, path, z.object({ filename: z.string() }))).map(({ filename }) => filename);
    },

    async attach(remote, { name, type, content }, mark) {
      const form = new FormData();
      form.append('file', new Blob([content], { type }), name);
      const { temporaryAttachments } = await api.ask(
        {
          method: 'POST',
          path: `${desk}/attachTemporaryFile`,
          headers: { 'x-atlassian-token': 'no-check', 'x-experimentalapi': 'opt-in' },
          body: form,
          // What is not made permanent goes by itself.
          repeatable: true,
          aboutTicket: true,
        },
        z.object({ temporaryAttachments: z.array(z.object({ temporaryAttachmentId: z.string() })).min(1) }),
      );
      await api.ask(
        {
          method: 'POST',
          path: `${requestPath(remote)}/attachment`,
          body: JSON.stringify({
            temporaryAttachmentIds: temporaryAttachments.map((it) => it.temporaryAttachmentId),
            public: true,
            additionalComment: { body: mark },
          }),
          aboutTicket: true,
        },
        z.object({}),
      );
    },

    async hasComment(remote, mark) {
      return (await commentsOf(api, remote)).some(({ body }) => body.split(/\r?\n/).includes(mark));
    },

    async comment(remote, text, mark) {
      await api.ask(
        {
          method: 'POST',
          path: `${requestPath(remote)}/comment`,
          body: JSON.stringify({ body: `${verbatim(text)}\n\n${mark}`, public: true }),
          aboutTicket: true,
        },
        z.object({ id: z.string() }),
      );
    },

    async look(remote, ticket) {
      const answer = await api.find(
        { method: 'GET', path: requestPath(remote), aboutTicket: true },
        z.object({ currentStatus: z.object({ statusCategory: z.string() }) }),
      );
      if (answer === undefined) return { state: 'gone', comments: [] };
      const comments = (await commentsOf(api, remote)).filter(
        (it) => it.public && !isOurs(ticket, withoutFiles(it.body)),
      );
      return {
        state: answer.currentStatus.statusCategory === 'DONE' ? 'resolved' : 'open',
        comments: comments
          .sort((a, b) => a.created.epochMillis - b.created.epochMillis)
          .map(({ id, body, author, created }) => ({
            id,
            by: author.displayName,
            text: body,
            at: new Date(created.epochMillis).toISOString(),
          })),
      };
    },

    async check() {
      const answer = await api.find(
        { method: 'GET', path: `${desk}/requesttype/${encodeURIComponent(requestType)}/field` },
        z.object({ requestTypeFields: z.array(z.object({ fieldId: z.string(), required: z.boolean() })) }),
      );
      if (answer === undefined) {
        const message = 'Jira has no such request type: check PASTEFIX_JIRA_SERVICE_DESK, PASTEFIX_JIRA_REQUEST_TYPE';
        throw new HelpdeskError('rejected', message);
      }
      requireFields(answer.requestTypeFields, priorities === undefined ? given : [...given, 'priority']);
    },
  });

  return connectTicketSystem(
    {
      name: 'jira',
      requestTimeoutMs: timeoutMs,
      settleMs,
      connect: (deadline) => over(connectJsonApi({ ...endpoint, deadline }, authorization)),
    },
    now,
  );
}

const given = ['summary', 'description'];

/** A request can be made only where the request type asks for what is sent, and needs no more. */
function requireFields(
  fields: readonly { readonly fieldId: string; readonly required: boolean }[],
  sent: readonly string[],
): void {
  const missing = sent.filter((name) => !fields.some(({ fieldId }) => fieldId === name));
  const unfilled = fields.filter(({ fieldId, required }) => required && !sent.includes(fieldId));
  const problems = [
    ...missing.map((name) => `it has no field ${name}`),
    ...unfilled.map(({ fieldId }) => `its field ${fieldId} must not be required`),
  ];
  if (problems.length === 0) return;
  throw new HelpdeskError(
    'rejected',
    `The request type of PASTEFIX_JIRA_REQUEST_TYPE needs a change: ${problems.join(', ')}`,
  );
}

/** Letters and digits only: one word for the search, whatever the case id looks like. */
function searchWordOf(ticket: Pick<Ticket, 'caseId'>): string {
  return `pf${createHash('sha256').update(caseKey(ticket)).digest('hex').slice(0, 14)}`;
}

function nameOf(severity: Severity, priorities: NonNullable<JiraSettings['priorities']>): string {
  return priorities[severities.indexOf(severity)] ?? '';
}

/** As text that is nothing but text: Jira would read links, macros and mentions in it otherwise. */
function verbatim(text: string): string {
  return `{noformat}\n${text.replace(/\{(?=noformat)/gi, '{\u200b')}\n{noformat}`;
}

/** Jira adds a link to each file that came with a comment. */
function withoutFiles(body: string): string {
  const lines = body.split('\n').map((line) => line.trim());
  return lines.slice(0, lines.findLastIndex((line) => line !== '' && !/^(?:\[\^.*\]|!.*!)$/.test(line)) + 1).join('\n');
}

async function readPages<Schema extends z.ZodType>(
  api: JsonApi,
  path: string,
  schema: Schema,
): Promise<z.output<Schema>[]> {
  const all: z.output<Schema>[] = [];
  const page = z.object({ values: z.array(schema), isLastPage: z.boolean() });
  for (let pages = 0; pages < mostPages; pages++) {
    const { values, isLastPage } = await api.ask(
      { method: 'GET', path, query: { start: String(all.length), limit: '50' }, aboutTicket: true },
      page,
    );
    all.push(...values);
    if (isLastPage || values.length === 0) break;
  }
  return all;
}
