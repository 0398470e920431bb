import { describe, expect, test } from '@jest/globals';
import { emptyDialog } from '../../../bot/case/dialog.js';
import { forgetPerson } from '../../../bot/case/forget-person.js';
import { createBot } from '../../../bot/create-bot.js';
import { en } from '../../../bot/words/en.js';
import { conversation, now, passagesOf } from '../conversation.js';
import { fakeKnowledge } from '../fake-knowledge.js';
import { memoryStore } from '../memory-store.js';

describe('what a conversation keeps of a person', () => {
  const talk = conversation().as('Mia').say('CONNECTOR_FORBIDDEN', 'mia').say('pause', 'mia').say('TWINS', 'ben');

  test('goes, and what others have opened stays', () => {
    const { dialog } = talk.press('Yes', 'mia');
    const left = forgetPerson(dialog, 'mia');
    expect(left.parked).toEqual([]);
    expect(left.case?.people).toEqual(['ben', '']);
    expect(left.case?.told).toEqual(dialog.case?.told);
  });

  test('goes with the case that is open', () => {
    expect(forgetPerson(talk.dialog, 'ben').case).toBeUndefined();
    expect(forgetPerson(talk.dialog, 'ben').parked).toHaveLength(1);
  });

  test('is nothing where they have no part', () => {
    expect(forgetPerson(talk.dialog, 'cem')).toBe(talk.dialog);
    expect(forgetPerson(emptyDialog, 'mia')).toBe(emptyDialog);
  });
});

describe('whoever asks to be forgotten', () => {
  function setUp() {
    const store = memoryStore();
    const bot = createBot({ knowledge: fakeKnowledge, store, log: () => {}, clock: () => now });
    const send = async (user: string, event: Parameters<typeof bot.receive>[0]['event'], place = `chat of ${user}`) =>
      (await bot.receive({ conversation: place, tenant: 'contoso', user, name: user, event })).at(-1);
    const say = (user: string, text: string, place?: string) => send(user, { kind: 'message', text }, place);
    const press = async (user: string, label: string, view: Awaited<ReturnType<typeof send>>, place?: string) => {
      const action = view?.choices.find((it) => it.label === label)?.action;
      return send(user, { kind: 'press', data: { action } }, place);
    };
    return { store, say, press };
  }
  const said = (view: Parameters<typeof passagesOf>[0]): string => passagesOf(view).join('\n');

  test('is asked first, and then forgotten everywhere', async () => {
    const { store, say, press } = setUp();
    await say('mia', 'CONNECTOR_FORBIDDEN');
    await say('mia', 'AZURE_NAME', 'the group');
    await say('ben', 'TWINS', 'chat of ben');
    const question = await say('mia', 'forget my cases');
    expect(said(question)).toContain(en.forget.text(2, 0));
    expect(await store.conversationsOf('contoso', 'mia')).toHaveLength(2);
    expect(said(await press('mia', en.forget.yes, question))).toBe(en.forget.done);
    expect(await store.conversationsOf('contoso', 'mia')).toEqual([]);
    expect(await store.conversationsOf('contoso', 'ben')).toHaveLength(1);
    expect(said(await say('mia', 'my cases'))).toContain(en.cases.none);
  });

  test('may think better of it', async () => {
    const { store, say, press } = setUp();
    await say('mia', 'CONNECTOR_FORBIDDEN');
    expect(said(await press('mia', en.forget.no, await say('mia', 'forget my cases')))).toBe(en.forget.kept);
    expect(await store.conversationsOf('contoso', 'mia')).toHaveLength(1);
  });

  test('keeps the tickets that somebody still works on, which are named', async () => {
    const { store, say, press } = setUp();
    for (const paste of ['CONNECTOR_FORBIDDEN', 'AZURE_NAME']) {
      await say('mia', paste);
      await say('mia', 'helpdesk');
      await say('mia', 'send it');
    }
    await say('mia', 'it works');
    const question = await say('mia', 'forget my cases');
    expect(said(question)).toContain(en.forget.text(1, 1));
    expect(said(await press('mia', en.forget.yes, question))).toContain(en.forget.open(['1']));
    expect(await store.readTicket('contoso', 1)).toBeDefined();
    expect(await store.readTicket('contoso', 2)).toBeUndefined();
  });

  test('is asked by a button that is good for nobody else', async () => {
    const { store, say, press } = setUp();
    await say('mia', 'CONNECTOR_FORBIDDEN', 'the group');
    await say('ben', 'AZURE_NAME', 'the group');
    const question = await say('mia', 'forget my cases', 'the group');
    await press('ben', en.forget.yes, question, 'the group');
    expect(await store.conversationsOf('contoso', 'mia')).toHaveLength(1);
    expect(await store.conversationsOf('contoso', 'ben')).toHaveLength(1);
  });

  test('may have nothing that is kept', async () => {
    expect(said(await setUp().say('mia', 'forget me'))).toBe(en.forget.nothing);
  });
});
