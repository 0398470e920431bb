// How a secret is written behind its name: `password = "…"`, `pwd: …;`, `"secret":"…"`, `/pass:…`. Pieces of patterns, to be put
// together.

import type { Around } from '../finder.js';
import { part } from './pattern.js';

/** As in `{0,40}`: whatever repeats is bounded, or ends where nothing else could begin. */
const longest = 400;

/** What may stand around the name: quotes of any kind, as text, in JSON, XML, or an address. */
export const quote = part`(?:\\{0,3}["'${'`'}“”„‚‘’«»]|&(?:quot|apos|#34|#39);|%22|\\u002[27])`;

/** Between a name and its value; the name may have been quoted, or bold in Markdown. */
export const assigned = part`${quote}?[ \t]{0,40}(?:\*\*)?(?::=|=>|=&gt;|==|[:=])(?:\*\*)?[ \t]{0,40}`;

/** The same in an address, once or twice over. */
export const encodedAssigned = part`(?:%(?:25)?2[27])?(?:%(?:25)?20)?%(?:25)?3[AD](?:%(?:25)?20)?(?:%(?:25)?2[27])?`;

/** Ends a value that is not quoted, unless it is part of it: what follows tells. */
const anotherName = part`[\w.\-]{1,40}[ \t]?[=:]`;

/** One character, or what stands for one, of a value without quotes. */
const bare = [
  part`[^\s"'${'`'};&,<>)\]}\\“”„«»]`,
  part`&(?:amp|lt|gt|#\d{1,4});(?!${anotherName})`,
  part`&(?!${anotherName}|(?:quot|apos|amp|lt|gt|#\d{1,4});|\s|$)`,
  part`,(?!\s|$|["']|${anotherName})`,
  part`<(?![/!a-zA-Z]{1,2}[^\s"';]{0,40}>|\s|$)`,
  part`>(?![\s<]|$)`,
  part`[)\]}](?![\s)\]}"',;.]|LOG\]|$)`,
  part`\\(?!\\{0,2}["']|u002[267])`,
  // A quote within, between letters and digits.
  part`['${'`'}](?=[\p{L}\p{N}])(?<=[\p{L}\p{N}]['${'`'}])`,
].join('|');

const quoted = [
  // In JSON within JSON, or in a string of a program.
  part`\\+"(?<inEscapedQuotes>(?:(?!\\*")[^\n]){1,${longest}})\\+"`,
  part`"(?<inQuotes>(?:[^"\n\\]|\\[^\n]|""){1,${longest}})"`,
  part`N?'(?<inSingleQuotes>(?:[^'\n]|''){1,${longest}})'(?![\p{L}\p{N}])`,
  part`[“„«](?<inTypographicQuotes>[^“”»\n]{1,${longest}})[“”»]`,
  part`&quot;(?<inEntities>(?:(?!&quot;)[^\n]){1,${longest}})&quot;`,
  part`&(?:apos|#39);(?<inSingleEntities>(?:(?!&(?:apos|#39);)[^\n]){1,${longest}})&(?:apos|#39);`,
];

/** A value in quotes. */
export const quotedValue = `(?:${quoted.join('|')})`;

/** A value up to a blank, or to what ends one in the notation it stands in. */
export const bareValue = `(?<bare>(?:${bare}){1,${longest}})`;

/** Either; a quote that is never closed was cut off. */
export const value = `(?:${[...quoted, `${quote}?${bareValue}`].join('|')})`;

/** A value in an address that is written within an address. */
export const encodedValue = part`(?<encoded>(?:(?!%26|%22|%0[ad]|%20)[^\s&"'<>;]){1,${longest}})`;

/** What stands for a secret, or says something about it. */
const noSecrets =
  /^(?:\W*|[*•x._-]{2,}|\(?(?:null|nil|none|undefined|empty|blank|leer|true|false|yes|no|ja|nein|on|off|not|nicht|is|ist|was|has|had|must|cannot|can|and|or|und|oder|for|für|the|der|die|das|to|with|without|from|in|of|at|by|expired|expires|abgelaufen|required|erforderlich|incorrect|invalid|ungültig|falsch|wrong|missing|changed|geändert|reset|set|unset|failed|failure|error|fehler|denied|success|ok|unknown|unbekannt|hidden|redacted|removed|masked|encrypted|protected|string|securestring|plaintext|text|prompt|password|passwort|kennwort|secret|token|key|value|specified|supplied|authentication|validation|basic|bearer|digest|negotiate)\)?[.,:!]?)$/iu;

/** A variable, a placeholder, a type, a command that gives it. */
const standsForOne =
  /^(?:\$\(?(?:(?:env|script|global|using):)?[A-Za-z_.]*\d?\)?|\$\{.*|%[A-Za-z_]+%|@[A-Za-z]+|\{\{.*|\{[^}]*\}|\{\d{0,2}|\{\D*|\\?<(?:\D*|[\d-]+[a-z-]*)|\\?<.*>|\[[\w.]+\]|\([^\d)]*|\(.*\)|System\.[\w.]+|(?:Get|New|ConvertTo|ConvertFrom|Read|Import|Invoke|Set|Add|Select|Unprotect|Protect|Join|Request|Find|Search|Resolve|Write)-[A-Z][A-Za-z]+)$/;

const code = /^(?:0x[\da-f]{1,16}|-\d{5,})[.,)]?$/i;

/** Whether what was found is certainly none. */
export function isNoSecret(found: string): boolean {
  return noSecrets.test(found) || standsForOne.test(found) || code.test(found);
}

/** `Password: The user name or password is incorrect`: a sentence, not a value. */
export function isProse(found: string, { before, after }: Around): boolean {
  return /:[ \t]+$/.test(before) && /^\p{L}+$/u.test(found) && /^[ \t]+\p{Ll}+(?:[ \t]+\p{L}|[.,]?\s|$)/u.test(after);
}

/** One character of it. */
export const said = part`[\p{L}\p{N}!$%&*+#?@~^_.=-]`;

/** What is said without a mark before it: no word, number, code, version or name of a file looks like this. */
export const spokenValue = part`(?<spoken>(?=${said}{0,60}\d)(?=${said}{0,60}\p{L})${said}{6,60})(?=["'${'`'}]?[\s,;.)\]>]|["'${'`'}]?$)`;

/** Whether what was said has nothing of a password: a mark, or letters of both kinds among digits. */
export function isUnlikePassword(found: string): boolean {
  const word = found.replace(/^\*+|[.?!,*]+$/g, '');
  if (isNoSecret(word) || /^\P{N}+$|^\p{L}+\d+$|^%|=/u.test(word) || /\.[a-z]\w{0,4}$/.test(word)) return true;
  const isMixed = /\p{Ll}/u.test(word) && /\p{Lu}/u.test(word) && /^[\p{L}\p{N}]+$/u.test(word);
  return !isMixed && !/[!$&*+#?@~^]/.test(word);
}

/** Keys and tokens are no words. */
export function isWord(found: string): boolean {
  return /^[\p{L}_.*-]{1,24}$/u.test(found);
}

export const guid = /^\{?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}?$/i;
