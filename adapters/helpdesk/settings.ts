// Which helpdesks are on, and how they are reached, as the environment says it.

import { z } from 'zod';
import { isLoopback, isSafeAddress } from '../safe-address.js';

export interface WebhookSettings {
  readonly url: string;
  readonly secret: string;
}

export interface EmailSettings {
  readonly server: MailServer;
  /** Addresses, without names. */
  readonly from: string;
  readonly to: string;
}

export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `required`: by STARTTLS, and nothing is sent without. `if offered`: on this machine only. */
  readonly tls: 'from the start' | 'required' | 'if offered';
  readonly user?: string;
  readonly password?: string;
}

export interface ServiceNowSettings {
  readonly url: string;
  readonly account:
    | { readonly kind: 'basic'; readonly user: string; readonly password: string }
    | { readonly kind: 'oauth'; readonly clientId: string; readonly clientSecret: string };
  /** System ids. */
  readonly caller?: string;
  readonly group?: string;
  readonly category?: string;
}

export interface JiraSettings {
  readonly url: string;
  readonly user: string;
  readonly token: string;
  readonly serviceDesk: string;
  readonly requestType: string;
  /** Names of priorities, from low to critical; absent where the request type has no such field. */
  readonly priorities?: readonly string[];
}

/** Those that are on. */
export interface HelpdeskSettings {
  readonly webhook?: WebhookSettings | undefined;
  readonly email?: EmailSettings | undefined;
  readonly servicenow?: ServiceNowSettings | undefined;
  readonly jira?: JiraSettings | undefined;
}

/** Values are not empty. */
type Environment = Readonly<Record<string, string | undefined>>;

const nonEmpty = z.string().min(1);
const systemId = z.string().regex(/^[0-9a-f]{32}$/, 'must be a sys_id: 32 digits from 0 to f');
const number = z.string().regex(/^\d{1,10}$/, 'must be a number');
const mailAddress = z.email('must be an e-mail address, without a name').max(254);

function address(example: string, { query = false }: { readonly query?: boolean } = {}) {
  return z
    .string()
    .refine((text) => isSafeAddress(query ? text.replace(/\?.*/, '') : text), {
      error: `must be an address like ${example}, without user and password`,
      abort: true,
    })
    .transform((text) => new URL(text).href);
}

