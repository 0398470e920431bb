// How a paste is understood, on a few articles made for it.

import { describe, expect, test } from '@jest/globals';
import { compileArticle } from '../../../knowledge/compile/index.js';
import { createKnowledge } from '../../../knowledge/indexing/index.js';

const article = (path: string, title: string, symptom: string, more = ''): string =>
  `# ${title}\n\n## Symptoms\n\nIt fails.\n\n    ${symptom}\n\n## Cause\n\nWhy ${path}.\n\n${more}## Resolution\n\n1. Repair ${path}.\n`;

const sources: Readonly<Record<string, string>> = {
  'vanish.md': article(
    'spooler',
    'Spooler stops with PRN_E_SPOOL',
    'Spooler: job failed with PRN_E_SPOOL, code 0x8A4F0011',
  ),
  'driver.md': article(
    'driver',
    'Driver is missing (PRN_E_DRIVER)',
    'Spooler: job failed with PRN_E_DRIVER, code 0x8A4F0012',
  ),
  'queue.md': article(
    'queue',
    'Queue cannot be reached',
    'Queue QUEUE01 cannot be reached: error 53',
    '## Follow-up questions\n\n### Which name stands in the log?\n\n- PRN_E_DRIVER: the [driver](driver.md#driver-is-missing-prn_e_driver) is missing.\n- Another: go on.\n\n',
  ),
  'paper.md': article('paper', 'Paper jam', 'The paper tray reports a jam near the fuser unit'),
};
const articles = Object.entries(sources).map(([path, markdown]) => compileArticle(path, markdown).article);
const knowledge = createKnowledge(articles);
const answer = (paste: string): string => {
  const { verdict, candidates } = knowledge.diagnose(paste);
  return verdict === 'none' ? 'none' : `${verdict} ${candidates[0]?.article.path}`;
};

describe('verdicts', () => {
  test.each([
    {
      name: 'the line as quoted',
      paste: 'Spooler: job failed with PRN_E_SPOOL, code 0x8A4F0011',
      expected: 'match vanish.md',
    },
    {
      name: 'the code in another notation',
      paste: 'Spooler: job failed, code -1974534127',
      expected: 'match vanish.md',
    },
    { name: 'the name alone', paste: 'PRN_E_DRIVER', expected: 'match driver.md' },
    { name: 'a slip in the name', paste: 'PRN_E_DRVER', expected: 'match driver.md' },
    { name: 'slips in words', paste: 'The papr tray reprts a jam near the fuser unit', expected: 'match paper.md' },
    {
      name: 'another host and time',
      paste: '2024-05-01 10:00:01 Queue PRN77 cannot be reached: error 53',
      expected: 'match queue.md',
    },
    {
      name: 'most of a message, and a code that is not there',
      paste: 'The paper tray of PRN77 reports a jam near the fuser unit: error 0x8A4F0099',
      expected: 'ambiguous paper.md',
    },
    {
      name: 'all of a message, and a code that is not there',
      paste: 'The paper tray reports a jam near the fuser unit\nError 0x8A4F0099',
      expected: 'match paper.md',
    },
    { name: 'small talk', paste: 'good morning, how are you?', expected: 'none' },
    { name: 'nothing', paste: '', expected: 'none' },
    { name: 'another fault', paste: 'Kernel panic: not syncing, attempted to kill init', expected: 'none' },
  ])('$name', ({ paste, expected }) => expect(answer(paste)).toBe(expected));
});

test('the decisive line comes first, among noise that looks alike', () => {
  const noise = ['Spooler: job started', 'Spooler: job 12 of 13', 'at Spooler.Jobs.Run(Job job)', 'Date: 1/2/2024'];
  const [first] = knowledge.diagnose([...noise, 'Spooler: PRN_E_DRIVER', ...noise].join('\n')).candidates;
  expect(first?.article.path).toBe('driver.md');
  expect(first?.evidence[0]).toMatchObject({ line: 5, text: 'Spooler: PRN_E_DRIVER' });
});

