// What is said around the dialog, in Teams and to a browser: about files, channels, links, and what went wrong.

export const teams = {
  /** To a press that was delivered once more, when the card is not at hand to show what came of it. */
  alreadyDone: 'That is done already.',
  /** `reference`: what the operator finds it by. */
  apology: (reference: string): string =>
    `Something went wrong on my side, and I could not deal with that. Please try it once more. If it fails again, tell whoever runs Pastefix here; reference ${reference}.`,
  files: {
    summary: (name: string): string => `${name} was not read`,
    notRead: (name: string, advice: string): string => `**${name}** was not read. ${advice}`,
    foreign: 'I only read files that Teams itself keeps, in OneDrive or SharePoint. Paste the lines instead.',
    unreachable: 'I could not fetch it. Attach it once more, or paste the lines instead.',
    'too-large': 'It is too large. Cut out the part around the error and attach or paste that.',
    archive: 'It is an archive. Unpack it and attach the log itself.',
    'not-text': 'It is not a text file. Attach the log itself, or paste the lines.',
  },
  channelId: {
    summary: 'The id of this channel',
    /** The value stands below it. */
    text: 'To have tickets brought to this channel, set **PASTEFIX\\_SUPPORT\\_CHANNELS** to this, or put a product in place of `*`:',
    noChannelSummary: 'This is no channel',
    noChannel:
      'This is no channel. Mention me in the channel that is to take care of tickets, and write **channel id** there.',
  },
  /** To a browser that opens the link to a draft which is not there. */
  drafts: {
    foreign: 'This address leads to no draft. Press “Draft article” on the card of the ticket for one that does.',
    over: 'This link worked for a day, which is over. Press “Draft article” on the card of the ticket for a new one.',
    gone: 'There is nothing any more that a draft could be made of: the ticket is no longer kept.',
    down: 'Tickets cannot be read just now. Try again in a minute.',
  },
} as const;
