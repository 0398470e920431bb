import { describe, expect, test } from '@jest/globals';
import type { Effort } from '../../../../knowledge/index.js';
import { costOf, repairsOf } from '../../../../knowledge/troubleshoot/index.js';
import { issueOf, steps, text } from '../../../bot/fake-knowledge.js';

const effortOf = (...texts: readonly string[]): Effort | undefined =>
  repairsOf(issueOf({ id: 'x', title: 'X', workaround: [steps(...texts)] }))[0]?.effort;

/** Minutes until it is known whether a repair has helped. */
const seeing = 3;

describe('what a step takes, by its wording', () => {
  test.each<{ step: string } & Omit<Effort, 'minutes'>>([
    { step: 'Click **OK**.', who: 'anyone', risk: 'none' },
    { step: 'On the client, run `certlm.msc` and look for the root.', who: 'anyone', risk: 'none' },
    { step: 'In the console, open the properties of the site.', who: 'administrator', risk: 'none' },
    { step: 'On the management point, open IIS Manager.', who: 'administrator', risk: 'none' },
    { step: 'On the client, restart the **SMS Agent Host** service.', who: 'anyone', risk: 'interrupts' },
    { step: 'Restart the computer.', who: 'anyone', risk: 'interrupts' },
    { step: 'Do not restart the computer.', who: 'anyone', risk: 'none' },
    { step: 'Check the setting before you restart the computer.', who: 'anyone', risk: 'none' },
    { step: 'Install the update KB4495265.', who: 'anyone', risk: 'interrupts' },
    { step: 'Delete the registry key.', who: 'anyone', risk: 'permanent' },
    { step: 'Remove the check mark.', who: 'anyone', risk: 'none' },
    { step: 'Uninstall the client, then install it again.', who: 'anyone', risk: 'permanent' },
    { step: 'In your PKI, issue a certificate for the server.', who: 'specialist', risk: 'none' },
    { step: 'Allow port 443 in the firewall.', who: 'specialist', risk: 'none' },
    { step: 'Contact Microsoft Support.', who: 'specialist', risk: 'none' },
  ])('$step', ({ step, ...expected }) => expect(effortOf(step)).toMatchObject(expected));

  test.each([
    'To resolve this problem, obtain the latest service pack.',
    'This issue is fixed in the following update: KB4338827.',
    'This problem is fixed in Configuration Manager current branch, version 2203.',
    'Use SQL Server Native Client 11.0 or a later version.',
  ])('an update takes its time, however it is told: %s', (step) => {
    expect(effortOf(step)?.minutes).toBeGreaterThanOrEqual(20);
    expect(effortOf(step)?.risk).toBe('interrupts');
  });

  test('what to install may be told before a list of names', () => {
    const workaround = [
      text('Install one of the following updates:'),
      steps('Windows 10: see KB1.', 'Windows 11: see KB2.'),
    ];
    const [repair] = repairsOf(issueOf({ id: 'x', title: 'X', workaround }));
    expect(repair?.effort).toMatchObject({ minutes: 21 + seeing, risk: 'interrupts' });
  });

  test('minutes add up, and of people and risks the greatest counts', () => {
    const whole = effortOf('In the console, select the site.', 'Delete the account.', 'Click **OK**.');
    expect(whole).toEqual({ minutes: 4 + seeing, who: 'administrator', risk: 'permanent' });
  });

  test('a step of no kind that is known takes a minute', () => {
    expect(effortOf('Breathe.', 'Again.')).toEqual({ minutes: 2 + seeing, who: 'anyone', risk: 'none' });
  });

  test.each(['Breathe. Check that the error is gone.', 'Breathe. Try to print.', 'Breathe. Start the download again.'])(
    'who is told to look anyway loses no time on that: %s',
    (step) => {
      expect(effortOf(step)?.minutes).toBeLessThan(seeing);
    },
  );

  test('nobody stands by for days', () => {
    expect(effortOf(...Array.from({ length: 100 }, () => 'Upgrade the site.'))?.minutes).toBe(240);
  });

  test('a repair told in prose is an action a paragraph', () => {
    const [repair] = repairsOf(issueOf({ id: 'x', title: 'X', workaround: [text('Open it.'), text('Reinstall it.')] }));
    expect(repair?.effort).toEqual({ minutes: 30.5 + seeing, who: 'anyone', risk: 'permanent' });
  });
});

test('costs rise with minutes, people and risk', () => {
  const free: Effort = { minutes: 0, who: 'anyone', risk: 'none' };
  const inOrder: readonly Effort[] = [
    free,
    { ...free, who: 'administrator' },
    { ...free, risk: 'interrupts' },
    { ...free, who: 'specialist' },
    { ...free, risk: 'permanent' },
    { minutes: 1, who: 'specialist', risk: 'permanent' },
  ];
  const costs = inOrder.map(costOf);
  expect(costs).toEqual([...costs].sort((a, b) => a - b));
  expect(costOf(free)).toBe(0);
});
