import { describe, expect, test } from '@jest/globals';
import { advance } from '../../bot/advance.js';
import { emptyDialog } from '../../bot/case/dialog.js';
import { en } from '../../bot/words/en.js';
import { conversation, labelsOf, now, passagesOf } from './conversation.js';
import { fakeArticle, fakeKnowledge, knowledgeOf } from './fake-knowledge.js';

const forbidden = 'ERROR URL=https://gw/MP\n[CCMHTTP] ERROR INFO: StatusText= CONNECTOR_FORBIDDEN';

// Each row is a whole conversation: `!` presses the button of that name, anything else is typed. What is expected is
// the summary of the last view.
describe('a conversation', () => {
  test.each([
    { name: 'greets', says: ['hi'], shows: en.welcome.summary },
    { name: 'greets whoever writes nothing', says: ['  '], shows: en.welcome.summary },
    { name: 'finds the cause', says: [forbidden], shows: 'Cause found: The binding is wrong (CONNECTOR_FORBIDDEN)' },
    { name: 'asks what is left to ask', says: [forbidden, '!No'], shows: 'Question: Which mode is it?' },
    { name: 'takes the steps of the variant', says: [forbidden, '!No', '!HTTPS'], shows: 'Step 1 of 2' },
    { name: 'goes step by step', says: [forbidden, '!No', '!HTTPS', '!Done'], shows: 'Step 2 of 2' },
    { name: 'asks whether it helped', says: [forbidden, '!No', '!HTTPS', '!Done', '!Done'], shows: 'Did it help?' },
    {
      name: 'does not take one "done" too many for success',
      says: [forbidden, '!No', '!HTTPS', 'done', 'done', 'done'],
      shows: 'Did it help?',
    },
    { name: 'closes', says: [forbidden, '!No', '!HTTPS', '!Done', '!Done', '!Yes'], shows: 'Solved' },
    { name: 'closes in the middle', says: [forbidden, '!No', '!HTTPS', '!It works now'], shows: 'Solved' },
    { name: 'takes words for buttons', says: [forbidden, 'nope', 'https', 'ok', 'did it', 'yes!'], shows: 'Solved' },
    { name: 'takes numbers for buttons', says: [forbidden, '2', '2.', '#1', '1', '1'], shows: 'Solved' },
    { name: 'leaves a variant open', says: [forbidden, '!No', "!Don't know"], shows: 'Step 1 of 3' },
    {
      name: 'tries the other variant when nobody knows which',
      says: [forbidden, '!No', "!Don't know", 'done', 'done', 'done', '!No'],
      shows: 'Step 1 of 2',
    },
    {
      name: 'does not try the variant that does not fit',
      says: [forbidden, '!No', '!HTTPS', 'done', 'done', '!No', '!HTTPS'],
      shows: en.unknown.triedSummary,
    },
    { name: 'says when nothing else fits', says: [forbidden, '!Yes', '!Yes'], shows: en.unknown.triedSummary },
    {
      name: 'asks to look once more before it gives up',
      says: [forbidden, '!Yes'],
      shows: 'Question: Does the binding hold the right certificate?',
    },
    {
      name: 'goes on with an answer that was corrected',
      says: [forbidden, '!Yes', '!No'],
      shows: 'Question: Which mode is it?',
    },
    {
      name: 'goes on with the other variant, where it was that one',
      says: [forbidden, '!No', '!HTTPS', 'done', 'done', '!No', '!Enhanced HTTP'],
      shows: 'Step 1 of 3',
    },
    { name: 'does not insist', says: [forbidden, '!Yes', "!Don't know"], shows: en.unknown.triedSummary },
    {
      name: 'does not ask what the paste answers',
      says: [`${forbidden} mode: enhanced`, '!Show me the steps'],
      shows: 'Step 1 of 3',
    },
    {
      name: 'takes what a command says for the answer',
      says: [forbidden, '!No', 'mode: enhanced\nok'],
      shows: 'Step 1 of 3',
    },
    {
      name: 'does not ask what more lines answer',
      says: [forbidden, '!No', `${forbidden} mode: enhanced`],
      shows: 'Step 1 of 3',
    },
    {
      name: 'goes on to the next candidate when it is worth it',
      says: ['CLOSE_CALL', '!Yes', '!Yes'],
      shows: 'Cause found: The Azure name is asked for',
    },
    {
      name: 'asks the question that tells candidates apart',
      says: ['CN_INVALID is set'],
      shows: 'Question: Is the host on cloudapp.net?',
    },
    {
      name: 'follows an answer to another issue',
      says: ['CN_INVALID is set', '!Yes'],
      shows: 'Cause found: The Azure name is asked for',
    },
    {
      name: 'never asks back what led there',
      says: ['CN_INVALID is set', '!Yes', '!Show me the steps'],
      shows: 'Step 1 of 2',
    },
    {
      name: 'asks the other side when one does not know',
      says: ['CN_INVALID is set', "don't know"],
      shows: 'Question: Is the host in the URL on cloudapp.net?',
    },
    { name: 'then shows the candidates', says: ['CN_INVALID is set', 'idk', 'not sure'], shows: '2 possible causes' },
    {
      name: 'lets one be chosen',
      says: ['CN_INVALID is set', 'idk', 'idk', '2'],
      shows: 'Cause found: The Azure name is asked for',
    },
    { name: 'or none', says: ['CN_INVALID is set', 'idk', 'idk', 'none of these'], shows: en.unknown.triedSummary },
    { name: 'shows candidates without a question between them', says: ['SIDE_BY_SIDE'], shows: '2 possible causes' },
    {
      name: 'asks the question that rules most out, whichever candidate it is about',
      says: ['TWINS'],
      shows: 'Question: Does the binding hold the right certificate?',
    },
    { name: 'asks about a lone candidate that is not sure', says: ['LONE'], shows: en.choose.lone },
    { name: 'takes it up', says: ['LONE', 'yes'], shows: 'Cause found: Only ever linked to' },
    { name: 'or leaves it', says: ['LONE', '!No'], shows: en.unknown.triedSummary },
    {
      name: 'calls what is far behind a sure answer a guess',
      says: ['FAR_SECOND', '!Yes', '!Yes', '!Only ever linked to'],
      shows: 'Cause found: Only ever linked to',
    },
    { name: 'tries one way after the other', says: ['AZURE_NAME', 'yes', 'done', 'done', '!No'], shows: 'Step 1 of 1' },
    {
      name: 'and is honest when what is left helps hardly anybody whom these did not help',
      says: ['AZURE_NAME', 'yes', 'done', 'done', '!No', 'done', '!No'],
      shows: en.unknown.triedSummary,
    },
    {
      name: 'shows it all the same to whoever wants it',
      says: ['AZURE_NAME', 'yes', 'done', 'done', 'no', 'done', 'no', 'what else can I do', '!Workaround'],
      shows: 'Step 1 of 1',
    },
    {
      name: 'follows a link to an issue the paste did not name',
      says: ['MANY', 'unknown', 'what else can I do', 'Is it elsewhere?', '!Yes'],
      shows: 'Cause found: Only ever linked to',
    },
    { name: 'asks for a value', says: ['naming rules?'], shows: 'How to: Choose a name' },
    { name: 'is content with a value that fits', says: ['naming rules?', 'contoso1'], shows: 'Step 1 of 2' },
    {
      name: 'asks again for one that does not',
      says: ['naming rules?', 'Contoso_1'],
      shows: 'Question: Which name do you want to use?',
    },
    { name: 'goes on without a value', says: ['naming rules?', 'skip'], shows: 'Step 1 of 2' },
    { name: 'finds the value in the paste', says: ['can I call it contoso1 ?'], shows: 'How to: Choose a name' },
    {
      name: 'takes a value in the paste for a sign of what is meant',
      says: ['may we call it contoso1 ?'],
      shows: 'How to: Choose a name',
    },
    { name: 'asks whether a guide is done', says: ['naming', 'skip', 'done', 'done'], shows: 'Is it set up?' },
    { name: 'closes a guide', says: ['naming', 'skip', '!It is set up now'], shows: 'Set up' },
    {
      name: 'takes an error for a new case, even where a value is asked for',
      says: ['naming', 'skip', 'CONNECTOR_FORBIDDEN', '!Take up the new one'],
      shows: 'Cause found: The binding is wrong (CONNECTOR_FORBIDDEN)',
    },
    { name: 'knows faults without a repair', says: ['NO_REPAIR'], shows: 'Cause found: Known, but not repaired' },
    { name: 'asks who could', says: [forbidden, 'no', 'https', '!Cannot do this'], shows: en.blocked.summary },
    {
      name: 'goes on when someone did it',
      says: [forbidden, 'no', 'https', 'cant', '!It is done now'],
      shows: 'Step 2 of 2',
    },
    { name: 'goes on without', says: [forbidden, 'no', 'https', 'cant', '!Go on without it'], shows: 'Step 2 of 2' },
    {
      name: 'hears in the middle of a repair that all of it was tried',
      says: [forbidden, 'no', "don't know", 'done', 'already tried'],
      shows: 'Step 1 of 2',
    },
    {
      name: 'asks who could when somebody does not know how',
      says: [forbidden, 'no', 'https', "I don't know"],
      shows: en.blocked.summary,
    },
    { name: 'skips a step by word', says: [forbidden, 'no', 'https', 'skip'], shows: 'Step 2 of 2' },
    { name: 'opens the form', says: [forbidden, 'helpdesk'], shows: en.handOver.summary },
    { name: 'goes back from the form', says: [forbidden, 'no', 'https', 'helpdesk', 'back'], shows: 'Step 1 of 2' },
    { name: 'hands over', says: [forbidden, 'helpdesk', 'send it'], shows: 'Ticket 1: new' },
    {
      name: 'comes back from that',
      says: [forbidden, 'no', 'https', 'helpdesk', '!Send it', '!Go on here'],
      shows: 'Step 1 of 2',
    },
    { name: 'goes back one step', says: [forbidden, 'no', 'https', 'done', 'back'], shows: 'Step 1 of 2' },
    { name: 'goes back to a question', says: [forbidden, 'no', 'https', 'back'], shows: 'Question: Which mode is it?' },
    {
      name: 'goes back from the end',
      says: [forbidden, 'no', 'https', 'works', '!Not fixed after all'],
      shows: 'Step 1 of 2',
    },
    {
      name: 'stays at the beginning',
      says: [forbidden, 'back'],
      shows: 'Cause found: The binding is wrong (CONNECTOR_FORBIDDEN)',
    },
    { name: 'starts over', says: [forbidden, 'no', 'start over'], shows: en.welcome.summary },
    { name: 'helps in the middle', says: [forbidden, 'no', 'help'], shows: 'Question: Which mode is it?' },
    { name: 'stays polite', says: [forbidden, 'no', 'thanks'], shows: 'Question: Which mode is it?' },
    { name: 'is thanked', says: ['thanks'], shows: en.notices.thanksNoCase },
    {
      name: 'does not take talk for an error',
      says: [forbidden, 'no', 'what do you mean by that'],
      shows: 'Question: Which mode is it?',
    },
    {
      name: 'knows its numbers',
      says: [forbidden, '9'],
      shows: 'Cause found: The binding is wrong (CONNECTOR_FORBIDDEN)',
    },
    {
      name: 'opens a new case for a new paste',
      says: [forbidden, 'no', 'CN_INVALID is set', '!Take up the new one'],
      shows: 'Question: Is the host on cloudapp.net?',
    },
    { name: 'says when it does not know', says: ['the printer is on fire'], shows: en.unknown.summary },
    {
      name: 'takes more words after that for a paste',
      says: ['the printer is on fire', 'CONNECTOR_FORBIDDEN it says'],
      shows: 'Cause found: The binding is wrong (CONNECTOR_FORBIDDEN)',
    },
    {
      name: 'offers a weak guess',
      says: ['something WEAK', '!Only ever linked to'],
      shows: 'Cause found: Only ever linked to',
    },
    {
      name: 'says so when the guess was wrong',
      says: ['something WEAK', '!Only ever linked to', 'not this'],
      shows: en.unknown.triedSummary,
    },
    { name: 'turns pages of answers', says: ['MANY', '!More …', '!Version 2107'], shows: 'Step 1 of 1' },
    { name: 'understands an answer on another page', says: ['MANY', 'version 2107'], shows: 'Step 1 of 1' },
  ])('$name', ({ says, shows }) => {
    const end = says.reduce(
      (talk, words) => (words.startsWith('!') ? talk.press(words.slice(1)) : talk.say(words)),
      conversation(),
    );
    expect(end.view?.summary).toBe(shows);
  });
});

