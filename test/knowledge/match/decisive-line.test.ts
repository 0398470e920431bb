// Long dumps as people paste them. One line of each tells the cause; it comes first among what an answer rests on, whatever
// stands around it.

import { describe, expect, test } from '@jest/globals';
import { compileArticle } from '../../../knowledge/compile/index.js';
import type { Knowledge } from '../../../knowledge/index.js';
import { createKnowledge } from '../../../knowledge/indexing/index.js';
import { makeAsideOf } from '../../../knowledge/match/query/asides.js';
import { knowledge as shipped } from '../shipped.js';

interface Dump {
  readonly name: string;
  readonly paste: string;
  /** Article of the right issue. */
  readonly article: string;
  /** What the decisive line holds, and no other. */
  readonly decisive: string;
}

/** The first candidate's article, and its decisive line. */
function decided(knowledge: Knowledge, paste: string): { article: string | undefined; line: string | undefined } {
  const [first] = knowledge.diagnose(paste).candidates;
  return { article: first?.article.path, line: first?.evidence[0]?.text };
}

function expectDecided(knowledge: Knowledge, { paste, article, decisive }: Dump): void {
  expect(paste.split('\n').filter((line) => line.includes(decisive))).toHaveLength(1);
  expect(decided(knowledge, paste)).toEqual({ article, line: expect.stringContaining(decisive) });
}

/** CMTrace markup. */
const logged = (component: string, severity: 1 | 2 | 3, ...messages: readonly string[]): string =>
  messages
    .map(
      (message, at) =>
        `<![LOG[${message}]LOG]!><time="14:02:${String(10 + at)}.334-060" date="04-06-2024" component="${component}" context="" type="${severity}" thread="7020" file="ccmhttperror.cpp:296">`,
    )
    .join('\n');

