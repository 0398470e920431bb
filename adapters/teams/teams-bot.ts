// The bot as Teams meets it: activities in, cards and texts out.

import {
  type Activity,
  ActivityTypes,
  type InvokeResponse,
  TeamsActivityHandler,
  TeamsInfo,
  type TurnContext,
} from 'botbuilder';
import { z } from 'zod';
import type { Bot, Incoming, Log } from '../../bot/bot.js';
import type { View } from '../../bot/view.js';
import { en } from '../../bot/words/en.js';
import type { Acquaintance } from './acquaintance.js';
import { activitySchema, type TeamsActivity } from './activity.js';
import { activityFromView, cardFromView, type DrawCard } from './activity-from-view.js';
import { channelIdView } from './channel-id.js';
import { attachedFiles, downloadFile } from './download-file.js';
import { incomingFromActivity } from './incoming-from-activity.js';
import { type Download, pasteWithFiles } from './paste-with-files.js';
import { type ChangedCard, createShownCards } from './shown-cards.js';
import type { SupportTeam } from './support-team.js';

/** Nobody in a team larger than this wants to be greeted by a bot. */
const largestGreetedTeam = 100;

/** The turn was dealt with, but what it led to could not be shown. */
export class ReplyError extends Error {
  override readonly name = 'ReplyError';
}

export interface TeamsBotParts {
  readonly bot: Bot;
  readonly draw: DrawCard;
  readonly log: Log;
  /** How attached files are fetched: from where Teams keeps them, unless told. */
  readonly download?: Download;
  /** Where conversations are remembered, so that the bot can speak first in them; nowhere unless told. */
  readonly acquaintance?: Acquaintance;
  /** Who takes care of tickets; nobody unless told. */
  readonly supportTeam?: SupportTeam;
}

export class TeamsBot extends TeamsActivityHandler {
  readonly #bot: Bot;
  readonly #draw: DrawCard;
  readonly #log: Log;
  readonly #download: Download;
  readonly #acquaintance: Acquaintance | undefined;
  readonly #supportTeam: SupportTeam | undefined;
  readonly #shownCards = createShownCards();

