// What the environment says, read once.

import { delimiter } from 'node:path';
import { z } from 'zod';
import { problemOfPlace } from './database/place.js';
import { type HelpdeskSettings, readHelpdeskSettings } from './helpdesk/settings.js';
import { isSafeAddress } from './safe-address.js';
import { SettingsError } from './settings-error.js';

/** Everything that can be set from outside; frozen. */
export interface Settings {
  /** 0: any free port. */
  readonly port: number;
  /** Absent: nobody has to prove who they are, so the server listens on the loopback address only. */
  readonly app?: AppIdentity;
  /** Folders of articles or compiled snapshots; empty means the articles that come with the project. */
  readonly knowledge: readonly string[];
  /** Path of a SQLite file, as given, or address of a PostgreSQL database; that may hold a password. */
  readonly database: string;
  /** Days for which conversations and tickets are kept once nothing happens in them any more; 0: for ever. */
  readonly retentionDays: number;
  /** Channels whose teams take care of tickets. */
  readonly supportChannels: readonly SupportChannelSetting[];
  readonly redaction: RedactionSettings;
  /** Where people's browsers reach the bot, without a slash at its end; absent: nobody knows. */
  readonly publicAddress?: string;
  /** Those that are on; tickets stay in the support channel alone where none is. */
  readonly helpdesks: HelpdeskSettings;
}

/** A channel in Teams, and what it takes care of: a product, or `*` for whatever no other channel takes. */
export interface SupportChannelSetting {
  readonly area: string;
  /** Of the channel: `19:…@thread.tacv2`. */
  readonly id: string;
}

/** Who the bot is to the Bot Framework. */
export interface AppIdentity {
  readonly id: string;
  readonly type: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
  /** Absent for a managed identity. */
  readonly password?: string;
  readonly tenantId?: string;
}

export interface RedactionSettings {
  /** Where absent, names that were hidden before a process began are not known again in it. */
  readonly key?: string;
  /** Whether names of hosts and addresses are hidden, too. */
  readonly hosts: boolean;
}

/** The environment, as `process.env` has it. */
export type Environment = Readonly<Record<string, string | undefined>>;

const guid = (name: string) => z.guid(`${name} must be a GUID such as 00000000-0000-0000-0000-000000000000`).optional();

const appTypes = ['MultiTenant', 'SingleTenant', 'UserAssignedMSI'] as const;

const environment = z
  .object({
    PORT: z
      .string()
      .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'PORT must be a number from 0 to 65535')
      .default('3978'),
    MicrosoftAppId: guid('MicrosoftAppId'),
    MicrosoftAppPassword: z.string().optional(),
    MicrosoftAppTenantId: guid('MicrosoftAppTenantId'),
    MicrosoftAppType: z.enum(appTypes, `MicrosoftAppType must be one of ${appTypes.join(', ')}`).optional(),
    PASTEFIX_KNOWLEDGE: z.string().default(''),
    PASTEFIX_DATABASE: z.string().default('pastefix.sqlite'),
    PASTEFIX_SUPPORT_CHANNELS: z.string().default('').transform(readChannels),
    PASTEFIX_REDACT_KEY: z.string().optional(),
    PASTEFIX_REDACT_HOSTS: z
      .enum(['yes', 'no'], 'PASTEFIX_REDACT_HOSTS must be yes or no')
      .default('no')
      .transform((text) => text === 'yes'),
    PASTEFIX_PUBLIC_ADDRESS: z
      .string()
      .refine(
        (text) => isSafeAddress(text) && !/[()]/.test(text),
        'PASTEFIX_PUBLIC_ADDRESS must be an address such as https://pastefix.contoso.com',
      )
      .transform((text) => new URL(text).href.replace(/\/+$/, ''))
      .optional(),
    PASTEFIX_RETENTION_DAYS: z
      .string()
      .regex(/^\d{1,5}$/, 'PASTEFIX_RETENTION_DAYS must be a number of days, or 0 to keep everything')
      .default('180'),
  })
  .superRefine((env, { addIssue }) => {
    const type = appType(env);
    const problem = problemOfPlace(env.PASTEFIX_DATABASE);
    if (problem !== undefined) addIssue({ code: 'custom', message: problem });
    const needs = (name: keyof typeof env, reason: string) => {
      if (env[name] === undefined) addIssue({ code: 'custom', message: `${name} is missing: ${reason}` });
    };
    if (env.MicrosoftAppId === undefined) {
      const others = (['MicrosoftAppPassword', 'MicrosoftAppTenantId', 'MicrosoftAppType'] as const).filter(
        (name) => env[name] !== undefined,
      );
      if (others.length > 0) {
        needs('MicrosoftAppId', `set it too, or remove ${others.join(', ')} to run on this machine only`);
      }
      return;
    }
    if (type !== 'UserAssignedMSI') needs('MicrosoftAppPassword', 'use the client secret of the app registration');
    if (type !== 'MultiTenant') needs('MicrosoftAppTenantId', `an app of type ${type} belongs to one tenant`);
  });

