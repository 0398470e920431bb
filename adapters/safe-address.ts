// Which addresses stay on this machine, and which may be trusted with what nobody else should read.

/** @param hostname As in an address, IPv6 in brackets. */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(hostname);
}

/** Whether credentials may travel there: over TLS, or not leaving this machine. It holds none itself, and no query. */
export function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash, hostname } = new URL(text);
  const plain = protocol === 'http:' && isLoopback(hostname);
  return (protocol === 'https:' || plain) && [username, password, search, hash].every((part) => part === '');
}
