import { describe, expect, test } from '@jest/globals';
import { en } from '../../../bot/words/en.js';
import { compileArticle } from '../../../knowledge/compile/index.js';
import { answerShown, type Check, type Issue } from '../../../knowledge/index.js';
import { checksOf, costOfCheck } from '../../../knowledge/troubleshoot/index.js';

const words = en.derivedChecks;

const issueIn = (body: string): Issue => {
  const { issues } = compileArticle('a.md', `# The gateway does not answer\n\n${body}\n`).article;
  if (issues[0] === undefined) throw new Error('no issue in the article');
  return issues[0];
};

/** A question in short: what it asks, then each answer with where it leads. */
const inShort = (check: Check): string[] => [
  check.question,
  ...(check.kind === 'choice'
    ? check.answers.map(
        ({ label, leads }) => `${label} → ${leads.kind === 'resolution' ? leads.ids.join(', ') : leads.kind}`,
      )
    : []),
];

const derivedFrom = (body: string): string[][] => checksOf(issueIn(body), words).map(inShort);

const behind = 'Which of these is behind “The gateway does not answer”?';

describe('which cause it is', () => {
  const twoResolutions = '## Resolution 1\n\n1. Start it.\n\n## Resolution 2\n\n1. Renew it.\n';

  test.each<{ name: string; body: string; expected: readonly (readonly string[])[] }>([
    {
      name: 'causes and resolutions of the same number',
      body: `## Symptoms\n\nIt fails.\n\n## Cause 1\n\nThe service is stopped.\n\n## Cause 2\n\nThe certificate has expired.\n\n${twoResolutions}`,
      expected: [[behind, 'The service is stopped → resolution-1', 'The certificate has expired → resolution-2']],
    },
    {
      name: 'causes that point to their resolution',
      body: `## Symptoms\n\nIt fails.\n\n## Cause\n\nThis happens for one of the following reasons:\n\n- The certificate has expired. See Resolution 2.\n- The service is stopped. See Resolution 1.\n\n${twoResolutions}`,
      expected: [[behind, 'The certificate has expired → resolution-2', 'The service is stopped → resolution-1']],
    },
    {
      name: 'a resolution below each cause',
      body: '## Symptoms\n\nIt fails.\n\n## Cause 1: The port is closed\n\nIt is.\n\n### Solution: Open the port\n\n1. Open.\n\n## Cause 2: The file is gone\n\nIt is.\n\n### Solution: Restore the file\n\n1. Restore.\n',
      expected: [
        [behind, 'The port is closed → solution-open-the-port', 'The file is gone → solution-restore-the-file'],
      ],
    },
    {
      name: 'words that only a cause and its repair share',
      body: '## Symptoms\n\nIt fails.\n\n## Cause\n\nOne of the following is the case. One of the following reasons applies:\n\n- The worker process may not write to the temporary directory.\n- The generated code has compiler errors.\n\n## Resolution\n\n### Method 1: Let the worker process write to the temporary directory\n\n1. Grant it.\n\n### Method 2: Find compiler errors in the generated code\n\n1. Look.\n',
      expected: [
        [
          behind,
          'The worker process may not write to the… → method-1-let-the-worker-process-write-to-the-temporary-directory',
          'The generated code has compiler errors → method-2-find-compiler-errors-in-the-generated-code',
        ],
      ],
    },
    {
      name: 'causes that nothing pairs with the methods',
      body: '## Symptoms\n\nIt fails.\n\n## Cause\n\nOne of the following reasons:\n\n- The service is stopped.\n- The certificate has expired.\n\n## Resolution\n\n### Method 1\n\n1. Turn it off.\n\n### Method 2\n\n1. Turn it on.\n',
      expected: [],
    },
    {
      name: 'causes with several solutions each, which count them anew',
      body: '## Symptoms\n\nIt fails.\n\n## Cause 1: No access\n\nSo.\n\n### Solution 1: Assign the role\n\n1. Do.\n\n### Solution 2: Renew the secret\n\n1. Do.\n\n## Cause 2: No image\n\nSo.\n\n### Solution 1: Name the tag\n\n1. Do.\n',
      expected: [
        [
          behind,
          'No access → solution-1-assign-the-role, solution-2-renew-the-secret',
          'No image → solution-1-name-the-tag',
        ],
      ],
    },
    {
      name: 'solutions that carry the number of their cause and a letter',
      body: '## Symptoms\n\nIt fails.\n\n## Cause 1: No access\n\nSo.\n\n### Solution 1a: Assign the role\n\n1. Do.\n\n### Solution 1b: Renew the secret\n\n1. Do.\n\n## Cause 2: No image\n\nSo.\n\n### Solution 2: Name the tag\n\n1. Do.\n',
      expected: [
        [
          behind,
          'No access → solution-1a-assign-the-role, solution-1b-renew-the-secret',
          'No image → solution-2-name-the-tag',
        ],
      ],
    },
    {
      name: 'causes that paragraphs count',
      body: `## Symptoms\n\nIt fails.\n\n## Cause\n\nCause 1:\n\nThe service is stopped. See Resolution 1.\n\nCause 2:\n\nThe certificate has expired. See Resolution 2.\n\n${twoResolutions}`,
      expected: [[behind, 'The service is stopped → resolution-1', 'The certificate has expired → resolution-2']],
    },
    {
      name: 'a cause that only points to its repair is none of those that are told',
      body: `## Symptoms\n\nIt fails.\n\n## Cause 1\n\nThe service is stopped. See Resolution 1.\n\n## Cause 2\n\nThe certificate has expired. See Resolution 2.\n\n## Cause 3\n\nSee Resolution 3.\n\n${twoResolutions}\n## Resolution 3\n\n1. Move it.\n`,
      expected: [
        [
          behind,
          'The service is stopped → resolution-1',
          'The certificate has expired → resolution-2',
          'None of these → resolution-3',
        ],
      ],
    },
    {
      name: 'causes and repairs in the same order, where their words agree',
      body: '## Symptoms\n\nIt fails.\n\n## Cause\n\nOne of the following reasons:\n\n- The USB driver has become corrupt.\n- Windows lacks important updates.\n- The chipset needs new firmware.\n\n## Resolution\n\n### Method 1: Renew the USB driver\n\n1. Do it.\n\n### Method 2: Install Windows updates\n\n1. Do it.\n\n### Method 3\n\n1. Do it.\n',
      expected: [
        [
          behind,
          'The USB driver has become corrupt → method-1-renew-the-usb-driver',
          'Windows lacks important updates → method-2-install-windows-updates',
          'The chipset needs new firmware → method-3',
        ],
      ],
    },
    {
      name: 'two in the same order, where only one agrees',
      body: '## Symptoms\n\nIt fails.\n\n## Cause\n\nOne of the following reasons:\n\n- The USB driver has become corrupt.\n- The chipset lacks firmware.\n\n## Resolution\n\n### Method 1: Renew the USB driver\n\n1. Do it.\n\n### Method 2\n\n1. Do it.\n',
      expected: [],
    },
    {
      name: 'several in the same order, where two would fit better the other way round',
      body: '## Symptoms\n\nIt fails.\n\n## Cause\n\nOne of the following reasons:\n\n- The USB driver has become corrupt.\n- Windows lacks updates.\n- The chipset needs firmware.\n\n## Resolution\n\n### Method 1: Renew the driver\n\n1. Do it.\n\n### Method 2: Install chipset firmware\n\n1. Do it.\n\n### Method 3: Install Windows updates\n\n1. Do it.\n',
      expected: [],
    },
    {
      name: 'repairs that say which causes they are for',
      body: '## Symptoms\n\nIt fails.\n\n## Cause\n\nOne of the following reasons:\n\n- The service is stopped.\n- The port is closed.\n- The certificate has expired.\n\n## Resolution\n\n### Method 1: Resolution for cause 1 and cause 2\n\n1. Start it.\n\n### Method 2: Resolution for cause 3\n\n1. Renew it.\n',
      expected: [
        [
          behind,
          'The service is stopped → method-1-resolution-for-cause-1-and-cause-2',
          'The port is closed → method-1-resolution-for-cause-1-and-cause-2',
          'The certificate has expired → method-2-resolution-for-cause-3',
        ],
      ],
    },
    {
      name: 'causes counted by number and letter',
      body: '## Symptoms\n\nIt fails.\n\n## Cause 1a: The group is locked\n\nSo.\n\n## Cause 1b: The account is locked\n\nSo.\n\n## Solution 1a: Remove the lock\n\n1. Do.\n\n## Solution 1b: Remove the lock\n\n1. Do.\n',
      expected: [
        [
          behind,
          'The group is locked → solution-1a-remove-the-lock',
          'The account is locked → solution-1b-remove-the-lock',
        ],
      ],
    },
    {
      name: 'conditions that must all hold are one cause',
      body: `## Symptoms\n\nIt fails.\n\n## Cause\n\nThis happens when all of the following conditions are true:\n\n- The service is stopped. See Resolution 1.\n- The certificate has expired. See Resolution 2.\n\n${twoResolutions}`,
      expected: [],
    },
  ])('$name', ({ body, expected }) => expect(derivedFrom(body)).toEqual(expected));
});

