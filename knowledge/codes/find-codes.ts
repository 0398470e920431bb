// Finds error codes in a line of text, in any notation, and leaves alone the numbers that only look like codes.

import { namesOf } from './code-names.js';
import { type DirectoryNumber, directoryNumbersIn } from './directory-codes.js';
import { ending } from './ending.js';
import { isStatus, type StopCode, stopCodesIn } from './stop-codes.js';

/** A code as it stands in a line. */
export interface FoundCode {
  /** As written: `-2147024891`, `80070005h`. */
  readonly text: string;
  /** Unsigned 32-bit. */
  readonly value: number;
  /** Position of the first character in the line. */
  readonly start: number;
  /** True when the line itself says so ("error 5", "Code=12175") or the notation does (0x8…, 10 digits). */
  readonly certain: boolean;
  /**
   * Whose number it is. `stop`: of a blue screen, `ldap`: a result of LDAP; neither are Win32's: stop code 0x7B is no
   * ERROR_INVALID_NAME.
   */
  readonly space: 'windows' | 'stop' | 'ldap';
}

// Thin and no-break spaces, Unicode minus and dashes come with text copied from a page.
const minus = /[\u2212\u2010-\u2013]/g;

// One pass over everything number-like; what each piece is, is decided below.
const numberLike =
  /(?<![\w.])(?:[0oO]?[xX][0-9a-fA-F]{8}(?![0-9a-fA-F])|0[xX][0-9a-fA-F]{1,16}|0n\d{1,10}|[-]?\d{1,20}(?![0-9a-fA-F]*[g-zG-Z_])|[0-9a-fA-F]{8})[lLhHuU]{0,2}(?![\w])/g;

const guid = /[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}/g;
const mayHoldGuid = /-[0-9a-fA-F]{4}-/;

