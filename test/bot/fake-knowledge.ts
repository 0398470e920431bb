// A knowledge base of a handful of issues, one for every shape that the dialog has to deal with. What a paste finds is
// decided by a word in it.

import type {
  Answer,
  Article,
  Block,
  Candidate,
  Check,
  DecodedCode,
  Issue,
  IssueRef,
  Knowledge,
  Lead,
  Resolution,
} from '../../knowledge/index.js';

export const text = (words: string): Block => ({ kind: 'text', text: words });

export const steps = (...texts: readonly string[]): Block => ({
  kind: 'list',
  ordered: true,
  items: texts.map((words) => ({ text: words, blocks: [] })),
});

export const issueOf = (parts: Partial<Issue> & Pick<Issue, 'id' | 'title'>): Issue => ({
  kind: 'fault',
  line: 1,
  symptoms: [],
  causes: [],
  checks: [],
  resolutions: [],
  workaround: [],
  more: [],
  samples: [],
  nearMisses: [],
  ...parts,
});

const path = 'gateway.md';

export const ref = (issue: string): IssueRef => ({ article: path, issue });

const answer = (label: string, words: string, leads: Lead): Answer => ({ label, text: words, leads });

const choice = (id: string, question: string, ...answers: readonly Answer[]): Check => ({
  kind: 'choice',
  id,
  question,
  how: [text(`How to find out about ${id}.`)],
  answers,
});

const repair = (kind: Resolution['kind'], id: string, title: string, ...texts: readonly string[]): Resolution => ({
  kind,
  id,
  title,
  blocks: [steps(...texts)],
  effort: { minutes: 20, who: 'administrator', risk: 'none' },
});

/** Tried before a workaround. */
const quick = (it: Resolution): Resolution => ({ ...it, effort: { minutes: 3, who: 'administrator', risk: 'none' } });

const issues: readonly Issue[] = [
  issueOf({
    id: 'forbidden',
    title: 'The binding is wrong (CONNECTOR_FORBIDDEN)',
    causes: [text('The certificate in the **binding** does not fit.')],
    checks: [
      choice(
        'right-certificate',
        'Does the binding hold the right certificate?',
        answer('No', 'Put the right one in.', { kind: 'confirms' }),
        answer('Yes', 'Then the binding fits.', { kind: 'excludes' }),
      ),
      choice(
        'mode',
        'Which mode is it?',
        {
          ...answer('Enhanced HTTP', 'Take those steps.', { kind: 'resolution', ids: ['enhanced-http'] }),
          shown: 'mode: enhanced',
        },
        answer('HTTPS', '', { kind: 'resolution', ids: ['https'] }),
      ),
    ],
    resolutions: [
      repair('variant', 'enhanced-http', 'Enhanced HTTP', 'Open IIS.', 'Choose the SMS certificate.', 'Restart.'),
      repair('variant', 'https', 'HTTPS', 'Open IIS.', 'Choose the PKI certificate.'),
    ],
  }),
  issueOf({
    id: 'other-name',
    title: 'The name is another',
    causes: [text('The certificate names another host.')],
    checks: [
      choice(
        'host',
        'Is the host on cloudapp.net?',
        answer('Yes', 'It asks for the Azure name.', { kind: 'issue', ref: ref('azure-name') }),
        answer('No', '', { kind: 'confirms' }),
      ),
    ],
    resolutions: [repair('only', 'resolution', '', 'Look at the certificate.', 'Replace it.')],
  }),
  issueOf({
    id: 'azure-name',
    title: 'The Azure name is asked for',
    causes: [text('Old clients ask for the Azure name.')],
    checks: [
      choice(
        'host-too',
        'Is the host in the URL on cloudapp.net?',
        answer('Yes', '', { kind: 'confirms' }),
        answer('No', '', { kind: 'issue', ref: ref('other-name') }),
      ),
    ],
    resolutions: [
      quick(repair('alternative', 'method-1', 'Method 1', 'Update the site.', 'Update the clients.')),
      quick(repair('alternative', 'method-2', 'Method 2', 'Use an Azure certificate.')),
    ],
    workaround: [text('Serve content from elsewhere.')],
  }),
  issueOf({
    id: 'name-rule',
    kind: 'guide',
    title: 'Choose a name',
    checks: [
      {
        kind: 'value',
        id: 'name',
        question: 'Which name do you want to use?',
        how: [],
        found: 'call it (\\S+)',
        rules: [
          { pattern: '.{3,24}', message: 'It must have 3 to 24 characters.' },
          { pattern: '[a-z0-9]*', message: 'Only lowercase letters and digits are allowed.' },
        ],
      },
    ],
    resolutions: [repair('only', 'steps', '', 'Take the name.', 'Enter it in the wizard.')],
  }),
  issueOf({ id: 'no-repair', title: 'Known, but not repaired', causes: [text('It is as it is.')] }),
  issueOf({
    id: 'many-answers',
    title: 'A question with many answers',
    checks: [
      choice(
        'version',
        'Which version is it?',
        ...['1902', '1906', '1910', '2002', '2006', '2010', '2103', '2107'].map((version) =>
          answer(`Version ${version}`, '', version === '1902' ? { kind: 'excludes' } : { kind: 'confirms' }),
        ),
      ),
      choice(
        'pointer',
        'Is it elsewhere?',
        answer('Yes', '', { kind: 'issue', ref: ref('linked') }),
        answer('No', '', { kind: 'confirms' }),
      ),
    ],
    resolutions: [repair('only', 'resolution', '', 'Update.')],
  }),
  issueOf({
    id: 'linked',
    title: 'Only ever linked to',
    causes: [text('Something else.')],
    resolutions: [repair('only', 'resolution', '', 'Do that.')],
  }),
];

