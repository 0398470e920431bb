// Words that people get when something does not go as they expect.

import { describe, expect, test } from '@jest/globals';
import { en } from '../../bot/words/en.js';
import { knowledge as shipped } from '../knowledge/shipped.js';
import { conversation, labelsOf, passagesOf } from './conversation.js';
import { fakeArticle, knowledgeOf } from './fake-knowledge.js';

const forbidden = 'CONNECTOR_FORBIDDEN';

describe('a word that fits nothing here', () => {
  test.each([
    { name: 'is not called misunderstood', says: ['done'], told: en.notices.notHere },
    { name: 'nor is a number of no button', says: ['7'], told: en.notices.noSuchNumber },
    { name: 'counts all the same', says: ['done', '7', 'send it'], told: en.notices.lost },
    { name: 'other than talk', says: ['what do you mean by that'], told: en.notices.misunderstood },
  ])('$name', ({ says, told }) => {
    const talk = says.reduce((it, words) => it.say(words), conversation().say(forbidden));
    expect(passagesOf(talk.view)[0]).toBe(told);
  });
});

describe('who could do a step', () => {
  const by = (who: 'anyone' | 'administrator' | 'specialist') =>
    knowledgeOf({
      ...fakeArticle,
      issues: fakeArticle.issues.map((issue) => ({
        ...issue,
        resolutions: issue.resolutions.map((it) => ({ ...it, effort: { minutes: 20, who, risk: 'none' as const } })),
      })),
    });
  test.each(['anyone', 'administrator', 'specialist'] as const)('%s', (who) => {
    const asked = ['no', 'https', 'no rights'].reduce(
      (it, words) => it.say(words),
      conversation(by(who)).say(forbidden),
    );
    expect(asked.view?.summary).toBe(en.blocked.summary);
    expect(passagesOf(asked.view)).toContain(`${en.blocked.who[who]} ${en.blocked.text}`);
  });
});

describe('whether there is more to try', () => {
  const verifying = (...says: readonly string[]) => says.reduce((it, words) => it.say(words), conversation());
  const known = ['AZURE_NAME', 'yes', 'done', 'done'];
  const answered = [forbidden, 'no', 'https', 'done', 'done'];

  test('is held out where it comes next', () => {
    expect(passagesOf(verifying(...known).view)).toContain(en.verify.others);
    expect(verifying(...known, 'no').view?.summary).toBe('Step 1 of 1');
  });

  test('and not where what is left does not fit', () => {
    expect(passagesOf(verifying(...answered).view)).not.toContain(en.verify.others);
    const { view } = verifying(...answered, 'no', 'https');
    expect(view?.summary).toBe(en.unknown.triedSummary);
    expect(passagesOf(view)).toContain(en.unknown.waysLeft);
    expect(labelsOf(view)).toContain(en.choices.otherWays);
  });
});

describe('of all that can be done', () => {
  const many = knowledgeOf({
    ...fakeArticle,
    issues: fakeArticle.issues.map((issue) =>
      issue.id !== 'forbidden'
        ? issue
        : {
            ...issue,
            checks: ['first', 'second', 'third', 'fourth'].map((id) => ({
              kind: 'choice' as const,
              id,
              question: `Is the ${id} right?`,
              how: [],
              answers: [
                { label: 'No', text: '', leads: { kind: 'confirms' as const } },
                { label: 'Yes', text: '', leads: { kind: 'excludes' as const } },
              ],
            })),
          },
    ),
  });

  test('two questions are shown, and every repair', () => {
    const labels = labelsOf(conversation(many).say(forbidden).say('other ways').view);
    expect(labels.filter((label) => label.endsWith('?'))).toHaveLength(2);
    expect(labels).toEqual(expect.arrayContaining(['Enhanced HTTP', 'HTTPS', en.choices.helpdesk]));
  });
});

test('a question between several causes says that it tells them apart', () => {
  const { view } = conversation().say('CN_INVALID is set');
  expect(passagesOf(view)).toContain(en.whyAsk({ kind: 'tells-apart', what: 'causes', count: 2 }));
});

