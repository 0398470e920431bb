import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { draftArticle } from '../../../bot/ticket/draft-article.js';
import type { EvidencePacket } from '../../../bot/ticket/evidence-packet.js';
import type { Ticket } from '../../../bot/ticket/ticket.js';
import { compileArticle } from '../../../knowledge/compile/index.js';
import { checkReferences, createKnowledge } from '../../../knowledge/indexing/index.js';
import { articles } from '../../knowledge/shipped.js';
import { aTicket } from './a-ticket.js';

const paste = `2026-03-01 09:12:44 Begin sync of partner catalog
2026-03-01 09:12:45 ERROR: PartnerCatalogSync: signature of feed "Contoso drivers" expired, hr=0x80096004
2026-03-01 09:12:46 Sync ended`;

function resolvedWith(
  text: string,
  packet: Partial<EvidencePacket> = {},
  summary = 'Partner catalogs do not sync',
): Ticket {
  const ticket = aTicket({ number: 41, summary, history: [{ kind: 'resolved', text }] });
  return { ...ticket, packet: { ...ticket.packet, pastes: [{ text: paste, whole: true }], ...packet } };
}

function compiledFrom(ticket: Ticket) {
  const draft = draftArticle(ticket) ?? '';
  const compiled = compileArticle('drafts/ticket-41.md', draft);
  return { ...compiled, problems: [...compiled.problems, ...checkReferences([compiled.article])] };
}

test('as it reads', () => {
  const codes = [{ text: '0x80096004', value: '0x80096004', names: ['TRUST_E_CERT_SIGNATURE'] }];
  expect(draftArticle(resolvedWith('1. Import the new certificate.\n2. Start the sync.', { codes }))).toBe(`---
title: "Partner catalogs do not sync"
product: "Configuration Manager"
updated: 2026-11-21
---

# Partner catalogs do not sync

Draft from ticket 41, resolved on 2026-11-21. To be reviewed: say in a sentence or two what this is about.

## Symptoms

This is what the log shows:

\`\`\`
2026-03-01 09:12:45 ERROR: PartnerCatalogSync: signature of feed "Contoso drivers" expired, hr=0x80096004
\`\`\`

- 0x80096004, TRUST\\_E\\_CERT\\_SIGNATURE

## Cause

To be completed by the reviewer: why it happens.

## Resolution

1. Import the new certificate.
2. Start the sync.

## Samples

\`\`\`
${paste}
\`\`\`
`);
});

describe('it is an article', () => {
  test('without problems, with the steps that the expert wrote', () => {
    const { article, problems } = compiledFrom(resolvedWith('Import the new certificate. Then start the sync.'));
    expect(problems).toEqual([]);
    const [issue, ...others] = article.issues;
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ kind: 'fault', title: 'Partner catalogs do not sync' });
    const [list] = issue?.resolutions[0]?.blocks ?? [];
    expect(list).toMatchObject({
      kind: 'list',
      items: [{ text: 'Import the new certificate.' }, { text: 'Then start the sync.' }],
    });
  });

  test.each([
    { name: 'alone', others: [] },
    { name: 'among those that Pastefix ships with', others: articles },
  ])('that its own sample finds, $name', ({ others }) => {
    const { article } = compiledFrom(resolvedWith('Import the new certificate.'));
    const found = createKnowledge([...others, article]).diagnose(article.issues[0]?.samples[0] ?? '');
    expect(found.candidates[0]?.article.path).toBe('drafts/ticket-41.md');
    expect(found.verdict).toBe('match');
  });

  test('whatever people wrote and pasted', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
    const lines = fc.array(fc.oneof(words, fc.constantFrom('```', '---', '# x', '## Cause', '- x', '<b>', '\\')), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(words, lines, lines, (summary, said, pasted) => {
        const text = pasted.join('\n');
        fc.pre(text.trim() !== '' && said.join('').trim() !== '');
        const { article, problems } = compiledFrom(
          resolvedWith(said.join('\n'), { pastes: [{ text, whole: true }] }, summary),
        );
        expect(problems).toEqual([]);
        expect(article.issues).toHaveLength(1);
        expect(article.issues[0]?.samples).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});

test.each([
  ['nobody has said what fixed it', aTicket()],
  [
    'it was reopened, since that did not last',
    aTicket({
      history: [
        { kind: 'resolved', text: 'Restarted it.' },
        { kind: 'reopened', text: 'It is back.' },
        { kind: 'closed' },
      ],
    }),
  ],
  ['nothing was pasted', resolvedWith('Restarted it.', { pastes: [] })],
])('there is none where %s', (_why, ticket) => {
  expect(draftArticle(ticket)).toBeUndefined();
});