const article: Article = {
  path,
  title: 'The gateway',
  summary: 'What the gateway does.',
  updated: '2025-02-28',
  kbNumbers: ['4503442'],
  sources: [{ title: 'Where it is written', url: 'https://example.com/gateway_(cmg)' }],
  issues,
};

/** What a paste that holds the word finds: issues with their confidence. */
const findings: readonly (readonly [
  word: string,
  verdict: 'match' | 'ambiguous',
  found: readonly [string, number][],
])[] = [
  [
    'CONNECTOR_FORBIDDEN',
    'match',
    [
      ['forbidden', 0.97],
      ['azure-name', 0.04],
    ],
  ],
  [
    'CLOSE_CALL',
    'match',
    [
      ['forbidden', 0.7],
      ['azure-name', 0.8],
    ],
  ],
  [
    'LONE',
    'ambiguous',
    [
      ['linked', 0.4],
      ['forbidden', 0.05],
    ],
  ],
  [
    'FAR_SECOND',
    'match',
    [
      ['forbidden', 0.9],
      ['linked', 0.5],
    ],
  ],
  [
    'CN_INVALID',
    'ambiguous',
    [
      ['other-name', 0.5],
      ['azure-name', 0.45],
    ],
  ],
  [
    'TWINS',
    'ambiguous',
    [
      ['no-repair', 0.5],
      ['forbidden', 0.4],
      ['many-answers', 0.3],
    ],
  ],
  [
    'SIDE_BY_SIDE',
    'ambiguous',
    [
      ['no-repair', 0.5],
      ['linked', 0.4],
    ],
  ],
  [
    'CROWD',
    'ambiguous',
    [
      ['forbidden', 0.3],
      ['other-name', 0.3],
      ['many-answers', 0.3],
      ['linked', 0.3],
      ['azure-name', 0.3],
    ],
  ],
  [
    'EQUALS',
    'match',
    [
      ['forbidden', 0.9],
      ['azure-name', 0.9],
      ['linked', 0.3],
    ],
  ],
  [
    'may we call it',
    'ambiguous',
    [
      ['linked', 0.5],
      ['name-rule', 0.4],
    ],
  ],
  ['call it', 'match', [['name-rule', 0.9]]],
  ['naming', 'match', [['name-rule', 0.9]]],
  ['NO_REPAIR', 'match', [['no-repair', 0.9]]],
  ['MANY', 'match', [['many-answers', 0.9]]],
  ['AZURE_NAME', 'match', [['azure-name', 0.9]]],
];

export const fakeKnowledge: Knowledge = knowledgeOf(article);

/** The same findings over other issues of the same names. */
export function knowledgeOf(only: Article): Knowledge {
  const find: Knowledge['find'] = ({ article: at, issue: id }) => {
    const issue = at === only.path ? only.issues.find((it) => it.id === id) : undefined;
    return issue === undefined ? undefined : { article: only, issue };
  };
  return {
    version: '0123456789abcdef',
    articleCount: 1,
    issueCount: only.issues.length,
    find,
    routeOver: () => undefined,
    readLog: () => {
      throw new Error('A conversation reads pastes only');
    },
    diagnose: (paste) => {
      const codes = codesIn(paste);
      const [word, verdict, found] = findings.find(([key]) => paste.includes(key)) ?? [];
      if (word === undefined || verdict === undefined || found === undefined) {
        const candidates = paste.includes('WEAK') ? [candidate('linked', 0.2, paste, 'WEAK')] : [];
        return { verdict: 'none', codes, candidates, missing: 'Look into LocationServices.log on the client.' };
      }
      const candidates = found.map(([id, confidence]) => candidate(id, confidence, paste, word));
      return verdict === 'match'
        ? { verdict, codes, candidates }
        : { verdict, codes, candidates, question: 'What does the URL show?' };
    },
  };

  function candidate(id: string, confidence: number, paste: string, word: string): Candidate {
    const issue = only.issues.find((it) => it.id === id);
    if (issue === undefined) throw new Error(`The fake knowledge has no issue ${id}`);
    const lines = paste.split('\n');
    const line = lines.findIndex((it) => it.includes(word));
    const evidence = { line: line + 1, text: (lines[line] ?? '').slice(0, 500), why: `names ${word}` };
    return { article: only, issue, confidence, evidence: [evidence] };
  }
}

/** The issues, for tests that change one. */
export const fakeArticle: Article = article;

function codesIn(paste: string): DecodedCode[] {
  return paste.includes('0x80070005')
    ? [{ text: '0x80070005', value: '0x80070005', line: 1, names: ['E_ACCESSDENIED'], inner: 'Win32 5' }]
    : [];
}
