// A paste → log entries. Administrators paste raw Configuration Manager markup, columns copied from CMTrace, lines as
// articles print them, IIS lines, and anything else; what is said, where and when is told apart here, once.

/** One message of a log, or one line of plain text. */
export interface Entry {
  /** 1-based line of the paste where it begins. */
  readonly line: number;
  /** What was logged: markup, time, component and thread taken off. Several lines for a message that has them. */
  readonly message: string;
  readonly component?: string;
  /** As written, with the date. */
  readonly time?: string;
  /** Configuration Manager's own mark; plain text has none. */
  readonly severity?: 'information' | 'warning' | 'error';
  /** HTTP status and IIS sub-status, `403.7`, of a W3C line. */
  readonly status?: string;
}

/**
 * Reads everything that was pasted.
 *
 * @param paste Any text, line breaks of any kind. Nothing in it makes this throw.
 * @returns In order; blank lines left out.
 */
export function readPaste(paste: string): Entry[] {
  const lines = clean(paste).split('\n');
  const entries: Entry[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.includes('<![LOG[')) {
      const end = markupEnd(lines, at);
      for (const entry of markupEntries(lines.slice(at, end + 1).join('\n'), at + 1)) entries.push(entry);
      at = end;
    } else {
      for (const piece of unjoined(line)) {
        const entry = lineEntry(piece, at + 1);
        if (entry !== undefined) entries.push(entry);
      }
    }
  }
  return entries;
}

