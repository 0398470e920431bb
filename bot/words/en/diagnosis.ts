// What is wrong, how that is known, and what is asked to find out.

import type { LogRequest } from '../../../knowledge/cross-log/index.js';
import type { Effort, LogPlace } from '../../../knowledge/index.js';
import type { CheckWords } from '../../../knowledge/troubleshoot/index.js';
import type { WhyAsk } from '../../next-move.js';
import { questionFrom } from '../question-from.js';
import { count, cut, minutes, needs, oneOf } from './phrases.js';

export const diagnosis = {
  note: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },

  cause: {
    summary: (title: string): string => `Cause found: ${title}`,
    guideSummary: (title: string): string => `How to: ${title}`,
    from: (article: string): string => `From the article “${article}”`,
    /** `confidence` is the share of such answers that are right, which people grasp best as so many in so many. */
    sureness: (confidence: number): string => {
      if (confidence >= 0.95) return 'Almost certain: right in about 19 of 20 cases like this';
      const word = confidence >= 0.85 ? 'Very likely' : confidence >= 0.65 ? 'Likely' : 'Possible';
      return `${word}: right in about ${Math.max(1, Math.round(confidence * 10))} of 10 cases like this`;
    },
    /** `others`: their titles. */
    severalFaults: (others: readonly string[]): string =>
      `Your paste shows ${others.length + 1} faults. This is the surest; the others: ${others.map((title) => `“${title}”`).join(', ')}.`,
    /** `place`: of the line among those that are shown with it. */
    line: (line: number, place: 'alone' | 'first' | 'middle' | 'last'): string => {
      const shown = {
        alone: '',
        first: ', and the one after it',
        middle: ', between its neighbours',
        last: ', below the one before it',
      };
      return `Line ${line} of your paste${shown[place]}`;
    },
    why: (why: string): string => `Why I think so: ${why}.`,
    alsoSeen: 'Also seen:',
    lineText: (line: number, text: string, why: string): string => `line ${line}: ${text} (${why})`,
    cause: 'Cause',
    says: 'What the article says',
    more: 'More in the article.',
    moreInformation: 'More information',
    noRepair: 'The article knows no repair for this. The helpdesk gets everything found so far.',
    howOn: 'How do you want to go on?',
    ratherHandOver: 'It takes long for how likely it helps: the helpdesk may be the quicker way.',
    noGuide: 'The article lists no steps for this.',
    sources: 'Sources:',
    kb: (number: string): string => `KB ${number}`,
    updated: (day: string): string => `last changed ${day}`,
    /** `title` is empty where the repair has no name of its own. */
    /** `stays`: it is a workaround. */
    ready: (ways: number, first: { title: string; stays: boolean }, steps: number, effort: Effort): string => {
      const size = `${count(steps, 'step')}, ${minutes(effort.minutes)}${needs(effort)}`;
      const { title, stays } = first;
      if (ways === 1) return `There is a ${stays ? 'workaround (the fault itself stays)' : 'repair'}: ${size}.`;
      const named = title === '' ? 'this one' : `“${title}”`;
      return stays
        ? `There are ${ways} ways to go on. I would begin with ${title === '' ? 'a' : `${named}, a`} workaround (the fault itself stays): ${size}.`
        : `There are ${ways} ways to repair it. I would begin with ${named}: ${size}.`;
    },
    guideReady: (steps: number, time: number): string => `It takes ${count(steps, 'step')}, ${minutes(time)}.`,
    answersShown: (question: string, answer: string): string => `Answered by your paste: ${question} **${answer}**`,
    valueFits: (value: string): string => `The name or value you gave, **${value}**, fits: it keeps every rule.`,
  },

  ask: {
    summary: (question: string): string => `Question: ${question}`,
    how: 'How to check',
    valueHint: 'Write it as a message.',
    breaks: (value: string): string => `**${value}** does not fit:`,
    another: 'Write another one to check it, or go on.',
  },

  choose: {
    summary: (n: number): string => `${count(n, 'possible cause')}`,
    title: (n: number): string => `${count(n, 'cause')} could be behind this`,
    lone: 'This could be behind it',
    /** `question`: what differs between them. */
    hint: (question: string): string => `This may help to tell them apart: ${question}`,
    isThis: 'Is this what you see?',
    pick: 'Which of these is closest to what you see?',
  },

  whyAsk: (why: WhyAsk): string => {
    switch (why.kind) {
      case 'tells-apart':
        return why.what === 'causes'
          ? `I ask because the answer helps to tell these ${why.count} causes apart.`
          : 'I ask because the right steps depend on it.';
      case 'makes-sure':
        return why.minutes > 0
          ? `I ask to be sure before a repair of ${minutes(why.minutes)}.`
          : 'I ask to be sure that this fits.';
      case 'looks-again':
        return `Before this goes to the helpdesk, please look once more: you said “${cut(why.answer, 80)}”, and much depends on it.`;
      default:
        return why satisfies never;
    }
  },

  logToFetch: {
    title: 'Or paste the log that would decide it',
    place: ({ file, machine, path, note }: LogRequest): string =>
      `**${file}** on ${machine}: ${path}${note === undefined ? '' : `. ${note}`}`,
    around: (minutesAround: number, time: string): string =>
      `The lines from ${count(minutesAround, 'minute')} before to ${count(minutesAround, 'minute')} after ${time}.`,
    /** In a log that writes UTC. */
    utc: (time: string): string => `${time} UTC`,
    latest: 'The lines around the moment when it failed.',
    lookFor: (what: string): string => `Look for ${what}.`,
    delay: (n: number): string => `It can take ${count(n, 'minute')} until the log holds them.`,
    verbose: (how: string): string => `If they are not there, make the log tell more: ${how}`,
    paste: 'Paste them here; I join them with the lines I have.',
  },

  followed: {
    title: 'The request, followed through the logs',
    passed: (machine: string): string => `${machine}: passed`,
    passedOn: (machine: string): string => `${machine}: passed the failure on`,
    failed: (machine: string, status?: number): string =>
      `**${machine}: failed${status === undefined ? '' : ` (${status})`}**`,
    notReached: (machine: string): string => `${machine}: not reached`,
    cause: (machine: string): string => `What ${machine} says`,
  },

  unknown: {
    summary: 'I do not know this one',
    title: 'I do not know this one',
    triedSummary: 'Nothing else I know fits',
    triedTitle: 'Nothing else I know fits',
    text: 'Nothing I know explains this paste well enough, and a wrong repair is worse than none.',
    triedText: 'We have been through everything I know that could explain this paste.',
    waysLeft: 'Nothing that is left is likely to help; **other ways** shows it all the same.',
    triedGuideText: 'That is everything I know about this. The helpdesk may know more, or paste an error that you see.',
    codes: 'What the codes mean all the same:',
    noName: 'no name known',
    inner: (inner: string): string => `wraps ${inner}`,
    missing: 'What would help',
    noMissing: 'More of the log around the error, from the machine where it fails.',
    /** `onlyIfAbout`: the one product that all articles are about, where nothing says that the paste is. */
    logs: (onlyIfAbout: string | undefined): string =>
      onlyIfAbout === undefined
        ? 'The closest faults I know show up in these logs:'
        : `If this is about ${onlyIfAbout}, the faults I know show up in these logs:`,
    log: ({ file, machine, folder }: LogPlace): string =>
      `**${file}**${machine === undefined ? '' : ` on ${machine}`}${folder === undefined ? '' : `, in ${folder}`}`,
    guesses: 'A weak guess, in case it rings a bell:',
  },

  /** Questions made from the text of an article. Articles are in English, and so is what is taken from them. */
  derivedChecks: {
    whichCause: (issue) => `Which of these is behind “${cut(issue, 80)}”?`,
    whichVariant: (variants) => `Which of these fits: ${oneOf(variants.map((it) => `“${it}”`))}?`,
    isItSo: (finding) => questionFrom(finding),
    doesItShow: (issue) => `Does the check below point to “${cut(issue, 80)}”?`,
    isVersion: (product, range) =>
      range === 'or-later'
        ? `Do you already have ${product} or later?`
        : `Do you have ${product} or an earlier version?`,
    noneOfThese: 'None of these',
    yes: 'Yes',
    no: 'No',
  } satisfies CheckWords,
} as const;
