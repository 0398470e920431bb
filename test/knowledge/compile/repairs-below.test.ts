import { expect, test } from '@jest/globals';
import { compileArticle } from '../../../knowledge/compile/index.js';

const opened = '# It broke\n\n## Summary\n\nYou may see:\n\n> It broke: 53\n\nSee the following sections.\n\n';

const repairsIn = (markdown: string) =>
  compileArticle('x.md', markdown).article.issues[0]?.resolutions.map(({ kind, id, title, from }) => ({
    kind,
    id,
    title,
    from: from?.id,
  }));

test.each([
  {
    name: 'one section',
    sections: '## The disk is full\n\nIt fills.\n\n### Resolution\n\n1. Free it.\n',
    repairs: [{ kind: 'only', id: 'resolution', title: '', from: 'the-disk-is-full' }],
  },
  {
    name: 'one section with a workaround',
    sections: '## The disk is full\n\n### Resolution\n\n1. Free it.\n\n### Workaround\n\nUse another.\n',
    repairs: [
      { kind: 'only', id: 'resolution', title: '', from: 'the-disk-is-full' },
      { kind: 'alternative', id: 'the-disk-is-full*workaround', title: '', from: 'the-disk-is-full' },
    ],
  },
  {
    name: 'one section that tells it in passing',
    sections: '## More information\n\nIt fills. To work around this, free it.\n',
    repairs: [{ kind: 'only', id: 'more-information', title: '', from: 'more-information' }],
  },
  {
    name: 'scenarios',
    sections: '## Scenario 1: A full disk\n\nRestart the disk.\n\n## Scenario 2: An old driver\n\nUpdate the driver.\n',
    repairs: [
      {
        kind: 'variant',
        id: 'scenario-1-a-full-disk',
        title: 'Scenario 1: A full disk',
        from: 'scenario-1-a-full-disk',
      },
      {
        kind: 'variant',
        id: 'scenario-2-an-old-driver',
        title: 'Scenario 2: An old driver',
        from: 'scenario-2-an-old-driver',
      },
    ],
  },
  {
    name: 'a scenario with several ways',
    sections:
      '## A full disk\n\n### Resolution\n\n#### Method 1: Free it\n\n1. Free.\n\n#### Method 2: Replace it\n\n1. Replace.\n\n## An old driver\n\nUpdate it.\n',
    repairs: [
      { kind: 'variant', id: 'method-1-free-it', title: 'Method 1: Free it', from: 'a-full-disk' },
      { kind: 'variant', id: 'method-2-replace-it', title: 'Method 2: Replace it', from: 'a-full-disk' },
      { kind: 'variant', id: 'an-old-driver', title: 'An old driver', from: 'an-old-driver' },
    ],
  },
  {
    name: 'things to try',
    sections:
      '## Restart the service\n\nRestart it.\n\n## Renew the certificate\n\nRenew it.\n\n## Open the port\n\nOpen it.\n',
    repairs: [
      { kind: 'alternative', id: 'restart-the-service', title: 'Restart the service', from: 'restart-the-service' },
      {
        kind: 'alternative',
        id: 'renew-the-certificate',
        title: 'Renew the certificate',
        from: 'renew-the-certificate',
      },
      { kind: 'alternative', id: 'open-the-port', title: 'Open the port', from: 'open-the-port' },
    ],
  },
  {
    name: 'steps',
    sections: '## Step 1: Look\n\nOpen the log.\n\n## Step 2: Mend\n\nRestart it.\n',
    repairs: [{ kind: 'only', id: 'step-1-look', title: '', from: 'step-1-look' }],
  },
])('an article that opens without a repair has those of its sections: $name', ({ sections, repairs }) =>
  expect(repairsIn(opened + sections)).toEqual(repairs),
);

test.each([
  { why: 'it has a repair itself', markdown: `${opened}Restart the service.\n\n## An old driver\n\nUpdate it.\n` },
  {
    why: 'its first section is about something of its own',
    markdown: '# FAQ\n\n## Is it slow?\n\nIt is.\n\n## Is it broken?\n\nRestart it.\n',
  },
  { why: 'no section has one', markdown: `${opened}## Background\n\nDisks fill.\n` },
  {
    why: 'it has more sections than are about one fault',
    markdown: opened + Array.from({ length: 13 }, (_, at) => `## Message ${at}\n\nRestart it.\n\n`).join(''),
  },
])('and none of them where $why', ({ markdown }) => expect(repairsIn(markdown)).toEqual([]));