describe('articles that say the same', () => {
  const saying = (...texts: readonly (readonly [path: string, title: string, line: string])[]) =>
    createKnowledge([
      ...articles,
      ...texts.map(([path, title, line]) => compileArticle(path, article(path, title, line)).article),
    ]);
  const first = (of: ReturnType<typeof saying>, paste: string): string | undefined =>
    of.diagnose(paste).candidates[0]?.article.path;

  test('of another code are about another fault', () => {
    const dialling = saying(
      ['720.md', 'Error 720 of a dialled line', 'The line named HOME has failed, error 720'],
      ['809.md', 'Error 809 of a modem', 'The modem reports error 809: a firewall stands in between'],
    );
    const paste = 'The line named HOME has failed, error 809';
    expect(first(dialling, paste)).toBe('809.md');
  });

  test('are told apart by the product, whatever it is called', () => {
    const disks = saying(
      ['capture.md', 'Capture of an image fails', 'Not enough space on the disk, 0x8a4f0070'],
      ['content.md', 'Configuration Manager content is not sent', 'Not enough space on the disk, 0x8a4f0070'],
    );
    expect(first(disks, 'SCCM\nNot enough space on the disk, 0x8a4f0070')).toBe('content.md');
    expect(first(disks, 'image capture\nNot enough space on the disk, 0x8a4f0070')).toBe('capture.md');
  });
});

test('an answer that the paste shows leads to its issue', () => {
  expect(answer('Queue QUEUE01 cannot be reached: error 53\nPRN_E_DRIVER')).toBe('match driver.md');
});

test('what cannot be told apart is asked', () => {
  const diagnosis = knowledge.diagnose('Spooler: job failed with');
  expect(diagnosis.verdict).toBe('ambiguous');
  expect(diagnosis).toMatchObject({
    question: 'Which code do you see: 0x8A4F0011 or 0x8A4F0012?',
    split: {
      about: 'code',
      answers: [
        { label: '0x8A4F0011', candidates: [0] },
        { label: '0x8A4F0012', candidates: [1] },
      ],
      otherwise: [],
    },
  });
});

test('a code is decoded though no article explains it', () => {
  const diagnosis = knowledge.diagnose('0x80072EE7');
  expect(diagnosis.verdict).toBe('none');
  expect(diagnosis.codes).toEqual([
    {
      text: '0x80072EE7',
      value: '0x80072ee7',
      line: 1,
      names: expect.arrayContaining(['ERROR_WINHTTP_NAME_NOT_RESOLVED']),
      inner: 'Win32 12007',
    },
  ]);
});

test('a stop code is what a blue screen is about, not what it was called with, and has no name of Win32', () => {
  const blue = createKnowledge(
    Object.entries({
      'boot.md': article(
        'boot',
        'Stop error 7B after a controller is replaced',
        'STOP: 0x0000007B (parameter1, parameter2)',
      ),
      'object.md': article('object', 'Windows boot error 0xC0000034', 'Status: 0xC0000034'),
      'name.md': article('name', 'A name is invalid', 'Saving failed with error 123'),
    }).map(([path, markdown]) => compileArticle(path, markdown).article),
  );
  const { candidates, codes } = blue.diagnose('*** STOP: 0x0000007B <0xEF30AA2C,0xC0000034,0x00000000,0x00000000>');
  expect(candidates[0]?.article.path).toBe('boot.md');
  expect(codes).toEqual([{ text: '0x0000007B', value: '0x0000007b', line: 1, names: [] }]);
});

test('the number of a message is a question at most where the code behind it is another', () => {
  const hosts = createKnowledge([
    compileArticle(
      'host.md',
      article(
        'host',
        'A host is not added with error 2912',
        'Error (2912) An internal error has occurred. Unknown error (0x80190193)',
      ),
    ).article,
    ...articles,
  ]);
  const verdictOf = (code: string): string =>
    hosts.diagnose(`Adding it ends so:\nError (2912)\nAn internal error has occurred.\nForeign thing (${code})`)
      .verdict;
  expect(verdictOf('0x80190193')).toBe('match');
  expect(verdictOf('0x80072f0d')).toBe('ambiguous');
});

test('what the same source reports as another event is a question at most', () => {
  const events = createKnowledge([
    compileArticle(
      'event.md',
      article(
        'event',
        'Event ID 8193 is logged when the vault is opened',
        'Vault error: Unexpected error calling a routine of the vault writer.',
      ),
    ).article,
    ...articles,
  ]);
  const verdictOf = (event: number): string =>
    events.diagnose(
      `Source: Vault\nEvent ID: ${event}\nVault error: Unexpected error calling a routine of the vault writer.`,
    ).verdict;
  expect(verdictOf(8193)).toBe('match');
  expect(verdictOf(8194)).toBe('ambiguous');
});