describe('Configuration Manager', () => {
  const dumps: readonly Dump[] = [
    {
      name: 'a status text after the failed request, with retries around it',
      article: 'cmg/forbidden-iis-binding.md',
      decisive: 'CMGConnector_Forbidden',
      paste: [
        logged(
          'LocationServices',
          1,
          'Client is on internet',
          'Attempting to retrieve site information from lookup MP(s) via HTTPS',
          "Current AD site of machine is 'Default-First-Site-Name'",
        ),
        logged(
          'LocationServices',
          3,
          '[CCMHTTP] ERROR: URL=https://gw.fabrikam.com/CCM_Proxy_MutualAuth/72057594037927939/SMS_MP/.sms_aut?SITESIGNCERT, Port=443, Options=31, Code=0, Text=CCM_E_BAD_HTTP_STATUS_CODE',
        ),
        logged('LocationServices', 1, '[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden'),
        logged(
          'LocationServices',
          1,
          'Raising event:',
          "Successfully queued event on HTTP/HTTPS failure for server 'gw.fabrikam.com'.",
        ),
        logged(
          'LocationServices',
          3,
          'Failed to retrieve DP locations as the expected version from MP. Error 0x80004005',
          'Failed to send site information Location Request Message to gw.fabrikam.com',
        ),
        logged(
          'LocationServices',
          2,
          'Failed to refresh site signing certificate over HTTP with error 0x87d00231. Will retry.',
        ),
      ].join('\n'),
    },
    {
      name: 'why a certificate was refused, before the request that failed for it',
      article: 'cmg/certificate-refused.md',
      decisive: 'FLAG_CERT_REV_FAILED',
      paste: [
        'CcmGetDomainState failed with 0x80004005.  04.03.2024 09:10:02  LocationServices  4412 (0x113C)',
        '[CCMHTTP] AsyncCallback(): WINHTTP_CALLBACK_STATUS_SECURE_FAILURE Encountered  04.03.2024 09:10:02  LocationServices  4412 (0x113C)',
        '[CCMHTTP] : dwStatusInformationLength is 4  04.03.2024 09:10:02  LocationServices  4412 (0x113C)',
        '[CCMHTTP] : lpvStatusInformation is 0x1  04.03.2024 09:10:02  LocationServices  4412 (0x113C)',
        '[CCMHTTP] : WINHTTP_CALLBACK_STATUS_FLAG_CERT_REV_FAILED is set  04.03.2024 09:10:02  LocationServices  4412 (0x113C)',
        '[CCMHTTP] AsyncCallback(): -----------------------------------------------------------------  04.03.2024 09:10:02  LocationServices  4412 (0x113C)',
        '[CCMHTTP] ERROR: URL=https://gw.fabrikam.com/CCM_Proxy_ServerAuth/72057594037927939/CCM_STS, Port=443, Options=63, Code=12175, Text=ERROR_WINHTTP_SECURE_FAILURE  04.03.2024 09:10:02  LocationServices  4412 (0x113C)',
        '[CCMHTTP] ERROR INFO: StatusCode=600 StatusText=  04.03.2024 09:10:02  LocationServices  4412 (0x113C)',
        "Successfully queued event on HTTP/HTTPS failure for server 'gw.fabrikam.com'.  04.03.2024 09:10:02  LocationServices  4412 (0x113C)",
        'Post to https://gw.fabrikam.com/CCM_Proxy_ServerAuth/72057594037927939/ccm_system/request failed with 0x87d00231.  04.03.2024 09:10:03  CcmMessaging  4412 (0x113C)',
        "Failed to get CCM access token and client doesn't have PKI issued cert to use SSL. Error 0x80070002  04.03.2024 09:10:03  LocationServices  4412 (0x113C)",
      ].join('\n'),
    },
    {
      name: 'a setup that ends in codes of its own',
      article: 'cmg/invalid-token.md',
      decisive: 'CMGService_Invalid_Token',
      paste: [
        '==========[ ccmsetup started in process 7144 ]==========  28.10.2023 13:05:01  ccmsetup  7148 (0x1BEC)',
        'Launch from folder C:\\WINDOWS\\ccmsetup\\  28.10.2023 13:05:01  ccmsetup  7148 (0x1BEC)',
        'Command line: "C:\\WINDOWS\\ccmsetup\\ccmsetup.exe" /runservice /config:MobileClient.tcf  28.10.2023 13:05:01  ccmsetup  7148 (0x1BEC)',
        'Failed to load mdmregistration.dll with error 0x8007007e  28.10.2023 13:05:02  ccmsetup  7148 (0x1BEC)',
        '[CCMHTTP] ERROR: URL=https://GW.CLOUDAPP.NET/CCM_Proxy_ServerAuth/ServiceMetadata, Port=443, Options=224, Code=0, Text=CCM_E_BAD_HTTP_STATUS_CODE  28.10.2023 13:05:05  ccmsetup  7148 (0x1BEC)',
        '[CCMHTTP] ERROR INFO: StatusCode=401 StatusText=CMGService_Invalid_Token  28.10.2023 13:05:05  ccmsetup  7148 (0x1BEC)',
        "Failed to get AAD Token from MP 'https://GW.CLOUDAPP.NET'. Error 0x80004005  28.10.2023 13:05:05  ccmsetup  7148 (0x1BEC)",
        'GetDPLocations failed with error 0x80004005  28.10.2023 13:05:05  ccmsetup  7148 (0x1BEC)',
        'Failed to find DP locations from MP with error 0x80004005, status code 401. Check next MP.  28.10.2023 13:05:05  ccmsetup  7148 (0x1BEC)',
        'CcmSetup failed with error code 0x80004005  28.10.2023 13:05:06  ccmsetup  7148 (0x1BEC)',
      ].join('\n'),
    },
    {
      name: 'certificates left out, and the count that is left',
      article: 'cmg/client-certificate-required.md',
      decisive: 'client auth: 0',
      paste: [
        'Filtered cert count with digital signature: 7',
        'Not allowed cert: CN=SRV-A',
        'No private key cert: CN=SRV-B',
        'Not allowed cert: CN=SRV-C',
        'Filtered cert count with allowed root CA: 3',
        'Filtered cert count with private key: 3',
        'Not client auth cert: CN=SRV-D',
        'Not client auth cert: CN=SRV-E',
        'Not client auth cert: CN=SRV-F',
        'Filtered cert count with client auth: 0',
        'Maintaining connections...',
      ].join('\n'),
    },
    {
      name: 'a certificate that is missing, told by the wrapper only as a code',
      article: 'cmg/device-not-joined.md',
      decisive: 'Text=CCM_E_NO_CLIENT_PKI_CERT',
      paste: [
        '[CCMHTTP] ERROR: URL=http://gw.fabrikam.com/CCM_Proxy_MutualAuth/72057594037927939/ccm_system/request, Port=0, Options=1248, Code=87, Text=<null>',
        "Successfully queued event on HTTP/HTTPS failure for server 'gw.fabrikam.com'.",
        'Post to http://gw.fabrikam.com/CCM_Proxy_MutualAuth/72057594037927939/ccm_system/request failed with 0x87d00231.',
        '[CCMHTTP] ERROR: URL=https://gw.fabrikam.com/CCM_Proxy_MutualAuth/72057594037927939/SMS_MP/.sms_aut?SITESIGNCERT, Port=0, Options=1248, Code=0, Text=CCM_E_NO_CLIENT_PKI_CERT',
        'Raising event:',
        'instance of CCM_CcmHttp_Status',
        ' ClientID = "GUID:76F79FF6-FA18-4E15-AA2F-9A4E71711ACC";',
        ' DateTime = "20240410064418.902000+000";',
        ' HRESULT = "0x87d00454";',
        ' ProcessID = 3104;',
        ' StatusCode = 0;',
        ' ThreadID = 5368;',
      ].join('\n'),
    },
    {
      name: 'the request that IIS refused among those that it answered',
      article: 'cmg/client-certificate-required.md',
      decisive: '403 7',
      paste: [
        '#Software: Microsoft Internet Information Services 10.0',
        '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken',
        '2025-03-12 08:12:41 192.168.20.14 GET /SMS_MP/.sms_aut MPLIST 443 - 192.168.20.77 SMS+CCM+5.0 - 200 0 0 15',
        '2025-03-12 08:12:42 192.168.20.14 GET /favicon.ico - 443 - 192.168.20.80 Mozilla/5.0 - 404 0 2 3',
        '2025-03-12 08:12:45 192.168.20.14 GET /SMS_MP/.sms_aut SITESIGNCERT 443 - 192.168.20.31 SMS+CCM+5.0 - 403 7 0 4981',
        '2025-03-12 08:12:46 192.168.20.14 CCM_POST /ccm_system/request - 443 - 192.168.20.77 ccmhttp - 200 0 0 31',
      ].join('\n'),
    },
    {
      name: 'the user, in a log of tokens that are given out',
      article: 'cmg/user-not-discovered.md',
      decisive: 'is not completely discovered',
      paste: [
        'ProcessRequest - Start  CCM_STS  04/06/2024 14:02:17  9 (0x0009)',
        'Validated AAD token. TokenType: Device, TenantId: 3f2504e0-4f89-11d3-9a0c-0305e82c3301  CCM_STS  04/06/2024 14:02:17  9 (0x0009)',
        'Return token to client, token type: UDA  CCM_STS  04/06/2024 14:02:17  9 (0x0009)',
        'ProcessRequest - Start  CCM_STS  04/06/2024 14:02:19  9 (0x0009)',
        'AAD user with ID 26800541-daf1-4334-aca0-c1a7d5d25a72 and SID S-1-5-21-3695679697-2106157007-715799775-1106 is not completely discovered  CCM_STS  04/06/2024 14:02:19  9 (0x0009)',
        'Return code: 403, Description: Un-authorized request  CCM_STS  04/06/2024 14:02:19  9 (0x0009)',
      ].join('\n'),
    },
  ];
  test.each(dumps)('$name', (dump) => expectDecided(shipped, dump));
});

