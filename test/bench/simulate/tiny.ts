// One fault, small enough to reckon with: two printers, each with its repair, and questions that tell.

import { type Plan, planOf } from '../../../bot/case/plan-of.js';
import { en } from '../../../bot/words/en.js';
import type { Answer, Article, Check, Issue, Lead, Resolution } from '../../../knowledge/index.js';
import { fakeArticle, issueOf, knowledgeOf, ref as refOf, steps, text } from '../../bot/fake-knowledge.js';

const answer = (label: string, leads: Lead): Answer => ({ label, text: '', leads });

/** Half a minute each. */
export const questions = {
  isIt: {
    kind: 'choice',
    id: 'paper',
    question: 'Is the paper in?',
    how: [],
    answers: [answer('Yes', { kind: 'confirms' }), answer('No', { kind: 'excludes' })],
  },
  which: {
    kind: 'choice',
    id: 'printer',
    question: 'Which printer is it?',
    how: [],
    answers: [
      answer('Old', { kind: 'resolution', ids: ['old'] }),
      answer('New', { kind: 'resolution', ids: ['new'] }),
      answer('Very new', { kind: 'resolution', ids: ['very-new'] }),
    ],
  },
  elsewhere: {
    kind: 'choice',
    id: 'cable',
    question: 'Is the cable out?',
    how: [],
    answers: [answer('Yes', { kind: 'issue', ref: refOf('cable') }), answer('No', { kind: 'confirms' })],
  },
} as const satisfies Record<string, Check>;

const repair = (id: string, minutes: number): Resolution => ({
  kind: 'variant',
  id,
  title: id,
  blocks: [steps(`Repair the ${id} one.`)],
  effort: { minutes, who: 'anyone', risk: 'none' },
});

/** The fake knowledge finds this one by AZURE_NAME. */
const printer: Issue = issueOf({
  id: 'azure-name',
  title: 'It does not print',
  causes: [text('It is broken.')],
  checks: Object.values(questions),
  resolutions: [repair('old', 30), repair('new', 10), repair('very-new', 5)],
});

const cable: Issue = issueOf({ id: 'cable', title: 'The cable is out', resolutions: [repair('put-in', 2)] });

const article: Article = { ...fakeArticle, issues: [printer, cable] };

export const knowledge = knowledgeOf(article);
export const paste = 'AZURE_NAME';
export const subject = { ref: refOf('azure-name'), issue: printer, pastes: [paste] };
export const ref = subject.ref;
export const other = refOf('cable');

export function planAt({ issue: id }: { readonly issue: string }): Plan | undefined {
  const issue = article.issues.find((it) => it.id === id);
  return issue === undefined ? undefined : planOf(issue, en.derivedChecks);
}
