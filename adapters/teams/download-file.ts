// A file that a person attached to a message, read as text.

import { z } from 'zod';
import { itemsOf, type TeamsActivity } from './activity.js';

/** A file as Teams announces it: the address needs no sign-in and is good for some minutes. */
export interface AttachedFile {
  readonly name: string;
  readonly url: string;
}

const fileAttachment = z.looseObject({
  contentType: z.literal('application/vnd.microsoft.teams.file.download.info'),
  name: z.string(),
  content: z.looseObject({ downloadUrl: z.string() }),
});

/** In the order in which they were attached. */
export function attachedFiles(activity: TeamsActivity): readonly AttachedFile[] {
  return itemsOf(activity.attachments, fileAttachment).map(({ name, content }) => ({ name, url: content.downloadUrl }));
}

/** Why a file was not read. */
export type FileProblem =
  /** Not on a place where Teams keeps files, so not asked for. */
  'foreign' | 'unreachable' | 'too-large' | 'archive' | 'not-text';

export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: FileProblem };

export interface DownloadOptions {
  /** Largest file read, in bytes. */
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
  /** Whether to ask an address at all; given another answer only in tests. */
  readonly isTrusted?: (url: URL) => boolean;
}

/** Logs are seldom larger; whoever has one cuts out the part around the error. */
export const maxFileBytes = 16 * 1024 * 1024;

/** Fetches a file and decodes it. Never rejects: what can go wrong is part of the answer. */
export async function downloadFile(
  address: string,
  { maxBytes = maxFileBytes, timeoutMs = 8000, isTrusted = isTeamsStorage }: DownloadOptions = {},
): Promise<FileText> {
  const problem = (kind: FileProblem): FileText => ({ kind: 'problem', problem: kind });
  if (!URL.canParse(address) || !isTrusted(new URL(address))) return problem('foreign');
  try {
    // A redirect could lead anywhere.
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      return problem('unreachable');
    }
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body) {
      length += chunk.length;
      if (length > maxBytes) return problem('too-large');
      chunks.push(chunk);
    }
    return decode(Buffer.concat(chunks));
  } catch {
    return problem('unreachable');
  }
}

/** OneDrive and SharePoint, where Teams puts what people attach. */
export function isTeamsStorage({ protocol, hostname, port, username }: URL): boolean {
  return protocol === 'https:' && port === '' && username === '' && hostname.endsWith('.sharepoint.com');
}

/** Zip (and what is built on it), gzip, 7-Zip, RAR, cabinet. */
const archives = ['504b0304', '1f8b', '377abcaf271c', '526172211a07', '4d534346'].map((hex) => Buffer.from(hex, 'hex'));

function decode(bytes: Buffer): FileText {
  if (archives.some((magic) => bytes.subarray(0, magic.length).equals(magic)))
    return { kind: 'problem', problem: 'archive' };
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes).replace(/\r\n?/g, '\n');
  // Text has no such character; a file read in the wrong way has many.
  return text.includes('\u0000') ? { kind: 'problem', problem: 'not-text' } : { kind: 'text', text };
}

function encodingOf(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (looksUtf16(bytes)) return 'utf-16le';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** Windows writes logs in UTF-16 with or without a mark; every other byte of ordinary characters is zero. */
function looksUtf16(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 1000);
  const zeros = start.filter((byte, at) => at % 2 === 1 && byte === 0).length;
  return start.length >= 2 && zeros > start.length / 4 && start.every((byte, at) => at % 2 === 1 || byte !== 0);
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
