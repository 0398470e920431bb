// An evidence packet as messages, each small enough to be shown whole: what somebody hands over, and what an expert gets.

import { fitsCard } from '../cards/adaptive-card.js';
import type { EvidencePacket } from '../ticket/evidence-packet.js';
import { packetParts } from '../ticket/packet-text.js';
import type { Part, View } from '../view.js';
import type { Words } from '../words/en.js';

/** The parts in all of them, one after the other, are those of `packetParts`, pasted text last; long lists are divided. */
export function packetViews(summary: string, packet: EvidencePacket, words: Words): View[] {
  const parts = packetParts(packet, words);
  const pasted = parts.filter(({ kind }) => kind === 'code');
  const view = (some: readonly Part[]): View => ({ summary, parts: some, choices: [] });
  const others = parts
    .filter(({ kind }) => kind !== 'code')
    .flatMap((part) => (part.kind === 'list' && !fitsCard(view([part])) ? itemByItem(part) : [part]));
  const views: View[] = [];
  let some: readonly Part[] = [];
  for (const part of others) {
    if (some.length > 0 && !fitsCard(view([...some, part]))) {
      views.push(view(some));
      some = [];
    }
    some = [...some, part];
  }
  return [...views, view(some), ...pasted.map((part) => view([part]))];
}

function itemByItem({ ordered, items, start = 1 }: Extract<Part, { kind: 'list' }>): Part[] {
  return items.map((item, position) => ({ kind: 'list', ordered, items: [item], start: start + position }));
}
