// Everything the bot says and understands, in English. Values that go into a sentence are Markdown by then.

import type { CheckWords, Effort, LogPlace, LogRequest } from '../../knowledge/index.js';
import type { Meaning } from '../meaning.js';
import type { WhyAsk, WhyRepair } from '../next-move.js';
import { questionFrom } from './question-from.js';

/** As people say it. */
const minutes = (n: number): string => {
  if (n < 1.5) return 'about a minute';
  if (n < 55) return `about ${n < 10 ? Math.round(n) : Math.round(n / 5) * 5} minutes`;
  const hours = Math.round(n / 30) / 2;
  return hours <= 1 ? 'about an hour' : `about ${hours} hours`;
};

const needs = ({ who, risk }: Effort): string =>
  [
    ...(who === 'anyone' ? [] : [who === 'administrator' ? 'needs administrator rights' : 'may need another team']),
    ...(risk === 'none' ? [] : [risk === 'interrupts' ? 'interrupts the service' : 'cannot be undone']),
  ]
    .map((it) => `, ${it}`)
    .join('');

const chance = (likely: number): string => {
  const tenths = Math.round(likely * 10);
  return tenths === 0
    ? 'helps now and then'
    : tenths >= 10
      ? 'almost certain to help'
      : `helps in about ${tenths} of 10 cases like this`;
};

const percent = (share: number): string => {
  const rounded = Math.min(99, Math.round(share * 100));
  return rounded < 1 ? 'less than 1 %' : `${rounded} %`;
};

/** `at`: ISO time. */
const minuteOf = (at: string): string => `${at.slice(0, 16).replace('T', ' ')} UTC`;

const count = (n: number, one: string, many = `${one}s`): string => (n === 1 ? `1 ${one}` : `${n} ${many}`);

const oneOf = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;

