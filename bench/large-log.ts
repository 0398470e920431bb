// A log as large as one likes, in Configuration Manager's markup: components take turns, each telling what it is about
// in the order of its own log, at times, of objects and on machines that are other ones each time. Most of it is
// progress, some of it is trouble that is no one's concern, and a few faults are hidden in it.

import { closeSync, openSync, writeSync } from 'node:fs';
import type { Random } from './random.js';

/** Messages of one component, in order; told from the start again when all are told. */
export interface Source {
  readonly component: string;
  readonly messages: readonly string[];
}

export interface LargeLogOptions {
  /** At least so many. */
  readonly bytes: number;
  readonly sources: readonly Source[];
  /** Messages to hide; each in a part of the log of its own. */
  readonly hidden: readonly (readonly string[])[];
  readonly random: Random;
}

export interface LargeLog {
  readonly bytes: number;
  readonly lines: number;
}

/** Lines that one component logs before another has its turn, at most. */
const longestTurn = 24;
const piece = 1 << 20;

/** Writes the log. The same random numbers make the same log. */
export function writeLargeLog(file: string, { bytes: size, sources, hidden, random }: LargeLogOptions): LargeLog {
  const time = new Time(random);
  const tellers = sources.map((source) => new Teller(source, time, random));
  const part = size / hidden.length;
  const places = hidden.map((messages, at) => ({ messages, from: Math.floor(part * (at + random(1000) / 1000)) }));
  const handle = openSync(file, 'w');
  let written = 0;
  let lines = 0;
  let pending = '';
  const add = (record: string): void => {
    pending += record;
    lines += 1;
  };
  const flush = (): void => {
    writeSync(handle, pending, null, 'latin1');
    written += pending.length;
    pending = '';
  };
  try {
    while (written + pending.length < size || places.length > 0) {
      const place = places[0];
      if (place !== undefined && place.from <= written + pending.length) {
        places.shift();
        for (const message of place.messages)
          add(record({ message: inLatin1(message), type: 1, component: 'CcmMessaging', thread: 4242 }, time, random));
      }
      const teller = tellers[random(tellers.length)];
      for (let left = 1 + random(longestTurn); left > 0; left -= 1) add(teller?.tell() ?? '\r\n');
      if (pending.length >= piece) flush();
    }
    flush();
  } finally {
    closeSync(handle);
  }
  return { bytes: written, lines };
}

/** A component that logs. */
class Teller {
  readonly #component: string;
  readonly #messages: readonly Message[];
  readonly #threads: readonly number[];
  readonly #time: Time;
  readonly #random: Random;
  #next: number;

  constructor({ component, messages }: Source, time: Time, random: Random) {
    this.#component = component;
    this.#messages = messages.map(messageOf);
    this.#threads = Array.from({ length: 8 }, () => 4 * (300 + random(5000)));
    this.#time = time;
    this.#random = random;
    this.#next = random(messages.length);
  }

  /** @returns The next record, its line break included. */
  tell(): string {
    const message = this.#messages[this.#next % this.#messages.length];
    this.#next += 1;
    const thread = this.#threads[this.#random(this.#threads.length)] ?? 0;
    const { type = 1, parts = [] } = message ?? {};
    const text = parts.map((part) => (typeof part === 'string' ? part : part(this.#time, this.#random))).join('');
    return record({ message: text, type, component: this.#component, thread }, this.#time, this.#random);
  }
}

interface Record {
  readonly message: string;
  readonly type: 1 | 2 | 3;
  readonly component: string;
  readonly thread: number;
}

function record({ message, type, component, thread }: Record, time: Time, random: Random): string {
  time.pass();
  const file = `${component.toLowerCase()}.cpp:${100 + random(2000)}`;
  return `<![LOG[${message}]LOG]!><time="${time.clock}.${digits(3, random)}-60" date="${time.date}" component="${component}" context="" type="${type}" thread="${thread}" file="${file}">\r\n`;
}

/** A message whose variable parts are made anew each time. */
interface Message {
  readonly type: 1 | 2 | 3;
  readonly parts: readonly (string | Make)[];
}

type Make = (time: Time, random: Random) => string;

/** Long numbers, but not codes; shorter ones may be codes too. */
const variable =
  /(?<clock>\b\d\d:\d\d:\d\d\b)|(?<guid>\b[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}\b)|(?<address>\b\d{1,3}(?:\.\d{1,3}){3}\b)|(?<host>%host%)|(?<user>%user%)|(?<long>(?<![\da-zA-Z-])\d{5,}(?![\da-zA-Z]))/g;

function messageOf(text: string): Message {
  const parts: (string | Make)[] = [];
  let end = 0;
  for (const { 0: found, index, groups = {} } of text.matchAll(variable)) {
    parts.push(text.slice(end, index), makerOf(found, groups));
    end = index + found.length;
  }
  parts.push(text.slice(end));
  const type = /error|fail|fatal/i.test(text) ? 3 : /warn|retry/i.test(text) ? 2 : 1;
  return { type, parts };
}

function makerOf(
  found: string,
  { clock, guid, address, host, user }: { readonly [name: string]: string | undefined },
): Make {
  if (clock !== undefined) return (time) => time.clock;
  if (guid !== undefined) return (_, random) => [8, 4, 4, 4, 12].map((length) => hexadecimal(length, random)).join('-');
  if (address !== undefined) return (_, random) => `10.${random(4)}.${random(256)}.${random(256)}`;
  if (host !== undefined) return (_, random) => `${letters(3, random).toUpperCase()}-${letters(6, random)}.contoso.com`;
  if (user !== undefined) return (_, random) => `CONTOSO\\${letters(7, random)}`;
  return (_, random) => `${1 + random(9)}${digits(found.length - 1, random)}`;
}

function letters(length: number, random: Random): string {
  return text(length, 'abcdefghijklmnopqrstuvwxyz', random);
}

function hexadecimal(length: number, random: Random): string {
  return text(length, '0123456789ABCDEF', random);
}

function digits(length: number, random: Random): string {
  return text(length, '0123456789', random);
}

function text(length: number, characters: string, random: Random): string {
  let made = '';
  for (let left = length; left > 0; left -= 1) made += characters.charAt(random(characters.length));
  return made;
}

/** When it is in the log: it passes, a little at a time. */
class Time {
  readonly #random: Random;
  #seconds = Date.UTC(2025, 8, 1) / 1000;
  clock = '';
  date = '';

  constructor(random: Random) {
    this.#random = random;
    this.pass();
  }

  pass(): void {
    if (this.clock !== '' && this.#random(8) > 0) return;
    this.#seconds += 1;
    const at = new Date(this.#seconds * 1000).toISOString();
    this.clock = at.slice(11, 19);
    this.date = `${at.slice(5, 10)}-${at.slice(0, 4)}`;
  }
}

/** Other characters, as the bytes that they are. */
function inLatin1(message: string): string {
  return Buffer.from(message).toString('latin1');
}
