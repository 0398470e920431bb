// From the first log of a failed request to the one that decides, and to the issue behind both.

import { describe, expect, test } from '@jest/globals';
import { decidingLog, diagnoseJoined, type LogText } from '../../../knowledge/cross-log/index.js';
import type { Route } from '../../../knowledge/index.js';
import { joinedSchema } from '../../../knowledge/schemas.js';
import { knowledge } from '../shipped.js';

const route = routeOf('cmg/logs.md');

function routeOf(path: string): Route {
  const found = knowledge.routeOver(path);
  if (found === undefined) throw new Error(`No route over ${path}`);
  return found;
}

const markup = (time: string, component: string, bias: string, ...messages: readonly string[]): string =>
  messages
    .map(
      (message) =>
        `<![LOG[${message}]LOG]!><time="${time}${bias}" date="03-12-2025" component="${component}" context="" type="1" thread="5368" file="x.cpp:1">`,
    )
    .join('\n');
/** A client an hour ahead of UTC. */
const client = (time: string, component: string, ...messages: readonly string[]): string =>
  markup(time, component, '-60', ...messages);
const columns = (time: string, component: string, ...messages: readonly string[]): string =>
  messages.map((message) => `${message}\t${component}\t3/12/2025 ${time}\t9120 (0x23A0)`).join('\n');
const site = (time: string, component: string, ...messages: readonly string[]): string =>
  messages.map((message) => `${message}  $$<${component}><03-12-2025 ${time}-60><thread=9120 (0x23A0)>`).join('\n');
const iis = (time: string, uri: string, query: string, status: string): string =>
  `2025-03-12 ${time} 192.168.20.14 GET ${uri} ${query} 443 - 192.168.20.31 SMS+CCM+5.0 - ${status} 4981 15`;

const gateway = 'https://gw.fabrikam.com/CCM_Proxy_MutualAuth/72057594037927941';
const mp = 'https://mp02.ad.fabrikam.com';
const badStatus = (path: string): string =>
  `[CCMHTTP] ERROR: URL=${gateway}${path}, Port=443, Options=31, Code=0, Text=CCM_E_BAD_HTTP_STATUS_CODE`;
const answered = (status: number, text: string): string =>
  `[CCMHTTP] ERROR INFO: StatusCode=${status} StatusText=${text}`;
const message = '0c7f2b19-71ab-4a53-8a0a-9a2b5c4d1e20';
const other = '5f2b1c0e-3d0b-4a83-9f6e-0f3c1a52d7b4';

interface Scenario {
  readonly name: string;
  readonly first: string;
  /** The file that is asked for. */
  readonly asked: string;
  readonly second: string;
  /** `yes` and `no`: whether the request got there; `?`: unknown; `!`: it failed there. */
  readonly hops: string;
  readonly failedAt: string;
  /** Paste and line of the cause. */
  readonly cause: string;
  readonly issue: string;
}

