// Joins the parts of the dialog at a terminal: nothing is kept beyond the process.

import { createBot } from '../../bot/index.js';
import type { Knowledge } from '../../knowledge/index.js';
import { openDatabase } from '../database/open-database.js';
import { projectVersion } from '../project-folder.js';
import { type ChatParts, chat } from './chat.js';
import type { Output } from './output.js';

/** Talks until the input ends or the person leaves. */
export async function startChat(
  knowledge: Knowledge,
  input: ChatParts['input'],
  output: ChatParts['output'],
  { colours }: Pick<Output, 'colours'>,
): Promise<void> {
  if (input.isTTY === true) output.write(`${colours.dim('/quit or Ctrl+D ends the conversation.')}\n`);
  const database = await openDatabase(':memory:');
  try {
    const bot = createBot({
      knowledge,
      store: database.store,
      log: () => {},
      clock: () => new Date(),
      version: projectVersion(),
    });
    await chat({ bot, input, output, colour: colours.isColorSupported });
  } finally {
    await database.close();
  }
}
