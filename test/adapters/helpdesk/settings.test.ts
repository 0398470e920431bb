import { describe, expect, test } from '@jest/globals';
import { createHelpdesks } from '../../../adapters/helpdesk/create-helpdesks.js';
import { readHelpdeskSettings } from '../../../adapters/helpdesk/settings.js';
import { readSettings } from '../../../adapters/settings.js';

const sysId = 'd71f7935c0a8016700802b64c67c11c6';
const webhook = {
  PASTEFIX_WEBHOOK_URL: 'https://tickets.example.com/pastefix?code=1',
  PASTEFIX_WEBHOOK_SECRET: '0123456789abcdef0123456789abcdef',
};
const email = {
  PASTEFIX_SMTP_URL: 'smtps://pastefix%40example.com:p%40ss%3A%2F@mail.example.com',
  PASTEFIX_MAIL_FROM: 'pastefix@example.com',
  PASTEFIX_MAIL_TO: 'helpdesk@example.com',
};
const servicenow = {
  PASTEFIX_SERVICENOW_URL: 'https://example.service-now.com',
  PASTEFIX_SERVICENOW_USER: 'pastefix',
  PASTEFIX_SERVICENOW_PASSWORD: 'hunter2',
};
const jira = {
  PASTEFIX_JIRA_URL: 'https://example.atlassian.net/',
  PASTEFIX_JIRA_USER: 'pastefix@example.com',
  PASTEFIX_JIRA_TOKEN: 'hunter3',
  PASTEFIX_JIRA_SERVICE_DESK: '10',
  PASTEFIX_JIRA_REQUEST_TYPE: '25',
};

test('none is on unless it is named, and several may be', () => {
  expect(readHelpdeskSettings({ ...webhook, ...email })).toEqual({ settings: {} });
  const all = { PASTEFIX_HELPDESK: 'webhook, email,servicenow,jira', ...webhook, ...email, ...servicenow, ...jira };
  const read = readHelpdeskSettings(all);
  expect(read).toEqual({
    settings: {
      webhook: { url: webhook.PASTEFIX_WEBHOOK_URL, secret: webhook.PASTEFIX_WEBHOOK_SECRET },
      email: {
        server: {
          host: 'mail.example.com',
          port: 465,
          tls: 'from the start',
          user: 'pastefix@example.com',
          password: 'p@ss:/',
        },
        from: 'pastefix@example.com',
        to: 'helpdesk@example.com',
      },
      servicenow: {
        url: 'https://example.service-now.com/',
        account: { kind: 'basic', user: 'pastefix', password: 'hunter2' },
      },
      jira: {
        url: 'https://example.atlassian.net/',
        user: 'pastefix@example.com',
        token: 'hunter3',
        serviceDesk: '10',
        requestType: '25',
      },
    },
  });
  const helpdesks = createHelpdesks('settings' in read ? read.settings : {});
  expect(helpdesks.map(({ name }) => name).sort()).toEqual(['email', 'jira', 'servicenow', 'webhook']);
});

test('what is optional', () => {
  const read = readHelpdeskSettings({
    PASTEFIX_HELPDESK: 'servicenow,jira',
    PASTEFIX_SERVICENOW_URL: 'https://example.service-now.com',
    PASTEFIX_SERVICENOW_CLIENT_ID: 'id',
    PASTEFIX_SERVICENOW_CLIENT_SECRET: 'secret',
    PASTEFIX_SERVICENOW_CALLER: sysId,
    PASTEFIX_SERVICENOW_GROUP: sysId,
    PASTEFIX_SERVICENOW_CATEGORY: 'network',
    ...jira,
    PASTEFIX_JIRA_PRIORITIES: 'Low, Medium, High, Highest',
  });
  expect(read).toMatchObject({
    settings: {
      servicenow: {
        account: { kind: 'oauth', clientId: 'id', clientSecret: 'secret' },
        caller: sysId,
        group: sysId,
        category: 'network',
      },
      jira: { priorities: ['Low', 'Medium', 'High', 'Highest'] },
    },
  });
});

describe('mail servers', () => {
  const serverOf = (url: string) => {
    const read = readHelpdeskSettings({ PASTEFIX_HELPDESK: 'email', ...email, PASTEFIX_SMTP_URL: url });
    return 'settings' in read ? read.settings.email?.server : undefined;
  };
  test.each([
    ['smtp://u:p@mail.example.com', { port: 587, tls: 'required', user: 'u', password: 'p' }],
    ['smtp://mail.example.com:25/', { port: 25, tls: 'required' }],
    ['smtps://mail.example.com:4650', { port: 4650, tls: 'from the start' }],
    ['smtp://localhost:25', { port: 25, tls: 'if offered' }],
    ['smtp://127.0.0.1:25', { port: 25, tls: 'if offered' }],
    ['smtp://[::1]:25', { host: '::1', port: 25, tls: 'if offered' }],
  ])('%s', (url, expected) => expect(serverOf(url)).toMatchObject(expected));

  test.each([
    'mail.example.com',
    'https://mail.example.com',
    'smtp://u@mail.example.com',
    'smtp://u:%zz@mail.example.com',
    // Certificates are always verified.
    'smtps://u:p@mail.example.com?tls.rejectUnauthorized=false',
    'smtps://u:p@mail.example.com/?ignoreTLS=true',
    'smtps://u:p@mail.example.com/path',
  ])('%s is none', (url) => expect(serverOf(url)).toBeUndefined());
});

