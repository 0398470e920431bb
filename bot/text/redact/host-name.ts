// A host under its full name and its short one.

/** In lower case: `cm01` of `CM01.contoso.com`, `contoso` of `DC=contoso,DC=com`. */
export function shortNameOf(host: string): string {
  return fullNameOf(host).split('.')[0] ?? '';
}

/** In lower case, with dots. */
export function fullNameOf(host: string): string {
  return host
    .toLowerCase()
    .replace(/^dc=/, '')
    .replace(/,[ ]?dc=/g, '.');
}
