// Where a case ends, for now or for good: nothing known fits, handed over, solved.

import { type Issue, type LogsToLookInto, logsToLookInto } from '../../knowledge/index.js';
import type { Repair } from '../../knowledge/troubleshoot/index.js';
import type { Move } from '../next-move.js';
import { choiceOf } from '../options/on-show.js';
import type { Option } from '../options/option.js';
import { escapeMarkdown } from '../text/escape-markdown.js';
import { issueTitle } from '../text/issue-title.js';
import { evidencePacket } from '../ticket/packet-of.js';
import { packetPlainText } from '../ticket/packet-text.js';
import type { Part, View } from '../view.js';
import type { Words } from '../words/en.js';
import { type Drawn, entryAt, type Scene } from './scene.js';

type MoveOf<Kind extends Move['kind']> = Extract<Move, { kind: Kind }>;

export function drawUnknown(scene: Scene, { guesses, tried, ways }: MoveOf<'unknown'>): Drawn {
  const { kase, words } = scene;
  const { unknown } = words;
  const codes: Part[] =
    kase.codes.length === 0
      ? []
      : [
          { kind: 'text', text: unknown.codes },
          {
            kind: 'facts',
            names: 'codes',
            facts: kase.codes.map(({ text, value, names }) => ({
              name: text.toLowerCase() === value.toLowerCase() ? value : `${text} = ${value}`,
              value: names.length === 0 ? unknown.noName : names.join(', '),
            })),
          },
        ];
  const past = [...scene.standing.past].map((issue) => scene.standing.entries[issue]?.issue.kind);
  const guides = past.length > 0 && past.every((kind) => kind === 'guide');
  const text = !tried ? unknown.text : ways ? unknown.waysLeft : unknown.triedText;
  const missing = kase.missing === undefined ? unknown.noMissing : escapeMarkdown(kase.missing);
  const { places, onlyIfAbout } = tried ? noLogs : logsToLookInto(candidatesOf(scene));
  return {
    summary: tried ? unknown.triedSummary : unknown.summary,
    parts: [
      { kind: 'title', text: tried ? unknown.triedTitle : unknown.title },
      { kind: 'text', text: guides ? unknown.triedGuideText : text },
      ...codes,
      {
        kind: 'box',
        tone: 'plain',
        parts: [
          { kind: 'text', text: `**${unknown.missing}**` },
          { kind: 'text', text: missing },
          ...(places.length === 0
            ? []
            : [
                { kind: 'text', text: unknown.logs(onlyIfAbout && escapeMarkdown(onlyIfAbout)) } as const,
                { kind: 'list', ordered: false, items: places.map((log) => unknown.log(log)) } as const,
              ]),
        ],
      },
      ...(guesses.length === 0
        ? []
        : [
            { kind: 'text', text: unknown.guesses, tone: 'quiet' } as const,
            {
              kind: 'list',
              ordered: false,
              items: guesses.map((issue) => escapeMarkdown(issueTitle(entryAt(scene, issue)))),
            } as const,
          ]),
    ],
  };
}

const noLogs: LogsToLookInto = { places: [] };

/** What the diagnosis found, as far as the articles are still there. */
function candidatesOf({ kase, standing }: Scene): Parameters<typeof logsToLookInto>[0] {
  return standing.entries.flatMap((entry, at) =>
    entry ? [{ ...entry, confidence: kase.issues[at]?.confidence ?? 0 }] : [],
  );
}

/** What fresh lines have shown. */
function proof({ kase, words }: Scene): Part[] {
  const last = kase.told.at(-1);
  if (last?.kind !== 'verified') return [];
  return [
    { kind: 'text', text: words.closed.gone(last.count) },
    ...(last.seen === undefined
      ? []
      : [{ kind: 'code', text: last.seen.text, caption: words.closed.sign(last.seen.line) } as const]),
  ];
}

/** What is known so far, without changing anything. */
export function drawSummary(scene: Scene, onShow: readonly Option[]): View {
  const { handedOver } = scene.words;
  return {
    summary: handedOver.caption,
    parts: [
      { kind: 'code', text: packetPlainText(evidencePacket(scene), scene.words), caption: handedOver.caption },
      { kind: 'text', text: handedOver.stillHere, tone: 'quiet' },
    ],
    choices: onShow.map((option) => choiceOf(option, scene.kase, false)),
  };
}

function whatFixed({ title: plain }: Issue, closed: Words['closed'], used?: Repair, step?: number): Part[] {
  const title = escapeMarkdown(plain);
  if (used === undefined) return [{ kind: 'text', text: closed.cause(title) }];
  const way = used.kind === 'workaround' ? 'workaround' : 'repair';
  const variant = escapeMarkdown(used.title);
  const total = used.steps.length;
  const text = step === undefined ? '' : (used.steps[step]?.text ?? '');
  if (step === undefined || text === '') return [{ kind: 'text', text: closed.byRepair(title, way, variant, total) }];
  return [
    { kind: 'text', text: closed.byStep(title, way, variant, step + 1, total) },
    { kind: 'text', text },
  ];
}

export function drawClosed(scene: Scene, { issue, repair, step }: MoveOf<'closed'>): Drawn {
  const { closed } = scene.words;
  const fault = issue === undefined ? undefined : scene.standing.entries[issue]?.issue;
  const guide = fault?.kind === 'guide';
  const used = issue === undefined ? undefined : scene.standing.repairOf(issue, repair);
  const fixing = fault === undefined || guide ? [] : whatFixed(fault, closed, used, step);
  return {
    summary: guide ? closed.guideSummary : closed.summary,
    parts: [
      {
        kind: 'box',
        tone: 'good',
        parts: [{ kind: 'title', text: guide ? closed.guideTitle : closed.title }, ...fixing, ...proof(scene)],
      },
      { kind: 'text', text: closed.next, tone: 'quiet' },
    ],
  };
}