describe('Windows and its servers', () => {
  const article = (title: string, symptoms: readonly string[], cause: string): string =>
    [
      `# ${title}`,
      '## Symptoms',
      'The log holds:',
      symptoms.map((line) => `    ${line}`).join('\n'),
      '## Cause',
      cause,
      '## Resolution',
      '1. Mend it.',
      '',
    ].join('\n\n');
  const sources: Readonly<Record<string, string>> = {
    'agent-service.md': article(
      'Setup of the agent ends with error 1603: the service could not be started',
      [
        'Error 1920. Service Contoso Agent (ContosoAgent) failed to start. Verify that you have sufficient privileges to start system services.',
        'MSI (s) (A4:18): Product: Contoso Agent -- Installation failed. Main engine thread is returning 1603',
      ],
      'Error 1920: the account of the service may not log on as a service.',
    ),
    'component-store.md': article(
      'Updates fail because the component store is corrupt (0x80073712)',
      [
        'CBS    Failed to resolve package [HRESULT = 0x80073712 - ERROR_SXS_COMPONENT_STORE_CORRUPT]',
        'CBS    Failed to perform operation. [HRESULT = 0x80004005 - E_FAIL]',
      ],
      '`ERROR_SXS_COMPONENT_STORE_CORRUPT`: files of the component store are missing.',
    ),
    'dism-source.md': article(
      'DISM fails with 0x800f081f: the source files could not be found',
      ['Error: 0x800f081f', 'The source files could not be found.'],
      'The feature was removed from the image, and 0x800f081f says that no source has it.',
    ),
    'schannel.md': article(
      'Schannel event 36874: no cipher suite in common',
      [
        'An TLS 1.2 connection request was received from a remote client application, but none of the cipher suites supported by the client application are supported by the server.',
      ],
      'Event ID 36874 is logged when client and server have no cipher suite in common.',
    ),
    'settings-file.md': article(
      'The import service stops: settings.json cannot be parsed',
      [
        "Newtonsoft.Json.JsonReaderException: Unexpected character encountered while parsing value: <. Path '', line 0, position 0.",
        'System.TypeInitializationException: The type initializer threw an exception.',
      ],
      'A `JsonReaderException` says that settings.json holds a page of HTML instead.',
    ),
    'login.md': article(
      'Login failed (18456) because the default database is gone',
      [
        'Login failed for user. Reason: Failed to open the explicitly specified database.',
        'System.Data.SqlClient.SqlException (0x80131904): A connection could not be opened.',
      ],
      'Error 18456 with `Failed to open the explicitly specified database`: the database was dropped.',
    ),
    'remoting.md': article(
      'PowerShell remoting fails: the server is not trusted (ServerNotTrusted)',
      [
        'The WinRM client cannot process the request. If the authentication scheme is different from Kerberos, the destination machine must be added to the TrustedHosts configuration setting.',
        '+ FullyQualifiedErrorId : ServerNotTrusted,PSSessionStateBroken',
      ],
      'The machine is in no domain, and is missing from `TrustedHosts`.',
    ),
    'web-config.md': article(
      'IIS answers 500.19: a section of web.config is locked (0x80070021)',
      [
        'HTTP Error 500.19 - Internal Server Error',
        'Error Code 0x80070021',
        'This configuration section cannot be used at this path. This happens when the section is locked at a parent level.',
      ],
      '0x80070021: the section is locked in applicationHost.config.',
    ),
  };
  const knowledge = createKnowledge(
    Object.entries(sources).map(([path, markdown]) => compileArticle(path, markdown).article),
  );
  const dumps: readonly Dump[] = [
    {
      name: 'MSI: the action that failed, not the exit code',
      article: 'agent-service.md',
      decisive: 'Error 1920. Service Contoso Agent',
      paste: `MSI (s) (A4:18) [10:12:01:334]: Executing op: ActionStart(Name=StartServices,Description=Starting services,Template=Service: [1])
Action 10:12:01: StartServices. Starting services
MSI (s) (A4:18) [10:12:01:340]: Executing op: ServiceControl(,Name=ContosoAgent,Action=1,Wait=1,)
StartServices: Service: Contoso Agent
MSI (s) (A4:18) [10:12:31:340]: Product: Contoso Agent -- Error 1920. Service Contoso Agent (ContosoAgent) failed to start. Verify that you have sufficient privileges to start system services.
Action ended 10:12:31: InstallFinalize. Return value 3.
MSI (s) (A4:18) [10:12:31:502]: User policy value 'DisableRollback' is 0
MSI (s) (A4:18) [10:12:32:210]: Note: 1: 1708
MSI (s) (A4:18) [10:12:32:210]: Product: Contoso Agent -- Installation operation failed.
MSI (s) (A4:18) [10:12:32:212]: Windows Installer installed the product. Product Name: Contoso Agent. Product Version: 4.2.1. Installation success or error status: 1603.
MSI (s) (A4:18) [10:12:32:312]: MainEngineThread is returning 1603
MSI (c) (B8:70) [10:12:32:330]: Back from server. Return value: 1603`,
    },
    {
      name: 'CBS: the code with a name, not E_FAIL',
      article: 'component-store.md',
      decisive: '0x80073712',
      paste: `2024-05-02 08:00:12, Info                  CBS    TI: --- Initializing Trusted Installer ---
2024-05-02 08:00:12, Info                  CBS    Starting TrustedInstaller initialization.
2024-05-02 08:00:14, Info                  CBS    Session: 31104172_1183452 initialized by client WindowsUpdateAgent.
2024-05-02 08:00:20, Error                 CBS    Failed to resolve package 'Package_for_KB5034441' [HRESULT = 0x80073712 - ERROR_SXS_COMPONENT_STORE_CORRUPT]
2024-05-02 08:00:20, Info                  CBS    Mark store corruption flag because of package: Package_for_KB5034441.
2024-05-02 08:00:21, Error                 CBS    Failed to perform operation.  [HRESULT = 0x80004005 - E_FAIL]
2024-05-02 08:00:21, Info                  CBS    Session: 31104172_1183452 finalized. Reboot required: no [HRESULT = 0x80004005 - E_FAIL]
2024-05-02 08:00:22, Info                  CBS    Failed to perform operation.  [HRESULT = 0x80004005 - E_FAIL]`,
    },
    {
      name: 'DISM: the code among versions and progress',
      article: 'dism-source.md',
      decisive: 'Error: 0x800f081f',
      paste: `Deployment Image Servicing and Management tool
Version: 10.0.19041.844

Image Version: 10.0.19045.3693

Enabling feature(s)
[===========================66.2%======                    ]

Error: 0x800f081f

The DISM log file can be found at C:\\Windows\\Logs\\DISM\\dism.log
2024-05-02 08:00:21, Error                 DISM   DISM Package Manager: PID=4120 TID=7012 Failed finalizing changes. - CDISMPackageManager::Internal_Finalize(hr:0x80004005)
2024-05-02 08:00:21, Error                 DISM   DISM.EXE: DISM Package Manager processed the command line but failed. HRESULT=80004005`,
    },
    {
      name: 'the event log: the number that the author writes about, not what any record has',
      article: 'schannel.md',
      decisive: 'Event ID:      36874',
      paste: `Log Name:      System
Source:        Schannel
Date:          5/2/2024 8:00:21 AM
Event ID:      36874
Task Category: None
Level:         Error
Keywords:
User:          SYSTEM
Computer:      web01.fabrikam.com
Description:
An TLS 1.2 connection request was received from a remote client application, but none of the cipher suites supported by the client application are supported by the server. The TLS connection request has failed.
Event Xml:
<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">
  <System>
    <Provider Name="Schannel" Guid="{1f678132-5938-4686-9fdc-c8ff68f15c85}" />
    <Level>2</Level>
  </System>
</Event>`,
    },
    {
      name: '.NET: the innermost exception, not those around it',
      article: 'settings-file.md',
      decisive: 'Newtonsoft.Json.JsonReaderException',
      paste: `Application: Import.Service.exe
Framework Version: v4.0.30319
Description: The process was terminated due to an unhandled exception.
Unhandled Exception: System.Reflection.TargetInvocationException: Exception has been thrown by the target of an invocation.
 ---> System.TypeInitializationException: The type initializer for 'Import.Settings' threw an exception.
 ---> Newtonsoft.Json.JsonReaderException: Unexpected character encountered while parsing value: <. Path '', line 0, position 0.
   at Newtonsoft.Json.JsonTextReader.ParseValue()
   at Newtonsoft.Json.JsonTextReader.Read()
   at Import.Settings..cctor() in C:\\src\\Import\\Settings.cs:line 17
   --- End of inner exception stack trace ---
   at Import.Settings.get_Current()
   at Import.Service.Main(String[] args)
   --- End of inner exception stack trace ---
   at System.RuntimeMethodHandle.InvokeMethod(Object target, Object[] arguments, Signature sig, Boolean constructor)`,
    },
    {
      name: 'SQL Server: the number of the error, not the class of the exception',
      article: 'login.md',
      decisive: 'Error: 18456',
      paste: `System.Data.SqlClient.SqlException (0x80131904): Cannot open database requested by the login. The login failed.
   at System.Data.SqlClient.SqlInternalConnectionTds..ctor(DbConnectionPoolIdentity identity)
   at System.Data.SqlClient.SqlConnection.Open()
ClientConnectionId:9e1b0d2f-7f57-4a4e-9b0e-0d0f2c6a0f11
Error Number:4060,State:1,Class:11
2024-05-02 08:00:21.33 Logon       Error: 18456, Severity: 14, State: 38.
2024-05-02 08:00:21.33 Logon       Login failed for user 'FABRIKAM\\svc-app'. Reason: Failed to open the explicitly specified database 'Orders'. [CLIENT: 10.0.0.7]`,
    },
    {
      name: 'PowerShell: the message, not the position in the script',
      article: 'remoting.md',
      decisive: 'TrustedHosts configuration setting',
      paste: `Enter-PSSession : Connecting to remote server srv01 failed with the following error message : 
The WinRM client cannot process the request. If the authentication scheme is different from Kerberos, the destination machine must be added to the TrustedHosts configuration setting. 
At line:1 char:1
+ Enter-PSSession -ComputerName srv01
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : InvalidArgument: (srv01:String) [Enter-PSSession], PSRemotingTransportException
    + FullyQualifiedErrorId : CreateRemoteRunspaceFailed`,
    },
    {
      name: 'IIS: the code below the status',
      article: 'web-config.md',
      decisive: '0x80070021',
      paste: `HTTP Error 500.19 - Internal Server Error
The requested page cannot be accessed because the related configuration data for the page is invalid.
Detailed Error Information:
Module          IIS Web Core
Notification    BeginRequest
Handler         Not yet determined
Error Code      0x80070021
Config Error    There is a problem here
Config File     \\\\?\\C:\\inetpub\\wwwroot\\web.config
Requested URL   http://localhost:80/
Logon Method    Not yet determined`,
    },
  ];
  test.each(dumps)('$name', (dump) => expectDecided(knowledge, dump));
});

