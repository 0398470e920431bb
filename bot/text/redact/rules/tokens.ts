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
  return isNone(found) || guid.test(found) || found.length < 12 || /[{}()]|@[\da-f]{4,8}$/.test(found);
}

const keyNames = [
  'account_?key',
  'shared_?access_?key',
  'shared_?secret(?:_?value)?',
  'access_?key',
  'secret_?access_?key',
  'client[_-]?secret',
  'app(?:lication)?[_-]?secret',
  'secret(?:[_-]?(?:key|value))?',
  'api[_-]?key',
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
  '(?<!Key)(?:reg_?token|token|assertion|SAMLRe(?:sponse|quest)|x-[a-z-]{0,20}(?:token|auth)|ticket|nonce_?key|jwt|bearer)';

const tokenWords = ['token', 'assertion', 'saml', 'x-', 'ticket', 'nonce', 'jwt', 'bearer'];

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
    pattern: anyCase`\b${headerSchemes}[ \t]+${quote}?(?=${notation}{0,200}\d)(?<secret>${notation}{16,})`,
    unless: isWordy,
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
      'glpat',
      'xox',
      'xapp',
      'npm_',
      'aiza',
      'ya29',
      'sk_live',
      'sk-',
      'sg.',
      'akia',
      'asia',
      'abia',
      'acca',
    ],
    pattern:
      /(?<![A-Za-z0-9])(?:gh[opsur]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[a-z]-[\w-]{10,}|xapp-[\w-]{10,}|npm_[A-Za-z0-9]{30,}|AIza[\w-]{30,}|ya29\.[\w-]{20,}|sk_live_\w{16,}|sk-[\w-]{20,}|SG\.[\w-]{16,}\.[\w-]{16,}|(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16})/g,
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

/** Of letters and marks only, or of letters after which numbers count. */
function isWordy(found: string): boolean {
  return isNoSecret(found) || /^[\p{L}_./-]*\d{0,4}$/u.test(found);
}
