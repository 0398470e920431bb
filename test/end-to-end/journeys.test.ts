import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startConversation } from './conversation.js';
import { type Answers, leadToTheEnd } from './lead-to-the-end.js';
import { type RunningBot, removeDatabases, startBot } from './running-bot.js';

// A process has to start, on a machine that may be busy.
jest.setTimeout(30_000);

let bot: RunningBot;

beforeAll(async () => {
  bot = await startBot();
});

afterAll(async () => {
  await bot.stop();
  removeDatabases();
});

interface Journey {
  readonly name: string;
  readonly paste: string;
  /** What the first answer says: the cause, and the line that shows it. */
  readonly found: readonly RegExp[];
  /** How the questions are answered; steps are done one after the other. */
  readonly answers: Answers;
  /** What is said on the way to the end. */
  readonly told: readonly RegExp[];
}

const cmlog = (text: string) =>
  `<![LOG[${text}]LOG]!><time="09:41:07.118-60" date="05-13-2025" component="LocationServices" context="" type="3" thread="4812" file="ccmhttperror.cpp:297">`;

const journeys: readonly Journey[] = [
  {
    name: '1. content under cloudapp.net with a third-party certificate',
    paste: [
      "Found remote location 'https://treycmg.cloudapp.net/downloadrestservice.svc/getcontentxmlsecure?pid=TRY00017&cid=TRY00017' 13/05/2019 09:41:05 ccmsetup 4812 (0x12CC)",
      '[CCMHTTP] ERROR: URL=https://treycmg.cloudapp.net/downloadrestservice.svc/getcontentxmlsecure?pid=TRY00017&cid=TRY00017, Port=0, Options=224, Code=0, Text=CCM_E_NO_CLIENT_PKI_CERT',
      'GetDirectoryList failed with a non-recoverable failure, 0x87d00454 13/05/2019 09:41:05 ccmsetup 4812 (0x12CC)',
      "Failed to correctly receive a WEBDAV HTTPS request.. (StatusCode at WinHttpQueryHeaders: 0) and StatusText: '' 13/05/2019 09:41:06 ccmsetup 4812 (0x12CC)",
      'Failed to check url https://treycmg.cloudapp.net/downloadrestservice.svc/getcontentxmlsecure?pid=TRY00017&cid=TRY00017. Error 0x80004005 13/05/2019 09:41:06 ccmsetup 4812 (0x12CC)',
      '[CCMHTTP] AsyncCallback(): WINHTTP_CALLBACK_STATUS_SECURE_FAILURE Encountered 13/05/2019 09:41:06 ccmsetup 4812 (0x12CC)',
      '[CCMHTTP]             : WINHTTP_CALLBACK_STATUS_FLAG_CERT_CN_INVALID is set 13/05/2019 09:41:07 ccmsetup 4812 (0x12CC)',
    ].join('\n'),
    found: [/cloudapp\.net/, /WINHTTP_CALLBACK_STATUS_FLAG_CERT_CN_INVALID/],
    answers: [[/./, 'Yes']],
    told: [/1902/],
  },
  {
    name: '2. a connection point without a usable certificate',
    paste: [
      cmlog(
        '[CCMHTTP] ERROR: URL=https://cmg.treyresearch.net/CCM_Proxy_MutualAuth/72057594037927941/SMS_MP/.sms_aut?MPLIST2, Port=443, Options=31, Code=0, Text=CCM_E_BAD_HTTP_STATUS_CODE',
      ),
      cmlog('[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Clientcertificaterequired'),
    ].join('\n'),
    found: [/CMGConnector_Clientcertificaterequired/, /certificate/i],
    answers: [
      [/Which certificate does/, 'No such certificate'],
      [/with client auth/, '0'],
      [/IIS log/, '403 7'],
    ],
    told: [/Client Authentication/, /2020/, /2025/, /Enhanced HTTP/],
  },
  {
    name: '3a. an IIS binding that does not fit, Enhanced HTTP',
    paste: '[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden',
    found: [/binding/i],
    answers: [
      [/443 binding hold/, 'No'],
      [/Which mode/, 'Enhanced HTTP'],
    ],
    told: [/SMS Role SSL Certificate/],
  },
  {
    name: '3b. the same, HTTPS',
    paste:
      '[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden\tLocationServices\t13/05/2025 09:41:07\t4812 (0x12CC)',
    found: [/binding/i],
    answers: [
      [/443 binding hold/, 'No'],
      [/Which mode/, 'HTTPS'],
    ],
    told: [/server authentication certificate from your PKI/],
  },
  {
    name: '4a. a secure failure without a flag leads to the flag',
    paste:
      'Post to https://cmg.treyresearch.net/CCM_Proxy_MutualAuth/72057594037927941/ccm_system/request failed with 0x80072f8f.',
    found: [/12175|SECURE_FAILURE/],
    answers: [
      [/Which flag/, 'INVALID_CA'],
      [/root of the CMG certificate trusted/, 'No'],
      [/Who issued/, 'My own PKI'],
    ],
    told: [/root/i, /Entra|Azure AD|token/i],
  },
  {
    name: '4b. a certificate that names another host',
    paste: [
      '[CCMHTTP]             : WINHTTP_CALLBACK_STATUS_FLAG_CERT_CN_INVALID is set',
      '[CCMHTTP] ERROR: URL=https://cmg.treyresearch.net/CCM_Proxy_ServerAuth/72057594037927941/CCM_STS, Port=443, Options=63, Code=12175, Text=ERROR_WINHTTP_SECURE_FAILURE',
    ].join('\n'),
    found: [/CERT_CN_INVALID/, /another host/],
    answers: [
      [/cloudapp\.net\?/, 'No'],
      [/Does only the download/, 'No'],
      [/Which certificate does the browser show/, 'A foreign one'],
    ],
    told: [/ServiceMetadata/],
  },
  {
    name: '4c. the same flag, but the host is on cloudapp.net and serves content: issue 1',
    paste: [
      '[CCMHTTP]             : WINHTTP_CALLBACK_STATUS_FLAG_CERT_CN_INVALID is set',
      '[CCMHTTP] ERROR: URL=https://treycmg.cloudapp.net/CCM_Proxy_ServerAuth/72057594037927941/CCM_STS, Port=443, Options=63, Code=12175, Text=ERROR_WINHTTP_SECURE_FAILURE',
    ].join('\n'),
    found: [/CERT_CN_INVALID/],
    answers: [[/./, 'Yes']],
    told: [/1902/],
  },
  {
    name: '4d. a revocation list out of reach',
    paste: cmlog('[CCMHTTP]             : WINHTTP_CALLBACK_STATUS_FLAG_CERT_REV_FAILED is set'),
    found: [/revo/i],
    answers: [
      [/Can the CRL be reached/, 'No'],
      [/What do you want/, 'Turn the check off'],
    ],
    told: [/NoCRLCheck/],
  },
  {
    name: '5. a token that has expired',
    paste:
      "Return code: 401, Description: PreAuth token validation failed, System.IdentityModel.Tokens.SecurityTokenExpiredException: IDX10223: Lifetime validation failed. The token is expired. ValidTo: '04/02/2025 10:00:00' Current time: '05/13/2025 09:41:07'.",
    found: [/token/i, /expired/],
    answers: [
      [/\/regtoken\?/, 'Yes'],
      [/out of date/, 'Yes'],
    ],
    told: [/BulkRegistrationTokenTool/, /regtoken/],
  },
  {
    name: '6a. the IIS log of the management point',
    paste:
      '2025-05-13 07:41:07 192.168.40.12 GET /SMS_MP/.sms_aut MPLIST2&TRY 443 - 192.168.40.30 SMS+CCM+5.0 - 403 7 0 4981 15',
    found: [/certificate/i, /403/],
    answers: [
      [/Which certificate does/, 'No such certificate'],
      [/with client auth/, '0'],
      [/IIS log/, '403 7'],
    ],
    told: [/Client Authentication/],
  },
  {
    name: '6b. the count of certificates on the connection point',
    paste: cmlog('Filtered cert count with client auth: 0'),
    found: [/certificate/i],
    answers: [
      [/Which certificate does/, 'No such certificate'],
      [/IIS log/, '403 7'],
    ],
    told: [/Client Authentication/],
  },
  {
    name: '6c. how to turn verbose logging on',
    paste: 'how do I turn on verbose logging for the CMG connection point?',
    found: [/verbose logging/i],
    answers: [[/VerboseLogging already/, 'No, or not found']],
    told: [/VerboseLogging/, /HKEY_LOCAL_MACHINE|HKLM/, /SMS_EXECUTIVE/],
  },
  {
    name: '7a. a user who is not discovered',
    paste:
      "Failed to get ConfigMgr token with Azure AD token. Status code is '403' and status description is 'CMGConnector_Un-authorizedrequest'.",
    found: [/discovered/i],
    answers: [
      [/Discovery on/, 'No'],
      [/analyzer/, 'Yes'],
    ],
    told: [/Active Directory User Discovery/],
  },
  {
    name: '7b. a device that does not join',
    paste:
      'AzureAdJoined : NO\nDomainJoined : YES\nServer Message : The device object by the given id (7d5f9a30-1c2b-4e8f-9a3d-6b7c8d9e0f11) is not found.',
    found: [/AzureAdJoined|join/i],
    answers: [[/OU with the computer/, 'No']],
    told: [/OU/, /Azure AD Connect/],
  },
  {
    name: '7c. a client with nothing to identify itself with',
    paste:
      '[CCMHTTP] ERROR: URL=http://CMG.TREYRESEARCH.NET/CCM_Proxy_MutualAuth/72057594037927941/ccm_system/request, Port=0, Options=1248, Code=87, Text=<null>\nPost to http://CMG.TREYRESEARCH.NET/CCM_Proxy_MutualAuth/72057594037927941/ccm_system/request failed with 0x87d00231.',
    found: [/identify/],
    answers: [
      [/FLAG in the same log/, 'No'],
      [/AzureAdJoined YES/, 'No'],
      [/OU with the computer/, 'No'],
    ],
    told: [/OU/],
  },
  {
    name: '8a. Enhanced HTTP from the beginning',
    paste: 'what do I need to set up Enhanced HTTP for a cloud management gateway, and in which order?',
    found: [/Enhanced HTTP/],
    answers: [
      [/Which Windows versions/, 'Windows 10 or later'],
      [/in an Active Directory domain/, 'Yes'],
    ],
    told: [/Configuration Manager-generated certificates/],
  },
  {
    name: '8b. clients that still need PKI',
    paste:
      'do Windows 7 and Windows 8.1 clients work through a CMG with Enhanced HTTP or do they need PKI certificates?',
    found: [/Windows 7/],
    answers: [[/2 root and 4 subordinate/, 'Yes']],
    told: [/PKI/],
  },
  {
    name: '9a. a name that breaks the rule',
    paste: 'can I name the CMG "Granite-Falls_CMG"?',
    found: [/Granite-Falls/, /does not fit|Only/],
    answers: [],
    told: [/3/, /24/, /letters and digits/],
  },
  {
    name: '9b. where the certificate comes from',
    paste: 'public provider or enterprise PKI for the CMG server authentication certificate, which one should we take?',
    found: [/certificate/i],
    answers: [
      [/trust the root/, 'There is no PKI'],
      [/domain of your own/, 'Yes'],
      [/resolve outside/, 'No'],
    ],
    told: [/CNAME/],
  },
];

describe('from the paste to the end, by buttons alone', () => {
  test.each(journeys)('$name', async ({ paste, found, answers, told }) => {
    const conversation = startConversation(bot.url);
    const first = await conversation.say(paste);
    for (const pattern of found) expect(first.text).toMatch(pattern);
    const replies = [first, ...(await leadToTheEnd(conversation, answers))];
    const everything = replies.map(({ text }) => text).join('\n');
    for (const pattern of told) expect(everything).toMatch(pattern);
  });
});
