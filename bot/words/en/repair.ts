// A repair, from why it comes first to whether it helped.

import type { Effort } from '../../../knowledge/index.js';
import type { WhyRepair } from '../../next-move.js';
import { count, minutes } from './phrases.js';

export const repair = {
  whyRepair: ({ kind, minutes: n }: WhyRepair): string => {
    const first = {
      likeliest: 'This comes first because it is most likely to help. ',
      quickest: 'This comes first because it is quick to try. ',
      only: '',
    };
    return `${first[kind]}It takes ${minutes(n)}.`;
  },

  /** The same in short, where its size has just been said. */
  whyFirst: { likeliest: 'It is the most likely to help.', quickest: 'It is quick to try.', only: '' } satisfies Record<
    WhyRepair['kind'],
    string
  >,

  step: {
    summary: (n: number, total: number): string => `Step ${n} of ${total}`,
    progress: (n: number, total: number): string => `Step ${n} of ${total}`,
    title: (title: string): string => title,
    workaround: 'Workaround',
    repair: 'Repair',
    guide: 'Guide',
    partOf: (heading: string): string => `Part of: ${heading}`,
  },

  blocked: {
    summary: 'Who could do this step?',
    title: 'Who could do this step?',
    /** By who can do such a repair. */
    who: {
      anyone: 'It should take no special rights. Perhaps a colleague can lend a hand.',
      administrator:
        'It takes administrator rights. Whoever looks after this system can do it, or give you the rights.',
      specialist:
        'It may take another team: whoever looks after the network, the certificates or the directory, say. They can do it, or tell you how.',
    } satisfies Record<Effort['who'], string>,
    text: 'Ask them, then come back here; I keep our place.',
    hand: 'Or hand over: the helpdesk gets a summary of everything found and done so far.',
  },

  verify: {
    summary: 'Did it help?',
    title: 'Did it help?',
    text: 'That was the last step. Please try again what failed before.',
    paste: 'Or paste the newest lines of the log here, and I compare them with the first ones.',
    guideSummary: 'Is it set up?',
    guideTitle: 'Is it set up?',
    guideText: 'That was the last step.',
    allSteps: (total: number): string => (total === 1 ? 'The step is done' : `All ${total} steps are done`),
    others: 'If not, there is more to try.',
  },

  closed: {
    summary: 'Solved',
    title: 'Glad it works',
    gone: (lines: number): string =>
      `I compared: ${count(lines, 'fresh line')} of the same log, and what failed before is not among them.`,
    sign: (line: number): string => `Line ${line} of the new lines`,
    guideSummary: 'Set up',
    guideTitle: 'Well done, it is set up',
    /** `variant`: which way of several, empty where there is one. */
    byRepair: (fault: string, way: 'repair' | 'workaround', variant: string, steps: number): string =>
      `What fixed it: the ${way} of “${fault}”, ${steps === 1 ? 'its one step' : `all ${steps} steps`}${variant && ` (${variant})`}.`,
    byStep: (fault: string, way: 'repair' | 'workaround', variant: string, step: number, total: number): string =>
      `What fixed it: step ${step} of ${total} of the ${way} of “${fault}”${variant && ` (${variant})`}:`,
    cause: (fault: string): string => `The fault was: ${fault}`,
    next: 'Paste the next error whenever you like.',
  },
} as const;
