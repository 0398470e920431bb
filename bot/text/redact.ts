// Takes secrets and people's names out of pasted text before any of it is kept, shown to others or handed on. What a
// helpdesk needs stays: error codes, GUIDs, thumbprints, file and host names, paths, versions.

/** What a mask says it hides. */
type Secret = 'private-key' | 'token' | 'signature' | 'key' | 'password' | 'email' | 'sid' | 'user';

interface Rule {
  readonly secret: Secret;
  readonly pattern: RegExp;
  /** Named group `secret` is masked; without one, the whole match. */
  readonly unless?: (found: string) => boolean;
}

// Parts of "X\y" that are never a domain: roots of the registry, well-known authorities, and file name parts.
const notDomains =
  /^(?:HKLM|HKCU|HKCR|HKU|HKEY_\w+|BUILTIN|NT|AUTHORITY|SOFTWARE|SYSTEM|SECURITY|Microsoft|SMS|CCM|ROOT|CIMV2|Windows|WINNT|System32|SysWOW64|Users|Temp|Logs?|inetpub|IIS|bin|dev|etc|opt|usr|var|home|Program|Files|ProgramData|AppData|Local|Roaming|Device|GLOBAL|MSSQL\S*|CurrentControlSet|Services|Parameters|Policies|Config|src|dist|lib|node_modules)$/i;

// Order matters: what is longest and surest first, so that later rules see masks and not halves of secrets.
const rules: readonly Rule[] = [
  {
    secret: 'private-key',
    pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----[\s\S]*?(?:-----END (?:[A-Z]+ )*PRIVATE KEY-----|$)/g,
  },
  { secret: 'token', pattern: /\beyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?/g },
  {
    secret: 'token',
    pattern: /\b(?:Bearer|Basic|Negotiate|NTLM)[ \t]+(?<secret>[A-Za-z0-9+/_.~-]{16,}={0,2})/gi,
  },
  {
    secret: 'token',
    pattern:
      /(?<=[/\s"'-])(?:regtoken|token|access_token|refresh_token|id_token|client_assertion)[:= ]"?(?<secret>[^\s"'&<>,;]{12,})/gi,
  },
  { secret: 'signature', pattern: /[?&;]sig(?:nature)?=(?<secret>[^\s&"'<>;]+)/gi },
  {
    secret: 'key',
    pattern:
      /\b(?:AccountKey|SharedAccessKey|SharedSecretValue|client_secret|clientsecret|api[_-]?key|x-functions-key|PrimaryKey|SecondaryKey)["']?\s*[:=]\s*["']?(?<secret>[^\s"';,&<>]+)/gi,
  },
  {
    secret: 'password',
    // A name for it, then a colon or an equals sign, then the value in quotes or up to the next blank.
    pattern:
      /(?:\b|_)(?:password|passwd|passphrase|pwd|passwort|kennwort|pfxpassword|adminpassword)["']?\s*[:=]\s*(?:"(?<secret>[^"\n]+)"|'(?<quoted>[^'\n]+)'|(?<bare>[^\s"';,&<>]+))/gi,
    unless: (found) =>
      /^(?:\*+|<[^>]*>|\(null\)|null|true|false|expired|required|incorrect|invalid|wrong)$/i.test(found),
  },
  {
    secret: 'password',
    pattern:
      /(?<=\s)[-/](?:password|passwd|pass|pwd|pw|p|w)(?:[ \t]+|[:=])(?:"(?<secret>[^"\n]+)"|(?<bare>[^\s"'/-][^\s"']{3,}))/gi,
    // `-p 443`, `/p:1`: ports and switches.
    unless: (found) => /^\d{1,5}$|^[A-Za-z]:\\/.test(found),
  },
  // user:password@host in an address.
  { secret: 'password', pattern: /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@]{1,100}:(?<secret>[^\s/@]{1,200})@/gi },
  { secret: 'email', pattern: /(?<![\w.%+-])[\w.%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+/g },
  // The accounts of people and machines; the short well-known ones (S-1-5-18) say nothing about anyone.
  { secret: 'sid', pattern: /\bS-1-(?:5-21|12-1)(?:-\d+){2,}\b/gi },
  {
    secret: 'user',
    // Not part of a path: nothing like C:\, \\server or a further backslash around it.
    pattern: /(?<![\w\\/:.$%-])(?<domain>[A-Za-z][A-Za-z0-9.-]{0,62})\\(?<secret>[A-Za-z0-9][\w.$-]{0,63})(?![\\\w])/g,
    unless: (found) => {
      const [domain = '', name = ''] = found.split('\\');
      return (
        notDomains.test(domain) ||
        /\.(?:exe|dll|log|lo_|msi|inf|ini|sys|cab|xml|txt|ps1|cmd|bat|svc|aspx?|mof|config|json|dat)$/i.test(name)
      );
    },
  },
  {
    secret: 'user',
    pattern: /(?<=[\\/]Users[\\/])(?!(?:Public|Default|All Users|Administrator)\b)(?<secret>[^\\/\s"'<>|:*?]+)/gi,
  },
];

/**
 * Masks secrets in several texts alike: what is the same in two of them gets the same mask.
 *
 * @example
 * redactAll(['Logon of CONTOSO\\mia failed', 'retry: CONTOSO\\mia']);
 * // => ['Logon of <user 1> failed', 'retry: <user 1>']
 *
 * @returns As many texts, in the same order. Doing so twice changes nothing.
 */
export function redactAll(texts: readonly string[]): string[] {
  const masks = new Map<string, string>();
  const counts = new Map<Secret, number>();
  const maskFor = (secret: Secret, found: string): string => {
    const key = `${secret}:${secret === 'user' || secret === 'email' ? found.toLowerCase() : found}`;
    const known = masks.get(key);
    if (known !== undefined) return known;
    const count = (counts.get(secret) ?? 0) + 1;
    counts.set(secret, count);
    const mask = `<${secret} ${count}>`;
    masks.set(key, mask);
    return mask;
  };
  return texts.map((text) => rules.reduce((rest, rule) => applied(rule, rest, maskFor), text));
}

/** `redactAll` for one text. */
export function redact(text: string): string {
  return redactAll([text])[0] ?? '';
}

const alreadyMasked = /^<[a-z-]+ \d+>$|^<[a-z-]+$/;

function applied({ secret, pattern, unless }: Rule, text: string, maskFor: (secret: Secret, found: string) => string) {
  return text.replace(pattern, (...match: unknown[]) => {
    const whole = String(match[0]);
    const last = match.at(-1);
    const groups = (typeof last === 'object' && last !== null ? last : {}) as Record<string, string | undefined>;
    const found = groups['secret'] ?? groups['quoted'] ?? groups['bare'] ?? whole;
    const shown = groups['domain'] === undefined ? found : whole;
    if (alreadyMasked.test(shown) || unless?.(shown) === true) return whole;
    const at = whole.lastIndexOf(shown);
    return whole.slice(0, at) + maskFor(secret, shown) + whole.slice(at + shown.length);
  });
}
