// A value that goes through other people's hands and comes back: readable to all, and only ours if it is unchanged.

import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * @param purpose Keeps apart what is sealed by the same key for different ends.
 * @returns Text that can stand in an address as it is; as long as the value's JSON and half as much again.
 */
export function sealed(value: unknown, key: string, purpose: string): string {
  const body = Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${body}.${sealOf(body, key, purpose).toString('base64url')}`;
}

/** @returns undefined where the text was not sealed by this key for this purpose, or has been changed. */
export function unsealed(text: string, key: string, purpose: string): unknown {
  const [body = '', seal = ''] = text.split('.');
  const told = Buffer.from(seal, 'base64url');
  const right = sealOf(body, key, purpose);
  if (told.length !== right.length || !timingSafeEqual(told, right)) return undefined;
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
}

function sealOf(body: string, key: string, purpose: string): Buffer {
  return createHmac('sha256', key).update(`${purpose}\n${body}`).digest();
}