const scenarios: readonly Scenario[] = [
  {
    name: 'the management point refuses the connection point, which has no certificate',
    first: client(
      '09:12:44.310',
      'LocationServices',
      badStatus('/SMS_MP/.sms_aut?MPLIST2'),
      answered(403, 'Forbidden'),
    ),
    asked: 'SMS_Cloud_ProxyConnector.log',
    second: [
      site(
        '09:11:02.100',
        'SMS_CLOUD_PROXYCONNECTOR',
        `Forwarding proxy message ${other} to URL: ${mp}/SMS_MP/.sms_aut?SITESIGNCERT`,
      ),
      site(
        '09:12:44.480',
        'SMS_CLOUD_PROXYCONNECTOR',
        `Forwarding proxy message ${message} to URL: ${mp}/SMS_MP/.sms_aut?MPLIST2&FA1`,
      ),
      site(
        '09:12:44.610',
        'SMS_CLOUD_PROXYCONNECTOR',
        `Web exception for message ${message}: System.Net.WebException: The remote server returned an error: (403) Forbidden.`,
        `Received response ${mp}/SMS_MP/.sms_aut?MPLIST2&FA1 for message ${message}: HTTP/1.1 403 CMGConnector_Clientcertificaterequired`,
      ),
    ].join('\n'),
    hops: 'client yes!, gateway yes, connection-point yes!, management-point ?',
    failedAt: 'connection-point',
    cause: '1:4',
    issue: 'cmg/client-certificate-required.md',
  },
  {
    name: 'the same, with the log of IIS: its clock is UTC',
    first: client(
      '09:12:44.310',
      'LocationServices',
      badStatus('/SMS_MP/.sms_aut?MPLIST2'),
      answered(403, 'CMGConnector_Clientcertificaterequired'),
    ),
    asked: 'SMS_Cloud_ProxyConnector.log',
    second: [
      iis('08:11:02', '/SMS_MP/.sms_aut', 'SITESIGNCERT', '200 0 0'),
      iis('08:12:44', '/SMS_MP/.sms_aut', 'MPLIST2&FA1', '403 7 0'),
      iis('08:14:10', '/SMS_MP/.sms_aut', 'SITESIGNCERT', '200 0 0'),
    ].join('\n'),
    hops: 'client yes!, gateway yes, connection-point yes!, management-point yes!',
    failedAt: 'management-point',
    cause: '1:2',
    issue: 'cmg/client-certificate-required.md',
  },
  {
    name: 'the client rejects the certificate of the gateway',
    first: client('16:20:08.104', 'CcmMessaging', `Post to ${gateway}/ccm_system/request failed with 0x80072f8f.`),
    asked: 'LocationServices.log',
    second: client(
      '16:20:08.101',
      'LocationServices',
      '[CCMHTTP] AsyncCallback(): WINHTTP_CALLBACK_STATUS_SECURE_FAILURE Encountered',
      '[CCMHTTP]             : WINHTTP_CALLBACK_STATUS_FLAG_INVALID_CA is set',
      `[CCMHTTP] ERROR: URL=${gateway}/ccm_system/request, Port=443, Options=63, Code=12175, Text=ERROR_WINHTTP_SECURE_FAILURE`,
    ),
    hops: 'client yes!, gateway ?, connection-point ?, management-point ?',
    failedAt: 'client',
    cause: '1:2',
    issue: 'cmg/certificate-refused.md',
  },
  {
    name: 'the connection point is not connected',
    first: client(
      '10:40:31.000',
      'LocationServices',
      badStatus('/SMS_MP/.sms_aut?MPLIST2'),
      answered(503, 'Service Unavailable'),
    ),
    asked: 'SMS_Cloud_ProxyConnector.log',
    second: columns(
      '10:39:58 AM',
      'SMS_CLOUD_PROXYCONNECTOR',
      `ERROR: Failed to build Tcp connection ${other} with server GW.FABRIKAM.COM:10140. Exception: System.Net.WebException: TCP CONNECTION: Failed to authenticate with proxy server`,
    ),
    hops: 'client yes!, gateway yes, connection-point ?!, management-point ?',
    failedAt: 'connection-point',
    cause: '1:1',
    issue: 'cmg/connection-point-not-connected.md',
  },
  {
    name: 'the management point answers 500',
    first: client('11:05:10.200', 'ccmsetup', badStatus('/CCM_STS'), answered(500, 'CMGConnector_InternalServerError')),
    asked: 'CCM_STS.log',
    second: client(
      '11:05:09.900',
      'CCM_STS',
      "ProcessRequest - Exception: System.IO.FileLoadException: Could not load file or assembly 'System.IdentityModel.Tokens.JWT' or one of its dependencies. (Exception from HRESULT: 0x80131040)",
    ),
    hops: 'client yes!, gateway yes, connection-point yes!, management-point ?!',
    failedAt: 'management-point',
    cause: '1:1',
    issue: 'cmg/token-service-fails.md',
  },
  {
    name: 'the token is refused',
    first: client('11:17:30.552', 'ccmsetup', badStatus('/ServiceMetadata'), answered(401, 'CMGService_Invalid_Token')),
    asked: 'CCM_STS.log',
    second: columns(
      '11:17:30 AM',
      'CCM_STS',
      "Return code: 401, Description: PreAuth token validation failed, System.IdentityModel.Tokens.SecurityTokenExpiredException: IDX10223: Lifetime validation failed. The token is expired. ValidTo: '03/02/2025 08:14:51', Current time: '03/12/2025 10:17:30'.",
    ),
    hops: 'client yes!, gateway yes!, connection-point ?, management-point ?!',
    failedAt: 'management-point',
    cause: '1:1',
    issue: 'cmg/invalid-token.md',
  },
  {
    name: 'the client cannot resolve the name',
    first: client('12:00:01.000', 'CcmMessaging', `Post to ${gateway}/ccm_system/request failed with 0x87d00231.`),
    asked: 'LocationServices.log',
    second: columns(
      '12:00:00 PM',
      'LocationServices',
      `[CCMHTTP] ERROR: URL=${gateway}/ccm_system/request, Port=443, Options=31, Code=12007, Text=ERROR_WINHTTP_NAME_NOT_RESOLVED`,
    ),
    hops: 'client yes!, gateway ?, connection-point ?, management-point ?',
    failedAt: 'client',
    cause: '1:1',
    issue: 'cmg/server-certificate.md',
  },
  {
    name: 'the user is not discovered',
    first: [
      "Failed to get ConfigMgr token with Azure AD token. Status code is '403' and status description is 'CMGConnector_Un-authorizedrequest'.",
    ].join('\n'),
    asked: 'CCM_STS.log',
    second: site(
      '10:22:08.114',
      'CCM_STS',
      'AAD user with ID 9c1d7e52-4f0a-4c38-b7a1-0d52f1e8b6c3 and SID S-1-5-21-1004336348-1177238915-682003330-2214 is not completely discovered',
    ),
    hops: 'client yes!, gateway yes, connection-point yes!, management-point ?!',
    failedAt: 'management-point',
    cause: '1:1',
    issue: 'cmg/user-not-discovered.md',
  },
];