describe('which of the symptoms that an author counts', () => {
  const counted = (...parts: readonly string[]): string =>
    `## Symptoms\n\nIt fails with one of these errors.\n\n${parts.join('\n\n')}\n\n## Cause\n\nSo.\n\n`;
  const errors = counted(
    '**Error 1**',
    '> Info: (the) hive is missing  \n> Status: 0xc0000225',
    '**Error 2**',
    '> Info: store <its name> is missing  \n> Status: 0xc0000225',
  );
  const repairs =
    '## Resolution\n\n### Error 1: Restore the hive\n\n1. Do.\n\n### Error 2: Rebuild the store\n\n1. Do.\n';

  test('by what each quotes', () => {
    expect(derivedFrom(`${errors}${repairs}`)).toEqual([
      [
        'Which of these fits: “Info: (the) hive is missing” or “Info: store <its name> is missing”?',
        'Info: (the) hive is missing → error-1-restore-the-hive',
        'Info: store <its name> is missing → error-2-rebuild-the-store',
      ],
    ]);
  });

  test.each([
    { paste: 'x\nInfo: (the) hive is missing\nStatus: 0xc0000225', answer: 'Info: (the) hive is missing' },
    { paste: 'INFO: store  bcd is missing', answer: 'Info: store <its name> is missing' },
    { paste: 'Status: 0xc0000225', answer: undefined },
    { paste: 'whatever: it is not these that are missing', answer: undefined },
    { paste: 'Info: (the) hive is missing\nInfo: store bcd is missing', answer: undefined },
  ])('$paste answers $answer', ({ paste, answer }) => {
    const [check] = checksOf(issueIn(`${errors}${repairs}`), words);
    expect(check === undefined ? 'no check' : answerShown(check, paste)?.label).toBe(answer);
  });

  test('a placeholder alone is found nowhere', () => {
    const body = counted('**Error 1:** It stops', '> `<the message of the service>`', '**Error 2:** It hangs');
    const [check] = checksOf(issueIn(`${body}${repairs}`), words);
    expect(check?.kind === 'choice' && check.answers.map(({ label, shown }) => [label, shown])).toEqual([
      ['It stops', undefined],
      ['It hangs', undefined],
    ]);
  });

  test.each<{ name: string; body: string; expected: readonly (readonly string[])[] }>([
    {
      name: 'by what the heading says',
      body: `${counted('**Scenario 1:** Nobody can sign in', '**Scenario 2:** Guests cannot sign in')}## Resolution\n\n### Scenario 1\n\n1. Do.\n\n### Scenario 2\n\n1. Do.\n`,
      expected: [
        [
          'Which of these fits: “Guests cannot sign in” or “Nobody can sign in”?',
          'Nobody can sign in → scenario-1',
          'Guests cannot sign in → scenario-2',
        ],
      ],
    },
    {
      name: 'names of what the repairs are for say it better',
      body: `${counted('**Scenario 1:** Nobody can sign in', '**Scenario 2:** Guests cannot sign in')}## Resolution\n\n### Scenario 1: HTTPS\n\n1. Do.\n\n### Scenario 2: Enhanced HTTP\n\n1. Do.\n`,
      expected: [
        [
          'Which of these fits: “Enhanced HTTP” or “HTTPS”?',
          'HTTPS → scenario-1-https',
          'Enhanced HTTP → scenario-2-enhanced-http',
        ],
      ],
    },
    {
      name: 'what names none is for the one that is left of several',
      body: '# It fails\n\n## Symptom 1: Nobody gets in\n\nSo.\n\n## Symptom 2: The port is taken\n\nSo.\n\n## Symptom 3: The key is gone\n\nSo.\n\n## Resolution for Symptom 1\n\n### Check the policy\n\n1. Do.\n\n### Check the rights\n\n1. Do.\n\n## Resolution for Symptom 2\n\n1. Do.\n\n## Resolution for Symptom 3\n\n1. Do.\n',
      expected: [
        [
          'Which of these fits: “Nobody gets in”, “The key is gone” or “The port is taken”?',
          'Nobody gets in → check-the-policy, check-the-rights',
          'The port is taken → resolution-for-symptom-2',
          'The key is gone → resolution-for-symptom-3',
        ],
      ],
    },
    {
      name: 'one that no repair is for',
      body: `${errors}## Resolution\n\n### Resolution for error 1\n\n1. Do.\n\n### Restart it\n\n1. Do.\n`,
      expected: [],
    },
    {
      name: 'one repair for all',
      body: `${errors}## Resolution\n\n### Resolution for error 1 and error 2\n\n1. Do.\n\n### Fix for error 1 and error 2\n\n1. Do.\n`,
      expected: [],
    },
  ])('$name', ({ body, expected }) => expect(derivedFrom(body)).toEqual(expected));
});