describe('lines that authors know not to be the fault', () => {
  const articles = [
    compileArticle(
      'pump.md',
      `---
harmless:
  - lines: ["Valve * did not answer, using *", "Pressure sensor error 0x8A4F0077 (ignored)"]
    because: valves sleep between strokes
consequences:
  - lines: ["Stroke * failed with 0x8A4F0001*"]
    because: another line says what stopped the stroke
---

# A stroke fails

## Symptoms

    Stroke 12 failed with 0x8A4F0001

    Valve A1 did not answer, using A2

    Pressure sensor error 0x8A4F0077 (ignored)

## Cause

0x8A4F0001 says that the stroke was not finished: the sensor, 0x8A4F0077, or the valve did not answer.

## Resolution

1. Try again.
`,
    ),
    compileArticle(
      'seal.md',
      '# The seal leaks\n\n## Symptoms\n\n    Seal pressure failed, PMP_E_SEAL\n\nThe log then ends with 0x8A4F0001.\n\n## Cause\n\nAge.\n\n## Resolution\n\n1. Replace it.\n',
    ),
    // What most articles have tells nothing.
    ...['belt', 'motor', 'gauge', 'filter', 'nozzle', 'hose', 'lamp', 'fuse', 'drain'].map((part) =>
      compileArticle(`${part}.md`, `# The ${part}\n\n## Cause\n\nThe ${part} is worn.\n`),
    ),
  ].map(({ article }) => article);
  const knowledge = createKnowledge(articles);

  test('do not decide beside the fault, and say that they follow from it', () => {
    const paste = [
      'VALVE  B7 did not answer, using B8',
      'Pressure sensor error 0x8A4F0077 (ignored)',
      'Seal pressure failed, PMP_E_SEAL',
      'Stroke 99 failed with 0x8A4F0001, will retry',
      'Stroke 99 failed with 0x8A4F0001, will retry',
    ].join('\n');
    const { candidates } = knowledge.diagnose(paste);
    expect(candidates[0]).toMatchObject({ article: { path: 'seal.md' }, evidence: [{ line: 3 }, { line: 4 }] });
    expect(candidates[0]?.evidence[1]?.why).toMatch(/; it follows from line 3; 2 lines of your paste say so$/);
  });

  test('that only follow are what there is to go by where nothing else tells', () => {
    const { candidates } = knowledge.diagnose('Stroke 99 failed with 0x8A4F0001');
    expect(candidates[0]).toMatchObject({ article: { path: 'pump.md' }, evidence: [{ line: 1 }] });
    expect(candidates[0]?.evidence[0]?.why).not.toMatch(/follows/);
  });

  test.each([
    {
      name: 'one of them',
      paste: 'pressure sensor error 0x8a4f0077 (ignored)',
      missing: /^This line is harmless: valves sleep between strokes\. /,
    },
    {
      name: 'several, in log markup',
      paste: logged('Pump', 3, 'Valve A1 did not answer, using A2', 'Pressure sensor error 0x8A4F0077 (ignored)'),
      missing: /^These lines are harmless: valves sleep between strokes\. /,
    },
  ])('that are all there is get a plain answer: $name', ({ paste, missing }) =>
    expect(knowledge.diagnose(paste)).toMatchObject({
      verdict: 'none',
      candidates: [],
      missing: expect.stringMatching(missing),
    }),
  );

  test('are whole messages', () => {
    const like = ['Valve A1 did not answer', 'The sensor said: Pressure sensor error 0x8A4F0077 (ignored)'];
    expect(like.map((paste) => knowledge.diagnose(paste).candidates[0]?.article.path)).toEqual(['pump.md', 'pump.md']);
  });
});