describe('what is wrong is named, all of it, and no value is repeated', () => {
  test.each<[env: Record<string, string>, says: string[]]>([
    [{ PASTEFIX_HELPDESK: 'zendesk' }, ['PASTEFIX_HELPDESK must be a list']],
    [{ PASTEFIX_HELPDESK: 'webhook' }, ['PASTEFIX_WEBHOOK_URL is missing', 'PASTEFIX_WEBHOOK_SECRET is missing']],
    [
      {
        PASTEFIX_HELPDESK: 'webhook',
        PASTEFIX_WEBHOOK_URL: 'http://hunter.example',
        PASTEFIX_WEBHOOK_SECRET: 'hunter',
      },
      ['PASTEFIX_WEBHOOK_URL must be an address like https://', 'PASTEFIX_WEBHOOK_SECRET must have 32 characters'],
    ],
    [
      { PASTEFIX_HELPDESK: 'email', PASTEFIX_SMTP_URL: 'hunter', PASTEFIX_MAIL_FROM: 'Hunter <h@example.com>' },
      [
        'PASTEFIX_SMTP_URL must be like smtps://',
        'PASTEFIX_MAIL_FROM must be an e-mail',
        'PASTEFIX_MAIL_TO is missing',
      ],
    ],
    [
      { PASTEFIX_HELPDESK: 'servicenow' },
      ['PASTEFIX_SERVICENOW_URL is', 'PASTEFIX_SERVICENOW_USER is', 'PASTEFIX_SERVICENOW_PASSWORD is missing'],
    ],
    [
      { PASTEFIX_HELPDESK: 'servicenow', PASTEFIX_SERVICENOW_CLIENT_ID: 'hunter', PASTEFIX_SERVICENOW_GROUP: 'hunter' },
      ['_URL is missing', 'PASTEFIX_SERVICENOW_CLIENT_SECRET is missing', 'PASTEFIX_SERVICENOW_GROUP must be a sys_id'],
    ],
    [
      { PASTEFIX_HELPDESK: 'servicenow', ...servicenow, PASTEFIX_SERVICENOW_CLIENT_ID: 'hunter' },
      ['set one', 'PASTEFIX_SERVICENOW_CLIENT_SECRET is missing'],
    ],
    [
      { PASTEFIX_HELPDESK: 'jira', PASTEFIX_JIRA_URL: 'https://hunter:hunter@x', PASTEFIX_JIRA_PRIORITIES: 'hunter' },
      [
        'PASTEFIX_JIRA_URL must be an address',
        'PASTEFIX_JIRA_USER is missing',
        'PASTEFIX_JIRA_TOKEN is missing',
        'PASTEFIX_JIRA_SERVICE_DESK is missing',
        'PASTEFIX_JIRA_REQUEST_TYPE is missing',
        'PASTEFIX_JIRA_PRIORITIES must name four',
      ],
    ],
    [
      { PASTEFIX_HELPDESK: 'email,webhook', PASTEFIX_MAIL_TO: 'hunter' },
      ['PASTEFIX_SMTP_URL', 'PASTEFIX_MAIL_TO must', 'PASTEFIX_WEBHOOK_URL'],
    ],
  ])('%j', (env, says) => {
    const read = readHelpdeskSettings(env);
    const problems = 'problems' in read ? read.problems : [];
    for (const text of says) expect(problems.join('\n')).toContain(text);
    expect(problems.join('\n')).not.toMatch(/hunter/i);
    expect(new Set(problems).size).toBe(problems.length);
  });

  test('together with what else is wrong', () => {
    expect(() => readSettings({ PORT: 'x', PASTEFIX_HELPDESK: 'webhook', PASTEFIX_WEBHOOK_SECRET: 'hunter2' })).toThrow(
      expect.objectContaining({
        name: 'SettingsError',
        message: expect.stringMatching(
          /^the settings[^\n]*\n {2}- PORT [^\n]*\n {2}- PASTEFIX_WEBHOOK_URL is[^\n]*\n {2}- PASTEFIX_WEBHOOK_SECRET must[^\n]*$/,
        ),
      }),
    );
  });
});
