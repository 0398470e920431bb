// Tokens, keys and signatures: known by their form, or by their name in headers, addresses, connection strings and JSON.

import type { Rule } from '../finder.js';
import { anyCase, part } from './pattern.js';
import { assigned, encodedValue, guid, isNoSecret, isWord, quote, value } from './value.js';

/** A name says so, but a word is no key: `Key: Name`, `token: expired`. */
function isNone(found: string): boolean {
  return isNoSecret(found) || isWord(found) || found.length < 4;
}

/** What is called a token is often an id. */
function isNoToken(found: string): boolean {
  return isNone(found) || guid.test(found) || found.length < 12 || /[{}()\s]|@[\da-f]{4,8}$/.test(found);
}

const keyNames = [
  'account_?key',
  'shared_?access_?key',
  'shared_?secret(?:_?value)?',
  'access[_ ]?key',
  'secret_?access_?key',
  'client[_-]?secret',
  'app(?:lication)?[_-]?secret',
  'secret(?:[_-]?(?:key|value))?',
  'api[ _-]?key',
  'x-[a-z-]{0,20}key',
  'subscription-key',
  'functions?[_-]?key',
  '(?:primary|secondary|master|encryption|signing|storage|host|admin|system)_?key',
  'validationKey',
  'decryptionKey',
  'auth_?key',
  'recovery_?key',
  'license_?key',
  'product_?key',
  'key(?=%3D|=[A-Za-z0-9+/]{30})',
].join('|');

const tokenNames =
  '(?<!Key)(?:reg_?token|token|assertion|SAMLRe(?:sponse|quest)|x-[a-z-]{0,20}(?:token|auth)|ticket|nonce_?key|jwt|bearer|device_?code|code_?verifier)';

const tokenWords = ['token', 'assertion', 'saml', 'x-', 'ticket', 'nonce', 'jwt', 'bearer', 'code'];

const headerSchemes = '(?:Bearer|Basic|Negotiate|NTLM|Token|ApiKey|Kerberos|PoP|MSAL1\\.0|Hawk)';
const notation = part`[A-Za-z0-9+/_.~=-]`;

