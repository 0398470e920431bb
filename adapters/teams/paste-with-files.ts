// A message together with the text of the files attached to it.

import type { Incoming } from '../../bot/bot.js';
import { escapeMarkdown } from '../../bot/text/escape-markdown.js';
import type { View } from '../../bot/view.js';
import { en } from '../../bot/words/en.js';
import type { AttachedFile, FileProblem, FileText } from './download-file.js';

/** Fetches a file; never rejects. */
export type Download = (address: string) => Promise<FileText>;

/** More than these are not read. */
const mostFiles = 5;

/** What to tell the person about files that were not read, and what is left for the bot, if anything. */
export interface PasteWithFiles {
  readonly incoming?: Incoming;
  readonly remarks: readonly View[];
}

/** Adds the text of files to a message, below the person's own words. Other events stay as they are. */
export async function pasteWithFiles(
  incoming: Incoming,
  files: readonly AttachedFile[],
  download: Download,
): Promise<PasteWithFiles> {
  if (incoming.event.kind !== 'message' || files.length === 0) return { incoming, remarks: [] };
  const read = await Promise.all(
    files.slice(0, mostFiles).map(async ({ name, url }) => ({ name, file: await download(url) })),
  );
  const texts = read.flatMap(({ file }) => (file.kind === 'text' ? [file.text] : []));
  const remarks = read.flatMap(({ name, file }) => (file.kind === 'problem' ? [remark(name, file.problem)] : []));
  const text = [incoming.event.text, ...texts].filter((part) => part.trim() !== '').join('\n');
  return {
    ...((text !== '' || remarks.length === 0) && { incoming: { ...incoming, event: { ...incoming.event, text } } }),
    remarks,
  };
}

function remark(name: string, problem: FileProblem): View {
  const { files } = en.teams;
  const text = files.notRead(escapeMarkdown(name), files[problem]);
  return { summary: files.summary(name), parts: [{ kind: 'text', text }], choices: [] };
}
