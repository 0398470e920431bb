// A case that is handed over: the form, the ticket, and what a helpdesk gets.

import { count, listOf, minuteOf, percent } from './phrases.js';

export const tickets = {
  handOver: {
    summary: 'Hand over to the helpdesk',
    title: 'Hand over to the helpdesk',
    /** `places`: where it goes; never empty. `isAnswered`: whether what is said there comes back here. */
    goesTo: (places: readonly string[], isAnswered: boolean): string =>
      `Everything is filled in; change what you like and send it. It goes to ${listOf(places)}. ${
        isAnswered ? 'Answers come to this chat.' : 'Answers do not come to this chat, so say how to reach you.'
      }`,
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
    sent: 'What you filled in in the form, who you are, and this:',
    long: 'What is sent with it is too long to stand here: let it be shown.',
    altered:
      'What you wrote is shown as it would be sent: too long, or with something in it that looked like a password, a token or a name. Send it like this, or change it.',
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
    /** It was tried, and is tried again. */
    delayed: 'not delivered yet',
    nobodyHears: 'Nobody is notified from here: no helpdesk is connected. Copy this to whoever can help:',
    nobody: 'Nobody is notified from here: no helpdesk is connected.',
    copy: 'To copy',
    kept: 'It is kept under this number: **my tickets** lists it at any time.',
    onItsWay: (isAnswered: boolean): string =>
      `The helpdesk gets everything found so far. ${
        isAnswered ? 'Answers come to this chat.' : 'It answers outside this chat.'
      }`,
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
      fixed: 'Resolved by',
      fixedByOther: 'Something else, as written above',
      draft: 'Draft article',
      draftLink: (number: number, address: string): string =>
        `**[Download ticket-${number}.md](${address})** The link works for a day.`,
      draftText:
        'Save this as a Markdown file in your folder of articles, complete it, and check it with `pastefix lint`.',
      noDraft: 'There is nothing yet that an article could be made of.',
    },
    altered:
      'Nothing is sent yet. What you wrote is shown as it would be sent: too long, or with something in it that looked like a password, a token or a name. Send it like this, or change it.',
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
      closedWithCase: (number: number): string => `Ticket ${number} is closed with it.`,
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

  handedOver: {
    summary: 'A summary for the helpdesk',
    title: 'For the helpdesk',
    text: 'Copy this into your ticket. Passwords, tokens and account names have been masked as far as I recognise them; please read it over before you send it.',
    caption: 'Summary',
    stillHere: 'You can go on here at any time.',
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
      couldNotChoose: 'could not tell which of those it is',
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
    reopenedThere: 'Reopened there.',
    /** Ends an e-mail. */
    answerInTeams: 'Answers to this e-mail are not read by Pastefix. The ticket is answered in Microsoft Teams.',
  },
} as const;
