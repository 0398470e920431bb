// Parts of sentences: times, numbers, lists.

import type { Effort } from '../../../knowledge/index.js';

/** As people say it. */
export const minutes = (n: number): string => {
  if (n < 1.5) return 'about a minute';
  if (n < 55) return `about ${n < 10 ? Math.round(n) : Math.round(n / 5) * 5} minutes`;
  const hours = Math.round(n / 30) / 2;
  return hours <= 1 ? 'about an hour' : `about ${hours} hours`;
};

export const needs = ({ who, risk }: Effort): string =>
  [
    ...(who === 'anyone' ? [] : [who === 'administrator' ? 'needs administrator rights' : 'may need another team']),
    ...(risk === 'none' ? [] : [risk === 'interrupts' ? 'interrupts the service' : 'cannot be undone']),
  ]
    .map((it) => `, ${it}`)
    .join('');

export const chance = (likely: number): string => {
  const tenths = Math.round(likely * 10);
  return tenths === 0
    ? 'helps now and then'
    : tenths >= 10
      ? 'almost certain to help'
      : `helps in about ${tenths} of 10 cases like this`;
};

export const percent = (share: number): string => {
  const rounded = Math.min(99, Math.round(share * 100));
  return rounded < 1 ? 'less than 1 %' : `${rounded} %`;
};

/** `at`: ISO time. */
export const minuteOf = (at: string): string => `${at.slice(0, 16).replace('T', ' ')} UTC`;

export const count = (n: number, one: string, many = `${one}s`): string => (n === 1 ? `1 ${one}` : `${n} ${many}`);

export const oneOf = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;

export const listOf = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

export const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/\s+\S*$/, '')}…`;
