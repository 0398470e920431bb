// What is said in passing: buttons, greetings, what has just happened, cases put aside.

import type { Effort } from '../../../knowledge/index.js';
import { chance, count, listOf, minutes, needs } from './phrases.js';

export const conversation = {
  choices: {
    unknown: "Don't know",
    steps: 'Show me the steps',
    guideSteps: 'Show me how',
    stepsAnyway: 'Go on to the steps',
    somethingElse: 'This is something else',
    noneOfThese: 'None of these',
    done: 'Done',
    works: 'It works now',
    isSetUp: 'It is set up now',
    cannot: 'Cannot do this',
    someoneDid: 'It is done now',
    without: 'Go on without it',
    back: 'Back',
    yes: 'Yes',
    no: 'No',
    skip: 'Skip this',
    helpdesk: 'Ask the helpdesk',
    send: 'Send it',
    preview: 'Show exactly what is sent',
    joinTicket: (number: number): string => `Join ticket ${number}`,
    toTicket: (number: number): string => `Go to ticket ${number}`,
    comment: 'Add a comment',
    reopen: 'Reopen it',
    backToRepair: 'Go on here',
    restart: 'Start over',
    notFixed: 'Not fixed after all',
    notSetUp: 'Not set up after all',
    tried: 'Already tried',
    otherWays: 'Other ways',
    putOff: 'Try another way',
    switchCase: 'Take up the new one',
    joinCases: 'Both are the same trouble',
    stayHere: 'Stay with this one',
    more: 'More …',
    candidate: (n: number, title: string): string => `${n}. ${title}`,
  },

  welcome: {
    summary: 'Paste an error, get the fix',
    title: 'Paste the error. Get the fix.',
    text: 'Paste log lines or an error code here, just as they are. I look for the one line that matters, tell you what causes it and how I know, and lead you through the repair step by step.',
    how: [
      'A few lines around the error are better than one; a whole log is fine too.',
      'A code alone works in any notation: `0x80072f8f`, `12175`, `-2147012721`.',
      'At any time, write **back**, **other ways**, **summary**, **my cases**, **my tickets**, **helpdesk** or **help**.',
    ],
    knows: (issues: number): string =>
      `I know ${count(issues, 'fault and guide', 'faults and guides')}. When I do not know, I say so.`,
  },

  /** Added where the bot hears only what is addressed to it. */
  mention: 'In this conversation I only hear messages that mention me; buttons always work.',

  notices: {
    help: 'Press a button or write what is on it; its number works too. **Back** undoes the last move, **other ways** shows all that can be done, **summary** what we know, **pause** and **my cases** put a case aside and take it up again, **restart** begins anew, **helpdesk** hands over, **my tickets** shows what became of it, **forget my cases** removes what I keep of you. Or just paste more lines.',
    thanks: 'You are welcome.',
    thanksNoCase: 'You are welcome. Paste the next error whenever you like.',
    hello: 'Hello! We are still here:',
    empty: 'I could not find any text in that message.',
    stale: 'That button is from an earlier moment. This is where we are now:',
    foreign: 'That button belongs to another case. This is where we are now:',
    staleNoCase: 'That button belongs to a case that is no longer open. Paste the error again to start afresh.',
    misunderstood: 'I did not understand that. Press a button, write what is on it, or paste another error.',
    notHere: 'That does not fit here. Press a button, or write what is on it.',
    noSuchNumber: 'That number fits none of the buttons, or more than one. Write what is on it.',
    lost: 'We do not seem to understand each other, sorry. The helpdesk can take over: write **helpdesk** for a summary to hand over, or **restart** to begin anew.',
    beginning: 'This is the beginning; there is nothing to go back to.',
    notNow: 'That does not fit here. This is where we are:',
    newCase: 'Another error, so this is a new case. The one before is under **my cases**.',
    paused: 'Paused. Write **my cases** whenever you want to go on from here.',
    /** `titles`: of cases; never empty. */
    dropped: (titles: readonly string[]): string =>
      `I cannot keep so many cases. To make room I had to drop ${listOf(titles.map((title) => `“${title}”`))}; paste the error again if you need it.`,
    resumed: 'Back to this one. This is where we were:',
    stillThere: (line: number): string =>
      `The same error is still there, in line ${line} of the new lines. Let us finish the steps first:`,
    notSeen: (lines: number): string =>
      `I compared: what failed before is not in ${lines === 1 ? 'this fresh line' : `these ${lines} fresh lines`}, and nothing there says that it works, either. Please try again what failed.`,
    oldLines: 'These lines are from before the repair. Please paste some that were written after it.',
    silentLines: 'I read these lines; nothing in them speaks for or against what we have so far.',
    codeMeans: (code: string, name: string): string => `${code} is ${name}.`,
    pointsTo: (title: string, still: boolean): string =>
      still
        ? `With the new lines, the likeliest cause is still “${title}”.`
        : `With the new lines, the likeliest cause is now “${title}”.`,
    incomplete:
      'This paste looks incomplete: Teams seems to have lost some of it. If lines are missing, paste them once more.',
    answered: (name: string, answer: string): string => `${name} answered: ${answer}`,
    chose: (name: string, choice: string): string => `${name} chose: ${choice}`,
    restarted: 'All right, from the beginning.',
  },

  leadIn: {
    notSetUp: 'All right, not yet.',
    notHelped: 'Thank you for trying. Then that was not it.',
    still: (line: number): string =>
      `The same error is still there, in line ${line} of the new lines. Then that was not it.`,
    further: (line: number): string =>
      `That is progress: what failed before is past, and the request now gets as far as line ${line} of the new lines.`,
    rejected: 'All right, then something else.',
    putOff: 'All right, left for later.',
    added: (pastes: number): string =>
      pastes === 1 ? 'With the lines you added:' : `With the lines that you added, ${pastes} times by now:`,
    leftOut: (step: string): string => `Left out for now: ${step}`,
    unknownAnswer: 'That is fine; we go on without knowing.',
    fits: (value: string): string => `**${value}** fits: it keeps every rule.`,
    nextCause: 'The next possible cause is this one:',
    /** An answer speaks against it, and all in all it is still the likeliest. */
    evenSo: 'Even so, what you pasted points to it so clearly that it is worth a second look:',
    /** `named`: what they said it is. */
    besides: (named: string): string =>
      `For “${named}” the helpdesk may be the quicker way; before that, something else is worth a look:`,
  },

  another: {
    title: 'Another fault',
    text: (title: string): string => `These lines seem to be about something else: ${title}`,
    question: 'What shall we do?',
  },

  cases: {
    title: 'Your cases',
    none: 'There are no earlier cases here. Paste an error to begin one.',
    current: (title: string, state: 'open' | 'solved' | 'handed over'): string => `${title}\nhere now, ${state}`,
    item: (title: string, day: string, state: 'open' | 'solved' | 'handed over'): string =>
      `${title}\n${day}, ${state}`,
    unknown: 'An error that I did not know',
    text: 'Choose one to go on with it.',
    goOn: 'Go on with this one',
  },

  lookAround: {
    title: 'What can be done now',
    text: 'The first one is what I would do. Choose whichever suits you better.',
    way: (title: string, effort: Effort, likely: number): string =>
      `${title}\n${minutes(effort.minutes)}${needs(effort)} · ${chance(likely)}`,
    question: (question: string): string => `Answer a question: ${question}`,
    handOver: 'Ask the helpdesk: they get a summary of everything so far',
  },

  forget: {
    title: 'Forget your cases?',
    /** Numbers of conversations with cases, and of finished tickets. */
    text: (conversations: number, tickets: number): string =>
      `I would forget the cases that you opened in ${count(conversations, 'conversation')}${tickets === 0 ? '' : `, and ${count(tickets, 'finished ticket')}`}. That cannot be undone.`,
    nothing: 'I keep nothing of you.',
    open: (numbers: readonly string[]): string =>
      `Somebody still works on ticket ${listOf(numbers)}: you are told how it ends, and within a day of that it goes by itself. To have it gone sooner, say that you no longer need it, and ask me again.`,
    yes: 'Forget them',
    no: 'Keep them',
    done: 'Forgotten.',
    kept: 'Nothing was changed.',
  },
} as const;
