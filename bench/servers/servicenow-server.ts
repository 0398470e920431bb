// ServiceNow as its documents say: Table API, Attachment API, OAuth. Requests that do not keep to them are refused, and
// remembered as `complaints`.
//
// https://www.servicenow.com/docs/r/api-reference/rest-apis/c_TableAPI.html
// https://www.servicenow.com/docs/r/api-reference/rest-apis/c_AttachmentAPI.html
// https://www.servicenow.com/docs/r/api-reference/rest-api-explorer/c_RESTAPI.html

import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Answer, type Asked, type Fault, type HttpServer, startHttpServer } from './http-server.js';

type Row = Record<string, string>;

export interface ServiceNowServer extends HttpServer {
  readonly user: string;
  readonly password: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly incidents: Row[];
  /** `sys_journal_field`. */
  readonly journal: Row[];
  readonly attachments: Row[];
  /** Bodies of attachments, by id. */
  readonly files: Map<string, string>;
  readonly complaints: string[];
  /** Whether the account may do these things. */
  readonly may: { readJournal: boolean; attach: boolean; create: boolean };
  /** Makes all access tokens worthless. */
  endTokens(): void;
  /** What somebody else writes. */
  write(sysId: string, by: string, text: string): void;
}

const choice = z.enum(['1', '2', '3']);
const reference = z.string().regex(/^[0-9a-f]{32}$/);
const newIncident = z.strictObject({
  short_description: z
    .string()
    .min(1)
    .max(160)
    .regex(/^[^\r\n]*$/),
  description: z.string().max(4000),
  correlation_id: z.string().min(1).max(100),
  correlation_display: z.string().max(100),
  impact: choice,
  urgency: choice,
  caller_id: reference.optional(),
  assignment_group: reference.optional(),
  category: z.string().max(40).optional(),
});
const change = z.strictObject({ comments: z.string().min(1) });
const tableQuery = z.strictObject({
  sysparm_query: z.string().optional(),
  sysparm_fields: z.string().optional(),
  sysparm_limit: z.string().regex(/^\d+$/).optional(),
  sysparm_display_value: z.enum(['true', 'false', 'all']).optional(),
});
const fileQuery = z.strictObject({
  table_name: z.literal('incident'),
  table_sys_id: reference,
  file_name: z.string().min(1),
});
const grant = z.strictObject({
  grant_type: z.literal('client_credentials'),
  client_id: z.string(),
  client_secret: z.string(),
});

const unauthenticated: Answer = {
  status: 401,
  headers: { 'www-authenticate': 'BASIC realm="Service-now"' },
  body: {
    error: { message: 'User Not Authenticated', detail: 'Required to provide Auth information' },
    status: 'failure',
  },
};
const failure = (status: number, message: string, detail: string): Answer => ({
  status,
  body: { error: { message, detail }, status: 'failure' },
});

