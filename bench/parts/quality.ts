// How right: the figures of bench/score.ts for us, and how often the others have the right article in front.

import { bars, qualityBars } from '../bars.js';
import { calibrationOf, crossFitted } from '../cross-fit.js';
import { type EvaluationSet, scoredTogether } from '../evaluation.js';
import { examplesOf, fittedSets } from '../examples.js';
import type { Figure, Measured } from '../figure.js';
import type { Contest, Setting } from '../part.js';
import { type Score, score } from '../score.js';

const measures: readonly { readonly key: keyof Score; readonly what: string; readonly ofPeers: boolean }[] = [
  { key: 'hit1', what: 'hit@1', ofPeers: true },
  { key: 'hit3', what: 'hit@3', ofPeers: true },
  { key: 'answered', what: 'answered', ofPeers: false },
  { key: 'matched', what: 'answered as match', ofPeers: false },
  { key: 'precision', what: 'precision of match', ofPeers: false },
  { key: 'falseAnswers', what: 'false answers', ofPeers: false },
  { key: 'falseMatches', what: 'false matches', ofPeers: false },
  { key: 'mistaken', what: 'mistaken', ofPeers: false },
  { key: 'ece', what: 'calibration error', ofPeers: false },
  { key: 'eceByChance', what: 'calibration error by chance alone', ofPeers: false },
];

export async function measure(setting: Setting): Promise<Measured> {
  const ours = await setting.ours();
  const peers = await setting.peers();
  const groups = scoredTogether(setting.sets);
  const figures = groups.flatMap((group) => figuresOf(group, ours, peers));
  const notes = [
    ...peers.map(({ note }) => note),
    'By chance alone: what the calibration error of so many rows comes to, on average, where each is right just as often as its confidence says.',
    ...groups
      .filter((group) => group.with.length > 0)
      .map(
        (group) =>
          `${group.name}: precision, calibration and false answers include the rows of ${group.with.join(', ')}.`,
      ),
  ];
  const fitted = setting.sets.filter(({ name }) => fittedSets.includes(name));
  if (fitted.length === 0) return { figures, notes };
  setting.progress('Pastefix: confidence fitted to one half of the rows, and measured on the other');
  const examples = examplesOf(await setting.snapshot(), fitted);
  const names = fitted.map(({ name }) => name);
  return {
    figures: [
      ...figures,
      {
        what: `${names.join(', ')}: calibration error, not fitted`,
        unit: 'share',
        ours: calibrationOf(crossFitted(examples), names),
        bar: bars.ece,
      },
    ],
    notes: [
      ...notes,
      'Rows not fitted: the model of confidence is fitted to one half of the rows and asked about the other, both ways, for ten ways to make halves; the figures above it are of the model as it ships, fitted to all.',
    ],
  };
}

function figuresOf(
  group: EvaluationSet & { readonly with: readonly string[] },
  ours: Contest,
  peers: readonly Contest[],
): Figure[] {
  const sets = [group.name, ...group.with];
  const scoreOf = ({ asked }: Contest): Score =>
    score(
      asked
        .filter(({ row }) => sets.includes(row.set))
        .map(({ row, verdict, matches }) => ({ row, answer: { verdict, matches } })),
    );
  const own = scoreOf(ours);
  const others = peers.map((peer) => ({ name: peer.name, score: scoreOf(peer) }));
  return measures
    .filter(({ key }) => !Number.isNaN(own[key]))
    .map(({ key, what, ofPeers }) => {
      const bar = qualityBars[group.name]?.[key];
      return {
        what: `${group.name}: ${what}`,
        unit: 'share',
        ours: own[key],
        ...(bar === undefined ? {} : { bar }),
        ...(ofPeers ? { peers: Object.fromEntries(others.map((peer) => [peer.name, peer.score[key]])) } : {}),
      };
    });
}