describe.each(scenarios)('$name', ({ first, asked, second, hops, failedAt, cause, issue }) => {
  const texts: readonly LogText[] = [{ text: first }, { text: second }];
  const { joined, diagnosis } = diagnoseJoined(knowledge, route, texts);

  test('the log that decides is asked for', () => {
    const before = knowledge.diagnose(first);
    const suspects = before.candidates
      .slice(0, 5)
      .map((one) => ({ issue: one.issue, probability: one.confidence / 2 }));
    const request = decidingLog(route, suspects, [{ text: first }]);
    expect(request).toMatchObject({ file: asked });
    expect(request?.lookFor.length).toBeGreaterThan(0);
  });

  test('the request is followed to where it failed', () => {
    const told = joined.hops.map(
      ({ machine, reached, result }) =>
        `${machine} ${reached === 'unknown' ? '?' : reached}${result === 'failed' ? '!' : ''}`,
    );
    expect(told.join(', ')).toBe(hops);
    expect(joined.failedAt?.machine).toBe(failedAt);
    expect(joined.lines.filter(({ role }) => role === 'cause').map(({ paste, line }) => `${paste}:${line}`)).toContain(
      cause,
    );
  });

  test('the issue is the right one', () => {
    expect(diagnosis.verdict).not.toBe('none');
    expect(diagnosis.candidates[0]?.article.path).toBe(issue);
  });

  test('what is kept is small, plain data', () => {
    const kept = JSON.stringify(joined);
    expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(2048);
    expect(joinedSchema.parse(JSON.parse(kept))).toEqual(joined);
    expect(kept).not.toContain(message);
  });
});