test.each([
  {
    name: 'a pattern of anything',
    frontMatter: 'harmless:\n  - {lines: ["*"], because: x}',
    rule: 'a.md:2 bad-harmless',
  },
  { name: 'no reason', frontMatter: 'harmless:\n  - lines: [Maintaining connections...]', rule: 'a.md:2 bad-harmless' },
  { name: 'a line by itself', frontMatter: 'title: x\nconsequences: failed with 1', rule: 'a.md:3 bad-consequences' },
])('the linter refuses $name', ({ frontMatter, rule }) => {
  const { problems } = compileArticle('a.md', `---\n${frontMatter}\n---\n\n# A\n\n## Cause\n\nx\n`);
  expect(problems.map((one) => `${one.file}:${one.line} ${one.rule}`)).toContain(rule);
});

test('whatever the line, an aside is told in time that grows with its length', () => {
  const asideOf = makeAsideOf([{ kind: 'harmless', lines: ['a*b*a*b*c*d*e*f'], because: 'x' }]);
  expect(asideOf('a b a b c d e f')).toBeDefined();
  expect(asideOf('a b a b c d f e')).toBeUndefined();
  expect(asideOf('ab'.repeat(500_000))).toBeUndefined();
});

test('a healthy log of a CMG connection point gets no answer, and the reason', () => {
  const paste = ['Not allowed cert: CN=A', 'No private key cert: CN=B', 'Maintaining connections...'].join('\n');
  expect(shipped.diagnose(paste)).toMatchObject({
    verdict: 'none',
    candidates: [],
    missing: expect.stringMatching(
      /^These lines are harmless: the CMG connection point looks through all certificates/,
    ),
  });
});

test('in a log, what only follows from a fault is no fault of its own', () => {
  const reader = shipped.readLog();
  const usual = logged('LocationServices', 1, 'Client is on internet', 'Calling back with locations');
  const follows = logged(
    'CcmMessaging',
    3,
    'Post to https://gw.fabrikam.com/CCM_Proxy_ServerAuth/1/ccm_system/request failed with 0x87d00231.',
  );
  const fault = logged('LocationServices', 3, '[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden');
  reader.push(Buffer.from([...Array(40).fill(usual), fault, ...Array(40).fill(usual), follows, usual].join('\n')));
  const { answers, unexplained } = reader.end();
  expect(answers.map(({ candidate }) => candidate.article.path)).toEqual(['cmg/forbidden-iis-binding.md']);
  expect(unexplained).toEqual([]);
});

test('lines that only follow from a failure are never a match by themselves', () => {
  const paste =
    "Successfully queued event on HTTP/HTTPS failure for server 'gw.fabrikam.com'.\nRefreshing trusted key information";
  expect(shipped.diagnose(paste).verdict).not.toBe('match');
});
