// Where people copy from: what stands around a line, and how it is written there.

import type { Draw } from './draw.js';
import { joinedLines, kept, type Marked, marked, rewritten, secret } from './marked.js';

/** Whole lines in, a paste out. */
export interface Surrounding {
  readonly name: string;
  /** Every line stands by itself, so that nothing that runs over several fits. */
  readonly lineByLine: boolean;
  /** Lines as wide as the window are broken there. */
  readonly hasColumns: boolean;
  readonly around: (lines: readonly Marked[], draw: Draw) => Marked;
}

const each =
  (write: (line: Marked, draw: Draw) => Marked): Surrounding['around'] =>
  (lines, draw) =>
    joinedLines(lines.map((line) => write(line, draw)));

export const surroundings: readonly [Surrounding, ...Surrounding[]] = [
  { name: 'nothing', lineByLine: false, hasColumns: true, around: each((line) => line) },
  {
    name: 'a question',
    lineByLine: false,
    hasColumns: false,
    around: (lines) => marked`Hi, the client stopped working this morning, any idea?\n${joinedLines(lines)}`,
  },
  {
    name: 'a question in German',
    lineByLine: false,
    hasColumns: false,
    around: (lines) => marked`Moin, seit gestern kommt das hier:\n\n${joinedLines(lines)}\n\nDanke!`,
  },
  {
    name: 'a log of Configuration Manager',
    lineByLine: true,
    hasColumns: false,
    around: each(
      (line, draw) =>
        marked`<![LOG[${line}]LOG]!><time="09:41:07.118-60" date="05-13-2025" ${kept('component="LocationServices"')} context="" type="${draw.pick(['1', '2', '3'])}" ${kept(`thread="${draw.number(1000, 9999)}"`)} file="ccmhttperror.cpp:297">`,
    ),
  },
  {
    name: 'a log as CMTrace shows it',
    lineByLine: true,
    hasColumns: true,
    around: each(
      (line, draw) =>
        marked`${line}\t${kept('LocationServices')}\t${kept('13/05/2025 09:41:07')}\t${kept(`${draw.number(1000, 9999)} (0x12CC)`)}`,
    ),
  },
  {
    name: 'a log with times',
    lineByLine: true,
    hasColumns: true,
    around: each((line, draw) => marked`${kept(draw.time())}.118 [${kept(String(draw.number(10, 99)))}] INFO  ${line}`),
  },
  {
    name: 'a PowerShell transcript',
    lineByLine: false,
    hasColumns: true,
    around: ([first = [], ...others], draw) =>
      marked`**********************
Windows PowerShell transcript start
Start time: ${kept('20250513094107')}
Username: CONTOSO\\${secret(draw.person().account)}
RunAs User: CONTOSO\\${secret(draw.person().account)}
Machine: PC042 (${kept('Microsoft Windows NT 10.0.22631.0')})
Process ID: ${kept('8112')}
${kept('PSVersion: 5.1.22621.4391')}
**********************
PS C:\\Windows\\system32> ${first}
${joinedLines(others)}`,
  },
  {
    name: 'a mail that is quoted',
    lineByLine: false,
    hasColumns: false,
    around: each((line) => marked`> ${line}`),
  },
  {
    name: 'a log in JSON',
    lineByLine: true,
    hasColumns: false,
    around: each(
      (line, draw) =>
        marked`{"time":"2025-05-13T09:41:07.118Z","level":"error","thread":${String(draw.number(10, 99))},"message":"${rewritten(line, (text) => JSON.stringify(text).slice(1, -1))}"}`,
    ),
  },
  {
    name: 'an event in XML',
    lineByLine: true,
    hasColumns: false,
    around: each(
      (line) =>
        marked`<Event><System>${kept('<EventID>1026</EventID>')}<Level>2</Level></System><EventData><Data>${rewritten(line, escapedXml)}</Data></EventData></Event>`,
    ),
  },
];

function escapedXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Lines that say what is wrong; all of it has to stay. */
export const troubles: readonly [Marked, ...Marked[]] = [
  marked`${kept('[CCMHTTP] ERROR INFO: StatusCode= 403 StatusText= CMGConnector_Forbidden')}`,
  marked`${kept('[CCMHTTP] ERROR INFO: StatusCode=401 StatusText=CMGService_Invalid_Token')}`,
  marked`[CCMHTTP] ERROR: URL=https://cmg.contoso.com/CCM_Proxy_ServerAuth/72057594037928017/CCM_STS, ${kept('Port=443, Options=63, Code=12175, Text=ERROR_WINHTTP_SECURE_FAILURE')}`,
  marked`${kept('[CCMHTTP] : WINHTTP_CALLBACK_STATUS_FLAG_CERT_REV_FAILED is set')}`,
  marked`${kept("Failed to get ConfigMgr token with Azure AD token. Status code is '403' and status description is 'CMGConnector_Un-authorizedrequest'.")}`,
];

/** Lines of no account, with things in them that look a little like secrets and are none. */
export const everydayLines: readonly [Marked, ...Marked[]] = [
  marked`${kept('Failed to connect to \\\\.\\root\\ccm\\ClientSDK, hr = 0x80070005 (-2147024891)')}`,
  marked`${kept('Certificate [Thumbprint 8A2D6F3B0C4E5D6F7A8B9C0D1E2F3A4B5C6D7E8F] issued to')} cmg.contoso.com`,
  marked`${kept('GUID:6F1C2D3E-71AB-4A53-8A0A-9A2B5C4D1E20')} is not ${kept('{0c7f2b19-71ab-4a53-8a0a-9a2b5c4d1e20}')}`,
  marked`running as ${kept('NT AUTHORITY\\SYSTEM')} (${kept('S-1-5-18')}), group ${kept('BUILTIN\\Administrators S-1-5-32-544')}`,
  marked`${kept('HKLM\\SOFTWARE\\Microsoft\\CCM\\CcmExec')} ${kept('ProvisioningMode=false')}`,
  marked`${kept('C:\\Windows\\CCM\\Logs\\LocationServices.log')} and ${kept('%WINDIR%\\ccmsetup\\Logs\\ccmsetup.log')}`,
  marked`${kept('Client version 5.00.9128.1007, KB25858444, Windows 10.0.22631.4391')}`,
  marked`${kept('https://login.microsoftonline.com/common/oauth2/token')} answered ${kept('AADSTS50034')}`,
  marked`${kept('ERROR_ACCESS_DENIED (5), E_ACCESSDENIED, STATUS_LOGON_FAILURE 0xC000006D, 2147954575')}`,
  marked`${kept('Package PS100042, content PS100042.3, deployment PS120017, collection SMS00001')}`,
  marked`${kept('MP list: SMS_MP/.sms_aut?MPLIST2&CM1, site code PS1')}`,
  marked`${kept('SHA256:3b5d5c3712955042212316173ccf37be800f0a0cd5f1e6a9b1c2d3e4f5a6b7c8')}`,
  marked`${kept('SMS_CLOUD_PROXYCONNECTOR')} ${kept('Microsoft.ConfigurationManagement.Proxy.ProxyConnector')}`,
  marked`${kept('The password is incorrect')}, ${kept('the token has expired')}: ${kept('basic authentication is used')}`,
  marked`${kept('PortNumber: 10123, Timeout 60 s, retry 3 of 5')}`,
  marked`${kept('urn:uuid:9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d')}`,
];
