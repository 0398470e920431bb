// The question between candidates, computed from what distinguishes them.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findCodes, hexOf } from '../../../../knowledge/codes/index.js';
import { compileArticle } from '../../../../knowledge/compile/index.js';
import { sentenceOf } from '../../../../knowledge/match/question/question.js';
import { bestSplit } from '../../../../knowledge/match/question/split.js';

interface Written {
  readonly title?: string;
  readonly product?: string;
  readonly symptoms?: string;
  readonly checks?: string;
  readonly resolution?: string;
  readonly confidence?: number;
}

function candidateOf({ title, product, symptoms, checks, resolution, confidence = 0.5 }: Written, at: number) {
  const text = [
    ...(product === undefined ? [] : ['---', `product: ${product}`, '---']),
    `# ${title ?? `Fault ${'abcdef'[at]}`}`,
    `## Symptoms\n\n${symptoms ?? 'It fails.'}`,
    '## Cause\n\nHeat.',
    ...(checks === undefined ? [] : [`## Follow-up questions\n\n${checks}`]),
    `## Resolution\n\n${resolution ?? '1. Cool it.'}`,
  ].join('\n\n');
  const { article } = compileArticle(`${at}.md`, text);
  const [issue] = article.issues;
  if (issue === undefined) throw new Error('The article has no issue');
  return { article, issue, confidence };
}

function ask(written: readonly Written[], paste = '') {
  const candidates = written.map(candidateOf);
  const codes = findCodes(paste).map(({ text, value }) => ({ text, value: hexOf(value), line: 1, names: [] }));
  const split = bestSplit(candidates, { text: paste, codes });
  const check = candidates[split.check?.candidate ?? -1]?.issue.checks.find(({ id }) => id === split.check?.id);
  return { ...split, question: sentenceOf(split, check?.question) };
}

const status = (text: string) => `The client logs:\n\n    StatusCode= 403 StatusText= ${text}`;
const inLog = (file: string) => `**${file}**\n\n    It fails`;

test.each<{ name: string; issues: readonly Written[]; paste?: string; question: string }>([
  {
    name: 'the status text',
    issues: [{ symptoms: status('GW_Certrequired') }, { symptoms: status('GW_Forbidden') }],
    question: 'Does the log say GW_Certrequired or GW_Forbidden?',
  },
  {
    name: 'one of three status texts',
    issues: [{ symptoms: status('GW_A1') }, { symptoms: status('GW_B2') }, { symptoms: status('GW_C3') }],
    question: 'Does the log say GW_A1, GW_B2 or GW_C3?',
  },
  {
    name: 'the status',
    issues: [{ symptoms: 'Requests end with HTTP 401.' }, { symptoms: 'Requests end with HTTP 503.' }],
    question: 'Which HTTP status is it: 401 or 503?',
  },
  {
    name: 'the code',
    issues: [{ symptoms: 'It ends with error 0x80070005.' }, { symptoms: 'It ends with error 1326.' }],
    question: 'Which code do you see: 0x80070005 or 1326?',
  },
  {
    name: 'the event',
    issues: [{ symptoms: 'Event ID 5152 is logged.' }, { symptoms: 'Event ID 5157 is logged.' }],
    question: 'Which event ID do you see: 5152 or 5157?',
  },
  {
    name: 'the log',
    issues: [{ symptoms: inLog('ccmsetup.log') }, { symptoms: inLog('CcmMessaging.log') }],
    question: 'Which log does this come from: ccmsetup.log or CcmMessaging.log?',
  },
  {
    name: 'the product',
    issues: [{ product: 'Microsoft SQL Server 2016' }, { product: 'Windows Server 2016' }],
    question: 'Which product is this about: SQL Server or Windows Server?',
  },
  {
    name: 'the version',
    issues: [{ product: 'SQL Server 2016' }, { product: 'SQL Server 2019 Standard' }],
    question: 'Which version is it: SQL Server 2016 or SQL Server 2019?',
  },
  {
    name: 'the version that the text names, of the only product',
    issues: [
      { product: 'Configuration Manager', symptoms: 'It fails since version 1906.' },
      { product: 'Configuration Manager', symptoms: 'It fails since version 2002.' },
    ],
    question: 'Which version is it: Configuration Manager version 1906 or Configuration Manager version 2002?',
  },
  {
    name: 'no version of who knows what',
    issues: [
      { title: 'Refused', symptoms: 'It fails since version 1906.' },
      { title: 'Another name', product: 'Windows 10, Office', symptoms: 'It fails since version 1607.' },
    ],
    question: 'Which is closest to what you see: “Refused” or “Another name”?',
  },
  {
    name: 'the variant',
    issues: [
      { resolution: '### Cloud only\n\n1. Cool it.\n\n### Hybrid\n\n1. Cool it.' },
      { resolution: '### On premises\n\n1. Cool it.\n\n### Workgroup\n\n1. Cool it.' },
    ],
    question: 'Which is your environment: Cloud only or On premises?',
  },
  {
    name: 'a name that one of them shows',
    issues: [{ symptoms: 'The log says PRN_E_DRIVER.' }, { symptoms: 'The log says nothing.' }],
    question: 'Do you also see PRN_E_DRIVER in the log?',
  },
  {
    name: 'what their author asks, where it leads from one to the other',
    issues: [
      {
        title: 'Refused',
        checks: '### Which flag is set?\n\n- CN_INVALID: [another name](1.md#another-name).\n- CA_INVALID: go on.',
      },
      { title: 'Another name' },
    ],
    question: 'Which flag is set: CN_INVALID or CA_INVALID?',
  },
  {
    name: 'a question for yes or no as it stands',
    issues: [{ checks: '### Is it hot?\n\n- Yes: heat it is.\n- No: not this.' }, {}],
    question: 'Is it hot?',
  },
  {
    name: 'which description fits, where nothing else tells',
    issues: [{ title: 'Paper jam' }, { title: 'Toner is low' }],
    question: 'Which is closest to what you see: “Paper jam” or “Toner is low”?',
  },
  {
    name: 'whether it is the only one',
    issues: [{ title: 'Paper jam' }],
    question: 'Is this what you see: Paper jam?',
  },
])('asks for $name', ({ issues, paste, question }) => expect(ask(issues, paste).question).toBe(question));