/**
 * Reads the settings. A variable that is empty counts as not set.
 *
 * @throws {SettingsError} Naming every problem at once.
 */
export function readSettings(env: Environment): Settings {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = environment.safeParse(set);
  const helpdesks = readHelpdeskSettings(set);
  if (!parsed.success || 'problems' in helpdesks) {
    const problems = [
      ...(parsed.error?.issues.map(({ message }) => message) ?? []),
      ...('problems' in helpdesks ? helpdesks.problems : []),
    ];
    const lines = problems.map((problem) => `  - ${problem}`);
    throw new SettingsError(['the settings in the environment need a change:', ...lines].join('\n'));
  }
  const { data } = parsed;
  return Object.freeze({
    port: Number(data.PORT),
    ...(data.MicrosoftAppId !== undefined && {
      app: Object.freeze({
        id: data.MicrosoftAppId,
        type: appType(data),
        ...(data.MicrosoftAppPassword !== undefined && { password: data.MicrosoftAppPassword }),
        ...(data.MicrosoftAppTenantId !== undefined && { tenantId: data.MicrosoftAppTenantId }),
      }),
    }),
    knowledge: Object.freeze(
      data.PASTEFIX_KNOWLEDGE.split(delimiter)
        .map((path) => path.trim())
        .filter((path) => path !== ''),
    ),
    database: data.PASTEFIX_DATABASE,
    supportChannels: Object.freeze(data.PASTEFIX_SUPPORT_CHANNELS),
    retentionDays: Number(data.PASTEFIX_RETENTION_DAYS),
    redaction: Object.freeze(redactionIn(data)),
    ...(data.PASTEFIX_PUBLIC_ADDRESS !== undefined && { publicAddress: data.PASTEFIX_PUBLIC_ADDRESS }),
    helpdesks: helpdesks.settings,
  });
}

/** New bots can only be single-tenant, so a tenant id alone means that. */
function appType(env: {
  readonly MicrosoftAppType?: AppIdentity['type'] | undefined;
  readonly MicrosoftAppTenantId?: string | undefined;
}): AppIdentity['type'] {
  return env.MicrosoftAppType ?? (env.MicrosoftAppTenantId === undefined ? 'MultiTenant' : 'SingleTenant');
}

/** `Configuration Manager=19:…@thread.tacv2; *=19:…@thread.tacv2` */
function readChannels(text: string, context: z.RefinementCtx): SupportChannelSetting[] {
  const entries = text.split(';').filter((entry) => entry.trim() !== '');
  const channels = entries.flatMap((entry): SupportChannelSetting[] => {
    const [area = '', id = '', ...rest] = entry.split('=').map((part) => part.trim());
    if (area !== '' && rest.length === 0 && /^19:[^\s;]+@thread\.\w+$/.test(id)) return [{ area, id }];
    context.addIssue(
      `PASTEFIX_SUPPORT_CHANNELS: "${entry.trim()}" is not PRODUCT=CHANNEL or *=CHANNEL; mention the bot in the channel with "channel id" to learn its id`,
    );
    return [];
  });
  const areas = channels.map(({ area }) => area.toLowerCase());
  const twice = areas.find((area, at) => areas.indexOf(area) !== at);
  if (twice !== undefined) context.addIssue(`PASTEFIX_SUPPORT_CHANNELS: "${twice}" has two channels`);
  return channels;
}

/** Without a key of its own it is what all processes of an app know, and no database does. */
function redactionIn({
  PASTEFIX_REDACT_KEY: own,
  PASTEFIX_REDACT_HOSTS: hosts,
  MicrosoftAppPassword: password,
}: {
  readonly PASTEFIX_REDACT_KEY?: string | undefined;
  readonly PASTEFIX_REDACT_HOSTS: boolean;
  readonly MicrosoftAppPassword?: string | undefined;
}): RedactionSettings {
  const key = own ?? password;
  return { hosts, ...(key === undefined ? {} : { key }) };
}