describe('which variant fits', () => {
  const variants = (...titles: readonly string[]): string =>
    `## Symptoms\n\nIt fails.\n\n## Cause\n\nSo.\n\n## Resolution\n\n${titles.map((title) => `### ${title}\n\n1. Do it.\n`).join('\n')}`;

  test.each<{ name: string; titles: readonly string[]; expected: readonly (readonly string[])[] }>([
    {
      name: 'environments',
      titles: ['HTTPS', 'Enhanced HTTP'],
      expected: [
        ['Which of these fits: “Enhanced HTTP” or “HTTPS”?', 'HTTPS → https', 'Enhanced HTTP → enhanced-http'],
      ],
    },
    {
      name: 'the same in another order is the same question',
      titles: ['Enhanced HTTP', 'HTTPS'],
      expected: [
        ['Which of these fits: “Enhanced HTTP” or “HTTPS”?', 'Enhanced HTTP → enhanced-http', 'HTTPS → https'],
      ],
    },
    {
      name: 'versions',
      titles: ['For version 1910', 'For version 1906 and 1902'],
      expected: [
        [
          'Which of these fits: “Version 1906 and 1902” or “Version 1910”?',
          'Version 1910 → for-version-1910',
          'Version 1906 and 1902 → for-version-1906-and-1902',
        ],
      ],
    },
    { name: 'names that only count ask nothing', titles: ['Scenario 1', 'Scenario 2'], expected: [] },
    { name: 'ways to do it ask nothing', titles: ['Serial console', 'Offline repair'], expected: [] },
    {
      name: 'the situation, without what to do in it',
      titles: ['If the port is closed, open it', 'If the port is open, restart it'],
      expected: [
        [
          'Which of these fits: “The port is closed” or “The port is open”?',
          'The port is closed → if-the-port-is-closed-open-it',
          'The port is open → if-the-port-is-open-restart-it',
        ],
      ],
    },
    { name: 'ways to be tried in turn', titles: ['Verify DNS', 'Check the binding', 'Reset the file'], expected: [] },
    { name: 'work to be done in order', titles: ['Create a repair VM', 'Fix it', 'Rebuild the VM'], expected: [] },
  ])('$name', ({ titles, expected }) => expect(derivedFrom(variants(...titles))).toEqual(expected));

  test('a section of the article with several ways is one', () => {
    const body =
      '## Summary\n\nIt fails.\n\n## A full disk\n\n### Method 1: Free it\n\n1. Free.\n\n### Method 2: Replace it\n\n1. Replace.\n\n## An old driver\n\nUpdate it.\n';
    expect(derivedFrom(body)).toEqual([
      [
        'Which of these fits: “A full disk” or “An old driver”?',
        'A full disk → method-1-free-it, method-2-replace-it',
        'An old driver → an-old-driver',
      ],
    ]);
  });
});

