import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';

const project = join(__dirname, '../..');
const screenshots = join(project, 'build/screenshots');
const browserPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const hasBrowser = existsSync(browserPath);
if (!hasBrowser) console.warn(`No Chromium at ${browserPath}: the Playground is not tested. Set CHROMIUM to its path.`);

jest.setTimeout(120_000);

const paste = [
  '[CCMHTTP] ERROR: URL=https://cmg.treyresearch.net/CCM_Proxy_MutualAuth/72057594037927941/SMS_MP/.sms_aut?MPLIST2, Port=443, Options=31, Code=0, Text=CCM_E_BAD_HTTP_STATUS_CODE',
  '[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden',
];

let folder: string;
let playground: ChildProcess;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  if (!hasBrowser) return;
  folder = mkdtempSync(join(tmpdir(), 'pastefix-playground-'));
  mkdirSync(screenshots, { recursive: true });
  const started = startPlayground();
  playground = started.process;
  browser = await chromium.launch({
    executablePath: browserPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  page = await browser.newPage({
    viewport: { width: 1100, height: 1210 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  // Fonts and telemetry; what the test is about comes from this machine.
  await page.route(
    (url) => !['localhost', '127.0.0.1'].includes(url.hostname),
    (route) => route.abort(),
  );
  await page.goto(await started.address, { waitUntil: 'domcontentloaded' });
});

afterAll(async () => {
  if (!hasBrowser) return;
  await browser?.close();
  const ended = new Promise((resolve) => playground.once('exit', resolve));
  playground.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
});

(hasBrowser ? test : test.skip)(
  'a person pastes two lines and is led to the end of the repair by buttons',
  async () => {
    await page.getByText('Paste the error. Get the fix.').first().waitFor();
    await picture('1-welcome');

    await pasteText(paste.join('\n'));
    await page.getByText('CMGConnector_Forbidden” stands in').waitFor();
    // The Playground hands the two lines on as one; the second alone is what matters.
    await page.getByText(paste[1] ?? '', { exact: true }).waitFor();
    await picture('2-cause');

    await press('Enhanced HTTP');
    await picture('3-step');
    for (let step = 1; step <= 6; step += 1) {
      await page.getByText(`Step ${step} of 6`).last().waitFor();
      await press('Done');
    }
    await page.getByText('Did it help?').waitFor();
    await press('Yes');
    await page.getByText('Glad it works').waitFor();
    await picture('4-solved');

    // Each pressed card says what was chosen; only the last one still has a button.
    expect(await page.getByText(/^You chose/).count()).toBe(8);
    expect(await page.getByRole('button', { name: 'Done', exact: true }).count()).toBe(0);
  },
);

(hasBrowser ? test : test.skip)('the next error is handed over by a form that is filled in already', async () => {
  await pasteText('Something failed on 12 machines: 0x80070005 password=Sommer2024!');
  await press('Ask the helpdesk');
  await page.getByLabel('How many devices').fill('12');
  await page.getByLabel('How to reach you').fill('room 7');
  await picture('5-form');
  await page.getByRole('button', { name: 'Show exactly what is sent' }).click();
  await page.getByText('password=<password 1>').last().waitFor();
  await picture('6-what-is-sent');
  await press('Send it');
  await page.getByText('Ticket 1', { exact: true }).waitFor();
  await picture('7-ticket');

  await page.getByLabel('Say something about it').last().fill('It is urgent');
  await press('Add a comment');
  await page.getByText('that is noted in the ticket').waitFor();
  await page.getByText('It is urgent').last().waitFor();
  await picture('8-commented');

  await pasteText('my tickets');
  await page.getByText('Your tickets').last().waitFor();
  await picture('9-my-tickets');
  await page.getByRole('button', { name: /^1: / }).click();
  await page.getByRole('button', { name: 'No longer needed' }).click();
  await page.getByText('The ticket is closed').waitFor();
});

(hasBrowser ? test : test.skip)('an expert resolves a ticket in the channel and gets the draft as a file', async () => {
  await pasteText('StatusText= CMGConnector_Forbidden on 3 machines');
  await press('Ask the helpdesk');
  await press('Send it');
  await page.getByText('Ticket 2', { exact: true }).waitFor();

  // Wide enough for the list of chats and channels.
  await page.setViewportSize({ width: 1430, height: 1210 });
  await page.getByText('Alerts').click();
  // The bot introduces itself there, and the page draws the channel anew. The newest post is the first.
  await page.getByText('In this conversation I only hear').last().waitFor();
  await page.waitForTimeout(1000);
  await page.getByLabel('Your words').first().click();
  await page.keyboard.type('Bound the new certificate.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Restarted the site.');
  await picture('10-expert');
  await page.getByRole('button', { name: 'Resolve', exact: true }).click();
  await page.getByRole('button', { name: 'Draft article' }).click();
  const link = page.getByRole('link', { name: 'Download ticket-2.md' });
  await link.waitFor();
  await picture('11-draft');
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('ticket-2.md');
  expect(readFileSync(await download.path(), 'utf8')).toContain(
    '1. Bound the new certificate.\n2. Restarted the site.',
  );
});

/** Presses the only button of that label and waits until its card says so. */
async function press(label: string): Promise<void> {
  const chosen = page.getByText(/^You chose/);
  const before = await chosen.count();
  const button = page.getByRole('button', { name: label, exact: true });
  await button.first().waitFor();
  expect(await button.count()).toBe(1);
  await button.click();
  await chosen.nth(before).waitFor();
}

async function pasteText(text: string): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  // Below the inputs of cards.
  await page.getByRole('textbox').last().click();
  await page.keyboard.press('ControlOrMeta+V');
  await page.keyboard.press('Enter');
}

async function picture(name: string): Promise<void> {
  await page.waitForTimeout(500);
  // The chat alone: the Playground's own bar is above it, its log to the right.
  const clip = { x: 0, y: 50, width: (page.viewportSize()?.width ?? 0) - 330, height: 1160 };
  await page.screenshot({ path: join(screenshots, `${name}.png`), clip });
}

function startPlayground(): { readonly process: ChildProcess; readonly address: Promise<string> } {
  const child = spawn(
    process.execPath,
    [join(project, 'dist/adapters/playground.js'), '--port', String(20_000 + (process.pid % 20_000))],
    {
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        PORT: '0',
        PASTEFIX_DATABASE: join(folder, 'pastefix.sqlite'),
        PASTEFIX_SUPPORT_CHANNELS: '*=19:alerts@thread.tacv2',
        TEAMSAPPTESTER_BROWSER: 'none',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const address = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const [, found] = /is at (http:\/\/localhost:\d+)/.exec(output) ?? [];
        if (found !== undefined) resolve(found);
      });
    }
    child.once('exit', () => reject(new Error(`The Playground did not start:\n${output}`)));
  });
  return { process: child, address };
}