const mailServer = z.string().transform((text, context): MailServer => {
  const server = readMailServer(text);
  if (server !== undefined) return server;
  const message =
    'must be like smtps://user:password@mail.example.com or smtp://user:password@mail.example.com:587, with nothing after it; in user and password, write @ as %40, : as %3A, / as %2F and % as %25';
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const webhook = z
  .object({
    PASTEFIX_WEBHOOK_URL: address('https://tickets.example.com/pastefix', { query: true }),
    PASTEFIX_WEBHOOK_SECRET: z.string().min(32, 'must have 32 characters or more'),
  })
  .transform((env): WebhookSettings => ({ url: env.PASTEFIX_WEBHOOK_URL, secret: env.PASTEFIX_WEBHOOK_SECRET }));

const email = z
  .object({ PASTEFIX_SMTP_URL: mailServer, PASTEFIX_MAIL_FROM: mailAddress, PASTEFIX_MAIL_TO: mailAddress })
  .transform(
    (env): EmailSettings => ({
      server: env.PASTEFIX_SMTP_URL,
      from: env.PASTEFIX_MAIL_FROM,
      to: env.PASTEFIX_MAIL_TO,
    }),
  );

const servicenow = z
  .object({
    PASTEFIX_SERVICENOW_URL: address('https://example.service-now.com'),
    PASTEFIX_SERVICENOW_CALLER: systemId.optional(),
    PASTEFIX_SERVICENOW_GROUP: systemId.optional(),
    PASTEFIX_SERVICENOW_CATEGORY: nonEmpty.max(40, 'must have 40 characters or fewer').optional(),
  })
  .transform(
    ({
      PASTEFIX_SERVICENOW_URL: url,
      PASTEFIX_SERVICENOW_CALLER: caller,
      PASTEFIX_SERVICENOW_GROUP: group,
      PASTEFIX_SERVICENOW_CATEGORY: category,
    }): Omit<ServiceNowSettings, 'account'> => ({
      url,
      ...(caller === undefined ? {} : { caller }),
      ...(group === undefined ? {} : { group }),
      ...(category === undefined ? {} : { category }),
    }),
  );

const servicenowBasic = z
  .object({
    PASTEFIX_SERVICENOW_USER: z.string().regex(/^[^:]+$/, 'must not hold a colon'),
    PASTEFIX_SERVICENOW_PASSWORD: nonEmpty,
  })
  .transform((env): ServiceNowSettings['account'] => ({
    kind: 'basic',
    user: env.PASTEFIX_SERVICENOW_USER,
    password: env.PASTEFIX_SERVICENOW_PASSWORD,
  }));

const servicenowOauth = z
  .object({ PASTEFIX_SERVICENOW_CLIENT_ID: nonEmpty, PASTEFIX_SERVICENOW_CLIENT_SECRET: nonEmpty })
  .transform((env): ServiceNowSettings['account'] => ({
    kind: 'oauth',
    clientId: env.PASTEFIX_SERVICENOW_CLIENT_ID,
    clientSecret: env.PASTEFIX_SERVICENOW_CLIENT_SECRET,
  }));

const jira = z
  .object({
    PASTEFIX_JIRA_URL: address('https://example.atlassian.net'),
    PASTEFIX_JIRA_USER: mailAddress,
    PASTEFIX_JIRA_TOKEN: nonEmpty,
    PASTEFIX_JIRA_SERVICE_DESK: number,
    PASTEFIX_JIRA_REQUEST_TYPE: number,
    PASTEFIX_JIRA_PRIORITIES: z
      .string()
      .transform(listIn)
      .refine((all) => all.length === 4, 'must name four priorities: for low, normal, high and critical')
      .optional(),
  })
  .transform(
    ({ PASTEFIX_JIRA_PRIORITIES: priorities, ...env }): JiraSettings => ({
      url: env.PASTEFIX_JIRA_URL,
      user: env.PASTEFIX_JIRA_USER,
      token: env.PASTEFIX_JIRA_TOKEN,
      serviceDesk: env.PASTEFIX_JIRA_SERVICE_DESK,
      requestType: env.PASTEFIX_JIRA_REQUEST_TYPE,
      ...(priorities === undefined ? {} : { priorities }),
    }),
  );

const names = ['webhook', 'email', 'servicenow', 'jira'];

/**
 * Reads what `PASTEFIX_HELPDESK` turns on.
 *
 * @returns All that has to change instead, a line each, where something has; no value is repeated in it.
 */
export function readHelpdeskSettings(
  env: Environment,
): { readonly settings: HelpdeskSettings } | { readonly problems: readonly string[] } {
  const on = listIn(env['PASTEFIX_HELPDESK'] ?? '');
  const problems: string[] = on.every((name) => names.includes(name))
    ? []
    : [`PASTEFIX_HELPDESK must be a list, with commas, of some of ${names.join(', ')}`];

  function read<Output>(name: string, schema: z.ZodType<Output>): Output | undefined {
    if (!on.includes(name)) return undefined;
    const parsed = schema.safeParse(env);
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues) {
      const variable = String(path[0]);
      problems.push(
        env[variable] === undefined
          ? `${variable} is missing: the helpdesk ${name} needs it`
          : `${variable} ${message}`,
      );
    }
    return undefined;
  }

  const set = (variable: string) => env[`PASTEFIX_SERVICENOW_${variable}`] !== undefined;
  const basic = set('USER') || set('PASSWORD');
  const oauth = set('CLIENT_ID') || set('CLIENT_SECRET');
  if (on.includes('servicenow') && basic && oauth) {
    problems.push(
      'PASTEFIX_SERVICENOW_USER and _PASSWORD are one way to sign in, _CLIENT_ID and _CLIENT_SECRET another: set one',
    );
  }
  const incidents = read('servicenow', servicenow);
  const account = read<ServiceNowSettings['account']>('servicenow', oauth ? servicenowOauth : servicenowBasic);
  const settings: HelpdeskSettings = {
    webhook: read('webhook', webhook),
    email: read('email', email),
    servicenow: incidents && account && { ...incidents, account },
    jira: read('jira', jira),
  };
  return problems.length > 0 ? { problems } : { settings: Object.freeze(settings) };
}

function listIn(text: string): readonly string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** @returns undefined where it is none, or says more than who and where: certificates are always verified. */
function readMailServer(text: string): MailServer | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const user = decoded(username);
  const pass = decoded(password);
  const known = protocol === 'smtps:' || protocol === 'smtp:';
  const isBare = ['', '/'].includes(pathname) && search === '' && hash === '';
  if (!known || !isBare || host === '' || user === undefined || pass === undefined) return undefined;
  if ((user === '') !== (pass === '')) return undefined;
  const secure = protocol === 'smtps:';
  return {
    host,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    tls: secure ? 'from the start' : isLoopback(hostname) ? 'if offered' : 'required',
    ...(user === '' ? {} : { user, password: pass }),
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
