// A request that was followed through the logs of several machines: how far it got, and where it failed.

import type { Joined } from '../../knowledge/cross-log/index.js';
import type { Route } from '../../knowledge/index.js';
import type { DeepReadonly } from '../deep-readonly.js';
import { escapeMarkdown } from '../text/escape-markdown.js';
import type { Part } from '../view.js';
import type { Words } from '../words/en.js';

export function drawFollowed({ hops, lines, failedAt }: DeepReadonly<Joined>, route: Route, words: Words): Part[] {
  const { followed } = words;
  const nameOf = (machine: string): string => route.machines.find(({ id }) => id === machine)?.name ?? machine;
  const items = hops.flatMap(({ machine, reached, result, status }) => {
    const name = escapeMarkdown(nameOf(machine));
    if (machine === failedAt?.machine) return [followed.failed(name, status)];
    if (reached === 'no') return [followed.notReached(name)];
    return reached === 'yes' ? [result === 'failed' ? followed.passedOn(name) : followed.passed(name)] : [];
  });
  // The first line that fails often says less than what it led to: `(403) Forbidden`, then the answer in full.
  const telling = lines.filter(({ role }) => role === 'cause');
  const [cause] = telling;
  return [
    {
      kind: 'box',
      tone: 'plain',
      parts: [
        { kind: 'text', text: `**${followed.title}**` },
        { kind: 'list', ordered: true, items },
        ...(cause === undefined
          ? []
          : [
              {
                kind: 'code',
                text: telling.map(({ text }) => text).join('\n'),
                caption: followed.cause(nameOf(cause.machine)),
              } as const,
            ]),
      ],
    },
  ];
}
