// Which channel takes care of which tickets.

/** A channel of a team of experts. */
export interface SupportChannel {
  /** Product, or how its name begins; `*` for whatever no other channel takes. */
  readonly area: string;
  /** Key of the channel's conversation. */
  readonly conversation: string;
}

/** What an area is compared by: `Configuration Manager (current branch)` and `configuration manager` are alike. */
const plain = (area: string): string => area.toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * The channel for a ticket's area: the one that names it most closely, else the one for everything.
 *
 * @returns undefined where nobody is named for it.
 */
export function channelFor(area: string, channels: readonly SupportChannel[]): SupportChannel | undefined {
  const wanted = plain(area);
  const named = channels.filter((channel) => isPartOf(plain(channel.area), wanted));
  const [closest] = named.toSorted((a, b) => plain(b.area).length - plain(a.area).length);
  return closest ?? channels.find(isForAll);
}

export function isForAll({ area }: SupportChannel): boolean {
  return area === '*';
}

/** Whole words from the beginning. */
function isPartOf(area: string, wanted: string): boolean {
  return (
    area !== '' &&
    area !== '*' &&
    (wanted === area || (wanted.startsWith(area) && !/\w/.test(wanted.charAt(area.length))))
  );
}