describe('what the paste shows is not asked', () => {
  const differing: readonly Written[] = [
    { symptoms: `${inLog('ccmsetup.log')}\n\nIt says GW_Forbidden.` },
    { symptoms: `${inLog('CcmMessaging.log')}\n\nIt says GW_Required.` },
  ];
  test.each([
    { name: 'nothing is shown', paste: 'It fails', about: 'log' },
    { name: 'names', paste: 'GW_Forbidden, GW_Required', about: 'log' },
    { name: 'the component that writes the log', paste: 'CcmMessaging: It fails', about: 'name' },
    { name: 'both', paste: 'CcmMessaging: GW_Forbidden, GW_Required', about: 'title' },
  ])('$name', ({ paste, about }) => expect(ask(differing, paste).about).toBe(about));

  test('a code in another notation', () => {
    const issues = [{ symptoms: 'It ends with error 1326.' }, { symptoms: 'It ends with error 1327.' }];
    expect(ask(issues, 'hr=0x8007052E').answers.map(({ label }) => label)).toEqual(['1327']);
  });
});

describe('answers', () => {
  test('say which candidates they speak for', () => {
    const issues = [{ product: 'SQL Server 2016' }, { product: 'SQL Server, Exchange' }, { product: 'Windows' }, {}];
    expect(ask(issues)).toEqual({
      about: 'product',
      answers: [
        { label: 'SQL Server', candidates: [0, 1] },
        { label: 'Exchange', candidates: [1] },
        { label: 'Windows', candidates: [2] },
      ],
      otherwise: [3],
      question: 'Which product is this about: SQL Server, Exchange or Windows?',
    });
  });

  test('of an author say whose check asks', () => {
    const issues = [{}, { title: 'Hot', checks: '### Is it hot?\n\n- Yes: heat it is.\n- No: not this.' }];
    expect(ask(issues)).toMatchObject({
      about: 'check',
      check: { candidate: 1, id: 'is-it-hot' },
      answers: [
        { label: 'Yes', candidates: [1] },
        { label: 'No', candidates: [0] },
      ],
    });
  });

  test('leave out candidates that are far less likely', () => {
    const issues = [
      { product: 'SQL Server', confidence: 0.6 },
      { product: 'Exchange', confidence: 0.5 },
      { product: 'Windows', confidence: 0.05 },
    ];
    expect(ask(issues).question).toBe('Which product is this about: SQL Server or Exchange?');
  });
});

test('the better question is asked: one that tells three apart rather than two', () => {
  const issues = [
    { product: 'SQL Server', symptoms: 'It says GW_A1.' },
    { product: 'SQL Server', symptoms: 'It says GW_B2.' },
    { product: 'Exchange', symptoms: 'It says GW_C3.' },
  ];
  expect(ask(issues).about).toBe('name');
});

test('any candidates get a question, with answers that speak for some of them', () => {
  const word = fc.constantFrom('GW_A1', 'GW_B2', 'HTTP 401', 'HTTP 503', 'error 1326', 'event ID 5152', 'ccmsetup.log');
  const written = fc.record({
    product: fc.constantFrom('SQL Server', 'Windows 10', 'Windows 11'),
    symptoms: fc.array(word, { maxLength: 4 }).map((words) => `It says ${words.join(', ')}.`),
    confidence: fc.double({ min: 0.05, max: 0.7, noNaN: true }),
  });
  fc.assert(
    fc.property(
      fc.array(written, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('', 'GW_A1', 'HTTP 401'),
      (issues, paste) => {
        const { question, answers, otherwise } = ask(issues, paste);
        expect(question).toMatch(/\?$/);
        expect(answers.length).toBeGreaterThan(0);
        expect(answers.some(({ candidates }) => candidates.length > 0)).toBe(true);
        for (const at of [...otherwise, ...answers.flatMap(({ candidates }) => candidates)])
          expect(issues[at]).toBeDefined();
      },
    ),
    { numRuns: 50 },
  );
});
