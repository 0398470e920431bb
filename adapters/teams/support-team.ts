// Who may take care of tickets: members of the team whose channel a ticket goes to, when they speak in that channel.

import { TeamsInfo, type TurnContext } from 'botbuilder';
import type { Clock, Incoming, Log } from '../../bot/bot.js';
import type { SupportChannelSetting } from '../settings.js';
import { channelDataOf, type TeamsActivity } from './activity.js';

export interface SupportTeam {
  /** @returns undefined when the conversation is none of the experts', or the person none of them. Never rejects. */
  of(activity: TeamsActivity, context: TurnContext): Promise<Incoming['support']>;
}

interface SupportTeamParts {
  readonly channels: readonly SupportChannelSetting[];
  /** Whether the Bot Framework says who sent an activity; without it, the channel alone decides. */
  readonly isProven: boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** Asks Teams, unless told otherwise. */
  readonly isMember?: (context: TurnContext, team: string, person: string) => Promise<boolean>;
}

/** Whoever has left a team acts for it no longer than this. */
const rememberedForMs = 5 * 60_000;
const mostRemembered = 1000;

export function createSupportTeam(parts: SupportTeamParts): SupportTeam {
  const { channels, isProven, clock, log, isMember = askTeams } = parts;
  const members = new Map<string, { readonly isMember: boolean; readonly until: number }>();

  const belongs = async (activity: TeamsActivity, context: TurnContext): Promise<boolean> => {
    const team = channelDataOf(activity).team?.id;
    const person = activity.from?.id;
    if (!team || !person) return false;
    const key = JSON.stringify([team, person]);
    const now = clock().getTime();
    const known = members.get(key);
    if (known !== undefined && now < known.until) return known.isMember;
    const answer = await isMember(context, team, person);
    members.delete(key);
    members.set(key, { isMember: answer, until: now + rememberedForMs });
    const [oldest] = members.keys();
    if (members.size > mostRemembered && oldest !== undefined) members.delete(oldest);
    return answer;
  };

  return {
    async of(activity, context) {
      const channel = channelIdOf(activity);
      const areas = channels.filter(({ id }) => id === channel).map(({ area }) => area);
      if (areas.length === 0) return undefined;
      try {
        return !isProven || (await belongs(activity, context)) ? { areas } : undefined;
      } catch (error) {
        // In doubt, nobody acts for a team.
        log('membership-unknown', { error: error instanceof Error ? error.name : typeof error });
        return undefined;
      }
    },
  };
}

/** Of a message in a thread, the channel that the thread is in. */
export function channelIdOf({ conversation }: TeamsActivity): string {
  return conversation.id.replace(/;messageid=.*$/s, '');
}

async function askTeams(context: TurnContext, team: string, person: string): Promise<boolean> {
  try {
    await TeamsInfo.getTeamMember(context, team, person);
    return true;
  } catch (error) {
    const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
    if (status === 404 || status === 403) return false;
    throw error;
  }
}
