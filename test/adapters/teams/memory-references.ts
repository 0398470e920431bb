// Where conversations are, in memory, for tests of what uses it.

import type { ConversationReference, ConversationReferences } from '../../../adapters/teams/conversation-references.js';

export function memoryReferences(): ConversationReferences {
  const known = new Map<string, { readonly tenant: string; readonly reference: ConversationReference }>();
  return {
    remember: async (conversation, tenant, reference) => {
      const isNew = !known.has(conversation);
      known.set(conversation, { tenant, reference: structuredClone(reference) });
      return isNew;
    },
    of: async (conversation) => structuredClone(known.get(conversation)?.reference),
    anyOf: async (tenant) => structuredClone([...known.values()].find((it) => it.tenant === tenant)?.reference),
    forget: async (conversation) => {
      known.delete(conversation);
    },
  };
}
