// Names of hosts and domains, and addresses, where they are to be hidden: never what tells versions, files, codes or the parts
// of programs, which look alike.

import { isIPv6 } from 'node:net';
import { cover } from '../covered.js';
import { type Around, around, type Finder, type Found, finderOf, type Rule } from '../finder.js';
import { endsLikeFile } from './file-names.js';
import { anyCase, part } from './pattern.js';
import { ownPart } from './public-hosts.js';
import { isNoSecret } from './value.js';

const label = part`[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?`;
/** Endings of names on the internet, and of those that companies give themselves. No word ends a sentence like that. */
const endings =
  'com|net|org|info|biz|edu|gov|mil|eu|de|ch|uk|fr|nl|pl|se|dk|fi|cz|es|pt|hu|ro|sk|ua|ru|tr|br|mx|ca|au|nz|jp|kr|cn|tw|sg|za|local|lan|corp|internal|intranet|intra|localdomain|priv|private|domain|loc|lab|test|example|invalid';
const dotted = new RegExp(
  part`(?<![\p{L}\p{N}_@\\$%+-]|[\p{L}\p{N}_${cover}]\.)(?:${label}\.){1,8}(?:${endings})(?![\p{L}\p{N}_\\(-]|\.[\p{L}\p{N}])`,
  'giu',
);

/** Whatever its ending, this is one: `https://cm01/`, `\\cm01\share`. */
const inPlace: readonly Rule[] = [
  {
    kind: 'host',
    needs: ['://', '%3a%2f%2f'],
    pattern: anyCase`(?:[a-z][a-z0-9+.-]{1,20}:\/\/|%3A%2F%2F)(?:[^\s\/@"'<>]{1,300}@)?(?<secret>${label}(?:\.${label}){0,8})(?=[:\/?#\s"'<>,;)\]%]|\.(?:\s|$)|$)`,
    unless: (found, beside) => isNoHost(found) || isHalfPublic(found, beside),
  },
  {
    kind: 'host',
    needs: ['\\\\'],
    pattern: anyCase`(?<=^|[\s"'${'`'}(\[=,;|<>]|\p{L}{2}:)\\{2,4}(?<secret>${label}(?:\.${label}){0,8})(?=\\{1,2}[\p{L}\p{N}_$])`,
    unless: (found, beside) => isNoHost(found) || isHalfPublic(found, beside),
  },
  {
    kind: 'host',
    needs: ['server', 'host', 'computer', 'machine', 'source', 'device', 'rechner'],
    pattern: anyCase`(?<![\p{L}\p{N}_-])(?:computer(?:[ _-]?name)?|rechner(?:name)?|machine(?:[ _-]?name)?|host(?:[ _-]?name)?|(?:site |sql )?server(?:[ _-]?name)?|workstation(?: name)?|device ?name|data ?source)["']?[ \t]{0,40}[:=][ \t]{0,40}["']?(?:tcp:)?(?<secret>${label}(?:\.${label}){0,8})(?=[\\\s"',;:)\]<]|$)`,
    unless: (found) => isNoHost(found) || !isMachine(found),
  },
];

/** What stands before a version. */
const saysVersion = /(?:version|ver|vers|build|release|produkt|product|assembly|update|patch|\bv)[.:="' \t[(]{0,4}$/i;
const numbers = /(?<![\p{L}\p{N}_.$-])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?![\p{L}\p{N}_-]|\.\p{N})/gu;
/** Everybody's: this machine, none, all, masks, those without a server that gives them, Azure's own. */
const commonAddress = /^(?:0\.|127\.|169\.254\.|255\.|2(?:2[4-9]|3\d|4\d|5[0-5])\.|168\.63\.129\.16$)/;
const colons =
  /(?<![\p{L}\p{N}_.:])(?=[\da-f:]*\d)[\da-f]{1,4}(?::{1,2}[\da-f]{1,4}){1,7}(?:%\d{1,3})?(?![\p{L}\p{N}_.:])/giu;
