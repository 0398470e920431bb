// Jira Service Management Cloud as its documents say. Requests that do not keep to them are refused, and remembered as
// `complaints`.
//
// https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-request/
// https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-servicedesk/

import { z } from 'zod';
import { type Answer, type Asked, type HttpServer, startHttpServer } from '../../../../bench/servers/http-server.js';

export interface JiraRequest {
  readonly issueId: string;
  readonly issueKey: string;
  readonly summary: string;
  readonly description: string;
  readonly priority: string | undefined;
  statusCategory: 'NEW' | 'INDETERMINATE' | 'DONE';
  /** Search sees it. */
  indexed: boolean;
  readonly comments: JiraComment[];
  readonly files: { readonly name: string; readonly content: string }[];
}

interface JiraComment {
  readonly id: string;
  readonly body: string;
  readonly public: boolean;
  readonly by: string;
  readonly at: number;
}

export interface JiraServer extends HttpServer {
  readonly user: string;
  readonly token: string;
  readonly serviceDesk: string;
  readonly requestType: string;
  readonly requests: JiraRequest[];
  readonly complaints: string[];
  readonly has: { attachments: boolean; immediateIndex: boolean };
  /** Of the request type. */
  readonly fields: { fieldId: string; required: boolean }[];
  write(key: string, by: string, text: string, isPublic?: boolean): void;
}

const newRequest = (fields: readonly { readonly fieldId: string }[]) =>
  z.strictObject({
    serviceDeskId: z.string(),
    requestTypeId: z.string(),
    requestFieldValues: z.strictObject({
      summary: z
        .string()
        .min(1)
        .max(255)
        .regex(/^[^\r\n]*$/),
      description: z.string().max(32_767),
      ...(fields.some(({ fieldId }) => fieldId === 'priority')
        ? { priority: z.strictObject({ name: z.enum(['Lowest', 'Low', 'Medium', 'High', 'Highest']) }).optional() }
        : {}),
    }),
  });
const newComment = z.strictObject({ body: z.string().min(1), public: z.boolean() });
const newAttachment = z.strictObject({
  temporaryAttachmentIds: z.array(z.string()).min(1),
  public: z.boolean(),
  additionalComment: z.strictObject({ body: z.string() }).optional(),
});
const page = { start: z.string().regex(/^\d+$/).optional(), limit: z.string().regex(/^\d+$/).optional() };
const pageQuery = z.strictObject(page);
const searchQuery = z.strictObject({
  ...page,
  searchTerm: z.string().optional(),
  requestOwnership: z.literal('OWNED_REQUESTS').optional(),
  requestStatus: z.enum(['CLOSED_REQUESTS', 'OPEN_REQUESTS', 'ALL_REQUESTS']).optional(),
  serviceDeskId: z.string().optional(),
  requestTypeId: z.string().optional(),
});
const nothing = z.strictObject({});

const error = (status: number, errorMessage: string): Answer => ({ status, body: { errorMessage } });

