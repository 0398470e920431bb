// Passwords behind their names: in settings, connection strings, XML, sentences.

import type { Around, Rule } from '../finder.js';
import { anyCase, exact, part } from './pattern.js';
import {
  assigned,
  encodedAssigned,
  encodedValue,
  isNoSecret,
  isProse,
  isUnlikePassword,
  quote,
  quotedValue,
  said,
  spokenValue,
  value,
} from './value.js';

const names = part`(?:p[a@]ssw[o0]rd|passwd|passwrd|pword|passphrase|pass[ -]?code|pwd|passwort|kennwort|kenwort|parole|mot de passe|contrase(?:ñ|n)a|wachtwoord|keyMaterial|AdmPwd)`;
const needs = [
  'pass',
  'p@ss',
  'pword',
  'pwd',
  'kennwort',
  'kenwort',
  'parole',
  'contrase',
  'wachtwoord',
  'keymaterial',
  'admpwd',
];
/** Shorter ones are part of too many words. */
const shortNames = part`(?<![\p{L}\p{N}_\\/.-])(?:pw|pass|psk)`;

/** A quote of JSON, as it is or within something else. */
const mark = part`(?:\\{0,3}"|&quot;)`;

/** Settings about passwords are numbers; programs call what gives them; of unattend.xml, a pass is a phase. */
function isNone(found: string, around: Around): boolean {
  return (
    isNoSecret(found) ||
    isProse(found, around) ||
    /^\d{1,3}$|^[\w.]+\($/.test(found) ||
    /^(?:windowsPE|offlineServicing|generalize|specialize|auditSystem|auditUser|oobeSystem)$/i.test(found)
  );
}

export const passwords: readonly Rule[] = [
  {
    // In a connection string a value ends at the next semicolon, blanks or not.
    kind: 'password',
    needs,
    pattern: anyCase`;[ \t]*${names}[ \t]*=[ \t]*(?!["'{])(?<secret>[^;"'\n]{1,128})(?=;[ \t]*(?:[A-Za-z][\w ]{1,30}=|["']|$|\n))`,
    unless: isNone,
  },
  {
    kind: 'password',
    needs,
    pattern: anyCase`${names}[ \t]*=[ \t]*\{(?<secret>(?:[^}\n]|\}\}){1,128})\}(?=;|["'\s]|$)`,
    unless: isNone,
  },
  {
    // `PWD=/home` is where a shell is.
    kind: 'password',
    needs,
    pattern: anyCase`${names}(?:text|value|plain)?\d?${assigned}(?!(?<=PWD=)/)${value}`,
    unless: isNone,
  },
  {
    kind: 'password',
    needs: ['pw', 'pass', 'psk'],
    pattern: anyCase`${shortNames}${assigned}${value}`,
    unless: isNone,
  },
  {
    // DB_PASS, AdminPass, sshpw: longer words, of which some end like that by chance.
    kind: 'password',
    needs: ['pass', 'pw'],
    pattern: exact`(?:(?<=_)(?:PASS|pass|PW|pw)|(?<=\p{Ll})Pass|(?<=SSH)PASS|(?<![\p{L}])(?:bind|root|ssh)_?pw)${assigned}(?!:)${value}`,
    unless: (found, around) => isNone(found, around) || /^\p{L}{1,24}$/u.test(found),
  },
  {
    kind: 'password',
    needs,
    pattern: anyCase`${names}${encodedAssigned}${encodedValue}`,
    unless: isNone,
  },
  {
    // Whose it is stands in between.
    kind: 'password',
    needs,
    pattern: anyCase`${names}[ \t]{1,40}(?:for|of|für|von|des|der)[ \t]{1,40}[^\s:=]{1,60}(?:[ \t][^\s:=]{1,60})?[ \t]*[:=][ \t]*${value}`,
    unless: isNone,
  },
  {
    // The password is 'x'.
    kind: 'password',
    needs,
    pattern: anyCase`${names}[ \t]{1,40}(?:(?:is|was|ist|war|lautet|lautete|to|auf)[ \t]{1,40})?${quotedValue}`,
    unless: (found, around) => isNone(found, around) || (/\s/.test(found) && !/\d\S*[!$%&*+#@~^]/.test(found)),
  },
  {
    // The password x; or x on the next line, as prompts and YAML have it.
    kind: 'password',
    needs: [...needs, 'pw'],
    pattern: anyCase`(?:${names}|${shortNames})(?:[ \t]{1,40}(?:(?:to|auf)[ \t]{1,40})?|${quote}?[ \t]{0,8}[:=]?[ \t]{0,8}(?:[>|][+-]?)?[ \t]{0,8}\r?\n[> \t]{0,40}|(?=[(\[<]))[(\[<]?${quote}?${spokenValue}`,
    unless: isUnlikePassword,
  },
  {
    kind: 'password',
    needs,
    pattern: anyCase`(?<!${said})${spokenValue}["']?[ \t]{1,40}(?:as|als)[ \t]{1,40}(?:(?:the|my|a|das|mein)[ \t]{1,40})?${names}`,
    unless: isUnlikePassword,
  },
  {
    // As routers keep them: password 7 0822455D0A16.
    kind: 'password',
    needs: ['password', 'secret'],
    pattern: anyCase`\b(?:password|secret)[ \t]{1,40}[5-9][ \t]{1,40}(?<secret>[\w$./]{8,120})`,
  },
  {
    // Settings of LDAP and Redis are a name, a blank and a value.
    kind: 'password',
    needs: ['bindpw', 'rootpw', 'requirepass', 'masterauth'],
    pattern: anyCase`(?<![\p{L}\p{N}_.-])(?:bindpw|(?:olc)?rootpw|requirepass|masterauth)(?::{1,2}[ \t]{0,40}|[ \t]{1,40})${value}`,
    unless: isUnlikePassword,
  },
  {
    kind: 'password',
    needs: ['community'],
    pattern: anyCase`\bcommunity[ \t]{1,40}${value}(?=[ \t]{1,40}R[OW]\b)`,
    unless: isNone,
  },
  {
    kind: 'password',
    needs: ['identified'],
    pattern: anyCase`\b(?:WITH|USER[ \t]{1,40}\S{1,100})[ \t]{1,40}IDENTIFIED[ \t]{1,40}BY[ \t]{1,40}${value}`,
    unless: isNone,
  },
  {
    kind: 'password',
    needs: ['pre-shared', 'shared secret'],
    pattern: anyCase`\b(?:pre-shared-key|shared secret)[ \t]{1,40}${spokenValue}`,
    unless: isUnlikePassword,
  },
  {
    kind: 'password',
    needs: ['sp_addlogin'],
    pattern: /\bsp_addlogin[ \t]{1,40}N?'[^'\n]{1,100}'[ \t]*,[ \t]*N?'(?<secret>[^'\n]{1,128})'/gi,
  },
  {
    // The password is x: only what no word looks like.
    kind: 'password',
    needs: [...needs, 'pw'],
    pattern: anyCase`(?:${names}|${shortNames})[ \t]{1,40}(?:is|was|ist|war|lautet|lautete)[ \t]{1,40}(?<secret>(?=\S{0,40}[\d!$%&*+#?@_~^])\S{6,60})`,
    unless: (found) => isNoSecret(found),
  },
  {
    // An element of XML, or of XML within XML; unattend.xml has a <Value> within.
    kind: 'password',
    needs: [...needs, 'secret', 'privatekey', 'apikey'],
    pattern: anyCase`(?:<|&lt;)[\w:.-]{0,40}(?:${names}|secret|PrivateKey|apikey)(?:[ \t][^<>\n]{0,200})?(?:>|&gt;)[\s>|]{0,40}(?:(?:<|&lt;)value(?:>|&gt;)[\s>|]{0,40})?(?:(?:<|&lt;)!\[CDATA\[)?(?<secret>(?:(?!&lt;)[^<\s])(?:(?!\s*(?:<|&lt;))[^<]){0,1000})(?=\s*(?:</|&lt;/|$))`,
    unless: isNone,
  },
  {
    // <add key="Smtp.Password" value="…"/>
    kind: 'password',
    needs: [...needs, 'secret', 'key'],
    pattern: anyCase`(?:key|name)=${quote}[^"'\n&]{0,60}(?:${names}|secret|api-?key|access-?key)\d?${quote}[ \t]{1,10}value=${quotedValue}`,
    unless: isNone,
  },
  {
    // <setting name="Password"><value>…, <key>Password</key><string>…
    kind: 'password',
    needs: [...needs, 'secret', 'key'],
    pattern: anyCase`(?:(?:key|name)=(?:["']|&quot;)[^"'\n&]{0,60}(?:${names}|secret|api-?key)\d?(?:["']|&quot;)[^<>\n]{0,100}(?:>|&gt;)|(?:<|&lt;)(?:key|string|name)(?:>|&gt;)[^<>&\n]{0,60}(?:${names}|secret|api-?key)(?:<|&lt;)/(?:key|string|name)(?:>|&gt;))[\s>|]{0,40}(?:<|&lt;)(?:value|string)(?:>|&gt;)(?<secret>(?:(?!&lt;)[^<\n]){1,400})`,
    unless: isNone,
  },
  {
    // <param value="…" name="password"/>
    kind: 'password',
    needs,
    pattern: anyCase`\bvalue=${quotedValue}[ \t]{1,10}(?:key|name)=${quote}[^"'\n&]{0,60}${names}\d?${quote}`,
    unless: isNone,
  },
  {
    // {"name":"password","value":"…"}, in any notation, and over two lines of YAML.
    kind: 'password',
    needs: [...needs, 'secret', 'key', 'auth', 'session'],
    pattern: anyCase`(?<![\p{L}\p{N}_])(?:key|name)${quote}?[ \t]{0,10}:[ \t]{0,10}${quote}?[\w.:-]{0,60}(?:${names}|secret|api-?key|access-?key|ESTSAUTH\w{0,20}|FedAuth|SessionId|auth-?token)${quote}?(?:[ \t]{0,10},)?[\s>]{0,40}${quote}?value${quote}?[ \t]{0,10}:[ \t]{0,10}${value}`,
    unless: isNone,
  },
  {
    // Of LDIF, in base64.
    kind: 'password',
    needs,
    pattern: anyCase`(?:${names}|unicodePwd)::[ \t](?<secret>[A-Za-z0-9+/=]{8,400})`,
  },
  // LAPS keeps name, time and password in one object.
  {
    kind: 'password',
    needs: ['"p', ';p'],
    pattern: exact`${mark}n${mark}:${mark}[^"\n&]{1,80}${mark},${mark}t${mark}:${mark}[^"\n&]{1,40}${mark},${mark}p${mark}:${mark}(?<secret>(?:(?!&quot;)[^"\\\n]|\\(?!\\{0,2}")[^\n]|\\{2}"(?=[^,}\s])){1,256})`,
  },
  // Windows writes what a wireless network is opened with.
  {
    kind: 'password',
    needs: ['key content', 'schlüsselinhalt'],
    pattern: /(?:Key Content|Schlüsselinhalt)[ \t]*:[ \t]*(?<secret>[^\s].{0,100}?)(?=\s*(?:$|\n|["\]<\t]))/g,
  },
];