describe('for which situation a repair is', () => {
  const methods = (...ways: readonly string[]): string =>
    `## Symptoms\n\nIt fails.\n\n## Cause\n\nSo.\n\n## Resolution\n\n${ways.map((way, at) => `### Method ${at + 1}\n\n${way}\n`).join('\n')}`;

  test.each<{ name: string; ways: readonly string[]; expected: readonly (readonly string[])[] }>([
    {
      name: 'one of them is for some; others may help these as well',
      ways: ['Restart it.', 'If you use a proxy server, bypass it.'],
      expected: [['Do you use a proxy server?', 'Yes → method-2, method-1', 'No → method-1']],
    },
    {
      name: 'what is denied is asked for',
      ways: ['Restart it.', 'If you do not use a proxy server, open the port.'],
      expected: [['Do you use a proxy server?', 'Yes → method-1', 'No → method-2, method-1']],
    },
    {
      name: 'one for each',
      ways: ['If you want to keep the orders, mark them.', 'If you do not want to keep the orders, delete them.'],
      expected: [['Do you want to keep the orders?', 'Yes → method-1', 'No → method-2']],
    },
    {
      name: 'some of several',
      ways: ['Restart it.', 'If you use scripts, change them.', 'If you use the portal, sign out.'],
      expected: [
        [
          'Which of these fits: “You use scripts” or “You use the portal”?',
          'You use scripts → method-2, method-1',
          'You use the portal → method-3, method-1',
          'None of these → method-1',
        ],
      ],
    },
    {
      name: 'an environment that is only named',
      ways: ['Restart it.', 'On Windows 10, use Edge.', 'For other Windows versions, upgrade.'],
      expected: [
        [
          'Which of these fits: “Other Windows versions” or “Windows 10”?',
          'Windows 10 → method-2, method-1',
          'Other Windows versions → method-3, method-1',
          'None of these → method-1',
        ],
      ],
    },
    { name: 'one that is named alone', ways: ['Restart it.', 'On Windows 10, use Edge.'], expected: [] },
    {
      name: 'a place on a screen',
      ways: ['In Windows, open it.', 'In SQL Server Management Studio, open it.'],
      expected: [],
    },
    {
      name: 'what people do',
      ways: ['Restart it.', "If you're running version 20H2, install the browser."],
      expected: [['Are you running version 20H2?', 'Yes → method-2, method-1', 'No → method-1']],
    },
    {
      name: 'what is denied of the past',
      ways: ['Restart it.', "If you didn't select a profile, install the update."],
      expected: [["Is it true that you didn't select a profile?", 'Yes → method-2, method-1', 'No → method-1']],
    },
    {
      name: 'whom it affects',
      ways: ['Restart it.', 'If this issue occurs for all mailboxes, check the organization.'],
      expected: [['Is it true that the issue occurs for all mailboxes?', 'Yes → method-2, method-1', 'No → method-1']],
    },
    { name: 'that it goes on', ways: ['Restart it.', 'If the issue still occurs, replace it.'], expected: [] },
    {
      name: 'where others did not help',
      ways: ['Restart it.', 'If Method 1 does not help, replace it.'],
      expected: [],
    },
    { name: 'how the work goes', ways: ['Restart it.', 'If you are prompted for a password, type it.'], expected: [] },
    { name: 'what points elsewhere', ways: ['Restart it.', 'If this is the case, replace it.'], expected: [] },
  ])('$name', ({ ways, expected }) => expect(derivedFrom(methods(...ways))).toEqual(expected));

  test('workarounds by the name of the product', () => {
    const body =
      '## Symptoms\n\nIt fails.\n\n## Cause\n\nSo.\n\n## Workaround\n\n**SQL Server**\n\n1. Do.\n\n**Azure SQL Database**\n\n1. Fail over.\n';
    expect(derivedFrom(body)).toEqual([
      [
        'Which of these fits: “Azure SQL Database” or “SQL Server”?',
        'SQL Server → *workaround*1',
        'Azure SQL Database → *workaround*2',
      ],
    ]);
  });

  test('a heading that says what is wrong', () => {
    const body =
      '## Symptoms\n\nIt fails.\n\n## Cause\n\nSo.\n\n## Resolution\n\n### Method 1: Restart it\n\n1. Do.\n\n### Method 2: The port is closed\n\n1. Open it.\n';
    expect(derivedFrom(body)).toEqual([['Is the port closed?', 'Yes → method-2-the-port-is-closed', 'No → confirms']]);
  });

  test.each<{ name: string; ways: readonly string[]; expected: readonly (readonly string[])[] }>([
    {
      name: 'what should be so',
      ways: ['Restart it.', 'Verify that the certificate is valid.'],
      expected: [['Is the certificate valid?', 'Yes → confirms', 'No → method-2']],
    },
    {
      name: 'what should be so, after what for',
      ways: ['Restart it.', 'To resolve this problem, verify that the certificate is valid.'],
      expected: [['Is the certificate valid?', 'Yes → confirms', 'No → method-2']],
    },
    { name: 'a thing to look at', ways: ['Restart it.', 'Check the certificate.'], expected: [] },
    {
      name: 'whether, without which is well',
      ways: ['Restart it.', 'Check whether the file is locked.'],
      expected: [],
    },
  ])('what a repair begins with: $name', ({ ways, expected }) => {
    expect(derivedFrom(methods(...ways))).toEqual(expected);
  });
});

