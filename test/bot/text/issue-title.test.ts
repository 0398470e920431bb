import { expect, test } from '@jest/globals';
import { issueTitle } from '../../../bot/text/issue-title.js';
import { fakeArticle, issueOf } from '../fake-knowledge.js';

test.each([
  { heading: 'Common issues', title: 'Common issues (Devices do not enroll)' },
  { heading: 'The enrollment service cannot be reached', title: 'The enrollment service cannot be reached' },
  { heading: 'Devices do not enroll', title: 'Devices do not enroll' },
])('“$heading” is called “$title”', ({ heading, title }) =>
  expect(
    issueTitle({
      article: { ...fakeArticle, title: 'Devices do not enroll' },
      issue: issueOf({ id: 'a', title: heading }),
    }),
  ).toBe(title),
);
