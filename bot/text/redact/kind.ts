// What a label says it stands for.

export const kinds = [
  'private-key',
  'token',
  'signature',
  'key',
  'password',
  'cookie',
  'hash',
  'email',
  'sid',
  'user',
  'host',
  'address',
] as const;

export type Kind = (typeof kinds)[number];

/** A label as it stands in a text: `<user 1>`. */
export const labels = new RegExp(`<(${kinds.join('|')}) (\\d{1,9})>`, 'g');