describe('what the author says how to verify', () => {
  const verify = 'To determine whether you have this problem, run the following command:\n\n    show\n\n';

  test.each<{ name: string; cause: string; expected: readonly (readonly string[])[] }>([
    {
      name: 'with what is to be found',
      cause: `${verify}If the value is 0, you are affected by this issue.`,
      expected: [['Is the value 0?', 'Yes → confirms', 'No → excludes']],
    },
    {
      name: 'with what speaks against it',
      cause: `${verify}If the value is 1, you are not affected by this issue.`,
      expected: [['Is the value 1?', 'Yes → excludes', 'No → confirms']],
    },
    {
      name: 'with what to expect',
      cause: `${verify}The output should list a port.`,
      expected: [['Does the check below point to “The gateway does not answer”?', 'Yes → confirms', 'No → excludes']],
    },
    { name: 'a way to look, but not for what', cause: verify, expected: [] },
    {
      name: 'a setting that is named in bold',
      cause: 'If **Use HTTPS** is off, you are affected by this issue.',
      expected: [['Is it true that “Use HTTPS” is off?', 'Yes → confirms', 'No → excludes']],
    },
    { name: 'a condition with another consequence', cause: 'If the value is 0, restart the service.', expected: [] },
    { name: 'a condition that names nothing', cause: 'If this is so, you are affected by this issue.', expected: [] },
  ])('$name', ({ cause, expected }) => {
    expect(derivedFrom(`## Symptoms\n\nIt fails.\n\n## Cause\n\n${cause}\n\n## Resolution\n\n1. Do it.\n`)).toEqual(
      expected,
    );
  });

  test('the passage says how', () => {
    const [check] = checksOf(
      issueIn(
        `## Symptoms\n\nIt fails.\n\n## Cause\n\n${verify}The output should list a port.\n\n## Resolution\n\n1. Do it.\n`,
      ),
      words,
    );
    expect(check?.how).toEqual([
      { kind: 'text', text: 'To determine whether you have this problem, run the following command:' },
      { kind: 'log', text: 'show' },
      { kind: 'text', text: 'The output should list a port.' },
    ]);
  });
});

