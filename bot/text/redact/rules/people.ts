// Names of people and their accounts, wherever Windows and its logs write them.

import type { Around, Rule } from '../finder.js';
import { endsLikeFile } from './file-names.js';
import { anyCase, part } from './pattern.js';
import { assigned, encodedValue, guid, isNoSecret, isProse, quotedValue, value } from './value.js';
import { isKnownToAll, standsForName } from './well-known.js';

/** Neither that of a person nor of an account: a number, a path, a mark, a word. */
export function isNoName(found: string): boolean {
  return (
    isNoSecret(found) ||
    guid.test(found) ||
    /^[\d/:.,%$€-]+\W?$|^\d{1,5}[()[\]]|^[|{&]|\($|^[A-Za-z]:[\\/]|^S-1-/.test(found) ||
    isKnownToAll(found) ||
    standsForName(found)
  );
}

const labels = [
  part`user(?:[ _-]?(?:name|id|principalname|login|account))?`,
  'uid',
  'benutzer(?:name|kennung|konto)?',
  'anmeldename',
  'login(?:name)?',
  'logon ?name',
  'account(?:[ _-]name)?',
  'konto(?:name)?',
  'samaccountname',
  '(?:target|subject|client|caller|remote|service|proxy|sql|db|database|smtp|admin)_?user_?name',
  '(?:service|run ?as|push|access)[ _-]?account',
  'owner',
  'besitzer',
  'upn',
  'run ?as(?: ?user)?',
  'cs-username',
  'mail ?nickname',
  'created ?by',
  'modified ?by',
  'principal',
].join('|');

/** One of these is part of every label. */
const wordsOfLabels = [
  'user',
  'uid',
  'benutzer',
  'name',
  'login',
  'logon',
  'account',
  'konto',
  'owner',
  'besitzer',
  'upn',
  'run',
  'by',
  'principal',
];

export const people: readonly Rule[] = [
  // Whoever signs in to an address: scheme://name:password@host
  {
    kind: 'user',
    needs: ['://'],
    pattern: /(?<=:\/\/)(?<secret>[^\s/:@"'<>]{1,64})(?=:[^\s/@"'<>]{1,200}@|@[\w.-]+)/gu,
    unless: isNoName,
  },
  {
    kind: 'user',
    needs: ['jdbc:oracle'],
    pattern: /jdbc:oracle:\w{1,10}:(?<secret>[^\s/@:"']{1,64})(?=\/[^\s@"']{1,100}@)/giu,
    unless: isNoName,
  },
  {
    kind: 'email',
    needs: ['@'],
    pattern:
      /(?<![\p{L}\p{N}._%+#-])[\p{L}\p{N}_%+#'-](?:[\p{L}\p{N}._%+#'-]{0,99})@[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})(?:\.[\p{L}\p{N}-]{1,63})*\.\p{L}[\p{L}\p{N}-]{1,62}/gu,
    unless: (found) =>
      endsLikeFile(found) || /^(?:git|noreply|no-reply)@/.test(found) || guid.test(found.split('@')[0] ?? ''),
  },
  // In an address.
  {
    kind: 'email',
    needs: ['%40'],
    pattern:
      /(?<=[=:/?&\s"'(]|%(?:20|22|2F|3A|3D|26))[\p{L}\p{N}_.+-]{1,64}%40[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.\p{L}{2,24}(?![\p{L}\p{N}])/giu,
  },
  // The site that everybody has, and a mailbox in a directory.
  {
    kind: 'user',
    needs: ['/personal/', 'cn=recipients'],
    pattern: /(?:sharepoint\.(?:com|us|de|cn)\/personal\/|cn=Recipients\/cn=)(?<secret>[^\s/"'<>?]{2,100})/giu,
  },
  // FTP
  {
    kind: 'user',
    needs: ['user '],
    pattern:
      /\bUSER[ \t]{1,8}(?<secret>[^\s]{1,100})(?=[ \t]{0,8}\r?\n(?:[^\n]{0,200}\n){0,3}[^\n]{0,60}?\bPASS[ \t])/g,
    unless: isNoName,
  },
  // net user
  {
    kind: 'user',
    needs: ['user name   ', 'benutzername   '],
    pattern: /(?:^|> )[> \t]{0,8}(?:User name|Benutzername) {6,40}(?<secret>\S{1,64})[ \t]{0,8}\r?$/gimu,
    unless: isNoName,
  },
  // name@DOMAIN, name@host: of Kerberos, of a prompt.
  {
    kind: 'user',
    needs: ['@'],
    pattern:
      /(?<![\p{L}\p{N}_@/.\\?+%$-])(?<secret>\p{L}[\p{L}\p{N}_.$-]{1,62})(?=@[A-Za-z][A-Za-z0-9-]{1,62}(?:[\s:"',;)]|$))/gu,
    unless: isNoName,
  },
  {
    kind: 'user',
    needs: [' @ '],
    pattern: /\bclient(?::[ \t]{0,40}|[ \t]{1,40})(?<secret>[^\s/@]{1,64})(?= @ )/giu,
    unless: isNoName,
  },
  // The accounts of people and machines; the short well-known ones (S-1-5-18) say nothing about anyone.
  { kind: 'sid', needs: ['s-1-'], pattern: /(?<![A-Za-z0-9])S-1-(?:5-21|12-1)(?:-\d+)+/gi },
  { kind: 'sid', needs: ['0000000000'], pattern: /(?<![\da-f])010[1-5]00000000000(?:5150000|c01)[\da-f]{16,}/gi },
  {
    kind: 'user',
    needs: ['users', 'benutzer', 'documents and', 'dokumente und', 'home'],
    pattern:
      /(?:(?:[\\/]|%5C|%2F)(?:Users|Benutzer|Documents and Settings|Dokumente und Einstellungen)|(?<![\w.])\/home)(?:[\\/]{1,4}|%5C|%2F)(?<secret>(?:[^\\/:*?"<>|\n\r%]{1,64}(?=[\\/])|[^\\/\s"'<>|:*?;,)%]{1,64}))/giu,
    unless: isNoProfile,
  },
  {
    kind: 'user',
    needs: wordsOfLabels,
    pattern: anyCase`(?<![\p{L}\p{N}-])(?:${labels})${assigned}${value}`,
    unless: isNoLabelled,
  },
  {
    kind: 'user',
    needs: ['%3d'],
    pattern: anyCase`(?:(?<=%[\dA-F]{2})|(?<![\p{L}\p{N}-]))(?:user(?:name)?|uid|login)%3D${encodedValue}`,
    unless: isNoName,
  },
  {
    kind: 'user',
    needs: ['user', 'account', 'login', 'principal', 'benutzer', 'konto', 'anmeldename'],
    pattern: anyCase`(?<![\p{L}\p{N}_-])(?:user|account|login|principal|Benutzer|Konto|Benutzerkonto|Anmeldename)[ \t]+${quotedValue}`,
    unless: (found) => isNoName(found) || /\s/.test(found),
  },
  {
    // Elements of XML, event data among them.
    kind: 'user',
    needs: ['user', 'account', 'login', 'owner', 'author'],
    pattern:
      /(?:<|&lt;)(?:(?:\w{1,20}:)?(?:user(?:name|id)?|accountname|login|owner|author|userprincipalname)|data[ \t]+name=(?:["']|&quot;|&apos;)(?:\w{0,20}user_?name|\w{0,20}accountname|\w{0,20}userid|user)(?:["']|&quot;|&apos;))(?:>|&gt;)\s{0,20}(?<secret>(?:(?!&lt;)[^<\n]){1,100}?)(?=\s*(?:<\/|&lt;\/|$))/giu,
    unless: isNoName,
  },
  // A person in a directory: CN=Mia Berg,OU=…,DC=…
  {
    kind: 'user',
    needs: ['cn='],
    pattern: /(?<![\w,=])CN=(?<secret>(?:[^,=\n"\\]|\\.){2,64})(?=,[ ]?(?:OU=|CN=Users\b)[^\n;]{0,300}DC=)/giu,
    unless: isNoName,
  },
  // IIS without its heading: port, name, address of the client.
  {
    kind: 'user',
    needs: [' /'],
    pattern:
      /(?<![A-Z])[A-Z_]{3,12} \/\S{0,500} \S{1,2000} \d{1,5} (?<secret>[^\s-]\S{0,100}) (?=(?:\d{1,3}\.){3}\d{1,3} |[\da-f]{1,4}:[\da-f:]{2,36} )/gu,
    unless: isNoName,
  },
];

function isNoProfile(found: string): boolean {
  return (
    isKnownToAll(found) ||
    /^(?:Public|Default|Default User|All Users|defaultuser\d*|systemprofile|LocalService|NetworkService|TEMP|\.NET.*|MSSQL.*|runneradmin|vssadministrator|Container\w+|%.*|\$.*|<.*|\.+|\*|user(?:name|profile)?|benutzer(?:name)?|your.*|\{.*|x+|shared|files?|folder|profile\w*)$/i.test(
      found,
    )
  );
}

function isNoLabelled(found: string, around: Around): boolean {
  return (
    isNoName(found) ||
    isProse(found, around) ||
    isKnownToAll(`${found}${/^[ -][\p{L}\\]+/u.exec(around.after)?.[0] ?? ''}`.replace(/^.*\\(?=Domain )/i, '')) ||
    found.length > 100
  );
}
