// Private keys: as files hold them, on one line, in JSON, in quoted mail, or cut off.

import type { Rule } from '../finder.js';
import { exact, part } from './pattern.js';

/** Between two lines of a key. */
const between = part`(?:\s|\\{1,2}[rn]|[>|])`;
const name = part`[A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?`;
const begin = part`-{4,5} ?BEGIN ${name} ?-{4,5}`;
const end = part`-{4,5} ?END ${name} ?-{4,5}`;

/** All from its beginning to its end, be there times of a log between its lines. */
const complete = part`(?:(?!${begin})[\s\S]){0,30000}?${end}`;

/** Lines of their full length, with something before and behind each, of a key that is cut off. */
const logged = part`(?:[^\n]{0,300}\n[^\n]{0,100}?(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{64,76}(?![A-Za-z0-9+/=]))+`;

const line = [
  part`[A-Za-z0-9+/=]{16,}`,
  // The last line of a key is shorter, be it the end or where it was cut off.
  part`[A-Za-z0-9+/=]{1,15}(?=${between}*-{4,5} ?END)`,
  part`(?<=[\n>|n ])[A-Za-z0-9+/=]{1,15}(?=[ \t"]*(?:\r?\n|$|\\{1,2}[rn]))`,
  part`(?:Proc-Type|DEK-Info|Comment|Subject|Version|Hash):[^\n\\]{0,200}`,
].join('|');

export const privateKeys: readonly Rule[] = [
  {
    kind: 'private-key',
    needs: ['private key'],
    pattern: exact`${begin}(?:${complete}|${logged}|(?:${between}+(?:${line}))*)`,
  },
  // Of a key whose beginning is missing, the last line; those before it look like nothing else.
  {
    kind: 'private-key',
    needs: ['private key'],
    pattern: exact`(?<=\n[ \t>|]{0,10}|^)(?<secret>[A-Za-z0-9+/=]{4,76})(?=${between}{1,20}${end})`,
  },
  // PuTTY's own format: so many lines follow, all of base64.
  {
    kind: 'private-key',
    needs: ['private-lines'],
    pattern: /Private-Lines:[ \t]*\d{1,3}[ \t]*\r?\n(?<secret>(?:[> \t]*[A-Za-z0-9+/=]{4,100}\r?\n?)+)/g,
  },
];
