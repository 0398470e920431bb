// The code that Windows stops with, of a blue screen or a dump: "STOP: 0x0000007B (…)", "Bug Check 0x9F", "BugcheckCode 159".
// Its numbers are its own, no Win32 codes, and those in brackets behind it are what it was called with, no codes at all.

/** A stop code as it stands in a line. */
export interface StopCode {
  readonly text: string;
  /** Without the leading 1 that minidumps put before it: `0x1000007E` is 0x7E. */
  readonly value: number;
  /** Position of the first character in the line. */
  readonly start: number;
  /** Position behind the code and its parameters. */
  readonly end: number;
}

const mayStop = /stop|bug ?check|fatal system|^\W{0,4}[A-Z]+_[A-Z\d_]+ \([\da-f]{1,3}\)/i;

// "STOP: 0x7B", "Stop error code 0x0000009E", "stop error - 0x00000074", "The bugcheck was: 0x0000009f", "STOP 0000007f".
const said =
  /\b(?:fatal system error|stop(?:\s(?:error|code|message))?(?:\scode)?|bug\s?check(?:\s?code)?)(?:\s(?:was|is|string))?[\s"'*:=#(>.-]{1,20}(0x[0-9a-f]{1,8}|[01]0{3}[0-9a-f]{4})\b/gi;
// "0x0000007B Stop error".
const saidBehind = /\b(0x[0-9a-f]{1,8})"?\s(?:stop|bug\s?check)\b/gi;
// "Stop error 7E", "Stop 7F": two or three digits with a letter among them.
const short = /\b[Ss](?:top|TOP)(?:\s(?:[Ee]rror|[Cc]ode))?:?\s((?=[A-F]*\d)(?=\d*[A-F])[\dA-F]{2,3})\b/g;
// "Stop code DRIVER_POWER_STATE_FAILURE (0x9F)".
const behindName =
  /\b[Ss](?:top|TOP)(?:\s(?:error|code))?[\s"':]{1,4}[A-Z][A-Z\d]*(?:_[A-Z\d]+)+\s\(((?:0x)?[\da-fA-F]{1,8})\)/g;
// A debugger's "DRIVER_POWER_STATE_FAILURE (9f)"; decimal digits alone are as likely a code: "ERROR_ACCESS_DENIED (5)".
const debugged = /^\W{0,4}[A-Z][A-Z\d]*(?:_[A-Z\d]+)+\s\((?=\d{0,2}[a-f])([\da-f]{1,3})\)/g;
// The event log writes it in decimal: "BugcheckCode 159", <Data Name="BugcheckCode">159</Data>.
const decimal = /\bBugcheckCode["'\s:=>.]{1,20}([1-9]\d{0,4})\b/gi;

// "(0xEF30AA2C, 0xC0000034, 0x00000000, 0x00000000)", torn off or whole.
const parameters = /:?\s{0,2}[(<{]\s?(?:0x)?[0-9a-f]{1,16}(?:,\s{0,2}(?:0x)?[0-9a-f]{1,16}){1,3}[)>}]?/iy;

/** @returns Left to right. A value such as 0xC000021A is a status as well, and only what follows it is a stop code's. */
export function stopCodesIn(line: string): StopCode[] {
  if (!mayStop.test(line)) return [];
  const found = [
    ...[said, saidBehind, short, behindName, debugged].flatMap((pattern) => stopsBy(pattern, line, 16)),
    ...stopsBy(decimal, line, 10),
  ].sort((one, other) => one.start - other.start);
  return found.filter(({ start }, at) => start >= (found[at - 1]?.end ?? 0));
}

function stopsBy(pattern: RegExp, line: string, base: 10 | 16): StopCode[] {
  return Array.from(line.matchAll(pattern)).flatMap(({ 0: whole, 1: text = '', index }) => {
    const written = Number.parseInt(text, base);
    const value = written >>> 28 === 1 ? written & 0xfffffff : written;
    const start = index + whole.indexOf(text);
    return value === 0 ? [] : [{ text, value, start, end: behindParameters(line, start + text.length) }];
  });
}

function behindParameters(line: string, from: number): number {
  parameters.lastIndex = from;
  return parameters.test(line) ? parameters.lastIndex : from;
}

/** Such a value has a name of its own in the tables: `0xC000021A` is STATUS_SYSTEM_PROCESS_TERMINATED. */
export function isStatus({ value }: StopCode): boolean {
  return value > 0xffff;
}
