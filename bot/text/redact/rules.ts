// What is taken for a secret or a name. What a helpdesk needs stays: error codes, GUIDs, thumbprints, file names, paths,
// versions.

import { type Finder, finderOf, type Rule } from './finder.js';

// Parts of "X\y" that are never a domain: roots of the registry, well-known authorities, and file name parts.
const notDomains =
  /^(?:HKLM|HKCU|HKCR|HKU|HKEY_\w+|BUILTIN|NT|AUTHORITY|SOFTWARE|SYSTEM|SECURITY|Microsoft|SMS|CCM|ROOT|CIMV2|Windows|WINNT|System32|SysWOW64|Users|Temp|Logs?|inetpub|IIS|bin|dev|etc|opt|usr|var|home|Program|Files|ProgramData|AppData|Local|Roaming|Device|GLOBAL|MSSQL\S*|CurrentControlSet|Services|Parameters|Policies|Config|src|dist|lib|node_modules)$/i;

// Order matters: what is longest and surest first, so that later rules see masks and not halves of secrets.
const known: readonly Rule[] = [
  {
    kind: 'private-key',
    pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----[\s\S]*?(?:-----END (?:[A-Z]+ )*PRIVATE KEY-----|$)/g,
  },
  { kind: 'token', pattern: /\beyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?/g },
  {
    kind: 'token',
    pattern: /\b(?:Bearer|Basic|Negotiate|NTLM)[ \t]+(?<secret>[A-Za-z0-9+/_.~-]{16,}={0,2})/gi,
  },
  {
    kind: 'token',
    pattern:
      /(?<=[/\s"'-])(?:regtoken|token|access_token|refresh_token|id_token|client_assertion)[:= ]"?(?<secret>[^\s"'&<>,;]{12,})/gi,
  },
  { kind: 'signature', pattern: /[?&;]sig(?:nature)?=(?<secret>[^\s&"'<>;]+)/gi },
  {
    kind: 'key',
    pattern:
      /\b(?:AccountKey|SharedAccessKey|SharedSecretValue|client_secret|clientsecret|api[_-]?key|x-functions-key|PrimaryKey|SecondaryKey)["']?\s*[:=]\s*["']?(?<secret>[^\s"';,&<>]+)/gi,
  },
  {
    kind: 'password',
    // A name for it, then a colon or an equals sign, then the value in quotes or up to the next blank.
    pattern:
      /(?:\b|_)(?:password|passwd|passphrase|pwd|passwort|kennwort|pfxpassword|adminpassword)["']?\s*[:=]\s*(?:"(?<secret>[^"\n]+)"|'(?<quoted>[^'\n]+)'|(?<bare>[^\s"';,&<>]+))/gi,
    unless: (found) =>
      /^(?:\*+|<[^>]*>|\(null\)|null|true|false|expired|required|incorrect|invalid|wrong)$/i.test(found),
  },
  {
    kind: 'password',
    pattern:
      /(?<=\s)[-/](?:password|passwd|pass|pwd|pw|p|w)(?:[ \t]+|[:=])(?:"(?<secret>[^"\n]+)"|(?<bare>[^\s"'/-][^\s"']{3,}))/gi,
    // `-p 443`, `/p:1`: ports and switches.
    unless: (found) => /^\d{1,5}$|^[A-Za-z]:\\/.test(found),
  },
  // user:password@host in an address.
  { kind: 'password', pattern: /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@]{1,100}:(?<secret>[^\s/@]{1,200})@/gi },
  { kind: 'email', pattern: /(?<![\w.%+-])[\w.%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+/g },
  // The accounts of people and machines; the short well-known ones (S-1-5-18) say nothing about anyone.
  { kind: 'sid', pattern: /\bS-1-(?:5-21|12-1)(?:-\d+){2,}\b/gi },
  {
    kind: 'user',
    // Not part of a path: nothing like C:\, \\server or a further backslash around it.
    pattern: /(?<![\w\\/:.$%-])[A-Za-z][A-Za-z0-9.-]{0,62}\\[A-Za-z0-9][\w.$-]{0,63}(?![\\\w])/g,
    unless: (found) => {
      const [domain = '', name = ''] = found.split('\\');
      return (
        notDomains.test(domain) ||
        /\.(?:exe|dll|log|lo_|msi|inf|ini|sys|cab|xml|txt|ps1|cmd|bat|svc|aspx?|mof|config|json|dat)$/i.test(name)
      );
    },
  },
  {
    kind: 'user',
    pattern: /(?<=[\\/]Users[\\/])(?!(?:Public|Default|All Users|Administrator)\b)(?<secret>[^\\/\s"'<>|:*?]+)/gi,
  },
];

export const rules: readonly Finder[] = known.map(finderOf);