describe('why a repair comes first', () => {
  const withEfforts = (...minutes: readonly number[]) =>
    knowledgeOf({
      ...fakeArticle,
      issues: fakeArticle.issues.map((issue) => ({
        ...issue,
        checks: issue.id === 'azure-name' ? [] : issue.checks,
        workaround: [],
        resolutions: issue.resolutions.map((it, at) => ({
          ...it,
          effort: { minutes: minutes[at] ?? 1, who: 'anyone' as const, risk: 'none' as const },
        })),
      })),
    });
  test.each([
    { name: 'quick to try', minutes: [50, 5], says: /“Method 2”: 1 step, about 5 minutes\. It is quick to try\.$/ },
    {
      name: 'likeliest',
      minutes: [5, 5],
      says: /“Method 1”: 2 steps, about 5 minutes\. It is the most likely to help\.$/,
    },
  ])('$name', ({ minutes, says }) => {
    expect(passagesOf(conversation(withEfforts(...minutes)).say('AZURE_NAME').view)).toContainEqual(
      expect.stringMatching(says),
    );
  });
});

test('what differs between causes to choose from is a hint, not a second question', () => {
  const { view } = conversation().say('CN_INVALID is set').say('idk').say('not sure');
  expect(passagesOf(view)).toContain(en.choose.hint('What does the URL show?'));
});

test('a code in lines that say nothing else is explained all the same', () => {
  const { view } = conversation().say('CONNECTOR_FORBIDDEN').say('and now 0x80070005 as well');
  expect(passagesOf(view)[0]).toBe(
    `${en.notices.silentLines} ${en.notices.codeMeans('0x80070005', 'E\\_ACCESSDENIED')}`,
  );
});

test('a number right after a list is never a button of the moment before', () => {
  const list = conversation().say('CONNECTOR_FORBIDDEN').say('my cases');
  expect(labelsOf(list.view)).toEqual([en.cases.goOn]);
  const missed = list.say('2');
  expect(passagesOf(missed.view)).toEqual([en.notices.noSuchNumber]);
  expect(missed.dialog.case).toEqual(list.dialog.case);
  // The list is still what numbers are about.
  expect(missed.say('1').view?.summary).toMatch(/^Cause found/);
});

test('what the paste answers is said, with the answer', () => {
  const { view } = conversation().say(`${forbidden} mode: enhanced`);
  expect(passagesOf(view)).toContain(en.cause.answersShown('Which mode is it?', 'Enhanced HTTP'));
  expect(passagesOf(conversation().say(forbidden).view).join()).not.toContain('Answered by your paste');
});

describe('a workaround that comes first is called one, and leaves the fault itself', () => {
  const effort = { minutes: 5, who: 'anyone', risk: 'none' } as const;
  test.each([
    { ways: 1, title: '', stays: true, says: 'There is a workaround (the fault itself stays)' },
    { ways: 1, title: '', stays: false, says: 'There is a repair:' },
    { ways: 2, title: '', stays: true, says: 'I would begin with a workaround (the fault itself stays)' },
    { ways: 2, title: 'Method 1', stays: true, says: 'begin with “Method 1”, a workaround (the fault itself stays)' },
    { ways: 2, title: 'Method 1', stays: false, says: 'There are 2 ways to repair it. I would begin with “Method 1”:' },
  ])('$ways $title $stays', ({ ways, says, ...first }) => {
    expect(en.cause.ready(ways, first, 1, effort)).toContain(says);
  });
});

test.each([
  { says: ['CN_INVALID is set', 'no'], named: ['Repair'] },
  { says: ['AZURE_NAME', 'yes'], named: ['Method 1', 'Method 2', 'Workaround'] },
])('other ways are called what they are: $named', ({ says, named }) => {
  const talk = [...says, 'what else can I do'].reduce((it, words) => it.say(words), conversation());
  expect(labelsOf(talk.view)).toEqual(expect.arrayContaining(named));
});

test('whoever has worked on a fault is not asked whether it is what they see, nor told of it as a guess', () => {
  const says = ['[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden', '!Enhanced HTTP', 'tried'];
  const talk = says.reduce((it, words) => it.say(words), conversation(shipped));
  expect(talk.view?.summary).toBe(en.unknown.triedSummary);
  expect(labelsOf(talk.view).join('\n')).not.toMatch(/The IIS binding/);
});