const hardware = /(?<![\da-f:-])[\da-f]{2}(?:(?::[\da-f]{2}){5}|(?:-[\da-f]{2}){5})(?![\da-f:-])/gi;
/** DC=contoso,DC=com */
const components = /(?<![\w=])DC=[\p{L}\p{N}-]{1,63}(?:,[ ]?DC=[\p{L}\p{N}-]{1,63}){1,6}/giu;

const addresses: Finder = function* ({ text }) {
  for (const { 0: found, 1: first, 2: second, 3: third, 4: last, index } of text.matchAll(numbers)) {
    const parts = [first, second, third, last].map(Number);
    // 4.8.0.0 is a version, or a network.
    if (parts.some((it) => it > 255) || parts.slice(2).every((it) => it === 0)) continue;
    if (commonAddress.test(found) || saysVersion.test(text.slice(Math.max(0, index - 20), index))) continue;
    yield at('address', index, found);
  }
  for (const { 0: found, index } of text.matchAll(hardware)) yield at('address', index, found);
  for (const { 0: found, index } of text.matchAll(colons))
    if (found.includes(':') && isIPv6(found.replace(/%\d+$/, '')) && !/^(?:0*:)*:?0*[01]?$/.test(found))
      yield at('address', index, found);
};

const domains: Finder = function* ({ text, lower }) {
  for (const { 0: found, index } of text.matchAll(dotted)) {
    const beside = around(text, index, index + found.length);
    const isNone = isNoHost(found) || isPartOfProgram(found) || isHalfPublic(found, beside);
    const own = isNone ? 0 : ownPart(found.toLowerCase());
    if (own > 0) yield at('host', index, found.slice(0, own));
  }
  if (!lower.includes('dc=')) return;
  for (const { 0: found, index } of text.matchAll(components)) yield at('host', index, found);
};

function at(kind: Found['kind'], start: number, found: string): Found {
  return { kind, start, end: start + found.length };
}

function isNoHost(found: string): boolean {
  return (
    isNoSecret(found) ||
    endsLikeFile(found) ||
    // An address of numbers is found as such.
    /^[\d.]+$|^(?:localhost|\.|\?|wpad|none|server|share|host|computername|servername)$/i.test(found) ||
    ownPart(found.toLowerCase()) === 0
  );
}

/** A window has broken the name of what is everybody's. */
function isHalfPublic(found: string, { before, after }: Around): boolean {
  const [, start = ''] = /([\p{L}\p{N}.-]+)\r?\n$/u.exec(before) ?? [];
  const [, end = ''] = /^\.?\r?\n([\p{L}\p{N}.-]+)/u.exec(after) ?? [];
  return start + end !== '' && ownPart(`${start}${found}${end}`.toLowerCase()) === 0;
}

/** System.Net, ASP.NET, Newtonsoft.Org: as programs write the names of their parts. */
function isPartOfProgram(found: string): boolean {
  return /^(?:[A-Z][a-z][A-Za-z]*|[A-Z]{2,4})(?:\.[A-Z][A-Za-z]*)+$/.test(found) && !/^[A-Z.]{9,}$/.test(found);
}

/** `server: busy` tells no name. */
function isMachine(found: string): boolean {
  return /[\d.]/.test(found) || (found.length > 3 && found === found.toUpperCase());
}

/** First those whose place tells what they are, since of these any name is one. */
export const hosts: readonly Finder[] = [...inPlace.map(finderOf).map(onlyOwnPart), domains, addresses];

/** What is everybody's stays. */
function onlyOwnPart(find: Finder): Finder {
  return function* (searched) {
    for (const found of find(searched)) {
      const own = ownPart(searched.text.slice(found.start, found.end).toLowerCase());
      if (own > 0) yield { ...found, end: found.start + own };
    }
  };
}
