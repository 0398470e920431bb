// Passwords and names of accounts in commands.

import type { Rule } from '../finder.js';
import type { Command } from './command.js';
import { anyCase, exact, part } from './pattern.js';
import { isNoName } from './people.js';
import { guid, isNoSecret, isWord, quote, quotedValue, value } from './value.js';

/** `-p 443`, `/p:1`, `-p C:\x`: ports, paths, the next option. */
function isNone(found: string): boolean {
  return isNoSecret(found) || /^\d{1,5}$|^[A-Za-z]:[\\/]|^-{1,2}[a-z]/.test(found);
}

function isNoKey(found: string): boolean {
  return isNone(found) || isWord(found) || guid.test(found) || found.length < 8;
}

/** Before an option, in a line that may have lost its quotes. */
const option = part`(?<=[\s"'])`;
/** Between an option and its value. */
const gap = part`(?:[ \t]{1,8}|[ \t]?[:=][ \t]?)`;

function password(name: string, needs: readonly string[], pattern: RegExp): Command {
  return { kind: 'password', name, needs, pattern, unless: isNone };
}

function account(name: string, needs: readonly string[], pattern: RegExp): Command {
  return { kind: 'user', name, needs, pattern, unless: isNoName };
}

const withP = [
  'psexec',
  'paexec',
  'winexe',
  'winrs',
  'certutil',
  'signtool',
  'sshpass',
  'docker',
  'podman',
  'az',
  'rdesktop',
  'evil-winrm',
  'crackmapexec',
  'nxc',
  'netexec',
  'mongo',
  'mongosh',
  'mongodump',
  'pskill',
  'pslist',
  'psloggedon',
  'psshutdown',
  'psservice',
  'psinfo',
  'pssuspend',
];
const ofMySql = ['mysql', 'mysqldump', 'mysqladmin', 'mysqlimport', 'mariadb'];
/** Nothing stands between the option and what it says. */
const withPAtOnce = ['sshpass', '7z', '7za', '7zr', 'psexec', 'paexec'];
const ofSqlServer = ['sqlcmd', 'osql', 'isql', 'bcp'];
const ofLdap = ['ldapsearch', 'ldapmodify', 'ldapadd', 'ldapdelete', 'ldapwhoami'];
const ofPutty = ['plink', 'pscp', 'psftp', 'putty'];
const withU = [
  'psexec',
  'paexec',
  'docker',
  'podman',
  'winrs',
  'wmic',
  'psql',
  'pg_dump',
  'rdesktop',
  'mongo',
  'mongosh',
  'schtasks',
  'az',
  'evil-winrm',
  ...ofSqlServer,
  ...ofMySql,
];

const netUse = part`net1?(?:\.exe)?[ \t]+use`;
const netUser = part`net1?(?:\.exe)?[ \t]+user`;

/** curl -u name:password, in quotes of any kind. */
const ofCurl = part`${option}(?:-u|--user|-U|--proxy-user)[ \t=]{0,4}`;
const pair = {
  password: part`(?:"[^":]{1,80}:(?<inQuotes>[^"]{1,200})"|'[^':]{1,80}:(?<inSingleQuotes>[^']{1,200})'|\\"[^":]{1,80}:(?<inEscapedQuotes>(?:(?!\\").){1,200})|&quot;[^&:]{1,80}:(?<inEntities>(?:(?!&quot;).){1,200})|["']?[^\s"':]{1,80}:(?<open>[^\s"']{1,200}))`,
  name: part`(?:\\?["']|&quot;)?(?<name>[^\s"':]{1,80})(?=:)`,
};

/** Behind a tab there is another column of a log. */
const blanks = ' {1,40}';

const passwordCommands: readonly Command[] = [
  // net use X: \\server\share password /user:name
  password(
    netUse,
    ['net'],
    anyCase`^[ \t]+(?:(?:[a-z]:|\*)[ \t]+)?(?:${quote}\\{2,8}(?:(?!&quot;)[^"'\n]){1,200}${quote}|["']?\\{2,8}[^\s"']{1,200}["']?)${blanks}(?![/*])${value}`,
  ),
  password(netUse, ['net'], anyCase`/u(?:ser)?:(?:["'][^"']{1,100}["']|[^\s"']{1,100})${blanks}(?![/*])${value}`),
  password(netUser, ['net'], anyCase`^[ \t]+["']?[^\s"'/]{1,64}["']?${blanks}(?![/*])${value}`),
  password(withP.join('|'), withP, anyCase`${option}[-/]p(?:[ \t]{1,8}|:)${value}`),
  password('xfreerdp|wfreerdp', ['freerdp'], anyCase`${option}/p:${value}`),
  password(withPAtOnce.join('|'), withPAtOnce, exact`${option}-p(?=\\{0,3}["']|&quot;|[^\s"']{4})${value}`),
  password('rar|unrar|winrar', ['rar'], exact`${option}-h?p${value}`),
  password('zip|unzip', ['zip'], exact`${option}-P[ \t]{0,8}${value}`),
  password('netdom', ['netdom'], anyCase`${option}/p[do]:${value}`),
  password('sqlpackage', ['sqlpackage'], anyCase`${option}/[ts]p:${value}`),
  password('snmp(?:walk|get|bulkwalk|set)', ['snmp'], exact`${option}-c[ \t]{1,8}${value}`),
  password('openssl', ['openssl'], exact`${option}-k[ \t]{1,8}${value}`),
  // Of Impacket: psexec.py DOMAIN/name:password@host
  password('\\w{3,20}\\.py', ['.py'], exact`[\w.-]{1,60}/[\w.-]{1,60}:(?<secret>[^\s@"']{1,100})@[\w.-]+`),
  password(ofSqlServer.join('|'), ofSqlServer, exact`${option}-P[ \t]{0,8}${value}`),
  password(ofMySql.join('|'), ['mysql', 'mariadb'], exact`${option}-p${value}`),
  password('redis-cli', ['redis-cli'], exact`${option}-a[ \t]{1,8}${value}`),
  password(ofLdap.join('|'), ['ldap'], exact`${option}-w[ \t]{1,8}${value}`),
  password(ofPutty.join('|'), ofPutty, anyCase`${option}-pw[ \t]{1,8}${value}`),
  password(
    'smbclient|rpcclient|winexe',
    ['client', 'winexe'],
    exact`${option}-U[ \t]{1,8}["']?[^\s%"']{1,64}%${value}`,
  ),
  password('curl', ['curl'], exact`${ofCurl}${pair.password}`),
  password('sqlplus', ['sqlplus'], anyCase`[^\s/"'@]{1,60}/(?<secret>[^\s@"']{1,100})(?=@|\s|$)`),
];