describe('which version it is', () => {
  test.each<{ said: string; expected: readonly (readonly string[])[] }>([
    {
      said: 'This issue is fixed in Configuration Manager current branch, version 2203.',
      expected: [
        [
          'Do you already have Configuration Manager current branch, version 2203 or later?',
          'Yes → excludes',
          'No → confirms',
        ],
      ],
    },
    {
      said: 'The problem was resolved in System Center 2012 Service Pack 1 and later versions.',
      expected: [
        ['Do you already have System Center 2012 Service Pack 1 or later?', 'Yes → excludes', 'No → confirms'],
      ],
    },
    {
      said: 'This issue affects Configuration Manager version 1806 and earlier versions.',
      expected: [
        ['Do you have Configuration Manager version 1806 or an earlier version?', 'Yes → confirms', 'No → excludes'],
      ],
    },
    { said: 'This issue is fixed in the next release.', expected: [] },
    { said: 'This issue will be fixed by someone in 2025.', expected: [] },
    { said: 'Windows 10, version 1511 has it.', expected: [] },
  ])('$said', ({ said, expected }) => {
    expect(
      derivedFrom(`## Symptoms\n\nIt fails.\n\n## Cause\n\nSo.\n\n## Resolution\n\n1. Do it.\n\n${said}\n`),
    ).toEqual(expected);
  });
});