describe('the cause', () => {
  const { view } = conversation().say(forbidden);

  test('comes with the decisive line and those beside it as they were pasted, the reason and the source', () => {
    expect(view?.parts).toContainEqual({
      kind: 'code',
      text: 'ERROR URL=https://gw/MP\n[CCMHTTP] ERROR INFO: StatusText= CONNECTOR_FORBIDDEN',
      caption: 'Line 2 of your paste, below the one before it',
    });
    const passages = passagesOf(view).join('\n');
    expect(passages).toContain('names CONNECTOR\\_FORBIDDEN');
    expect(passages).toContain('The certificate in the **binding** does not fit.');
    expect(passages).toContain('[Where it is written](https://example.com/gateway_%28cmg%29)');
    expect(passages).toContain('KB 4503442');
  });

  test('is shown once', () => {
    const later = conversation().say(forbidden).press('No').view;
    expect(passagesOf(later).join('\n')).not.toContain('does not fit.');
  });
});

test('what interrupts nothing is not announced', () => {
  const unknown = conversation().say('the printer is on fire');
  expect(passagesOf(unknown.say(forbidden).view)).not.toContain(en.notices.newCase);
  expect(passagesOf(conversation().say(forbidden).say('CN_INVALID is set').view)).toContain(en.notices.newCase);
});