const listOf = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/\s+\S*$/, '')}…`;

export const en = {
  /** What people write, by what they mean. Lower case, no punctuation but apostrophes dropped: `dont know`. */
  vocabulary: {
    done: [
      'done',
      'did it',
      'did that',
      'i did it',
      'i did that',
      'next',
      'next step',
      'continue',
      'go on',
      'ok',
      'okay',
      'k',
      'ready',
      'finished',
      'complete',
      'completed',
    ],
    works: [
      'it works',
      'it works now',
      'works',
      'works now',
      'working',
      'working now',
      'it is working',
      'its working',
      'fixed',
      'it is fixed',
      'its fixed',
      'fixed it',
      'that fixed it',
      'that did it',
      'solved',
      'resolved',
      'problem solved',
      'it is set up',
      'it is set up now',
      'it helped',
      'that helped',
    ],
    cannot: [
      'cannot',
      'cant',
      'i cannot',
      'i cant',
      'cannot do this',
      'cant do this',
      'i cannot do this',
      'i cant do this',
      'cannot do that',
      'cant do that',
      'no rights',
      'i have no rights',
      'no permission',
      'no permissions',
      'not allowed',
      'stuck',
      'im stuck',
      'i am stuck',
    ],
    tried: [
      'tried',
      'already tried',
      'i tried that',
      'tried that',
      'already tried that',
      'already did that',
      'i already did that',
    ],
    other: ['other ways', 'what else', 'what else can i do', 'alternatives', 'something different', 'another way'],
    cases: [
      'my cases',
      'cases',
      'list cases',
      'show my cases',
      'show cases',
      'my case',
      'resume',
      'go on tomorrow',
      'where were we',
    ],
    tickets: ['my tickets', 'tickets', 'show my tickets', 'show tickets', 'list tickets', 'my ticket', 'open tickets'],
    forget: [
      'forget my cases',
      'forget me',
      'forget my data',
      'delete my cases',
      'delete my data',
      'forget everything',
    ],
    send: ['send', 'send it', 'send this', 'submit'],
    summary: ['summary', 'show summary', 'status', 'where are we', 'what do we know', 'recap'],
    pause: ['pause', 'pause this', 'tomorrow', 'continue later', 'continue tomorrow', 'not now', 'park it'],
    back: ['back', 'go back', 'previous', 'undo', 'one back', 'step back', 'last step'],
    unknown: [
      'dont know',
      'i dont know',
      'do not know',
      'i do not know',
      'idk',
      'dunno',
      'not sure',
      'im not sure',
      'i am not sure',
      'unsure',
      'no idea',
      'unknown',
      'maybe',
    ],
    skip: ['skip', 'skip it', 'skip this', 'skip step', 'skip this step', 'later'],
    yes: [
      'yes',
      'y',
      'yep',
      'yeah',
      'yup',
      'sure',
      'correct',
      'right',
      'true',
      'it is',
      'it does',
      'they do',
      'yes please',
      'yes it is',
      'yes it does',
      'yes it did',
    ],
    no: [
      'no',
      'n',
      'nope',
      'nah',
      'false',
      'it is not',
      'it isnt',
      'it does not',
      'it doesnt',
      'it did not',
      'it didnt',
      'no it is not',
      'not yet',
      'still broken',
      'still the same',
      'still not working',
      'it still does not work',
      'it still doesnt work',
      'does not work',
      'doesnt work',
      'did not help',
      'didnt help',
      'no change',
    ],
    helpdesk: [
      'helpdesk',
      'help desk',
      'ask helpdesk',
      'ask the helpdesk',
      'ask the help desk',
      'service desk',
      'hand over',
      'handover',
      'hand it over',
      'escalate',
      'support',
      'ticket',
      'open a ticket',
      'human',
      'a human',
      'talk to a human',
      'person',
    ],
    steps: [
      'steps',
      'show steps',
      'show the steps',
      'show me the steps',
      'how do i fix it',
      'how to fix it',
      'fix',
      'fix it',
      'start',
      'begin',
      'lets go',
      'go ahead',
      'go',
    ],
    none: [
      'none',
      'none of these',
      'none of them',
      'neither',
      'something else',
      'this is something else',
      'it is something else',
      'other',
      'another cause',
      'not this',
      'wrong',
    ],
    more: ['more', 'show more', 'more choices'],
    restart: [
      'restart',
      'start over',
      'start again',
      'start from the beginning',
      'reset',
      'new',
      'new case',
      'new error',
      'cancel',
      'stop',
      'quit',
      'exit',
      'forget it',
      'never mind',
      'nevermind',
      'close',
    ],
    help: [
      'help',
      'help me',
      'what can you do',
      'what do you do',
      'who are you',
      'how does this work',
      'how do you work',
      'commands',
      'menu',
      'usage',
      'info',
      'about',
    ],
    thanks: [
      'thanks',
      'thank you',
      'thx',
      'ty',
      'cheers',
      'great',
      'perfect',
      'nice',
      'cool',
      'awesome',
      'super',
      'good',
      'great thanks',
      'ok thanks',
      'thanks a lot',
      'many thanks',
      'thank you very much',
      'good bot',
      'bye',
      'goodbye',
      'see you',
    ],
    hello: [
      'hi',
      'hello',
      'hey',
      'hallo',
      'hiya',
      'howdy',
      'hi there',
      'hello there',
      'hey there',
      'good morning',
      'good afternoon',
      'good evening',
      'morning',
      'test',
      'ping',
      'how are you',
      'whats up',
    ],
  } satisfies Record<Meaning, readonly string[]>,

  /** What a message begins with that names a ticket. */
  ticketWords: ['ticket'],

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

  note: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },

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
  },

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
    ready: (ways: number, title: string, steps: number, effort: Effort): string => {
      const size = `${count(steps, 'step')}, ${minutes(effort.minutes)}${needs(effort)}`;
      if (ways === 1) return `There is a repair: ${size}.`;
      return `There are ${ways} ways to repair it. I would begin with ${title === '' ? 'this one' : `“${title}”`}: ${size}.`;
    },
    guideReady: (steps: number, time: number): string => `It takes ${count(steps, 'step')}, ${minutes(time)}.`,
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
      default:
        return why satisfies never;
    }
  },

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
    logs: 'The closest faults I know show up in these logs:',
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

  handOver: {
    summary: 'Hand over to the helpdesk',
    title: 'Hand over to the helpdesk',
    /** `places`: where it goes; never empty. */
    goesTo: (places: readonly string[]): string =>
      `Everything is filled in; change what you like and send it. It goes to ${listOf(places)}. Answers come to this chat.`,
    nobody:
      'Nobody is notified from here: no helpdesk is connected. I keep the ticket under a number, and give you the text to copy.',
    /** `area`: undefined where it is for everything. */
    channel: (area: string | undefined): string =>
      area === undefined ? 'the support channel' : `the support channel for ${area}`,
    own: (number: number, state: string): string => `This case is ticket ${number} already (${state}).`,
    since: 'New since then, and sent with that',
    /** `people` have had it in the last week, `today` of them since this time yesterday. */
    similar: (people: number, today: number): string => {
      const who = (n: number): string => (n === 1 ? 'A colleague' : `${n} colleagues`);
      const rest = people > today && today > 0 ? `, ${people} in the last days` : '';
      return `**${today > 0 ? `${who(today)} hit this today${rest}` : `${who(people)} hit this in the last days`}.** Join their ticket, and you hear what they hear:`;
    },
    similarTicket: (number: number, state: string, owner: string | undefined, summary: string): string =>
      `Ticket ${number}: ${summary}\n${state}${owner === undefined ? '' : `, ${owner} takes care of it`}`,
    fields: {
      summary: 'In short',
      severity: 'How bad is it',
      devices: 'How many devices',
      contact: 'How to reach you',
    },
    hints: { devices: 'not known', contact: 'a phone number, or when you are there' },
    /** What people write before what they fill in. */
    fieldWords: {
      summary: ['summary', 'title', 'in short'],
      severity: ['severity', 'priority', 'urgency'],
      devices: ['devices', 'machines', 'computers', 'device'],
      contact: ['contact', 'phone', 'reach me'],
    },
    typing: 'Without a form, write for example **severity high**, **devices 12** or **contact** and how to reach you.',
    show: 'Show exactly what is sent',
    sent: 'What you filled in above, your name, and this:',
    masked:
      'Passwords, tokens and account names are masked as far as I recognise them; please read it over before you send it.',
    noSummary: 'An error that nobody knows yet',
    broken: {
      summary: 'Please say in short what is wrong.',
      severity: 'How bad it is can be low, normal, high or critical.',
      devices: 'How many devices: a number, please, or nothing.',
      contact: 'I could not read how to reach you.',
    },
  },

  /** A ticket, as its requester and the experts see it. Names and texts that go in are Markdown by then. */
  ticket: {
    title: (number: number): string => `Ticket ${number}`,
    summary: (number: number, state: string): string => `Ticket ${number}: ${state}`,
    states: {
      new: 'new',
      assigned: 'in work',
      waiting: 'waiting for an answer',
      resolved: 'resolved',
      reopened: 'reopened',
      closed: 'closed',
    },
    facts: {
      state: 'State',
      owner: 'Taken care of by',
      area: 'Product',
      opened: 'Opened',
      waiting: 'Waiting for it too',
    },
    nobodyYet: 'nobody yet',
    requester: 'the requester',
    /** ISO time. */
    at: (at: string): string => minuteOf(at),
    history: 'What has happened',
    earlier: (n: number): string => `${count(n, 'thing')} before that`,
    /** How far a place has been told; `name`: what it is called there, a link where there is one. */
    delivery: {
      delivered: (place: string, name: string | undefined): string =>
        name === undefined ? `${place} has it` : `${place} has it as ${name}`,
      waiting: (place: string): string => `${place}: on its way`,
      undelivered: (place: string): string => `${place}: **not delivered.** It is kept, and can be sent again.`,
    },
    channel: 'The support channel',
    chat: 'A chat',
    undelivered: 'not delivered',
    nobodyHears: 'Nobody is notified from here: no helpdesk is connected. Copy this to whoever can help:',
    nobody: 'Nobody is notified from here: no helpdesk is connected.',
    copy: 'To copy',
    kept: 'It is kept under this number: **my tickets** lists it at any time.',
    onItsWay: 'The helpdesk gets everything found so far. Answers come to this chat.',
    gone: (number: number): string => `Ticket ${number} is no longer kept.`,
    stillHere: 'You can go on here at any time.',
    comment: 'Say something about it',
    commentHint: 'what has changed, what you have tried',
    typing: (number: number): string => `Or write **ticket ${number}:** and what you have to say.`,
    listTitle: 'Your tickets',
    openTitle: 'Open tickets',
    none: 'You have no tickets.',
    noneOpen: 'No ticket is open.',
    item: (number: number, summary: string, state: string): string => `Ticket ${number}: ${summary}\n${state}`,
    listed: (number: number, summary: string): string => `${number}: ${summary}`,
    choose: 'Choose one to see it, or write **ticket** and its number.',
    /** For experts. */
    expert: {
      likeliest: 'Likeliest cause',
      askFirst: 'Ask first',
      text: 'Your words',
      textHint: 'a question, an answer, or what fixed it',
      fixed: 'Which of these fixed it',
      fixedByOther: 'Something else, as written above',
      draft: 'Draft article',
      draftText:
        'Save this as a Markdown file in your folder of articles, complete it, and check it with `pastefix lint`.',
      noDraft: 'There is nothing yet that an article could be made of.',
    },
    verbs: {
      show: 'Show it',
      assign: 'Assign to me',
      ask: 'Ask the requester',
      tell: 'Write to the requester',
      resolve: 'Resolve',
      reopen: 'Reopen',
      say: 'Add a comment',
      answer: 'Answer',
      close: 'It works now',
      withdraw: 'No longer needed',
      everything: 'Show everything',
      draft: 'Draft article',
    },
    news: {
      assigned: (number: number, who: string): string => `${who} takes care of ticket ${number}.`,
      asked: (number: number, who: string): string => `${who} has a question about ticket ${number}:`,
      told: (number: number, who: string): string => `${who} writes about ticket ${number}:`,
      resolved: (number: number, who: string): string => `${who} has resolved ticket ${number}:`,
      reopened: (number: number, who: string): string => `${who} has reopened ticket ${number}:`,
      closed: (number: number, who: string): string => `${who} has closed ticket ${number}.`,
      stillBroken: 'If it still fails, reopen the ticket.',
    },
    done: {
      say: 'Thank you, that is noted in the ticket.',
      close: 'Glad it works. The ticket is closed.',
      reopen: 'Reopened: the experts see it again.',
      joined: (number: number): string => `You wait for ticket ${number} now, and hear what its requester hears.`,
    },
    stale: 'The ticket has moved on meanwhile. This is where it stands:',
    unknown: (number: number): string => `I know no ticket ${number} of yours. **my tickets** lists them.`,
    experts: 'Only the support team can do that, in its channel.',
    fixedIsBack: 'It is back.',
    refusals: {
      'not-yours': 'That is for others to do.',
      finished: 'This ticket is finished. Reopen it first.',
      'still-open': 'This ticket is open.',
      'already-yours': 'You take care of it already.',
      'already-waiting': 'You wait for it already.',
      empty: 'Write your words first, then press the button.',
      full: 'So much has been said in this ticket that it takes no more. Open a new one, or resolve it.',
    },
  },

  forget: {
    title: 'Forget your cases?',
    /** Numbers of conversations with cases, and of finished tickets. */
    text: (conversations: number, tickets: number): string =>
      `I would forget the cases that you opened in ${count(conversations, 'conversation')}${tickets === 0 ? '' : `, and ${count(tickets, 'finished ticket')}`}. That cannot be undone.`,
    nothing: 'I keep nothing of you.',
    open: (numbers: readonly string[]): string =>
      `Somebody still works on ticket ${listOf(numbers)}, so that stays until it is finished.`,
    yes: 'Forget them',
    no: 'Keep them',
    done: 'Forgotten.',
    kept: 'Nothing was changed.',
  },

  handedOver: {
    summary: 'A summary for the helpdesk',
    title: 'For the helpdesk',
    text: 'Copy this into your ticket. Passwords, tokens and account names have been masked as far as I recognise them; please read it over before you send it.',
    caption: 'Summary',
    stillHere: 'You can go on here at any time.',
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

  /** What the helpdesk gets; plain text. */
  packet: {
    /** `openedAt`: ISO time. */
    heading: (id: string, openedAt: string): string => `Pastefix case ${id}, opened ${minuteOf(openedAt)}`,
    diagnosis: 'Diagnosis',
    unexplained: 'nothing known explains it well',
    sure: (confidence: number): string => `${percent(confidence)} sure`,
    likely: (share: number): string => `${percent(share)} likely`,
    /** After what was told since. */
    likelyByNow: (confidence: number, share: number): string =>
      `${percent(confidence)} sure at first, ${percent(share)} likely by now`,
    section: 'Article',
    askFirst: 'Ask first',
    whoCan: (step: string): string => `Who can do this step? ${step}`,
    evidence: 'Evidence',
    line: (line: number): string => `line ${line}`,
    codes: 'Codes',
    answers: 'Answers',
    unknownAnswer: 'does not know',
    tried: 'Done so far',
    untried: 'Not tried yet',
    ruledOut: 'Ruled out',
    workaround: 'workaround',
    repair: 'repair',
    stepsDone: (done: number, total: number): string => `${done} of ${count(total, 'step')} done`,
    stuckAt: (step: number, text: string): string => `cannot be done: step ${step}, ${text}`,
    leftOut: (step: number): string => `left out: step ${step}`,
    outcome: { 'not helped': 'did not help', progress: 'got further', helped: 'helped' },
    timeline: 'Time line',
    /** `at`: ISO time. */
    at: (at: string, what: string): string => `${minuteOf(at)}: ${what}`,
    /** `title`: of the likeliest cause, empty where there is none. */
    opened: (verdict: 'match' | 'ambiguous' | 'none', title: string): string => {
      if (verdict === 'none' || title === '') return 'pasted the error; nothing known explained it';
      return verdict === 'match'
        ? `pasted the error; it looked like “${title}”`
        : 'pasted the error; it fitted several';
    },
    happened: {
      chose: (title: string): string => `chose “${title}”`,
      rejected: (title: string): string => `said that it is not “${title}”`,
      rejectedAll: 'said that it is none of those',
      answered: (question: string, answer: string): string => `${question} ${answer}`,
      began: (repair: string): string => `began: ${repair}`,
      did: (steps: number, repair: string): string => `did ${count(steps, 'step')}: ${repair}`,
      stuck: (step: number, repair: string): string => `could not do step ${step}: ${repair}`,
      skipped: (step: number, repair: string): string => `left step ${step} out: ${repair}`,
      tried: (repair: string): string => `did not help: ${repair}`,
      putOff: (repair: string): string => `left for later: ${repair}`,
      verified: (outcome: 'gone' | 'still' | 'further', repair: string): string => {
        const seen = { gone: 'the error is gone', still: 'the error is still there', further: 'it got further' };
        return `pasted fresh lines, ${seen[outcome]}: ${repair}`;
      },
      added: 'pasted more lines',
      fixed: 'said that it works',
      handedOver: 'handed over to the helpdesk',
    },
    paste: 'What was pasted (masked)',
    added: 'Lines pasted later (masked)',
    cut: '[cut here]',
    versions: 'Versions',
    versionsOf: (bot: string, knowledge: string): string => `Pastefix ${bot}, knowledge ${knowledge}`,
  },

  /** Of an article made from a ticket; for its reviewer to complete. */
  draft: {
    title: (number: number): string => `What ticket ${number} was about`,
    /** `at`: ISO time. */
    summary: (number: number, at: string): string =>
      `Draft from ticket ${number}, resolved on ${at.slice(0, 10)}. To be reviewed: say in a sentence or two what this is about.`,
    symptoms: 'This is what the log shows:',
    cause: 'To be completed by the reviewer: why it happens.',
  },

  /** What people at a helpdesk read; plain text. Names are not empty. */
  helpdesk: {
    ticket: 'Ticket',
    number: (number: number): string => `Pastefix ${number}`,
    askedBy: 'Asked by',
    contact: 'How to reach them',
    severity: 'Severity',
    severities: { low: 'low', normal: 'normal', high: 'high', critical: 'critical' },
    devices: 'Devices',
    somebody: 'somebody',
    /** Where more is known than fits. */
    cut: '[cut here, all of it is attached]',
    /** `text`, where there is one, stands in the lines below. */
    happened: {
      opened: (name: string): string => `${name} asked the helpdesk.`,
      joined: (name: string): string => `${name} has the same fault and waits for it too.`,
      assigned: (name: string): string => `${name} takes care of it.`,
      asked: (name: string): string => `${name} asked:`,
      said: (name: string): string => `${name} wrote:`,
      told: (name: string): string => `${name} wrote:`,
      resolved: (name: string): string => `${name} resolved it:`,
      reopened: (name: string): string => `${name} reopened it:`,
      closed: (name: string): string => `${name} closed it.`,
    },
    /** Where nobody there has said what fixed it. */
    resolvedThere: 'Resolved there, without a word on what fixed it.',
    /** Ends an e-mail. */
    answerInTeams: 'Answers to this e-mail are not read by Pastefix. The ticket is answered in Microsoft Teams.',
  },
} as const;

/** All texts of one language. */
export type Words = Widened<typeof en>;

type Widened<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [Key in keyof T]: Widened<T[Key]> };
