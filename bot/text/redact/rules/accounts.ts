// Accounts as Windows writes them, DOMAIN\name, told from paths, registry keys and namespaces, which look alike.

import { type Around, around, type Finder } from '../finder.js';
import { endsLikeFile } from './file-names.js';
import { exact } from './pattern.js';
import { guid } from './value.js';
import { isKnownToAll } from './well-known.js';

/** Nothing before belongs to it, be it a path, a drive, a variable; a dot at its end ends a sentence; no path goes on. */
const pattern = exact`(?<![\p{L}\p{N}_\\/.$%-]|(?<![A-Za-z])[A-Za-z]:)(?<domain>[A-Za-z][A-Za-z0-9.-]{0,62})(?<slash>\\{1,4})(?!\\)(?<name>[\p{L}\p{N}_](?:[\p{L}\p{N}_.$+-]{0,62}[\p{L}\p{N}_$])?)(?![\\\p{L}\p{N}_]|[.$+-]+[\p{L}\p{N}\\])`;

export const accounts: Finder = function* ({ text }) {
  const found = Array.from(text.matchAll(pattern), (match) => candidateAt(text, match)).filter(mayBeAccount);
  const sure = found.filter(isAccount);
  const domains = new Set(sure.map(({ domain }) => domain.toLowerCase()));
  for (const { domain, start, end } of found) {
    if (domains.has(domain.toLowerCase())) yield { kind: 'user', start, end };
  }
};

interface Candidate extends Around {
  readonly domain: string;
  readonly slash: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function candidateAt(text: string, { 0: found, index, groups }: RegExpExecArray): Candidate {
  const { domain = '', slash = '', name = '' } = groups ?? {};
  const end = index + found.length;
  return { domain, slash, name, start: index, end, ...around(text, index, end) };
}

function mayBeAccount(candidate: Candidate): boolean {
  const { domain, before } = candidate;
  return !notDomains.test(domain) && !isNoAccountName(candidate) && !isLineBreak(candidate) && !saysPlace.test(before);
}

/** Where one is for sure, the others of its domain are. */
function isAccount(candidate: Candidate): boolean {
  const { domain, name } = candidate;
  if (isCapital(domain) || saysAccount(candidate)) return true;
  if (isInPath(candidate)) return false;
  return isPlainDnsName(domain) || /[.\d_$-]/.test(name) || name === name.toLowerCase();
}

function isNoAccountName({ name, after }: Candidate): boolean {
  return (
    endsLikeFile(name) ||
    isKnownToAll(name) ||
    guid.test(name) ||
    // Generic parameters of .NET, a line break in JSON, a version.
    /^(?:\d{1,4}|.|\d+(?:\.\d+)+)$/u.test(name) ||
    (/^Domain$/i.test(name) && /^ (?:Admins|Users|Computers|Controllers|Guests)\b/i.test(after))
  );
}

/** In JSON, `failed\nnext` are two lines. */
function isLineBreak(candidate: Candidate): boolean {
  const { domain, slash, name } = candidate;
  if (slash.length !== 1 || !/^[nrt]/.test(name)) return false;
  // contoso.com\naka16
  if (isPlainDnsName(domain) && /^(?:r|[nt][a-z]+(?:\d+$|\.[a-z]+$))/.test(name)) return false;
  return /^.[A-Z]/.test(name) || (!isCapital(domain) && !saysAccount(candidate));
}

function isCapital(domain: string): boolean {
  return domain.length > 1 && domain === domain.toUpperCase();
}

function isPlainDnsName(domain: string): boolean {
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(domain);
}

const wordsBefore =
  /(?:user|account|logon|login|owner|identity|credentials?|principal|caller|client|author|runas|impersonating|Benutzer|Konto|Besitzer|for|as|by|from|using|name|id|für|von|als|mit|-u|\/u|\/ru)["'\u201c\u201e`=:\s([]{1,4}$/i;

/** A name of an account is expected there, or stands on a line of its own, as `whoami` says it. */
function saysAccount({ before, after }: Candidate): boolean {
  return wordsBefore.test(before) || (/(?:^|\n)[> \t]*$/.test(before) && /^[ \t]*(?:\r?\n|$|S-1-)/.test(after));
}

/** What follows is a place: `instance SRV\CM01`. */
const saysPlace =
  /\b(?:database|instance|server|namespace|key|folder|path|share|class|file|directory|counter|Data Source)[ \t]?[=:]?[ \t]?["'`(]{0,2}$/i;

/** A folder's name may have blanks in it: `\Health Service State\Monitoring Host\x`. */
function isInPath({ before, after }: Candidate): boolean {
  return /\\(?:[A-Z][\w.-]{1,30} ){1,4}$/.test(before) || /^(?: [A-Z0-9][\w.()-]{0,30}){1,5}\\/.test(after);
}

/** Parts of paths, of the registry, of namespaces; authorities that every machine has. */
const notDomains =
  /^(?:[\w.-]+\.box|PCI|USB|USBSTOR|HID|ACPI|SWD|SCSI|HDAUDIO|STORAGE|HTTPS?|HOST|LDAPS?|CIFS|TERMSRV|MSSQLSvc|WSMAN|HKLM|HKCU|HKCR|HKU|HKCC|HKEY_\w+|MACHINE|USER|USERS|BUILTIN|NT|AUTHORITY|AUTORITÄT|SERVICE|APPPOOL|SOFTWARE|SYSTEM|SECURITY|SAM|Microsoft|SMS|CCM|ROOT|CIMV2|Windows|WINNT|System32|SysWOW64|SysNative|Temp|Tmp|Logs?|inetpub|IIS|wwwroot|bin|obj|debug|release|dev|etc|opt|usr|var|home|Program|Files|ProgramData|AppData|Local|LocalLow|Roaming|Device|DosDevices|GLOBAL|Global\?\?|MSSQL\S*|CurrentControlSet|ControlSet\d+|Services|Parameters|Policies|Config|src|dist|lib|node_modules|Drivers|Packages?|Modules|Scripts?|Tools|Setup|Source|Sources|Content|Data|Database|Desktop|Documents|Downloads|Public|Default|Classes|Interface|CLSID|AppID|TypeLib|Control|Session|Manager|Environment|Explorer|Run|RunOnce|Uninstall|Processor|Memory|Network|PhysicalDisk|LogicalDisk|Monitor|Virtual|Machine|Cert|LocalMachine|CurrentUser|My|Print|Spool|Fonts|Help|INF|Web|ISAPI|CCMCache|CCMSetup|WMI|Repository|MOF|Deployment|Task|Tasks|Driver|FileSystem|BaseNamedObjects|Sessions|Registry|Protocols|Ciphers|Hashes|Client|Server|Schannel|Lsa|Kerberos|Cryptography|Providers?|Enum|Hardware|Volume|Store|Backup|Update|Updates|Assembly|Policy|Settings?|Configuration|Components|Templates|Items|State|Agents?|Options|Tcpip|NTDS|Diagnostics|Loggings?|chain|ca|sql|R2|NIC|MS|Panel|Default-First-Site-Name|Health|Certificates|Extensions|Plugins|Resources|Examples|Samples|Projects?|Solutions?|Images?|Media|Video|Audio|Cache|History|Cookies|Startup|Programs|Framework(?:64)?|v\d[\d.]*)$/i;
