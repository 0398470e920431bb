// Joins the parts of the dialog at a terminal: nothing is kept beyond the process.

import { createBot, type DialogStore } from '../../bot/index.js';
import type { Knowledge } from '../../knowledge/index.js';
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
  const bot = createBot({
    knowledge,
    store: memoryStore(),
    log: () => {},
    clock: () => new Date(),
    version: projectVersion(),
  });
  await chat({ bot, input, output, colour: colours.isColorSupported });
}

function memoryStore(): DialogStore {
  const kept = new Map<string, unknown>();
  return {
    read: async (conversation) => kept.get(conversation),
    write: async (conversation, state) => {
      kept.set(conversation, state);
    },
  };
}
