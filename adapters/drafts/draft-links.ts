// The draft of an article as a file: a link for whoever is shown the draft, and what it leads to.

import { z } from 'zod';
import type { Clock, Log } from '../../bot/bot.js';
import type { Store } from '../../bot/store.js';
import { type DraftLink, draftArticle } from '../../bot/ticket/draft-article.js';
import { sealed, unsealed } from './sealed.js';

/** Long enough to be followed on the next day; who keeps it longer asks for the draft anew. */
const validForMs = 24 * 60 * 60_000;

const purpose = 'draft-link';

export interface DraftLinks {
  /** To nowhere where people's browsers cannot reach the bot, as far as it knows. */
  readonly linkTo: DraftLink;
  /** @param seal What stands in the query of a link, as it came back. Never rejects. */
  read(seal: string): Promise<DraftAnswer>;
}

export type DraftAnswer =
  | { readonly kind: 'draft'; readonly name: string; readonly text: string }
  /**
   * `foreign`: no link of ours. `over`: it was one. `gone`: there is nothing any more that a draft can be made of.
   * `down`: the store cannot be asked.
   */
  | { readonly kind: 'foreign' | 'over' | 'gone' | 'down' };

interface DraftLinksParts {
  /** Where people's browsers reach the bot, without a slash at its end. */
  readonly address: () => string | undefined;
  /** The same for all processes that serve one address. */
  readonly key: string;
  readonly store: Pick<Store, 'readTicket'>;
  readonly clock: Clock;
  readonly log: Log;
}

const linkSchema = z.object({ tenant: z.string(), ticket: z.number(), until: z.number() });

export function createDraftLinks({ address, key, store, clock, log }: DraftLinksParts): DraftLinks {
  return {
    linkTo({ tenant, number }) {
      const base = address();
      if (base === undefined) return undefined;
      const link: z.infer<typeof linkSchema> = { tenant, ticket: number, until: clock().getTime() + validForMs };
      return `${base}/drafts/${nameOf(number)}?seal=${sealed(link, key, purpose)}`;
    },
    async read(seal) {
      const link = linkSchema.safeParse(unsealed(seal, key, purpose));
      if (!link.success) return { kind: 'foreign' };
      const { tenant, ticket: number, until } = link.data;
      if (clock().getTime() > until) return { kind: 'over' };
      try {
        const ticket = await store.readTicket(tenant, number);
        const text = ticket === undefined ? undefined : draftArticle(ticket);
        if (text === undefined) return { kind: 'gone' };
        log('draft-downloaded', { ticket: number });
        return { kind: 'draft', name: nameOf(number), text };
      } catch (error) {
        log('draft-unavailable', { ticket: number, error: error instanceof Error ? error.name : typeof error });
        return { kind: 'down' };
      }
    },
  };
}

function nameOf(ticket: number): string {
  return `ticket-${ticket}.md`;
}
