// The Bot Framework side: who may send us activities, and how replies get back.

import { randomUUID } from 'node:crypto';
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  DeliveryModes,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { Log } from '../../bot/bot.js';
import { isLoopback } from '../safe-address.js';
import type { AppIdentity } from '../settings.js';
import { activitySchema, type TeamsActivity, tenantOf } from './activity.js';
import { sdkSettings } from './sdk-settings.js';
import { apology, ReplyError, type TeamsBot } from './teams-bot.js';

/** What to answer over HTTP; `body` is absent when there is none. */
export interface HttpAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** @param authorization The request's Authorization header. @param body The parsed JSON of its body. */
export type ReceiveActivity = (authorization: string | undefined, body: unknown) => Promise<HttpAnswer>;

/**
 * Without an app identity nobody has to prove who they are, and replies go to this machine only; the caller must see
 * to it that only this machine can reach us.
 */
export function connectBotFramework({
  app,
  teamsBot,
  log,
}: {
  readonly app?: AppIdentity;
  readonly teamsBot: TeamsBot;
  readonly log: Log;
}): ReceiveActivity {
  const gateway = new Gateway(new ConfigurationBotFrameworkAuthentication(sdkSettings(app)));
  gateway.onTurnError = async (context, error) => {
    if (error instanceof ReplyError) {
      log('reply-not-sent', statusOf(error.cause));
      return;
    }
    const reference = randomUUID().slice(0, 8);
    log('turn-failed', { reference, error: error.name, ...codeOf(error) });
    try {
      await context.sendActivity(apology(context.activity, reference));
    } catch (unsent) {
      log('apology-not-sent', { reference, error: unsent instanceof Error ? unsent.name : typeof unsent });
    }
  };

  return async (authorization, body) => {
    const parsed = activitySchema.safeParse(body);
    if (!parsed.success) {
      return refusal(
        400,
        'NotAnActivity',
        parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
      );
    }
    const activity = parsed.data;
    if (app === undefined && !repliesStayHere(activity)) {
      return refusal(
        403,
        'NotLocal',
        'Without an app id, replies are only sent to this machine. Set MicrosoftAppId and MicrosoftAppPassword to talk to Teams.',
      );
    }
    try {
      let isForeign = false;
      const answer = await gateway.answer(
        app === undefined ? '' : (authorization ?? ''),
        asActivity(activity),
        async (context) => {
          isForeign = app !== undefined && app.type !== 'MultiTenant' && tenantOf(activity) !== app.tenantId;
          if (!isForeign) await teamsBot.run(context);
        },
      );
      if (isForeign) return refusal(403, 'ForeignTenant', 'This bot serves another tenant only.');
      return { status: answer?.status ?? 200, ...(answer?.body !== undefined && { body: answer.body }) };
    } catch (error) {
      if (isAuthenticationError(error)) {
        log('unauthenticated');
        return refusal(
          error.statusCode,
          'Unauthorized',
          'The request does not prove that it comes from the Bot Framework.',
        );
      }
      const reference = randomUUID().slice(0, 8);
      log('request-failed', { reference, error: error instanceof Error ? error.name : typeof error });
      return refusal(500, 'InternalError', `Something went wrong; reference ${reference}.`);
    }
  };
}

class Gateway extends CloudAdapter {
  /** What `process` does, without printing what it was sent. */
  answer(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }
}

/** Bot Framework's type promises fields that channels do not send; ours names what was checked. */
function asActivity(activity: TeamsActivity): Activity {
  return { serviceUrl: '', channelId: '', ...activity } as unknown as Activity;
}

function repliesStayHere({ deliveryMode, serviceUrl }: TeamsActivity): boolean {
  if (deliveryMode === DeliveryModes.ExpectReplies) return true;
  return URL.canParse(serviceUrl ?? '') && isLoopback(new URL(serviceUrl ?? '').hostname);
}

function isAuthenticationError(error: unknown): error is Error & { readonly statusCode: 401 | 403 } {
  return error instanceof Error && 'statusCode' in error && (error.statusCode === 401 || error.statusCode === 403);
}

function codeOf(error: Error): { readonly code?: string } {
  return 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
}

function statusOf(error: unknown): { readonly status?: number; readonly code?: string } {
  if (!(error instanceof Error)) return {};
  return { ...codeOf(error), ...('statusCode' in error && { status: Number(error.statusCode) }) };
}

function refusal(status: number, code: string, message: string): HttpAnswer {
  return { status, body: { code, message } };
}
