import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { noMasks } from '../../../../bot/text/redact/masks.js';
import { Redactor } from '../../../../bot/text/redact/redactor.js';

function redact(text: string): string {
  return new Redactor({ key: 'test' }, noMasks('case')).redact(text);
}

describe('what a helpdesk needs stays', () => {
  test.each([
    ['[CCMHTTP] ERROR INFO: StatusCode= 403 StatusText= CMGConnector_Forbidden'],
    ['Error 0x80072f8f, 12175, -2147012721, 2147954575, 80070005, E_ACCESSDENIED, ERROR_ACCESS_DENIED'],
    ['HRESULT: 0x80131500, NTSTATUS 0xC000006D, Win32 error 5, exit code 1603, AADSTS50034, IDX10223'],
    ['hr=0x80070005, lastError: 2147942405; StatusCode="401"; (0x12CC)'],
    ['GUID:6f1c2d3e-71ab-4a53-8a0a-9a2b5c4d1e20 and {0C7F2B19-71AB-4A53-8A0A-9A2B5C4D1E20}'],
    ['client_id=6f1c2d3e-71ab-4a53-8a0a-9a2b5c4d1e20&tenant=0c7f2b19-71ab-4a53-8a0a-9a2b5c4d1e20'],
    ['Correlation token: 6f1c2d3e-71ab-4a53-8a0a-9a2b5c4d1e20'],
    ['C:\\Windows\\CCM\\Logs\\LocationServices.log'],
    ['C:\\Program Files\\Microsoft Configuration Manager\\bin\\X64\\smsexec.exe'],
    ['C:\\Users\\Public\\Desktop\\x.lnk, C:\\Users\\Default\\NTUSER.DAT, C:\\Users\\Administrator\\x'],
    ['%WINDIR%\\ccmsetup\\Logs\\ccmsetup.log'],
    ['HKLM\\SOFTWARE\\Microsoft\\SMS\\SMS_CLOUD_PROXYCONNECTOR VerboseLogging'],
    ['HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters'],
    ['Computer Configuration\\Windows Settings\\Security Settings\\Local Policies'],
    ['\\\\server\\share\\file.msi, \\\\.\\pipe\\sql\\query, \\\\?\\C:\\x, smb://server/share'],
    ['SQL Server instance SRV01\\CM01 and database SRV01\\SUSDB'],
    ['NT AUTHORITY\\SYSTEM, NT AUTHORITY\\NETWORK SERVICE, NT-AUTORITÄT\\SYSTEM, IIS APPPOOL\\CCM'],
    ['User: NT AUTHORITY\\SYSTEM, User: NETWORK SERVICE, Account Name: SYSTEM, Owner: BUILTIN\\Administrators'],
    ['BUILTIN\\Administrators S-1-5-32-544, S-1-5-18, S-1-0-0, S-1-16-16384, CONTOSO\\Domain Admins'],
    ['root\\ccm\\ClientSDK, ROOT\\SMS\\site_PS1, \\\\.\\root\\cimv2'],
    ['https://cmg.contoso.com:443/CCM_PROXY_MUTUALAUTH/72057594037927941/SMS_MP/.sms_aut?MPLIST2&CM1'],
    ['https://login.microsoftonline.com/common/oauth2/v2.0/token, https://management.azure.com/'],
    ['https://cmg.blob.core.windows.net/content/PS100042.3?sv=2022-11-02&sr=c&sp=r'],
    ['Configuration Manager 5.00.9128.1007, version 2403, KB25858444, Windows 10.0.22631.4391, .NET 4.8.09032'],
    [
      'thumbprint 8A2D6F3B0C4E5D6F7A8B9C0D1E2F3A4B5C6D7E8F, 8a 2d 6f 3b, SHA1: 8a2d6f3b0c4e5d6f7a8b9c0d1e2f3a4b5c6d7e8f',
    ],
    ['SHA256:3b5d5c3712955042212316173ccf37be800f0a0cd5f1e6a9b1c2d3e4f5a6b7c8'],
    ['Microsoft.ConfigurationManagement, Version=5.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35'],
    [
      'System.Net.WebException: The remote server returned an error: (403) Forbidden.~~   at System.Net.HttpWebRequest.GetResponse()',
    ],
    ['lsasrv!LsapAuApiDispatchLogonUser+0x4ab, USER32!InternalCallWinProc+0x28'],
    ['2012_SPx_RSShrPnt_CUxx_KBxxxxx_11_00_xxxx_arch'],
    ['netstat -p tcp 443, ping -w 1000, ssh -p 22, mkdir -p data/logs, cp -p a.log b.log'],
    ['The password is incorrect: password=expired, the password is 15 days old, PasswordLastSet : 5/13/2025'],
    ['Password: The user name or password is incorrect.'],
    ['MinimumPasswordLength = 14, PasswordComplexity = 1, RequireLogonToChangePassword = 0'],
    ['$password = $env:CM_PASSWORD; -Password $secure; password={0}; --password "$PASSWORD"; password=%PASSWORD%'],
    ['<settings pass="offlineServicing">'],
    ['basic authentication is used, the bearer token has expired; the token: none; token: expired'],
    ['Failed to get token: 0x80070005'],
    ['Key: Name, PrimaryKey: ResourceID, the key is missing, key=value'],
    ['user=unknown, User: -, uid=1000(0), user id 42, Account: N/A, login: yes'],
    ['cookie: none, cookies are disabled, Set-Cookie failed'],
    ['failed\\nerror 0x80070005\\nnext line\\r\\nlast'],
    ['List\\1, \\d{3}\\w+, a\\b, word\\number\\x'],
    ['react@18.2.0, @scope/package, git@github.com:contoso/x.git, CFile@@QAE'],
    ['-----BEGIN CERTIFICATE REQUEST----- is missing'],
    ['CN=cmg.contoso.com, OU=IT, O=Contoso; CN=System Management,CN=System,DC=contoso,DC=com'],
    ['Product ID 00330-80000-00000-AA535, package PS100042, site code PS1, 123456-123456'],
    ['2025-05-13 09:41:07.118 [4812] 10.0.0.7:443 fe80::1 00:15:5d:01:02:03'],
    ['Unrecognised command: runas, net use, psexec, curl --help, az login --use-device-code'],
    ['Cannot start SMS_EXECUTIVE on computer CM01, since the password is incorrect.\n0x80070056 (-2147024810)'],
    ['NetpJoinDomain: rollback: status of deleting the stored machine secret: 0x0\nNetpJoinDomain: status: 0x52e'],
    ['Failed to decrypt the network access account on this client, token: 0x80070005\nGetLastError 2147942405'],
    ["File: loglock.cpp, line=834 Failed Assertion = 'result == LCK_OK'."],
    ['kubectl logs -n ingress-basic nginx-ingress-ingress-nginx-controller-9d8d5c57d-9vn8q'],
    ['C:\\ProgramData\\Microsoft\\Microsoft Dynamics GP\\11.0.0.0'],
    ['Configuration Manager Password SHA256, password Base64, the password\nKB5031364, password (Win32_UserAccount)'],
    ['resolve faults identified by DCDIAG, SetPassword(account), wrong password\nERROR_LOGON_FAILURE (1326)'],
    ['{"name":"KeyVault","value":"https://x"}, | User | State |\n|---|---|\n| SYSTEM | 0x0 |'],
    ['files arrive in despoolr.box\\receive and despoolr.box\\incoming, ccr.box\\inproc'],
    ['media/gltrx-batch-not-originate-in-general-ledger.png, echo off | findstr x'],
    ['urn:uuid:9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d mailto: ftp://files.contoso.com/x'],
  ])('%s', (text) => expect(redact(text)).toBe(text));
});

const articles = join(__dirname, '../../../../knowledge/articles/cmg');

test.each(readdirSync(articles))('of what %s says, only security identifiers go', (file) => {
  const text = readFileSync(join(articles, file), 'utf8');
  expect(redact(text).replace(/<sid \d+>/g, 'S-1-5-21')).toBe(text.replace(/S-1-5-21(?:-\d+)+/g, 'S-1-5-21'));
});