test('the way back from the helpdesk leads to a repair only where there is one', () => {
  const handedOver = (paste: string) => conversation().say(paste).say('helpdesk').say('send');
  expect(labelsOf(handedOver(forbidden).view)[0]).toBe(en.choices.backToRepair);
  expect(labelsOf(handedOver('the printer is on fire').view)[0]).toBe(en.choices.back);
});

describe('how sure it is', () => {
  test.each([
    { confidence: 0.99, says: 'Almost certain: right in about 19 of 20 cases like this' },
    { confidence: 0.9, says: 'Very likely: right in about 9 of 10 cases like this' },
    { confidence: 0.7, says: 'Likely: right in about 7 of 10 cases like this' },
    { confidence: 0.4, says: 'Possible: right in about 4 of 10 cases like this' },
    { confidence: 0, says: 'Possible: right in about 1 of 10 cases like this' },
  ])('$confidence', ({ confidence, says }) => expect(en.cause.sureness(confidence)).toBe(says));

  test('is said with the cause, and not once it has been asked about', () => {
    const talk = conversation().say(forbidden);
    expect(passagesOf(talk.view).join('\n')).toMatch(/right in about/);
    expect(passagesOf(talk.press('No').view).join('\n')).not.toMatch(/right in about/);
  });
});

test('yes stands before no, whatever the article begins with', () => {
  expect(labelsOf(conversation().say(forbidden).view).slice(0, 3)).toEqual(['Yes', 'No', "Don't know"]);
});

