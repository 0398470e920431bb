// What the code of a failed connection tells: whether anything can have been sent, and what to do about it.

/** No connection came about. */
const notConnected = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPROTO',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Of OpenSSL and Node: who is at the other end cannot be proven. */
const untrusted = /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_|ERR_SSL_|HOSTNAME_MISMATCH)/;

/** Of whatever was thrown: errors of Node are not always an `Error` of ours. */
export function propertyOf(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}

/** The system's code of an error, or of what caused it; empty where there is none. */
export function codeOf(error: unknown): string {
  const codes = ['originalCode', 'code'].map((name) => propertyOf(error, name));
  const code = codes.find((it) => typeof it === 'string');
  if (typeof code === 'string') return code;
  const cause = propertyOf(error, 'cause');
  return cause === undefined ? '' : codeOf(cause);
}

/** Whether it failed before anything was sent. */
export function isBeforeSending(code: string): boolean {
  return notConnected.has(code) || untrusted.test(code);
}

/** To end a sentence with: ` (ECONNREFUSED)`, and what to do where that is known. */
export function hintFor(code: string): string {
  if (code === '') return '';
  return untrusted.test(code)
    ? ` (${code}): for an authority of your own, name its certificate in NODE_EXTRA_CA_CERTS`
    : ` (${code})`;
}
