// Passwords as systems keep them, tickets, recovery keys: known by their form.

import { cover } from '../covered.js';
import type { Rule } from '../finder.js';
import { anyCase } from './pattern.js';

/**
 * Names beside them come first, since a hash is what they are known by; one that a window has broken is hidden by then. They
 * are short: the end of the line above, where it was full, does not belong to them.
 */
export const namesBesideHashes: readonly Rule[] = [
  {
    kind: 'user',
    needs: [':'],
    pattern: anyCase`(?<=(?<![^\s"'>[])(?<secret>[^\s:"'>]{1,32})):\d{3,7}:(?:[\da-f*]{32}:|${cover})`,
  },
  {
    kind: 'user',
    needs: ['::'],
    pattern: anyCase`(?<=(?<![^\s"'>[])(?<secret>[^\s:"'>]{1,32}))::[^\s:]{0,64}:(?:[\da-f]{16}:[\da-f]{32}|${cover})`,
  },
  {
    kind: 'user',
    needs: [':'],
    pattern: anyCase`(?<=(?<![^\s"'>[])(?<secret>[a-z_][\w.-]{0,31})):(?:\$(?:1|2[aby]|5|6|y)\$|${cover}:\d{5}:)`,
  },
];

export const hashes: readonly Rule[] = [
  { kind: 'hash', needs: [':'], pattern: /(?<=:\d{3,7}:)(?<secret>[\da-f*]{32}:[\da-f]{32})/gi },
  { kind: 'hash', needs: ['::'], pattern: /(?<=::[^\s:]{0,64}:)(?<secret>[\da-f]{16}:[\da-f]{32}(?::[\da-f]+)?)/gi },
  {
    kind: 'hash',
    needs: ['ntlm'],
    pattern: /\bNTLM[ \t]*:[ \t]*[\da-f]{32}\s{1,20}[>*\s]{0,8}SHA1[ \t]*:[ \t]*(?<secret>[\da-f]{40})/gi,
  },
  {
    kind: 'hash',
    needs: ['ntlm', 'hash'],
    pattern: /\b(?:NTLM|NT ?hash|LM ?hash|NTHash|LMHash|hash NTLM)[ \t]*[:=][ \t]*(?<secret>[\da-f]{32})/gi,
  },
  { kind: 'hash', needs: ['$krb5'], pattern: /\$krb5\w{1,10}\$[^\s"'<>]{20,}/g },
  { kind: 'hash', needs: ['$'], pattern: /\$(?:1|2[aby]|5|6|y|argon2id?)\$[^\s:"'<>]{20,}/g },
  {
    // As directories keep them: {SSHA}W6ky8n9A…
    kind: 'hash',
    needs: ['sha', 'md5}', '{crypt}', '{pbkdf2', '{argon2'],
    pattern:
      /\{(?:S?SHA(?:-?(?:256|384|512))?|S?MD5|CRYPT|PBKDF2[\w-]{0,10}|ARGON2i?d?)\}(?<secret>[\w+/=$.,-]{8,200})/gi,
  },
  {
    kind: 'hash',
    needs: ['base64encodedticket'],
    pattern:
      /Base64EncodedTicket[ \t]{0,8}:[\s>]{0,40}(?<secret>[A-Za-z0-9+/=]{16,120}(?:\r?\n[> \t]{0,20}[A-Za-z0-9+/=]{16,120})*)/g,
  },
  // Blobs of DPAPI, in hexadecimal and base64.
  { kind: 'key', needs: ['01000000d08c9ddf'], pattern: /01000000d08c9ddf0115d1118c7a00c04fc297eb[\da-f]*/gi },
  { kind: 'key', needs: ['aqaaancmnd8'], pattern: /AQAAANCMnd8BFdERjHoAwE\/Cl[A-Za-z0-9+/=]*/g },
  // Recovery keys of BitLocker, product keys of Windows and Office.
  {
    kind: 'key',
    needs: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    pattern: /(?<![\d-])\d{6}(?:[- ]\d{6}){7}(?![\d-])/g,
  },
  {
    kind: 'key',
    needs: ['-'],
    pattern: /(?<![A-Z0-9-])[BCDFGHJKMNPQRTVWXY2346789]{5}(?:-[BCDFGHJKMNPQRTVWXY2346789]{5}){4}(?![A-Z0-9-])/gi,
  },
];