describe('what fixed it is named in full', () => {
  const enhanced = 'The binding is wrong (CONNECTOR\\_FORBIDDEN)';
  const azure = 'The Azure name is asked for';
  test.each([
    {
      name: 'a variant',
      says: [forbidden, 'no', 'enhanced http', 'done', 'done', 'done', 'yes'],
      fixed: [`What fixed it: the repair of “${enhanced}”, all 3 steps (Enhanced HTTP).`],
    },
    {
      name: 'a step of it',
      says: [forbidden, 'no', 'enhanced http', 'done', 'works'],
      fixed: [
        `What fixed it: step 2 of 3 of the repair of “${enhanced}” (Enhanced HTTP):`,
        'Choose the SMS certificate.',
      ],
    },
    {
      name: 'the only way',
      says: ['CN_INVALID is set', 'no', 'steps', 'done', 'done', 'yes'],
      fixed: ['What fixed it: the repair of “The name is another”, all 2 steps.'],
    },
    {
      name: 'one of several',
      says: ['AZURE_NAME', 'yes', 'done', 'done', 'no', 'done', 'yes'],
      fixed: [`What fixed it: the repair of “${azure}”, its one step (Method 2).`],
    },
    {
      name: 'a workaround, told in prose',
      says: ['AZURE_NAME', 'yes', 'what else can I do', '!Workaround', 'works'],
      fixed: [`What fixed it: the workaround of “${azure}”, its one step.`],
    },
    { name: 'nothing the bot knows of', says: [forbidden, 'works'], fixed: [`The fault was: ${enhanced}`] },
  ])('$name', ({ says, fixed }) => {
    const { view } = says.reduce((talk, words) => talk.say(words), conversation());
    expect(passagesOf(view)).toEqual(['Glad it works', ...fixed, en.closed.next]);
    expect(view?.choices.map(({ style }) => style)).toEqual(['plain']);
  });
});

