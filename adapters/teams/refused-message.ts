// Why Teams, or whatever else the Bot Framework leads to, did not take a message that nobody there was waiting for, and
// what follows from it.

import { HelpdeskError } from '../../bot/ticket/helpdesk.js';
import { codeOf, isBeforeSending } from '../helpdesk/connection-error.js';

/** What was answered instead of taking a message. */
export class RefusedMessage extends Error {
  override readonly name = 'RefusedMessage';
  constructor(
    readonly status: number,
    /** The service's own, such as `BotNotInConversationRoster`; empty where it says none. */
    readonly code: string,
    readonly retryAfterMs?: number,
  ) {
    super(`HTTP ${status} ${code}`.trim());
  }
}

/** The bot is not wanted there any more: nothing is sent until somebody there speaks to it again. */
export class NotWelcome extends HelpdeskError {
  constructor(message: string, options?: ErrorOptions) {
    super('rejected', message, options);
  }
}

const removed: ReadonlySet<string> = new Set([
  'BotNotInConversationRoster',
  'BotDisabledByAdmin',
  'ConversationBlockedByUser',
]);

/** Of Microsoft's sign-in: the secret is wrong or has expired, or the app is not allowed to use the Bot Framework. */
const refusedSignIn: ReadonlySet<string> = new Set(['invalid_client', 'unauthorized_client', 'invalid_grant']);

/** @param thrown By the SDK, on the way to sending. */
export function problemOfSending(thrown: unknown): HelpdeskError {
  if (thrown instanceof HelpdeskError) return thrown;
  if (thrown instanceof RefusedMessage) return problemOfAnswer(thrown);
  if (refusedSignIn.has(signInCode(thrown))) return refusedCredential('Microsoft', thrown);
  if (thrown instanceof Error && thrown.name === 'TimeoutError') {
    return new HelpdeskError('unknown', 'Teams did not answer in time', { cause: thrown });
  }
  const code = codeOf(thrown);
  const said = code === '' ? '' : ` (${code})`;
  return isBeforeSending(code)
    ? new HelpdeskError('unreachable', `Teams cannot be reached${said}`, { cause: thrown })
    : new HelpdeskError('unknown', `The connection to Teams broke${said}`, { cause: thrown });
}

/** After Microsoft's list of what may be sent again and what must not. */
function problemOfAnswer(answer: RefusedMessage): HelpdeskError {
  const { status, code, retryAfterMs } = answer;
  const said = `(HTTP ${status}${code === '' ? '' : `, ${code}`})`;
  const options = { cause: answer, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  switch (status) {
    case 401:
      return refusedCredential('Teams', answer);
    case 403:
      if (removed.has(code)) return new NotWelcome(`The bot was removed from the conversation ${said}`, options);
      return new HelpdeskError('rejected', `Teams does not let the bot write there ${said}`, options);
    case 404:
      return new NotWelcome(`The conversation is gone ${said}`, options);
    case 412:
    case 429:
    case 503:
      return new HelpdeskError('busy', `Teams is busy ${said}`, options);
    case 502:
    case 504:
      return new HelpdeskError('unknown', `Teams failed ${said}`, options);
    default:
      return new HelpdeskError('rejected', `Teams does not take the message ${said}`, options);
  }
}

function refusedCredential(by: string, cause: unknown): HelpdeskError {
  const check = 'check MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId';
  return new HelpdeskError('credential', `${by} refuses the credential of the bot: ${check}`, { cause });
}

function signInCode(thrown: unknown): string {
  return thrown instanceof Error && 'errorCode' in thrown && typeof thrown.errorCode === 'string'
    ? thrown.errorCode
    : '';
}