const accountCommands: readonly Command[] = [
  account(netUser, ['net'], anyCase`^[ \t]+["']?(?<secret>[^\s"'/]{1,64})`),
  account(withU.join('|'), withU, anyCase`${option}[-/]u(?:[ \t]{1,8}|:)${value}`),
  account('curl', ['curl'], exact`${ofCurl}${pair.name}`),
  account(
    'ssh|scp|sftp|plink|pscp',
    ['ssh', 'scp', 'sftp', 'plink'],
    anyCase`(?<=[\s])(?<secret>[\w.-]{1,64})(?=@[\w.-]{1,100})`,
  ),
];

const optionNames =
  'password|passwd|passphrase|passwort|kennwort|pass|pwd|pw|passwordd|passwordo|storepass|keypass|rp|client-?secret|secret|recoverypassword|rpw';
const keyOptions =
  '(?:token|account-?key|access-?key|api-?key|storage-?key|storageaccountkey|sas|sas-?token|access-?token|secret-?key|client-?assertion)';
const accountOptions = 'user(?:name|id|principalname)?|userd|usero|usr|ru|benutzer|AccountId|mapuser|login';

/** Whatever the command: the option says what it is. */
const passwordOptions: readonly Rule[] = [
  {
    kind: 'password',
    needs: ['pass', 'pwd', 'kennwort', '-pw', '/pw', '-rp', '/rp', 'secret'],
    pattern: anyCase`(?<![\p{L}\p{N}_./\\])(?:--?|/)(?:[a-z]{1,20}-){0,3}(?:${optionNames})${gap}(?!-)(?:pass:)?${value}`,
    unless: isNone,
  },
  { kind: 'password', needs: ['-pass'], pattern: anyCase`[ \t]-pass(?:in|out)[ \t]+pass:${value}`, unless: isNone },
  {
    kind: 'password',
    needs: ['convertto-securestring'],
    pattern: anyCase`ConvertTo-SecureString(?:[ \t]+-(?:AsPlainText|Force|String)){0,3} +(?!-)(?:\$?\((?=\\{0,3}["']|&quot;))?${value}`,
    unless: isNone,
  },
  {
    kind: 'password',
    needs: ['convertto-securestring'],
    pattern: anyCase`(?<!\\)${quotedValue}\)?[ \t]{0,8}\|[ \t]{0,8}ConvertTo-SecureString`,
    unless: isNone,
  },
  {
    // What a command is to read: echo … | docker login --password-stdin
    kind: 'password',
    needs: ['echo'],
    pattern: anyCase`\becho[ \t]{1,8}(?:-n[ \t]{1,8})?["']?(?:[\w.-]{1,60}:(?=[^|\n]{1,200}chpasswd))?(?:(?<=["'])(?<inQuotes>[^"'\n]{1,200})["']|(?<open>[^\s"'|]{1,200}))[ \t]{0,8}\|[ \t]{0,8}(?:sudo[ \t]{1,8}-S|kinit|chpasswd|[^\n|]{1,100}-stdin)\b`,
    unless: isNone,
  },
  {
    kind: 'password',
    needs: ['networkcredential'],
    pattern: anyCase`NetworkCredential["']?\]?(?:::new)?[ \t]*\([ \t]*["'][^"'\n]{0,100}["'][ \t]*,[ \t]*${quotedValue}`,
    unless: isNone,
  },
  {
    kind: 'key',
    needs: ['token', 'key', 'sas', 'assertion'],
    pattern: anyCase`(?<![\p{L}\p{N}_./\\])(?:--?|/)(?:[a-z]{1,20}-){0,3}${keyOptions}${gap}(?!-)${value}`,
    unless: isNoKey,
  },
];

const accountsInOptions: readonly Rule[] = [
  {
    kind: 'user',
    needs: ['user', 'usr', '-ru', '/ru', 'benutzer', 'accountid', 'login'],
    pattern: anyCase`(?<![\p{L}\p{N}_./\\-])(?:--?|/)(?:${accountOptions})${gap}(?![-/])${value}`,
    unless: isNoName,
  },
  {
    kind: 'user',
    needs: ['credential'],
    pattern: /(?:PSCredential|NetworkCredential)["']?\]?(?:::new)?[ \t]*\(?[ \t]*["'](?<secret>[^"'\s]{1,100})["']/gi,
    unless: isNoName,
  },
];

export const passwordsInCommands: readonly (Command | Rule)[] = [...passwordCommands, ...passwordOptions];
export const accountsInCommands: readonly (Command | Rule)[] = [...accountCommands, ...accountsInOptions];