describe('where others read along, they see who', () => {
  const asked = conversation().as('Anna').say(forbidden);
  test.each([
    { name: 'answered', after: asked.press('No'), says: 'Anna answered: No' },
    { name: 'answered in words', after: asked.say('nope'), says: 'Anna answered: No' },
    { name: 'gave a value', after: asked.say('naming').say('A_b'), says: 'Anna answered: A\\_b' },
    { name: 'did a step', after: asked.press('No').press('HTTPS').press('Done'), says: 'Anna chose: Done' },
    { name: 'went back', after: asked.press('No').press('Back'), says: 'Anna chose: Back' },
    {
      name: 'has an odd name',
      after: asked.as('**B** [x](https://y)').press('No'),
      says: '\\*\\*B\\*\\* \\[x\\](https://y) answered: No',
    },
  ])('$name', ({ after, says }) => {
    expect(after.view?.parts[0]).toEqual({ kind: 'text', text: says, tone: 'quiet' });
  });

  test('and the bot says that it wants to be mentioned where it matters', () => {
    expect(passagesOf(asked.say('restart').view)).toContain(en.mention);
    expect(passagesOf(asked.say('naming').view)).toContain(`${en.ask.valueHint} ${en.mention}`);
    expect(passagesOf(asked.say('help').view)[0]).toContain(en.mention);
    expect(passagesOf(conversation().say('hello').view)).not.toContain(en.mention);
  });

  test('and nobody is named alone', () => {
    expect(passagesOf(conversation().say(forbidden).press('No').view).join()).not.toMatch(/answered|chose/);
  });
});

describe('a paste that has lost something on its way', () => {
  const world = { knowledge: fakeKnowledge, now, words: en, version: '1.0.0', redaction: { key: 'test' } };
  const hear = (text: string, incomplete: { readonly incomplete?: true }) =>
    advance(emptyDialog, { conversation: 'c', user: 'mia', event: { kind: 'message', text, ...incomplete } }, world);
  const passages = ({ effects }: ReturnType<typeof advance>) =>
    effects.flatMap((effect) => (effect.kind === 'show' ? passagesOf(effect.view) : []));

  test('is answered, and called incomplete', () => {
    const said = passages(hear(forbidden, { incomplete: true }));
    expect(said[0]).toBe(en.notices.incomplete);
    expect(said).toContain('The binding is wrong (CONNECTOR\\_FORBIDDEN)');
    expect(passages(hear(forbidden, {}))).not.toContain(en.notices.incomplete);
  });

  test('is told so together with what else is new', () => {
    const { dialog } = hear(forbidden, {});
    const event = { kind: 'message', text: 'CN_INVALID is set', incomplete: true } as const;
    const turn = advance(dialog, { conversation: 'c', user: 'mia', event }, world);
    expect(passages(turn)[0]).toBe(`${en.notices.newCase} ${en.notices.incomplete}`);
  });

  test('is no paste when it is a word', () => {
    expect(passages(hear('help', { incomplete: true }))).not.toContain(en.notices.incomplete);
  });
});

test('every rule that a value breaks is said', () => {
  const passages = passagesOf(conversation().say('naming').say('A_').view);
  expect(passages).toContain('It must have 3 to 24 characters.');
  expect(passages).toContain('Only lowercase letters and digits are allowed.');
});

test('a value that fits is told so', () => {
  expect(passagesOf(conversation().say('naming').say('contoso1').view)).toContain(en.leadIn.fits('contoso1'));
  expect(passagesOf(conversation().say('can I call it contoso1').view)).toContain(en.cause.valueFits('contoso1'));
});