// Some clients join the lines of a paste. Configuration Manager's HTTP lines all begin alike.
function unjoined(line: string): string[] {
  if (line.indexOf('[CCMHTTP]', 1) >= 0) return line.split(/(?<=[^[\s>])\s*(?=\[CCMHTTP\])/);
  return line.includes('\\') && escapedBreak.test(line) ? line.split(escapedBreak) : [line];
}

// Line breaks within a string of JSON; `\\server\new` has none.
const escapedBreak = /(?:\\r)?\\n(?![a-z])|\\r\\n/;

// Line breaks of every kind become one, invisible characters go, and blanks are blanks: a run of them says no more than
// eight do, and patterns over a million would take hours.
function clean(paste: string): string {
  let text = paste.includes('\r') ? paste.replace(/\r\n?/g, '\n') : paste;
  if (unusual.test(text)) {
    text = text
      .replace(/[\u2028\u2029]/g, '\n')
      .replace(/[\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
      .replace(/[\u200b-\u200f\ufeff\u0000]/g, '');
  }
  return text.replace(/[ \t]{9,}/g, (run) => (run.includes('\t') ? '\t' : '        '));
}

const unusual = /[\v\f\u0000\u00a0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u3000\ufeff]/;

// A message may run over lines; without its end it stops where the next one begins, or after this many lines.
const longestMessage = 200;

/** @returns Index of the last line of the markup that begins at `from`. */
function markupEnd(lines: readonly string[], from: number): number {
  for (let at = from; at < lines.length && at - from < longestMessage; at += 1) {
    const line = lines[at] ?? '';
    if (at > from && line.startsWith('<![LOG[')) return at - 1;
    if (line.lastIndexOf(']LOG]!>') > line.lastIndexOf('<![LOG[')) return at;
  }
  return from;
}

function markupEntries(text: string, line: number): Entry[] {
  const entries: Entry[] = [];
  let at = text.indexOf('<![LOG[');
  const before = text.slice(0, at).trim();
  if (before !== '') entries.push({ line, message: before });
  let lines = 0;
  let counted = 0;
  while (at >= 0) {
    lines += countLines(text, counted, at);
    counted = at;
    const next = text.indexOf('<![LOG[', at + 7);
    const piece = text.slice(at + 7, next < 0 ? text.length : next);
    const close = piece.indexOf(']LOG]!>');
    const message = close < 0 ? piece : piece.slice(0, close);
    const attributes = close < 0 ? '' : piece.slice(close + 7);
    const entry = { line: line + lines, message: unfold(message), ...markupFields(attributes) };
    if (entry.message !== '') entries.push(entry);
    at = next;
  }
  return entries;
}

const severities = ['information', 'warning', 'error'] as const;

function markupFields(attributes: string): Omit<Entry, 'line' | 'message'> {
  const field = (name: string): string | undefined => {
    const start = attributes.indexOf(`${name}="`);
    if (start < 0) return undefined;
    const end = attributes.indexOf('"', start + name.length + 2);
    return end < 0 ? undefined : attributes.slice(start + name.length + 2, end);
  };
  const component = field('component');
  const date = field('date');
  const severity = severities[Number(field('type')) - 1];
  return {
    ...(component ? { component } : {}),
    ...(date ? { time: `${date} ${field('time') ?? ''}`.trim() } : {}),
    ...(severity ? { severity } : {}),
  };
}

const date = String.raw`\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}`;
const clock = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,:]\d+)?(?:[+-]\d+)?(?:\s?[AP]M)?`;
const thread = String.raw`\d+ \(0x[0-9a-fA-F]+\)`;

// "Text  19/02/2019 13:49:35 ccmsetup 8548 (0x2164)", and CMTrace's columns: text, component, date and time, thread.
const trailing = new RegExp(
  String.raw`^(.*?)\s+(?:(${date}[ ,T]+${clock})\s+([\w.-]+)\s+${thread}|([\w.-]+)\s+(${date}[ ,T]+${clock})\s+${thread})\s*$`,
);
// "12-28-2018 16:06:39.334  DataTransferService  3544 (0xdd8)  Text"
const leading = new RegExp(String.raw`^\s*(${date}[ ,T]+${clock})\s+([\w.-]+)\s+${thread}\s*(.*)$`);
// Site server logs: "Text  $$<SMS_WSUS_SYNC_MANAGER><08-02-2024 20:54:26.571+240><thread=9640 (0x25A8)>"
const server = /^(.*?)\s*\$\$<([^<>]*)><([^<>]*)><thread=[^<>]*>\s*$/;
// W3C: date time s-ip method uri-stem uri-query s-port user c-ip agent [referer …] status sub-status win32-status …
const w3c =
  /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}|<[^>]*> <[^>]*>) (\S+ (?:GET|POST|PUT|HEAD|PROPFIND|CCM_POST|OPTIONS|DELETE|BITS_POST) .*?) ([1-5]\d\d) (\d{1,3}) (\d+)(?: \d+)*\s*$/;

function lineEntry(pasted: string, line: number): Entry | undefined {
  const text = unmark(pasted);
  if (text.trim() === '' || text.startsWith('#Software:') || text.startsWith('#Version:')) return undefined;
  // No quantifier of the patterns below looks past this; a longer line is text.
  if (text.length > 4000) return { line, message: unfold(text) };
  const request = w3c.exec(text);
  if (request !== null) {
    return { line, message: text, time: request[1] ?? '', component: 'IIS', status: `${request[3]}.${request[4]}` };
  }
  if (text.includes('$$<')) {
    const found = server.exec(text);
    if (found !== null)
      return { line, message: unfold(found[1] ?? ''), component: found[2] ?? '', time: found[3] ?? '' };
  }
  if (text.includes('(0x')) {
    const end = trailing.exec(text);
    if (end !== null) {
      return { line, message: unfold(end[1] ?? ''), time: end[2] ?? end[5] ?? '', component: end[3] ?? end[4] ?? '' };
    }
    const start = leading.exec(text);
    if (start !== null) {
      const message = unfold(start[3] ?? '');
      return message === '' ? undefined : { line, message, time: start[1] ?? '', component: start[2] ?? '' };
    }
  }
  const message = unfold(text);
  return message === '' ? undefined : { line, message };
}

/** Takes off what quoting and copying leave at the ends of a line: `> `, code fences, `\`, two spaces, emphasis. */
function unmark(line: string): string {
  const bare = line
    .replace(/^\s*(?:>\s?)+(?=\S)/, '')
    .replace(/^\s*(?:```|~~~)[\w-]*\s*$/, '')
    .replace(/[ \t]*\\?$/, '');
  return bare.includes('**') ? bare.replaceAll('**', '') : bare;
}

// Configuration Manager writes the line breaks of a multi-part message as ~~, and ends some messages with one ~.
function unfold(message: string): string {
  const text = message.includes('~') ? message.replace(/\s*~~\s*/g, '\n').replace(/~\s*$/, '') : message;
  return text.trim();
}

function countLines(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) === lineFeed) count += 1;
  return count;
}

const lineFeed = 0x0a;
