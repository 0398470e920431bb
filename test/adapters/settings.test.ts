import { delimiter } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readSettings } from '../../adapters/settings.js';

const id = '11111111-2222-3333-4444-555555555555';
const tenant = '99999999-8888-7777-6666-555555555555';

test.each([
  {
    name: 'nothing set: loopback, port 3978, the articles of the project',
    env: {},
    expected: { port: 3978, knowledge: [], database: 'pastefix.sqlite', helpdesks: {} },
  },
  {
    name: 'empty means not set',
    env: { PORT: '', MicrosoftAppId: ' ', PASTEFIX_DATABASE: '' },
    expected: { port: 3978, knowledge: [], database: 'pastefix.sqlite', helpdesks: {} },
  },
  {
    name: 'several folders',
    env: { PORT: '0', PASTEFIX_KNOWLEDGE: ['a', ' b ', ''].join(delimiter), PASTEFIX_DATABASE: 'x/y.sqlite' },
    expected: { port: 0, knowledge: ['a', 'b'], database: 'x/y.sqlite', helpdesks: {} },
  },
  {
    name: 'a tenant id makes it a single-tenant app',
    env: { MicrosoftAppId: id, MicrosoftAppPassword: 'secret', MicrosoftAppTenantId: tenant },
    expected: {
      port: 3978,
      app: { id, type: 'SingleTenant', password: 'secret', tenantId: tenant },
      knowledge: [],
      database: 'pastefix.sqlite',
      helpdesks: {},
    },
  },
  {
    name: 'a managed identity has no password',
    env: { MicrosoftAppId: id, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: tenant },
    expected: {
      port: 3978,
      app: { id, type: 'UserAssignedMSI', tenantId: tenant },
      knowledge: [],
      database: 'pastefix.sqlite',
      helpdesks: {},
    },
  },
])('$name', ({ env, expected }) => expect(readSettings(env)).toEqual(expected));

describe('what is wrong is named, all of it', () => {
  test.each([
    { env: { PORT: '70000' }, says: ['PORT must be a number from 0 to 65535'] },
    { env: { PORT: '-1' }, says: ['PORT must be'] },
    { env: { PORT: '80a', MicrosoftAppId: 'me' }, says: ['PORT must be', 'MicrosoftAppId must be a GUID'] },
    { env: { MicrosoftAppPassword: 'secret' }, says: ['MicrosoftAppId is missing', 'remove MicrosoftAppPassword'] },
    { env: { MicrosoftAppId: id }, says: ['MicrosoftAppPassword is missing'] },
    {
      env: { MicrosoftAppId: id, MicrosoftAppType: 'SingleTenant' },
      says: ['MicrosoftAppPassword is missing', 'MicrosoftAppTenantId is missing'],
    },
    { env: { MicrosoftAppId: id, MicrosoftAppType: 'Tenant' }, says: ['MicrosoftAppType must be one of MultiTenant'] },
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