test('what is not known still has its codes explained, and says what would help', () => {
  const { view } = conversation().say('Something failed with 0x80070005');
  expect(passagesOf(view)).toContain('0x80070005: E_ACCESSDENIED, Win32 5');
  expect(passagesOf(view)).toContain('Look into LocationServices.log on the client.');
  expect(labelsOf(view)).toContain(en.choices.helpdesk);
});

test('the helpdesk gets what was found, asked and done, without secrets', () => {
  const talk = conversation()
    .say(`${forbidden}\nuser CONTOSO\\mia password=Sommer2024!`)
    .press('No')
    .press('HTTPS')
    .press('Done')
    .press('Cannot do this')
    .press('Ask the helpdesk')
    .press('Send it');
  const packet = passagesOf(talk.view).find((passage) => passage.startsWith('Pastefix case')) ?? '';
  expect(packet).toContain('The binding is wrong (CONNECTOR_FORBIDDEN)');
  expect(packet).toContain('Which mode is it? HTTPS');
  expect(packet).toContain('1 of 2 steps done; cannot be done: step 2, Choose the PKI certificate.');
  expect(packet).toContain('user <user 1> password=<password 1>');
  expect(JSON.stringify(talk.dialog)).not.toMatch(/mia"?\b.*Sommer|Sommer2024/);
});

describe('buttons that are not on show', () => {
  const first = conversation().say(forbidden);
  const later = first.press('No').press('HTTPS');
  const done = later.choice('Done').action;

  test.each([
    { name: 'of an earlier moment', data: { action: first.choice('No').action } },
    { name: 'of another case', data: { action: { ...done, caseId: 'elsewhere' } } },
    { name: 'of a revision to come', data: { action: { ...done, revision: done.revision + 1 } } },
    { name: 'with an unknown verb', data: { action: { ...done, verb: 'delete-everything' } } },
    { name: 'with a foreign value', data: { action: { ...done, value: '17' } } },
    { name: 'with no action', data: {} },
    { name: 'with nothing', data: null },
    { name: 'with text', data: 'Done' },
    { name: 'with a prototype for a verb', data: { action: { ...done, verb: '__proto__' } } },
    { name: 'with the wrong types', data: { action: { ...done, revision: '3' } } },
  ])('$name change nothing and show where we are', ({ data }) => {
    const after = later.pressData(data);
    expect(after.dialog).toEqual(later.dialog);
    expect(after.view?.summary).toBe('Step 1 of 2');
    expect(after.view?.choices).toEqual(later.view?.choices);
    expect(after.view?.parts.length).toBeGreaterThan(later.view?.parts.length ?? 0);
  });

  test('without any case ask for the paste', () => {
    const after = conversation().pressData({ action: done });
    expect(after.dialog).toEqual(emptyDialog);
    expect(passagesOf(after.view)).toContain(en.notices.staleNoCase);
  });
});

test('a delivery counts once', () => {
  const world = { knowledge: fakeKnowledge, now, words: en, version: '1.0.0', redaction: { key: 'test' } };
  const event = { kind: 'message', text: forbidden } as const;
  const first = advance(emptyDialog, { conversation: 'c', user: 'mia', delivery: 'd1', event }, world);
  const again = advance(first.dialog, { conversation: 'c', user: 'mia', delivery: 'd1', event }, world);
  expect(again).toEqual({ dialog: first.dialog, effects: [] });
});

test('cases of different conversations have different ids', () => {
  const world = { knowledge: fakeKnowledge, now, words: en, version: '1.0.0', redaction: { key: 'test' } };
  const event = { kind: 'message', text: forbidden } as const;
  const ids = ['a', 'b'].map(
    (id) => advance(emptyDialog, { conversation: id, user: 'mia', event }, world).dialog.case?.id,
  );
  expect(new Set(ids).size).toBe(2);
});

test('anyone in the conversation may answer, and who did is kept', () => {
  const { dialog } = conversation().say(forbidden, 'mia').press('No', 'ben').press('HTTPS', 'mia');
  expect(dialog.case?.people).toEqual(['mia', 'ben']);
  expect(dialog.case?.told.map(({ by }) => by)).toEqual([1, 0]);
});

test('three misunderstandings in a row offer the helpdesk', () => {
  const step = conversation().say(forbidden).press('No').press('HTTPS');
  const puzzled = step.say('hm what').say('no I mean the thing');
  expect(labelsOf(puzzled.view)).not.toContain(en.choices.helpdesk);
  const lost = puzzled.say('are you even listening');
  expect(labelsOf(lost.view)).toContain(en.choices.helpdesk);
  expect(lost.press(en.choices.helpdesk).view?.summary).toBe(en.handOver.summary);
});

describe('effects', () => {
  test.each([
    {
      name: 'a resolved case names the step',
      ends: () => conversation().say(forbidden).press('No').press('HTTPS').press('Done').press('It works now'),
      outcome: { kind: 'resolved', issue: { article: 'gateway.md', issue: 'forbidden' }, repair: 'https', step: 2 },
    },
    {
      name: 'a case handed over',
      ends: () => conversation().say(forbidden).say('helpdesk').press('Send it'),
      outcome: { kind: 'handed-over', issue: { article: 'gateway.md', issue: 'forbidden' } },
    },
    {
      name: 'a case that others have long pushed aside',
      ends: () =>
        ['NO_REPAIR', 'MANY', 'error=LONE', 'AZURE_NAME', 'NO_REPAIR', 'naming'].reduce(
          (talk, paste) => talk.say(paste),
          conversation().say(forbidden),
        ),
      outcome: { kind: 'abandoned', issue: { article: 'gateway.md', issue: 'forbidden' } },
    },
    {
      name: 'a case that was paused long ago',
      ends: () =>
        ['NO_REPAIR', 'MANY', 'AZURE_NAME', 'NO_REPAIR', 'MANY'].reduce(
          (talk, paste) => talk.say(paste).say('pause'),
          conversation().say(forbidden).say('pause'),
        ),
      outcome: { kind: 'abandoned', issue: { article: 'gateway.md', issue: 'forbidden' } },
    },
  ])('$name', ({ ends, outcome }) => {
    expect(ends().effects.find(({ kind }) => kind === 'ended')).toMatchObject({ outcome });
  });

  test('whoever loses a case that is not finished is told which one', () => {
    const pastes = ['NO_REPAIR', 'MANY', 'AZURE_NAME', 'NO_REPAIR', 'MANY'];
    const full = pastes.reduce((talk, paste) => talk.say(paste).say('pause'), conversation());
    expect(passagesOf(full.say(forbidden).view).join()).not.toContain('make room');
    const over = full.say(forbidden).say('pause');
    expect(passagesOf(over.view)).toEqual([
      en.notices.paused,
      en.notices.dropped(['Known, but not repaired (The gateway)']),
    ]);
  });

  test('nobody is told of a case that had nothing in it, or was finished', () => {
    const solved = ['NO_REPAIR', 'MANY', 'AZURE_NAME', 'NO_REPAIR', 'MANY'].reduce(
      (talk, paste) => talk.say(paste).say('it works'),
      conversation(),
    );
    for (const talk of [solved.say(forbidden).say('pause'), conversation().say('what is 0x80070005').say('pause')])
      expect(passagesOf(talk.view)).toEqual([en.notices.paused]);
  });

  test('a solved case that is left is not abandoned', () => {
    const { effects } = conversation().say(forbidden).say('it works').say('NO_REPAIR');
    expect(effects.map(({ kind }) => kind)).toEqual(['opened', 'show']);
  });
});

describe('when the articles change under a case', () => {
  const step = conversation().say(forbidden).press('No').press('HTTPS').press('Done');
  const without = (id: string) =>
    knowledgeOf({ ...fakeArticle, issues: fakeArticle.issues.filter((it) => it.id !== id) });

  test('a case whose issue is gone says what is left', () => {
    expect(conversation(without('forbidden'), step.dialog).say('help').view?.summary).toBe(en.unknown.triedSummary);
  });

  test('a case whose repair is shorter now asks whether it helped', () => {
    const shorter = knowledgeOf({
      ...fakeArticle,
      issues: fakeArticle.issues.map((it) => (it.id === 'forbidden' ? { ...it, resolutions: [] } : it)),
    });
    expect(conversation(shorter, step.dialog).say('help').view?.choices).not.toEqual([]);
  });
});
