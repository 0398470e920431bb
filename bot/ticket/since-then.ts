// What has become known of a case since it was handed over.

import type { Words } from '../words/en.js';
import type { EvidencePacket } from './evidence-packet.js';
import { attemptText } from './packet-text.js';

/** As much as a helpdesk takes in a comment. */
const longest = 3_000;

/** @returns Lines of plain text: answers, what was tried and pasted since; empty where there is nothing new. */
export function newsSince(before: EvidencePacket, now: EvidencePacket, words: Words): string {
  const { packet } = words;
  const answersOf = ({ answers }: EvidencePacket): string[] =>
    answers.map(({ question, answer }) => `${question} ${answer ?? packet.unknownAnswer}`);
  const triedIn = ({ tried }: EvidencePacket): string[] => tried.map((attempt) => attemptText(attempt, words));
  const pastedIn = ({ pastes }: EvidencePacket): string[] => pastes.map(({ text }) => text);
  const added = (of: (packet: EvidencePacket) => readonly string[]): string[] => {
    const known = new Set(of(before));
    return of(now).filter((text) => !known.has(text));
  };
  return [...added(answersOf), ...added(triedIn), ...added(pastedIn)].join('\n').slice(0, longest);
}