test('an author who asks is not doubled', () => {
  const issue = issueIn(
    '## Symptoms\n\nIt fails.\n\n## Cause\n\nThis issue is fixed in Gateway version 2.\n\n## Follow-up questions\n\n### Which is it?\n\n- A: [a](#a).\n- B: [b](#b).\n\n## Resolution\n\n### A\n\n1. Do.\n\n### B\n\n1. Do.\n',
  );
  expect(checksOf(issue, words)).toEqual(issue.checks);
});

test('labels that are cut before they differ begin where they do', () => {
  const issue = issueIn(
    '## Symptoms\n\nIt fails.\n\n## Cause\n\nSo.\n\n## Resolution\n\n### Default permissions of the URL as used by Windows Server 2019\n\n1. Do.\n\n### Default permissions of the URL as used by Windows Server 2012\n\n1. Do.\n',
  );
  const [check] = checksOf(issue, words);
  expect(check?.kind === 'choice' && check.answers.map(({ label, text }) => [label, text])).toEqual([
    ['…Windows Server 2019', 'Default permissions of the URL as used by Windows Server 2019'],
    ['…Windows Server 2012', 'Default permissions of the URL as used by Windows Server 2012'],
  ]);
});

test('ids are unique and labels of a question differ', () => {
  const long = 'The certificate that the server presents to its clients';
  const issue = issueIn(
    `## Symptoms\n\nIt fails.\n\n## Cause\n\nOne of the following reasons:\n\n- ${long} has expired. See Resolution 1.\n- ${long} is revoked. See Resolution 2.\n\nThis issue is fixed in Gateway version 2.\n\n## Resolution 1\n\n1. Renew.\n\n## Resolution 2\n\n1. Replace.\n`,
  );
  const checks = checksOf(issue, words);
  expect(checks.map(({ id }) => id)).toEqual(['*version', '*cause']);
  const labels = checks.flatMap((check) => (check.kind === 'choice' ? check.answers.map(({ label }) => label) : []));
  expect(new Set(labels).size).toBe(labels.length);
  expect(labels.every((label) => label.length <= 44)).toBe(true);
});

test('finding out costs minutes by what there is to do', () => {
  const choice = (how: string): Check => ({
    kind: 'choice',
    id: 'q',
    question: 'Is it?',
    how: how === '' ? [] : [{ kind: 'text', text: how }],
    answers: [],
  });
  const costs = [
    '',
    'Open the properties of the site.',
    'On the client, open LocationServices.log and find the last line.',
    'On the management point, look for the request in the IIS log.',
    'Turn on verbose logging and reproduce the problem.',
  ].map((how) => costOfCheck(choice(how)));
  expect(costs).toEqual([...costs].sort((a, b) => a - b));
  expect(costs[0]).toBe(0.5);
});