  constructor({ bot, draw, log, download = downloadFile, acquaintance, supportTeam }: TeamsBotParts) {
    super();
    this.#download = download;
    this.#acquaintance = acquaintance;
    this.#supportTeam = supportTeam;
    this.#bot = bot;
    this.#draw = draw;
    this.#log = log;
    // None of them passes on to the handlers for parts of these events: their meaning is worked out in one place.
    const turn = async (context: TurnContext) => {
      await this.#turn(context);
    };
    this.onMessage(turn);
    this.onMessageUpdate(turn);
    this.onConversationUpdate(turn);
    this.onInstallationUpdate(turn);
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    if (context.activity.name !== 'adaptiveCard/action') return super.onInvokeActivity(context);
    if (!z.looseObject({ action: z.looseObject({}) }).safeParse(context.activity.value).success) {
      return cardResponse(400, 'application/vnd.microsoft.error', {
        code: 'BadRequest',
        message: 'value.action must be the pressed action',
      });
    }
    const { views, settled } = await this.#turn(context);
    return settled === undefined
      ? cardResponse(200, 'application/vnd.microsoft.activity.message', views.at(-1)?.summary ?? en.teams.alreadyDone)
      : cardResponse(200, 'application/vnd.microsoft.card.adaptive', this.#draw(settled));
  }

  async #turn(context: TurnContext): Promise<{ readonly views: readonly View[]; readonly settled?: View }> {
    const activity = activitySchema.parse(context.activity);
    await this.#acquaintance?.heard(activity);
    const event = incomingFromActivity(activity);
    if (event === undefined) return { views: [] };
    if (event.event.kind === 'joined' && !(await this.#isWelcome(context))) return { views: [] };
    const views = await this.#answer(context, activity, event);
    const pressed = event.event.kind === 'press' ? event.event : undefined;
    let settled: View | undefined;
    try {
      for (const view of views) {
        if (pressed !== undefined && view.manner === 'in-place') settled = await this.#replace(context, view);
        else if (!this.#isToast(context, view)) await this.#show(context, view);
      }
    } catch (cause) {
      throw new ReplyError('the channel did not take the reply', { cause });
    }
    if (pressed !== undefined) settled ??= await this.#settle(context, pressed.data, event.shared && event.name);
    for (const card of this.#shownCards.retire(activity.conversation.id)) await this.#update(context, card);
    return { views, ...(settled !== undefined && { settled }) };
  }

  async #answer(context: TurnContext, activity: TeamsActivity, event: Incoming): Promise<readonly View[]> {
    const setUp = channelIdView(activity, event);
    if (setUp !== undefined) return [setUp];
    const { incoming, remarks } = await pasteWithFiles(event, attachedFiles(activity), this.#download);
    if (incoming === undefined) return remarks;
    const support = await this.#supportTeam?.of(activity, context);
    return [...remarks, ...(await this.#bot.receive({ ...incoming, ...(support && { support }) }))];
  }

  /** Said to the one who pressed, by the answer to the press itself. */
  #isToast({ activity }: TurnContext, { manner }: View): boolean {
    return manner === 'aside' && activity.type === ActivityTypes.Invoke;
  }

  /** @returns undefined where there is no card to replace: the view is a message of its own then. */
  async #replace(context: TurnContext, view: View): Promise<View | undefined> {
    const { replyToId } = context.activity;
    if (!replyToId) {
      await this.#show(context, view);
      return undefined;
    }
    await this.#update(context, { messageId: replyToId, view });
    return view;
  }

  async #show(context: TurnContext, view: View): Promise<void> {
    const sent = await context.sendActivity(activityFromView(view, this.#draw));
    if (sent?.id) this.#shownCards.remember(context.activity.conversation.id, sent.id, view);
  }

  /** An answer to the press alone would change the card for one person, on one device, until it is loaded again. */
  async #settle(context: TurnContext, data: unknown, name: string | undefined): Promise<View | undefined> {
    const { conversation, replyToId } = context.activity;
    const settled = replyToId ? this.#shownCards.settle(conversation.id, replyToId, data, name) : undefined;
    if (settled?.isNew === true) await this.#update(context, settled);
    return settled?.view;
  }

  async #update(context: TurnContext, { messageId, view }: ChangedCard): Promise<void> {
    try {
      await context.updateActivity({
        type: ActivityTypes.Message,
        id: messageId,
        summary: view.summary,
        attachments: [cardFromView(view, this.#draw)],
      });
    } catch {
      this.#log('card-not-updated');
    }
  }

  /** In doubt it is quiet: an introduction can be had by asking for help. */
  async #isWelcome(context: TurnContext): Promise<boolean> {
    if (context.activity.conversation.conversationType !== 'channel') return true;
    try {
      const { memberCount } = await TeamsInfo.getTeamDetails(context);
      return memberCount !== undefined && memberCount <= largestGreetedTeam;
    } catch {
      this.#log('team-size-unknown');
      return false;
    }
  }
}

/** What is said when a turn failed; to a pressed button it is said in the card's own way. */
export function apology(activity: Pick<Activity, 'type'>, reference: string): Partial<Activity> {
  const text = en.teams.apology(reference);
  if (activity.type !== ActivityTypes.Invoke) return { type: ActivityTypes.Message, text };
  return {
    type: ActivityTypes.InvokeResponse,
    value: cardResponse(500, 'application/vnd.microsoft.error', { code: 'InternalError', message: text }),
  };
}

/** The HTTP status stays 200: Teams reads the one in the body and shows what it says. */
function cardResponse(statusCode: number, type: string, value: string | object): InvokeResponse {
  return { status: 200, body: { statusCode, type, value } };
}
