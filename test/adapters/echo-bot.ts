// A small bot with which the edge is tested: it shows what reached it.

import type { Bot } from '../../bot/bot.js';
import type { View } from '../../bot/view.js';

/** Repeats what it gets. `boom` as a message makes it fail; a repeated delivery is answered with nothing. */
export function createEchoBot(): Bot {
  const seen = new Set<string>();
  return {
    async receive({ conversation, user, delivery, event }) {
      if (delivery !== undefined && seen.has(delivery)) return [];
      if (delivery !== undefined) seen.add(delivery);
      switch (event.kind) {
        case 'joined':
          return [{ summary: 'Hello', parts: [{ kind: 'text', text: 'Hello there' }], choices: [] }];
        case 'message':
          if (event.text === 'boom') throw new Error('secret text of a paste');
          return [echo(event.text, `${user} in ${conversation}`)];
        case 'press':
          return [echo(JSON.stringify(event.data), 'pressed')];
      }
    },
  };
}

function echo(text: string, heading: string): View {
  return {
    summary: `You said ${text.slice(0, 40)}`,
    parts: [
      { kind: 'title', text: heading },
      { kind: 'code', text },
    ],
    choices: [{ label: 'Again', action: { caseId: 'case-1', revision: 1, verb: 'again' } }],
  };
}

/** Draws all text as it is, and buttons with their data. */
export function drawPlainly(view: View): object {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: view.parts.map((part) => ({ type: 'TextBlock', text: JSON.stringify(part) })),
    actions: view.choices.map(({ label, action }) => ({ type: 'Action.Execute', title: label, data: { action } })),
  };
}