// "error 691", "SocketException (10013)", "Code=12175", "exit code: 1603", "hr = 5", "HRESULT: 5", "(error = 2)", "Fehler 5",
// "RC 1603", "错误 5", "(network error): 1722", "error message 7391".
const saysCode = ending(
  /(?:\b(?:\w{0,60}exception|\w{0,20}errorcode|err(?:or|no|orcode|code)?|code|codes|hr|hresult|h_result|hresult_from_win32|rc|result|status|statuscode|lasterror|failure|exit|exitcode|returned|returning|returns|retval|ret|gle|msg|(?:fail(?:s|ed|ure)?|exit(?:s|ed)?|return(?:s|ed)?|terminated) with|fehler|fehlercode|erreur|errore|codice|ошибка|código|código de error|win32|winerr)|错误|エラー|오류)(?:\s*(?:code|codes|message|number|no\.?|nr\.?|id|is|was|of|value|代码|コード|코드))?(?:\\?["')]?\s*[:=#(["'`<>]\s*|\s+`?)\(?\\?["']?/iu,
);

// "the 18456 error", "1204-Fehler", "720错误"; not "SQL Server 2017 error" and "contoso.com:443 error".
const saidBehind = /^(?:[ -]errors?\b|-Fehlers?\b|\s?(?:错误|エラー|오류))/i;
const mayBeSaid = ending(/(?:^|\b[a-z]+\s|[^\w\s.:/]\s?)/);

// "Error 806 or 808", "codes 5, 53 and 67": what is said of the first is said of all.
const inList = /\b(?:\d{1,7}\s*(?:,(?:\s*(?:and|or|und|oder)\b)?|\/|&|and\b|or\b|und\b|oder\b)\s*)+$/i;
/** Hardly any text does, and to look for a list takes longest. */
const goesOn = ending(/[\d\s,](?:[,/&]|and|or|und|oder)\s*/i);

// A symbol in front names the number behind it: ERROR_WINHTTP_SECURE_FAILURE (12175).
// "FullyQualifiedErrorId : ActiveDirectoryServer:8227,Microsoft…" is one for the symbol, too.
const symbolBefore = ending(/ActiveDirectoryServer:|\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\s*[:=(]\s*/);

// Words that make the number behind them something else.
const saysOther = ending(
  /(?:\b(?:port|pid|tid|thread|process|processid|threadid|kb|line|version|ver|build|size|bytes?|length|count|id|event|eventid|sid|spid|page|step|attempt|retry|options|after|in|row|level|state|time|took|total|number)\s*(?:id)?\s*[:=#(]?\s*|\bKB\s*)/i,
);

// "Error number:20598", "Error ID: 12711".
const saysErrorNumber = ending(/\b(?:error|err|fehler)\s(?:number|nummer|id|no\.|nr\.)\s?[:=#(]?\s?/i);

// "in 5 minutes", "after 3 attempts"; "resulted in 0x80070005" is a code all the same.
const saysPlace = ending(/\b(?:in|after)\s*/i);

/**
 * Codes of one line, left to right.
 *
 * @param line One line without its line break.
 * @returns Empty when the line holds none. Thread ids such as `3544 (0xdd8)`, ports, sizes, dates, KB numbers and parts
 * of GUIDs are never among them.
 */
export function findCodes(line: string): FoundCode[] {
  if (!/\d|[a-fA-F]{8}/.test(line)) return [];
  const tidy = line.replace(minus, '-').replace(/[\u00a0\u2009\u202f]/g, ' ');
  const bare = mayHoldGuid.test(tidy) ? tidy.replace(guid, (found) => ' '.repeat(found.length)) : tidy;
  const apart = [...stopCodesIn(bare).map(ofStop), ...directoryNumbersIn(bare).map(ofDirectory)];
  if (apart.length === 0) return codesIn(bare);
  let rest = bare;
  for (const { from, to } of apart) rest = rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to);
  const own = apart.flatMap(({ code }) => code ?? []);
  return [...own, ...codesIn(rest)].sort((one, other) => one.start - other.start);
}

/** What is not to be read as any other number of the line is, and the code that it is. */
interface Apart {
  readonly from: number;
  readonly to: number;
  readonly code?: FoundCode;
}

function ofStop(stop: StopCode): Apart {
  const { text, value, start, end } = stop;
  if (isStatus(stop)) return { from: start + text.length, to: end };
  return { from: start, to: end, code: { text, value, start, certain: true, space: 'stop' } };
}

function ofDirectory({ text, value, start, space }: DirectoryNumber): Apart {
  const place = { from: start, to: start + text.length };
  return value === 0 ? place : { ...place, code: { text, value, start, certain: true, space } };
}

/** @param text A line without what is no code though it looks like one. */
function codesIn(text: string): FoundCode[] {
  const found: FoundCode[] = [];
  numberLike.lastIndex = 0;
  for (const match of text.matchAll(numberLike)) {
    const code = codeAt(text, match[0], match.index);
    if (code !== undefined) found.push(code);
  }
  return found;
}

/**
 * Reads one code standing alone, as a person types it to be decoded: every notation, small decimals included.
 *
 * @returns undefined when the text is not a code.
 */
export function readCode(text: string): number | undefined {
  const bare = text
    .trim()
    .replace(minus, '-')
    .replace(/[\s\u00a0\u2009\u202f,'.;:]+/g, '')
    .replace(/[lLuU]+$/, '');
  const hex = /^0x([0-9a-f]{1,16})h?$/i.exec(bare)?.[1] ?? /^([0-9a-f]{1,8})h$/i.exec(bare)?.[1];
  if (hex !== undefined) return hexValue(hex);
  if (/^-?\d{1,20}$/.test(bare)) return isBareHresult(bare) ? Number.parseInt(bare, 16) : decimalValue(bare);
  return /^[0-9a-f]{8}$/i.test(bare) ? Number.parseInt(bare, 16) : undefined;
}

function codeAt(line: string, text: string, start: number): FoundCode | undefined {
  const before = line.slice(Math.max(0, start - 40), start);
  if (/^-?\d+$/.test(text)) return decimalCode(line, text, text, start, before);
  const asCode = (value: number | undefined, certain: boolean): FoundCode | undefined =>
    value === undefined ? undefined : { text, value, start, certain, space: 'windows' };

  const prefixed = /^[0o]?x([0-9a-f]+)[lhu]*$/i.exec(text);
  if (prefixed !== null) {
    const value = hexValue(prefixed[1] ?? '');
    if (value === undefined || value === 0 || isThreadHex(before, value)) return undefined;
    const isFailure = value >= 0x80000000 && saysPlace(before);
    if (saysOther(before) && !isFailure && !saysThatCodeFollows(before)) return undefined;
    if (isMessageNumber(line, text, start)) return undefined;
    return asCode(value, value > 0xffff || saysThatCodeFollows(before));
  }
  const suffixed = /^([0-9a-f]{1,8})h$/i.exec(text);
  if (suffixed !== null && !/^\d{1,3}h$/i.test(text))
    return asCode(hexValue(suffixed[1] ?? ''), saysThatCodeFollows(before));
  return decimalCode(line, text, text.replace(/^0n/i, '').replace(/[lu]+$/i, ''), start, before);
}

// Names of files and some consoles leave out the minus: 2016281112 is -2016281112. Times in seconds are less.
const leastWithoutMinus = 0x77000000;

/** @param digits Of the text, without what is around them; eight of them may be those of an HRESULT. */
function decimalCode(line: string, text: string, digits: string, start: number, before: string): FoundCode | undefined {
  if (isGlued(line, start, text.length)) return undefined;
  const asCode = (value: number): FoundCode => ({ text, value, start, certain: true, space: 'windows' });
  if (isBareHresult(digits)) {
    return saysOther(before) && !saysThatCodeFollows(before) ? undefined : asCode(Number.parseInt(digits, 16));
  }
  if (!/^-?\d+$/.test(digits)) return undefined;
  const value = decimalValue(digits);
  if (value === undefined || value === 0) return undefined;
  const number = Number(digits);
  if (number <= -0x10000 || (number >= 0x80000000 && !saysOther(before))) return asCode(value);
  if (number >= leastWithoutMinus && !saysOther(before)) return asCode(decimalValue(`-${digits}`) ?? value);
  if (Math.abs(number) > 0xffffff) return undefined;
  const after = line.slice(start + text.length, start + text.length + 24);
  const isSaidBehind = digits.length > 2 && saidBehind.test(after) && mayBeSaid(before);
  const isSaid = text.startsWith('0n') || isSaidBehind || saysThatCodeFollows(before);
  const isListed = before.trim() === '' && nameBehind.test(after);
  if (!isSaid && !isListed && !isBesideMessage(line, start, digits)) return undefined;
  const isOther =
    (saysOther(before) && !saysErrorNumber(before)) ||
    /^\s*(?:bytes|KB|MB|GB|ms|s\b|sec|min|%|times|of\b)/i.test(after);
  return isOther ? undefined : asCode(value);
}

// "Error [0x0f0082] SYSPRP …": the setup of Windows numbers what it says, not what is wrong.
function isMessageNumber(line: string, text: string, start: number): boolean {
  return text.length === 8 && line[start - 1] === '[' && line[start + text.length] === ']';
}

// "26: USMT_INIT_ERROR": how lists of codes begin a line.
const nameBehind = /^: [A-Z][A-Z0-9]+_[A-Z0-9_]+\b/;

const year = /^(?:19|20)\d\d$/;
const message = /^\) [A-Z][a-z]* [A-Za-z]/;
const passedOn = /^, [bu]?["']\p{L}/u;

/**
 * "(1722) The RPC server is unavailable.": a code that Windows knows, before what it means; or "(1722)" below that. Whatever
 * Python passes on comes so: "(18456, b'Login failed".
 */
function isBesideMessage(line: string, start: number, digits: string): boolean {
  if (line[start - 1] !== '(' || digits.length < 3 || year.test(digits)) return false;
  const after = line.slice(start + digits.length, start + digits.length + 24);
  if (passedOn.test(after)) return true;
  const isBelow = after.trimEnd() === ')' && line.slice(0, start).trimStart() === '(';
  return (isBelow || message.test(after)) && namesOf('win32', Number(digits)).length > 0;
}

function saysThatCodeFollows(before: string): boolean {
  const list = goesOn(before) ? inList.exec(before) : null;
  return saysCode(list === null ? before : before.slice(0, list.index)) || symbolBefore(before);
}

// 80070005, 87D00454, C0000005: without a prefix only the severity digit tells a code from any other eight digits.
function isBareHresult(text: string): boolean {
  return /^(?:8[0-9a-f]{7}|c0[0-9a-f]{6}|d0[0-9a-f]{6})$/i.test(text);
}

// Sign-extended to 64 bits by some loggers: 0xFFFFFFFF80070005. Other long values are addresses.
function hexValue(digits: string): number | undefined {
  const short = digits.replace(/^0+(?=.)/, '');
  if (short.length <= 8) return Number.parseInt(short, 16);
  return /^f{8}[89a-f][0-9a-f]{7}$/i.test(short) ? Number.parseInt(short.slice(8), 16) : undefined;
}

function decimalValue(digits: string): number | undefined {
  const number = Number(digits);
  if (number < -0x80000000 || number > 0xffffffff) return undefined;
  return number >>> 0;
}

const saysThread = ending(/\bthread\s*[:=]?\s*/i);

// "3544 (0xdd8)" says one number twice: how Configuration Manager prints a thread, unless an error word leads it.
function isThreadHex(before: string, value: number): boolean {
  const decimal = before.endsWith('(') ? /(^|[^\w-])(\d{1,10})\s*\($/.exec(before) : null;
  if (decimal === null || Number(decimal[2]) !== value) return saysThread(before);
  return !saysCode(before.slice(0, decimal.index + (decimal[1] ?? '').length));
}

// Parts of dates, versions, addresses, paths and identifiers: 2024-03-01, 10.0.0.7:443, A1B2-80070005.
function isGlued(line: string, start: number, length: number): boolean {
  const left = line.slice(Math.max(0, start - 2), start);
  const right = line.slice(start + length, start + length + 9);
  return (
    /(?:\d[-/.:,]|[\w}][-/\\]|[/\\@+])$/.test(left) || /^(?:[-/.:,]\d|[-\\/](?!(?:error|fehler)\b)\w)/i.test(right)
  );
}
