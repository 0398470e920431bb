// One request in the logs of several machines: the log that is asked for, and what comes of it.

import { expect, test } from '@jest/globals';
import { emptyDialog } from '../../bot/case/dialog.js';
import { noDestinations } from '../../bot/ticket/deliveries-for.js';
import { en } from '../../bot/words/en.js';
import { knowledge } from '../knowledge/shipped.js';
import { conversation, passagesOf } from './conversation.js';
import { newDesk } from './desk.js';

const client = (text: string): string =>
  `<![LOG[${text}]LOG]!><time="09:12:44.310-60" date="03-12-2025" component="LocationServices" context="" type="1" thread="5368" file="x.cpp:1">`;
const site = (time: string, text: string): string =>
  `${text}  $$<SMS_CLOUD_PROXYCONNECTOR><03-12-2025 ${time}-60><thread=9120 (0x23A0)>`;

const message = '0c7f2b19-71ab-4a53-8a0a-9a2b5c4d1e20';
const mp = 'https://mp02.ad.fabrikam.com/SMS_MP/.sms_aut?MPLIST2&FA1';

const first = [
  '[CCMHTTP] ERROR: URL=https://gw.fabrikam.com/CCM_Proxy_MutualAuth/72057594037927941/SMS_MP/.sms_aut?MPLIST2, Port=443, Options=31, Code=0, Text=CCM_E_BAD_HTTP_STATUS_CODE',
  '[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=Forbidden',
]
  .map(client)
  .join('\n');

const second = [
  site('09:12:44.480', `Forwarding proxy message ${message} to URL: ${mp}`),
  site(
    '09:12:44.610',
    `Web exception for message ${message}: System.Net.WebException: The remote server returned an error: (403) Forbidden.`,
  ),
  site(
    '09:12:44.612',
    `Received response ${mp} for message ${message}: HTTP/1.1 403 CMGConnector_Clientcertificaterequired`,
  ),
].join('\n');

const asked = conversation(knowledge).say(first);

test('the log that would decide is asked for: file, machine, path, time and what to look for', () => {
  const passages = passagesOf(asked.view);
  expect(passages).toContain(`**${en.logToFetch.title}**`);
  const text = passages.join('\n');
  expect(text).toMatch(/\*\*SMS_Cloud_ProxyConnector\.log\*\* on the server with the CMG connection point: `/);
  expect(text).toContain('03-12-2025 09:12:44.310-60');
  expect(text).toContain('VerboseLogging');
});

test('what comes back is joined with the first lines, and shows where the request failed', () => {
  const joined = asked.say(second);
  const text = passagesOf(joined.view).join('\n');
  expect(text).toContain(en.followed.title);
  const said = joined.view?.parts.flatMap((part) => (part.kind === 'box' ? part.parts : []));
  expect(said).toContainEqual({
    kind: 'code',
    text: expect.stringMatching(/\(403\) Forbidden[\s\S]*\n.*403 CMGConnector_Clientcertificaterequired/),
    caption: en.followed.cause('the server with the CMG connection point'),
  });
  // The status that the second log names answers the question that the first one left open.
  expect(joined.view?.summary).toMatch(/^Cause found: The CMG connection point has no usable certificate/);
  expect(joined.dialog.case?.id).toBe(asked.dialog.case?.id);
});

test('and it is undone by one step back', () => {
  const undone = asked.say(second).say('back');
  expect(passagesOf(undone.view)).toEqual(passagesOf(asked.view));
});

test('where hosts are hidden, it is followed just as well, and shows none', () => {
  const redaction = { key: 'test', hosts: true };
  const hidden = conversation(knowledge, emptyDialog, newDesk(), noDestinations, redaction).say(first);
  const joined = hidden.say(second);
  const shown = asked.say(second);
  expect(joined.view?.summary).toBe(shown.view?.summary);
  const hops = ({ dialog }: typeof joined) =>
    dialog.case?.told.map((it) => (it.kind === 'added' ? it.joined?.hops : 0));
  expect(hops(joined)).toEqual(hops(shown));
  expect(JSON.stringify([joined.dialog, joined.view, hidden.view])).not.toMatch(/fabrikam|mp02|\.invalid|198\.18/);
  expect(passagesOf(joined.say('summary').view).join()).toMatch(/URL: https:\/\/<host 2>\/SMS_MP/);
});
