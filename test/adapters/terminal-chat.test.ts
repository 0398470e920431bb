import { PassThrough, Readable, Writable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { chat } from '../../adapters/terminal/chat.js';
import { type Bot, createBot, type View } from '../../bot/index.js';
import { fakeKnowledge } from '../bot/fake-knowledge.js';
import { memoryStore } from '../bot/memory-store.js';

/** Remembers what it was told; offers the choices Yes and No. */
function parrot(): { readonly bot: Bot; readonly heard: string[] } {
  const heard: string[] = [];
  const action = { caseId: 'c', revision: 1, verb: 'v' };
  const view: View = {
    summary: 'Well?',
    parts: [{ kind: 'text', text: 'Well?' }],
    choices: [
      { label: 'Yes', action },
      { label: 'No way', action },
    ],
  };
  const receive: Bot['receive'] = async ({ event }) => {
    if (event.kind === 'message') heard.push(event.text);
    return [view];
  };
  return { bot: { receive }, heard };
}

function sink(): { readonly output: Writable; text(): string } {
  const chunks: string[] = [];
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      chunks.push(String(chunk));
      done();
    },
  });
  return { output, text: () => chunks.join('') };
}

describe('from a pipe', () => {
  test.each([
    { name: 'nothing', input: '', heard: [] },
    { name: 'one line', input: 'ERROR 5', heard: ['ERROR 5'] },
    { name: 'lines are one paste', input: 'ERROR 5\nat line 3\n', heard: ['ERROR 5\nat line 3'] },
    { name: 'a blank line ends a paste', input: 'ERROR 5\nmore\n\nERROR 6\n', heard: ['ERROR 5\nmore', 'ERROR 6'] },
    {
      name: 'choices and words are messages of their own',
      input: '1\nno way\nDone\nhelp\n',
      heard: ['1', 'no way', 'Done', 'help'],
    },
    { name: 'but not within a paste', input: 'ERROR 5\n1\ndone\n\n2\n', heard: ['ERROR 5\n1\ndone', '2'] },
    { name: 'numbers that are no choice begin a paste', input: '7\n8\n', heard: ['7\n8'] },
    { name: 'a lone code is a paste', input: '0x80070005\n\n', heard: ['0x80070005'] },
    { name: 'Windows line ends', input: 'ERROR 5\r\nmore\r\n\r\n1\r\n', heard: ['ERROR 5\nmore', '1'] },
    { name: 'blank lines say nothing', input: '\n\n\n1\n\n\n', heard: ['1'] },
    { name: '/quit ends it', input: '1\n/quit\n2\n', heard: ['1'] },
  ])('$name', async ({ input, heard }) => {
    const { bot, heard: told } = parrot();
    await chat({ bot, input: Readable.from([input]), output: sink().output, colour: false });
    expect(told).toEqual(heard);
  });
});

describe('from a terminal', () => {
  async function typing(...chunks: readonly string[]): Promise<string[]> {
    const { bot, heard } = parrot();
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
    const talk = chat({ bot, input, output: sink().output, colour: false });
    for (const chunk of chunks) {
      input.write(chunk);
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
    input.end();
    await talk;
    return heard;
  }

  test('a typed line is a message', async () => expect(await typing('help\r', '1\r')).toEqual(['help', '1']));

  test('lines that come at once are one message', async () => {
    expect(await typing('ERROR 5\rat line 3\r\rthe end\r')).toEqual(['ERROR 5\nat line 3\n\nthe end']);
  });

  test('what is pasted waits for Enter', async () => {
    expect(await typing('\u001b[200~ERROR 5\rat line 3\u001b[201~', '\r')).toEqual(['ERROR 5\nat line 3']);
  });

  test('a paste that ends in a line break does not', async () => {
    expect(await typing('\u001b[200~ERROR 5\rat line 3\r\u001b[201~')).toEqual(['ERROR 5\nat line 3']);
  });

  test('an empty line says nothing', async () => expect(await typing('\r', '\r', 'x\r')).toEqual(['x']));
});

test('a whole case, from paste to outcome', async () => {
  const bot = createBot({ knowledge: fakeKnowledge, store: memoryStore(), log: () => {}, clock: () => new Date(0) });
  const { output, text } = sink();
  const input = Readable.from(['URL=https://gw\nCONNECTOR_FORBIDDEN\n\nno\nenhanced http\ndone\n1\nit works\n']);
  await chat({ bot, input, output, colour: false });
  const shown = text();
  expect(shown).toContain('The binding is wrong (CONNECTOR_FORBIDDEN)');
  expect(shown).toContain('  1  Enhanced HTTP');
  expect(shown).toContain('■■□ Step 3 of 3');
  expect(shown).toContain('What fixed it: step 3 of 3 of the repair of “The binding is wrong (CONNECTOR_FORBIDDEN)”');
  expect(shown).toMatch(/\(Enhanced\s+│ HTTP\):\n│\n│ Restart\./);
});