/** @param faultOf As of any HTTP server. */
export async function startServiceNowServer(faultOf?: (asked: Asked) => Fault | undefined): Promise<ServiceNowServer> {
  const user = 'pastefix.api';
  const password = 'pässword-of-servicenow';
  const clientId = '3e57bb02663102004d010ee8f561307a';
  const clientSecret = 'secret-of-the-oauth-client';
  const incidents: Row[] = [];
  const journal: Row[] = [];
  const attachments: Row[] = [];
  const files = new Map<string, string>();
  const complaints: string[] = [];
  const tokens = new Set<string>();
  const may = { readJournal: true, attach: true, create: true };
  let clock = Date.parse('2026-11-21T12:00:00Z');

  /** Each a second later than the one before, as instances write it. */
  const stamp = () => {
    clock += 1000;
    return new Date(clock).toISOString().slice(0, 19).replace('T', ' ');
  };
  const newId = () => randomBytes(16).toString('hex');

  function isAuthorized({ headers: { authorization = '' } }: Asked): boolean {
    const [scheme, value = ''] = authorization.split(' ');
    if (scheme === 'Bearer') return tokens.has(value);
    return scheme === 'Basic' && Buffer.from(value, 'base64').toString('utf8') === `${user}:${password}`;
  }

  function writeJournal(sysId: string, by: string, text: string): void {
    journal.push({
      sys_id: newId(),
      name: 'incident',
      element: 'comments',
      element_id: sysId,
      value: text,
      sys_created_by: by,
      sys_created_on: stamp(),
    });
  }

  /** Comments have a display value only: all of them, newest first. */
  function withComments(row: Row, display: boolean): Row {
    const comments = journal
      .filter(({ element_id }) => element_id === row['sys_id'])
      .reverse()
      .map((it) => `${it['sys_created_on']} - ${it['sys_created_by']} (Additional comments)\n${it['value']}\n\n`);
    return { ...row, comments: display ? comments.join('') : '' };
  }

  function select(rows: readonly Row[], { sysparm_query: query = '', sysparm_limit: limit = '10000' }: Row): Row[] {
    let found = [...rows];
    for (const term of query.split('^')) {
      const order = /^ORDERBY(?<desc>DESC)?(?<field>\w+)$/.exec(term)?.groups;
      const equal = /^(?<field>\w+)=(?<value>.*)$/.exec(term)?.groups;
      if (order !== undefined) {
        const field = order['field'] ?? '';
        found.sort((a, b) => (a[field] ?? '').localeCompare(b[field] ?? ''));
        if (order['desc'] !== undefined) found.reverse();
      } else if (equal !== undefined) {
        const field = equal['field'] ?? '';
        // Parts of a query that make no sense are left out.
        if (rows.some((row) => field in row)) found = found.filter((row) => row[field] === equal['value']);
      }
    }
    return found.slice(0, Number(limit));
  }

  function project(row: Row, { sysparm_fields: fields }: Row): Row {
    if (fields === undefined) return row;
    return Object.fromEntries(fields.split(',').flatMap((field) => (field in row ? [[field, row[field] ?? '']] : [])));
  }

  function table(asked: Asked, name: string, sysId: string | undefined): Answer {
    const query: Row = definedOf(tableQuery.parse(asked.query));
    if (name === 'sys_journal_field' && sysId === undefined && asked.method === 'GET') {
      if (!may.readJournal) {
        const detail = 'Field(s) present in the query do not have permission to be read';
        return failure(403, 'Insufficient rights to query records', detail);
      }
      return { status: 200, body: { result: select(journal, query).map((row) => project(row, query)) } };
    }
    if (name !== 'incident') return failure(400, `Invalid table ${name}`, '');
    if (sysId === undefined && asked.method === 'GET') {
      return { status: 200, body: { result: select(incidents, query).map((row) => project(row, query)) } };
    }
    if (sysId === undefined && asked.method === 'POST') {
      if (!may.create) {
        const detail = 'ACL Exception Insert Failed due to security constraints';
        return failure(403, 'Operation Failed', detail);
      }
      const row: Row = {
        sys_id: newId(),
        number: `INC${String(10_001 + incidents.length).padStart(7, '0')}`,
        state: '1',
        active: 'true',
        close_notes: '',
        sys_created_on: stamp(),
        ...definedOf(newIncident.parse(JSON.parse(asked.body.toString()))),
      };
      incidents.push(row);
      const location = `/api/now/table/incident/${row['sys_id']}`;
      return { status: 201, headers: { location }, body: { result: project(withComments(row, false), query) } };
    }
    const row = incidents.find((it) => it['sys_id'] === sysId);
    if (row === undefined) {
      return failure(404, 'No Record found', "Record doesn't exist or ACL restricts the record retrieval");
    }
    if (asked.method === 'PATCH') {
      const { comments } = change.parse(JSON.parse(asked.body.toString()));
      writeJournal(row['sys_id'] ?? '', user, comments);
    } else if (asked.method !== 'GET') {
      return failure(405, 'Method not supported', '');
    }
    const shown = withComments(row, query['sysparm_display_value'] === 'true');
    return { status: 200, body: { result: project(shown, query) } };
  }

  function attachment(asked: Asked): Answer {
    if (asked.path === '/api/now/attachment' && asked.method === 'GET') {
      return { status: 200, body: { result: select(attachments, definedOf(tableQuery.parse(asked.query))) } };
    }
    if (asked.path !== '/api/now/attachment/file' || asked.method !== 'POST')
      return failure(400, 'Invalid request', '');
    const { table_sys_id: sysId, file_name: name } = fileQuery.parse(asked.query);
    if (!may.attach || !incidents.some((it) => it['sys_id'] === sysId)) {
      return failure(404, 'The record does not exist or is not accessible', '');
    }
    const row = {
      sys_id: newId(),
      table_name: 'incident',
      table_sys_id: sysId,
      file_name: name,
      content_type: asked.headers['content-type'] ?? '',
      size_bytes: String(asked.body.length),
    };
    attachments.push(row);
    files.set(row.sys_id, asked.body.toString());
    return { status: 201, body: { result: row } };
  }

  function token(asked: Asked): Answer {
    if (asked.method !== 'POST') return failure(405, 'Method not supported', '');
    if (asked.headers['content-type'] !== 'application/x-www-form-urlencoded') return failure(400, 'Bad request', '');
    const form = grant.parse(Object.fromEntries(new URLSearchParams(asked.body.toString())));
    if (form.client_id !== clientId || form.client_secret !== clientSecret) {
      return { status: 401, body: { error_description: 'access_denied', error: 'server_error' } };
    }
    const value = randomBytes(32).toString('base64url');
    tokens.add(value);
    return {
      status: 200,
      body: { access_token: value, scope: 'useraccount', token_type: 'Bearer', expires_in: 1799 },
    };
  }

  async function work(asked: Asked): Promise<Answer> {
    try {
      if (asked.path === '/oauth_token.do') return token(asked);
      if (!isAuthorized(asked)) return unauthenticated;
      if (asked.headers.accept !== 'application/json') throw new Error('accept is needed');
      if (asked.method !== 'GET' && asked.headers['content-type'] === undefined) throw new Error('type is needed');
      const [, name, sysId] = /^\/api\/now\/table\/(\w+)(?:\/(\w+))?$/.exec(asked.path) ?? [];
      if (name === undefined) return attachment(asked);
      if (asked.method !== 'GET' && asked.headers['content-type'] !== 'application/json') throw new Error('type');
      return table(asked, name, sysId);
    } catch (error) {
      complaints.push(`${asked.method} ${asked.path}: ${String(error)}`);
      return failure(400, 'Bad Request', '');
    }
  }

  const server = await startHttpServer(work, faultOf);
  return {
    ...server,
    user,
    password,
    clientId,
    clientSecret,
    incidents,
    journal,
    attachments,
    files,
    complaints,
    may,
    endTokens: () => tokens.clear(),
    write: writeJournal,
  };
}

function definedOf(values: Readonly<Record<string, string | undefined>>): Row {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
