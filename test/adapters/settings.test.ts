import { delimiter } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readSettings } from '../../adapters/settings.js';

const id = '11111111-2222-3333-4444-555555555555';
const tenant = '99999999-8888-7777-6666-555555555555';

const usual = {
  port: 3978,
  knowledge: [],
  database: 'pastefix.sqlite',
  retentionDays: 180,
  supportChannels: [],
  redaction: { hosts: false },
  helpdesks: {},
};

test.each([
  { name: 'nothing set: loopback, port 3978, the articles of the project', env: {}, expected: {} },
  { name: 'empty means not set', env: { PORT: '', MicrosoftAppId: ' ', PASTEFIX_DATABASE: '' }, expected: {} },
  {
    name: 'several folders',
    env: { PORT: '0', PASTEFIX_KNOWLEDGE: ['a', ' b ', ''].join(delimiter) },
    expected: { port: 0, knowledge: ['a', 'b'] },
  },
  {
    name: 'another file, and everything kept',
    env: { PASTEFIX_DATABASE: 'x/y.sqlite', PASTEFIX_RETENTION_DAYS: '0' },
    expected: { database: 'x/y.sqlite', retentionDays: 0 },
  },
  {
    name: 'channels that take care of tickets',
    env: { PASTEFIX_SUPPORT_CHANNELS: 'Configuration Manager = 19:a_b@thread.tacv2; *=19:c@thread.skype;' },
    expected: {
      supportChannels: [
        { area: 'Configuration Manager', id: '19:a_b@thread.tacv2' },
        { area: '*', id: '19:c@thread.skype' },
      ],
    },
  },
  {
    name: 'a key of its own',
    env: { PASTEFIX_REDACT_KEY: 'long' },
    expected: { redaction: { key: 'long', hosts: false } },
  },
  { name: 'hosts, too', env: { PASTEFIX_REDACT_HOSTS: 'yes' }, expected: { redaction: { hosts: true } } },
  {
    name: 'PostgreSQL',
    env: { PASTEFIX_DATABASE: 'postgres://mia:geheim@db.example.com/bot' },
    expected: { database: 'postgres://mia:geheim@db.example.com/bot' },
  },
  {
    name: 'a tenant id makes it a single-tenant app',
    env: { MicrosoftAppId: id, MicrosoftAppPassword: 'secret', MicrosoftAppTenantId: tenant },
    expected: {
      app: { id, type: 'SingleTenant', password: 'secret', tenantId: tenant },
      redaction: { key: 'secret', hosts: false },
    },
  },
  {
    name: 'a public address ends without a slash',
    env: { PASTEFIX_PUBLIC_ADDRESS: 'https://bots.contoso.com/pastefix/' },
    expected: { publicAddress: 'https://bots.contoso.com/pastefix' },
  },
  {
    name: 'a managed identity has no password',
    env: { MicrosoftAppId: id, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: tenant },
    expected: { app: { id, type: 'UserAssignedMSI', tenantId: tenant } },
  },
])('$name', ({ env, expected }) => expect(readSettings(env)).toEqual({ ...usual, ...expected }));

describe('what is wrong is named, all of it', () => {
  test.each([
    { env: { PORT: '70000' }, says: ['PORT must be a number from 0 to 65535'] },
    { env: { PORT: '-1' }, says: ['PORT must be'] },
    { env: { PORT: '80a', MicrosoftAppId: 'me' }, says: ['PORT must be', 'MicrosoftAppId must be a GUID'] },
    {
      env: {
        PASTEFIX_SUPPORT_CHANNELS: 'General; =19:a@thread.tacv2; *=General; *=19:a@thread.tacv2; *=19:b@thread.tacv2',
      },
      says: ['"General" is not PRODUCT=CHANNEL', '"=19:a@thread.tacv2"', '"*=General"', '"*" has two channels'],
    },
    { env: { MicrosoftAppPassword: 'secret' }, says: ['MicrosoftAppId is missing', 'remove MicrosoftAppPassword'] },
    { env: { MicrosoftAppId: id }, says: ['MicrosoftAppPassword is missing'] },
    {
      env: { MicrosoftAppId: id, MicrosoftAppType: 'SingleTenant' },
      says: ['MicrosoftAppPassword is missing', 'MicrosoftAppTenantId is missing'],
    },
    { env: { MicrosoftAppId: id, MicrosoftAppType: 'Tenant' }, says: ['MicrosoftAppType must be one of MultiTenant'] },
    ...[
      'pastefix.contoso.com',
      'http://pastefix.contoso.com',
      'https://me:secret@contoso.com',
      'https://a.com/(b)',
    ].map((address) => ({
      env: { PASTEFIX_PUBLIC_ADDRESS: address },
      says: ['PASTEFIX_PUBLIC_ADDRESS must be an address such as'],
    })),
    {
      env: { PASTEFIX_DATABASE: 'mysql://db.example.com/bot', PASTEFIX_RETENTION_DAYS: 'ever', MicrosoftAppId: id },
      says: ['PASTEFIX_DATABASE must be a file', 'PASTEFIX_RETENTION_DAYS must be', 'MicrosoftAppPassword is missing'],
    },
  ])('$env', ({ env, says }) => {
    expect.assertions(says.length + 1);
    try {
      readSettings(env);
    } catch (error) {
      expect(error).toMatchObject({ name: 'SettingsError' });
      for (const text of says) expect(String(error)).toContain(text);
    }
  });
});

test('a secret is never repeated in a message', () => {
  expect(() => readSettings({ MicrosoftAppPassword: 'hunter2', MicrosoftAppId: 'hunter3' })).toThrow(
    expect.objectContaining({ message: expect.not.stringMatching(/hunter/) }),
  );
});

test('the settings cannot be changed', () => {
  const settings = readSettings({ MicrosoftAppId: id, MicrosoftAppPassword: 'secret' });
  expect([settings, settings.app, settings.knowledge].every(Object.isFrozen)).toBe(true);
});