export const tokens: readonly Rule[] = [
  // JSON web tokens, cut off ones too.
  {
    kind: 'token',
    needs: ['eyj'],
    pattern: /(?<![A-Za-z0-9])eyJ[\w-]{5,}(?:\.[\w-]{5,}(?:\.[\w-]*){0,3}|[\w-]{15,})/g,
  },
  {
    kind: 'token',
    needs: ['authorization'],
    pattern: anyCase`Authorization${assigned}${quote}?(?:${headerSchemes}[ \t]+)?(?!(?:SharedKey|SharedKeyLite|SharedAccessSignature|Digest|AWS4)\b)(?<secret>${notation}{6,})`,
    unless: isNoSecret,
  },
  {
    kind: 'token',
    needs: ['bearer', 'basic', 'negotiate', 'ntlm', 'token', 'apikey', 'kerberos', 'pop', 'msal', 'hawk'],
    pattern: anyCase`(?<![\p{L}\p{N}_-])${headerSchemes}[ \t]+${quote}?(?=${notation}{0,200}\d)(?<secret>${notation}{16,})`,
    unless: isWordy,
  },
  // In an address, or as part of one.
  {
    kind: 'token',
    needs: ['authorization'],
    pattern: anyCase`Authorization(?:%3A|%3D|[:=])(?:%20|[+ ])*${headerSchemes}(?:%20|[+ ])+(?<secret>${notation}{6,})`,
  },
  // What npm and Docker sign in with.
  { kind: 'token', needs: ['_auth'], pattern: anyCase`_auth(?:token)?=${value}`, unless: isNone },
  {
    kind: 'password',
    needs: ['auth'],
    pattern: anyCase`${quote}auth${quote}[ \t]{0,8}:[ \t]{0,8}${quote}(?<secret>[A-Za-z0-9+/]{8,400}={0,2})${quote}`,
    unless: isNoPair,
  },
  // RSA keys of .NET: what is not public of them.
  {
    kind: 'key',
    needs: ['rsakeyvalue', '</dp', '</d&', '</inverseq', '/dp&gt;', '</p>', '</q>', '</d>'],
    pattern: /(?:<|&lt;)(?:P|Q|DP|DQ|InverseQ|D)(?:>|&gt;)(?<secret>[A-Za-z0-9+/=]{20,800})(?=(?:<|&lt;)\/)/g,
  },
  // SMTP: a name and a password, or one after the other; in base64.
  { kind: 'password', needs: ['auth plain'], pattern: /\bAUTH PLAIN[ \t]{1,8}(?<secret>[A-Za-z0-9+/]{8,400}={0,2})/gi },
  {
    kind: 'password',
    needs: ['ugfzc3dvcmq6'],
    pattern: /\bUGFzc3dvcmQ6[^\n]{0,20}\n[^\n]{0,60}?(?<secret>[A-Za-z0-9+/]{4,400}={0,2})(?=[ \t"']*\r?(?:\n|$))/g,
  },
  {
    kind: 'password',
    needs: ['pass '],
    pattern: /\bUSER[ \t]{1,8}\S[^\n]{0,100}\n(?:[^\n]{0,200}\n){0,3}[^\n]{0,60}?\bPASS[ \t]+(?<secret>\S{1,100})/g,
    unless: isNoSecret,
  },
  {
    kind: 'signature',
    needs: ['sharedkey'],
    pattern: /\bSharedKey(?:Lite)?[ \t]+[\w-]{1,60}:(?<secret>[A-Za-z0-9+/=]{20,})/gi,
  },
  {
    kind: 'signature',
    needs: ['signature='],
    pattern: /(?:Signature=|X-(?:Amz|Goog)-Signature=)(?<secret>[\da-f]{40,})/gi,
  },
  { kind: 'hash', needs: ['response='], pattern: /\bresponse=\\?"(?<secret>[\da-f]{32,64})/gi },
  // Signatures of addresses, whatever the address is written in.
  {
    kind: 'signature',
    needs: ['sig'],
    pattern: /(?<![A-Za-z])sig(?:=|%3D|%253D)(?<secret>(?:(?!%26|\\u0026|&amp;|%22|\]LOG)[^\s&"'<>;]){6,})/gi,
  },
  {
    kind: 'signature',
    needs: ['signature'],
    pattern: /(?:[?&;]|%26|\\u0026)signature(?:=|%3D)(?<secret>(?:(?!%26|\\u0026)[^\s&"'<>;]){8,})/gi,
  },
  {
    kind: 'signature',
    needs: ['sig'],
    pattern: anyCase`${quote}sig${quote}[ \t]{0,8}:[ \t]{0,8}${quote}(?<secret>[\w%+/=-]{20,400})`,
  },
  // Codes that are as good as a password: of a sign-in, of an Azure function.
  { kind: 'key', needs: ['code'], pattern: /(?:[?&;]|%26|%3F|\\u0026)code(?:=|%3D)(?<secret>[\w.~%+/=-]{20,})/gi },
  {
    kind: 'key',
    needs: ['incomingwebhook'],
    pattern: /\/IncomingWebhook\/(?<secret>[\da-f]{16,64}(?:\/[\da-f-]{36})?)/gi,
  },
  {
    kind: 'key',
    needs: ['hooks.slack'],
    pattern: /hooks\.slack\.com\/(?:services|workflows)\/(?<secret>[A-Za-z0-9/]{20,})/g,
  },
  { kind: 'key', needs: ['discord'], pattern: /discord(?:app)?\.com\/api\/webhooks\/\d{5,25}\/(?<secret>[\w-]{20,})/g },
  // Forms that their issuers have chosen so that they can be told.
  {
    kind: 'key',
    needs: [
      'gh',
      'gl',
      'dapi',
      'dckr_',
      'hf_',
      'atatt',
      'pypi-',
      '_live',
      '_test',
      'xox',
      'xapp',
      'npm_',
      'aiza',
      'ya29',
      'sk-',
      'sg.',
      'akia',
      'asia',
      'abia',
      'acca',
    ],
    pattern:
      /(?<![A-Za-z0-9])(?:gh[opsur]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|gl(?:pat|rt|dt|cbt|ptt|ft|soat)-[\w-]{16,}|dapi[\da-f]{32}|dckr_[a-z]{3}_[\w-]{20,}|hf_[A-Za-z0-9]{30,}|ATATT3[\w=-]{20,}|pypi-[\w-]{20,}|xox[a-z]-[\w-]{10,}|xapp-[\w-]{10,}|npm_[A-Za-z0-9]{30,}|AIza[\w-]{30,}|ya29\.[\w-]{20,}|[rs]k_(?:live|test)_\w{16,}|sk-[\w-]{20,}|SG\.[\w-]{16,}\.[\w-]{16,}|(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16})/g,
  },
  // Client secrets of Entra ID: 40 characters, a tilde among the first six.
  { kind: 'key', needs: ['~'], pattern: /(?<![\w.~-])[\w.-]{2,5}~[\w.~-]{28,40}(?![\w~-])/g, unless: isWordy },
  {
    kind: 'key',
    needs: ['key', 'secret'],
    pattern: anyCase`(?:${keyNames})${assigned}${value}`,
    unless: isNone,
  },
  { kind: 'key', needs: ['%3d'], pattern: anyCase`(?:${keyNames})%3D${encodedValue}`, unless: isNone },
  {
    kind: 'key',
    needs: ['key'],
    pattern: anyCase`(?:(?:api|account|storage)[ _-]?key|secret_access_key)[ \t]{1,8}(?:is[ \t]{1,8})?(?<secret>(?=\S{0,400}\d)[\w+/=-]{16,400})`,
    unless: (found) => isNoToken(found) || /^[a-z\d-]+$/.test(found),
  },
  { kind: 'token', needs: tokenWords, pattern: anyCase`${tokenNames}${assigned}${value}`, unless: isNoToken },
  { kind: 'token', needs: ['%3d'], pattern: anyCase`${tokenNames}%3D${encodedValue}`, unless: isNoToken },
  // Whoever is named before the host of an address, and with what.
  {
    kind: 'password',
    needs: ['://'],
    pattern:
      /(?<![A-Za-z0-9])[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/:@"'<>]{1,100}:(?!\d{1,5}[?#])(?<secret>[^\s/"'<>;]{1,200})@(?=[\w[-])/gi,
  },
  {
    kind: 'password',
    needs: ['://'],
    pattern:
      /(?<![A-Za-z0-9])[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/:@."'<>]{1,64}:(?!\d{1,5}[/?#])(?<secret>[^\s@"'<>;]{1,100})@(?=[\w[-])/gi,
  },
  { kind: 'key', needs: ['://'], pattern: /(?<=:\/\/)(?=[A-Za-z]{0,60}\d)(?<secret>[A-Za-z0-9]{24,})(?=@)/g },
  {
    kind: 'password',
    needs: ['jdbc:oracle'],
    pattern: /jdbc:oracle:\w{1,10}:[^\s/@:"']{1,64}\/(?<secret>[^\s"']{1,100})(?=@)/gi,
  },
];

/** Not a name and a password, in base64. */
function isNoPair(found: string): boolean {
  return !/^[\x20-\x7e]+:[\x20-\x7e]*$/.test(Buffer.from(found, 'base64').toString('latin1'));
}

/** Of letters and marks only, or of letters after which numbers count. */
function isWordy(found: string): boolean {
  return isNoSecret(found) || /^[\p{L}_./-]*\d{0,4}$/u.test(found);
}