export async function startJiraServer(): Promise<JiraServer> {
  const user = 'bot@example.com';
  const token = 'ATATT3xFfGF0-token-of-jira';
  const serviceDesk = '10';
  const requestType = '25';
  const requests: JiraRequest[] = [];
  const complaints: string[] = [];
  const has = { attachments: true, immediateIndex: true };
  const fields = [
    { fieldId: 'summary', required: true },
    { fieldId: 'description', required: false },
  ];
  const temporary = new Map<string, { readonly name: string; readonly content: string }>();
  let counter = 10_000;
  let url = '';
  const next = () => String(++counter);

  const timeOf = (at: number) => ({
    iso8601: new Date(at).toISOString().replace('Z', '+0000').replace(/\.\d+/, ''),
    jira: new Date(at).toISOString().replace('Z', '+0000'),
    friendly: 'Today 14:00 PM',
    epochMillis: at,
  });

  const requestDto = (it: JiraRequest) => ({
    _expands: ['participant', 'status', 'sla', 'requestType', 'serviceDesk', 'attachment', 'action', 'comment'],
    issueId: it.issueId,
    issueKey: it.issueKey,
    requestTypeId: requestType,
    serviceDeskId: serviceDesk,
    createdDate: timeOf(0),
    reporter: { accountId: 'qm:bot', displayName: 'Pastefix' },
    requestFieldValues: [
      { fieldId: 'summary', label: 'What do you need?', value: it.summary },
      { fieldId: 'description', label: 'Details', value: it.description, renderedValue: { html: '' } },
    ],
    currentStatus: { status: 'Some status', statusCategory: it.statusCategory, statusDate: timeOf(0) },
    _links: {
      jiraRest: `${url}/rest/api/2/issue/${it.issueId}`,
      web: `${url}/servicedesk/customer/portal/12/${it.issueKey}`,
      agent: `${url}/browse/${it.issueKey}`,
      self: `${url}/rest/servicedeskapi/request/${it.issueId}`,
    },
  });

  const commentDto = (it: JiraComment) => ({
    _expands: ['attachment', 'renderedBody'],
    id: it.id,
    body: it.body,
    public: it.public,
    author: { accountId: 'qm:somebody', displayName: it.by, active: true, timeZone: 'Australia/Sydney' },
    created: timeOf(it.at),
    _links: { self: '' },
  });

  function paged(all: readonly unknown[], { start = '0', limit = '50' }: z.output<typeof pageQuery>): Answer {
    // Whoever asks for more gets the most that a page holds.
    const size = Math.min(Number(limit), 50);
    const values = all.slice(Number(start), Number(start) + size);
    const isLastPage = Number(start) + values.length >= all.length;
    return {
      status: 200,
      body: { _expands: [], size: values.length, start: Number(start), limit: size, isLastPage, _links: {}, values },
    };
  }

  function write(key: string, by: string, body: string, isPublic = true): JiraComment {
    const comment = { id: next(), body, public: isPublic, by, at: counter * 1000 };
    requests.find(({ issueKey }) => issueKey === key)?.comments.push(comment);
    return comment;
  }

  function create(asked: Asked): Answer {
    const { serviceDeskId, requestTypeId, requestFieldValues } = newRequest(fields).parse(
      JSON.parse(asked.body.toString()),
    );
    if (serviceDeskId !== serviceDesk || requestTypeId !== requestType) return error(400, 'No such request type');
    if (fields.some(({ fieldId, required }) => required && !(fieldId in requestFieldValues))) {
      return error(400, 'Your request could not be created. Please check the fields have been correctly filled in.');
    }
    const issueId = next();
    const made: JiraRequest = {
      issueId,
      issueKey: `SD_1-${issueId}`,
      summary: requestFieldValues.summary,
      description: requestFieldValues.description,
      priority: z.object({ priority: z.object({ name: z.string() }) }).safeParse(requestFieldValues).data?.priority
        .name,
      statusCategory: 'NEW',
      indexed: has.immediateIndex,
      comments: [],
      files: [],
    };
    requests.push(made);
    return { status: 201, body: requestDto(made) };
  }

  /** Of the summary only, word by word, whatever the case. */
  function search(asked: Asked): Answer {
    const { searchTerm = '', ...query } = searchQuery.parse(asked.query);
    if (query.serviceDeskId !== undefined && query.serviceDeskId !== serviceDesk) return error(404, 'No service desk');
    const words = searchTerm.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const found = requests.filter(({ indexed, summary }) => {
      const there: readonly string[] = summary.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      return indexed && words.every((word) => there.includes(word));
    });
    return paged(found.reverse().map(requestDto), query);
  }

  async function attachTemporary(asked: Asked): Promise<Answer> {
    if (asked.headers['x-atlassian-token'] !== 'no-check') return error(403, 'XSRF check failed');
    if (asked.headers['x-experimentalapi'] !== 'opt-in') return error(412, 'This is an experimental API');
    if (!has.attachments) return error(403, 'Attachments are disabled');
    const form = await new Response(new Uint8Array(asked.body), {
      headers: { 'content-type': asked.headers['content-type'] ?? '' },
    }).formData();
    const file = form.get('file');
    if (!(file instanceof File)) throw new Error('The part must be called file');
    const id = `temp${next()}`;
    temporary.set(id, { name: file.name, content: await file.text() });
    return {
      status: 201,
      body: { temporaryAttachments: [{ temporaryAttachmentId: id, fileName: file.name }] },
    };
  }

  function attach(asked: Asked, request: JiraRequest): Answer {
    const body = newAttachment.parse(JSON.parse(asked.body.toString()));
    for (const id of body.temporaryAttachmentIds) {
      const file = temporary.get(id);
      if (file === undefined) return error(400, 'Temporary attachment has expired');
      temporary.delete(id);
      request.files.push(file);
    }
    const names = request.files.map(({ name }) => `[^${name}]`).join(' ');
    const comment = write(request.issueKey, 'Pastefix', `${body.additionalComment?.body ?? ''}\n\n${names}`.trim());
    return { status: 201, body: { comment: commentDto(comment), attachments: { values: [] } } };
  }

  async function work(asked: Asked): Promise<Answer> {
    const { method, path, headers } = asked;
    const expected = `Basic ${Buffer.from(`${user}:${token}`).toString('base64')}`;
    if (headers.authorization !== expected) {
      return {
        status: 401,
        headers: { 'www-authenticate': 'OAuth realm="https%3A%2F%2Fexample"' },
        body: 'Unauthorized',
      };
    }
    try {
      if (headers.accept !== 'application/json') throw new Error('accept is needed');
      const isUpload = path === `/rest/servicedeskapi/servicedesk/${serviceDesk}/attachTemporaryFile`;
      const type = headers['content-type'] ?? '';
      if (isUpload && method === 'POST') return await attachTemporary(asked);
      if (method === 'POST' && type !== 'application/json') return error(415, 'Unsupported Media Type');
      const [, key, part] =
        /^\/rest\/servicedeskapi\/request(?:\/([\w-]+)(?:\/(comment|attachment))?)?$/.exec(path) ?? [];
      if (path === `/rest/servicedeskapi/servicedesk/${serviceDesk}/requesttype/${requestType}/field`) {
        nothing.parse(asked.query);
        const requestTypeFields = fields.map((it) => ({ ...it, name: it.fieldId, validValues: [], jiraSchema: {} }));
        return {
          status: 200,
          body: { requestTypeFields, canRaiseOnBehalfOf: false, canAddRequestParticipants: false },
        };
      }
      if (!path.startsWith('/rest/servicedeskapi/request')) return error(404, 'Not found');
      if (key === undefined) return method === 'POST' ? create(asked) : search(asked);
      const request = requests.find(({ issueKey, issueId }) => issueKey === key || issueId === key);
      if (request === undefined) return error(404, 'The request you are looking for does not exist');
      if (part === 'comment' && method === 'POST') {
        const { body, public: isPublic } = newComment.parse(JSON.parse(asked.body.toString()));
        return { status: 201, body: commentDto(write(request.issueKey, 'Pastefix', body, isPublic)) };
      }
      if (part === 'comment') return paged(request.comments.map(commentDto), pageQuery.parse(asked.query));
      if (part === 'attachment' && method === 'POST') return attach(asked, request);
      if (part === 'attachment') {
        const files = request.files.map(({ name }) => ({ filename: name, mimeType: 'text/plain', _links: {} }));
        return paged(files, pageQuery.parse(asked.query));
      }
      nothing.parse(asked.query);
      return { status: 200, body: requestDto(request) };
    } catch (problem) {
      complaints.push(`${method} ${path}: ${String(problem)}`);
      return error(400, 'Bad request');
    }
  }

  const server = await startHttpServer(work);
  url = server.url;
  return { ...server, user, token, serviceDesk, requestType, requests, complaints, has, fields, write };
}
