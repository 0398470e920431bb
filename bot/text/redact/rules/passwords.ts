// Passwords behind their names: in settings, connection strings, XML, sentences.

import type { Around, Rule } from '../finder.js';
import { anyCase, part } from './pattern.js';
import { assigned, encodedValue, isNoSecret, isProse, quotedValue, value } from './value.js';

const names = part`(?:password|passwd|passwrd|pword|passphrase|pass[ -]?code|pwd|passwort|kennwort|kenwort|parole|keyMaterial|AdmPwd)`;
const needs = ['pass', 'pword', 'pwd', 'kennwort', 'kenwort', 'parole', 'keymaterial', 'admpwd'];
/** Shorter ones are part of too many words. */
const shortNames = part`(?<![\p{L}\p{N}_\\/.-])(?:pw|pass)`;

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
  { kind: 'password', needs: ['pw', 'pass'], pattern: anyCase`${shortNames}${assigned}${value}`, unless: isNone },
  {
    kind: 'password',
    needs,
    pattern: anyCase`${names}(?:%3D|%3A)${encodedValue}`,
    unless: isNone,
  },
  {
    // Whose it is stands in between.
    kind: 'password',
    needs,
    pattern: anyCase`${names}[ \t]+(?:for|of|für|von|des|der)[ \t]+[^\s:=]{1,60}(?:[ \t][^\s:=]{1,60})?[ \t]*[:=][ \t]*${value}`,
    unless: isNone,
  },
  {
    // The password is 'x'.
    kind: 'password',
    needs,
    pattern: anyCase`${names}[ \t]+(?:(?:is|was|ist|war|lautet|lautete|to|auf)[ \t]+)?${quotedValue}`,
    unless: (found, around) => isNone(found, around) || /\s/.test(found),
  },
  {
    // The password is x: only what no word looks like.
    kind: 'password',
    needs,
    pattern: anyCase`(?:${names}|${shortNames})[ \t]+(?:is|was|ist|war|lautet|lautete)[ \t]+(?<secret>(?=\S{0,40}[\d!$%&*+#?@_~^])\S{6,60})`,
    unless: (found) => isNoSecret(found),
  },
  {
    // An element of XML, or of XML within XML; unattend.xml has a <Value> within.
    kind: 'password',
    needs: [...needs, 'secret', 'privatekey', 'apikey'],
    pattern: anyCase`(?:<|&lt;)[\w:.-]{0,40}(?:${names}|secret|PrivateKey|apikey)(?:[ \t][^<>\n]{0,200})?(?:>|&gt;)[\s>|]{0,40}(?:(?:<|&lt;)value(?:>|&gt;)[\s>|]{0,40})?(?<secret>(?:(?!&lt;)[^<\s])(?:(?!\s*(?:<|&lt;))[^<]){0,1000})(?=\s*(?:</|&lt;/|$))`,
    unless: isNone,
  },
  {
    // <add key="Smtp.Password" value="…"/>
    kind: 'password',
    needs: [...needs, 'secret', 'key'],
    pattern: anyCase`(?:key|name)=(?:["']|&quot;)[^"'\n&]{0,60}(?:${names}|secret|api-?key|access-?key)\d?(?:["']|&quot;)[ \t]{1,10}value=${quotedValue}`,
    unless: isNone,
  },
  // LAPS keeps name, time and password in one object.
  {
    kind: 'password',
    needs: ['"p'],
    pattern:
      /"n\\*":\\*"[^"\n]{1,80}",\\*"t\\*":\\*"[^"\n]{1,40}",\\*"p\\*":\\*"(?<secret>(?:[^"\\\n]|\\[^"\n]){1,256})/g,
  },
  // Windows writes what a wireless network is opened with.
  {
    kind: 'password',
    needs: ['key content', 'schlüsselinhalt'],
    pattern: /(?:Key Content|Schlüsselinhalt)[ \t]*:[ \t]*(?<secret>[^\s].{0,100}?)(?=\s*(?:$|\n|["\]<\t]))/g,
  },
];