test('a name that only one title has is worth more than a code that several articles mention', () => {
  const mention = (room: string): string =>
    article(room, `The ${room} is closed`, `Opening the ${room} ends with 0xc00000bb`);
  const names = createKnowledge(
    Object.entries({
      'boot.md': article('boot', 'BlInitializeLibrary failed XXX at the start', 'BlInitializeLibrary failed XXX'),
      ...Object.fromEntries(['vault', 'attic', 'cellar', 'garage'].map((room) => [`${room}.md`, mention(room)])),
      ...sources,
    }).map(([path, markdown]) => compileArticle(path, markdown).article),
  );
  expect(names.diagnose('BlInitializeLibrary failed 0xc00000bb').candidates[0]?.article.path).toBe('boot.md');
});

test('a code that one article has does not outweigh another whose title is the whole message', () => {
  const message = 'The trust between the printer and its server failed';
  const rooms = ['vault', 'attic', 'cellar'].map((room): [string, string] => [
    `${room}.md`,
    article(room, `The ${room} is closed`, `Opening the ${room} ends with ${message}`),
  ]);
  const doors = [1, 2, 3, 4, 5, 6].map((door): [string, string] => [
    `door-${door}.md`,
    article(`door ${door}`, `Door ${door} is closed`, `Door number ${door} of the house is closed`),
  ]);
  const trust = createKnowledge(
    Object.entries<string>({
      'trust.md': article('trust', message, message),
      'setup.md': article('setup', 'Setup ends with error 1789', 'Setup ends with error 1789'),
      ...Object.fromEntries([...rooms, ...doors]),
    }).map(([path, markdown]) => compileArticle(path, markdown).article),
  );
  expect(trust.diagnose(`${message}. (error 1789)`).candidates[0]?.article.path).toBe('trust.md');
});

test('a rare word that is in a title is worth more than a phrase about something else', () => {
  const doors = Array.from({ length: 12 }, (_, door): [string, string] => [
    `door-${door}.md`,
    article('door', `Door ${door} is closed`, `Door number ${door} of the house is closed`),
  ]);
  const screens = createKnowledge(
    Object.entries<string>({
      'upload.md': article('upload', 'Uploads are slow', 'The screen turned green'),
      'dracut.md': article('dracut', 'Leave a dracut shell', 'The screen stays black.'),
      ...Object.fromEntries(doors),
    }).map(([path, markdown]) => compileArticle(path, markdown).article),
  );
  const paste = 'My screen turned green and says dracut timeout';
  expect(screens.diagnose(paste).candidates[0]?.article.path).toBe('dracut.md');
});

test('an article that has most of a message and is about something else by its title is a question at most', () => {
  const asked = (title: string): string =>
    createKnowledge([
      compileArticle('agent.md', article('agent', title, 'The session that was named has ended already.')).article,
      ...articles,
    ]).diagnose('Joining ends so:\nThe session that was named has ended already, it says, and nobody knows which one.')
      .verdict;
  expect(asked('A session has ended already')).toBe('match');
  expect(asked('Installing agents in bulk')).toBe('ambiguous');
});

test('a name that is left unexplained leaves doubts, but not one of a stack frame', () => {
  const sure = (line: string): number =>
    knowledge.diagnose(`Spooler: job failed with PRN_E_DRIVER, code 0x8A4F0012\n${line}`).candidates[0]?.confidence ??
    0;
  expect(sure('Spooler: also seen: PRN_E_LID')).toBeLessThan(sure('Spooler: also seen: a lid'));
  expect(sure('at Contoso.Spooler.Run(Job job)')).toBeGreaterThan(sure('Spooler: also seen: PRN_E_LID'));
});

test('confidence falls from candidate to candidate', () => {
  const confidences = knowledge.diagnose(Object.values(sources).join('\n')).candidates.map((one) => one.confidence);
  expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
});

test('the same paste gets the same answer', () => {
  const paste = 'Spooler: job failed with PRN_E_SPOOL';
  expect(JSON.stringify(knowledge.diagnose(paste))).toBe(JSON.stringify(createKnowledge(articles).diagnose(paste)));
});
