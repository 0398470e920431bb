import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';

/** A body that is not JSON, or not of a kind or size that is taken; `status` says which. */
export class BodyError extends Error {
  override readonly name = 'BodyError';
  constructor(
    readonly status: 400 | 413 | 415,
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * Reads a request's body as JSON.
 *
 * @throws {BodyError} The rest of the body is discarded by then.
 */
export async function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/(?:json|[\w.+-]+\+json)\s*(?:;|$)/i.test(type)) {
    await discard(request);
    throw new BodyError(415, 'UnsupportedMediaType', 'The body must be JSON: set Content-Type to application/json.');
  }
  if (request.headers['content-encoding'] !== undefined) {
    await discard(request);
    throw new BodyError(415, 'UnsupportedEncoding', 'Send the body without Content-Encoding.');
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    // The rest is discarded, for the reason below.
    if (bytes <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (bytes > maxBytes) throw new BodyError(413, 'BodyTooLarge', `The body is larger than ${maxBytes} bytes.`);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch (cause) {
    throw new BodyError(400, 'InvalidJson', 'The body is not valid JSON.', { cause });
  }
}

/** Whoever is answered while still sending may never read the answer: the connection breaks first. */
async function discard(request: IncomingMessage): Promise<void> {
  request.resume();
  // Who goes away wants no answer.
  await finished(request).catch(() => {});
}
