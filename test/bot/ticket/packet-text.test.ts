import { describe, expect, test } from '@jest/globals';
import { Lexer } from 'marked';
import type { EvidencePacket } from '../../../bot/ticket/evidence-packet.js';
import { packetMarkdown, packetParts, packetPlainText } from '../../../bot/ticket/packet-text.js';
import { en } from '../../../bot/words/en.js';

const packet: EvidencePacket = {
  format: 'pastefix-evidence',
  version: 1,
  case: 'aB_c',
  openedAt: '2026-03-01T09:00:00.000Z',
  writtenAt: '2026-03-01T09:30:00.000Z',
  versions: { bot: '1.0.0', knowledge: '0123' },
  verdict: 'match',
  pastes: [
    { text: '  Error 403\n```\n# not a heading', whole: true },
    { text: 'again', whole: false },
  ],
  codes: [{ text: '-2147024891', value: '0x80070005', names: ['E_ACCESSDENIED'] }],
  causes: [
    {
      article: 'gateway.md',
      issue: 'forbidden',
      title: 'The binding is wrong',
      url: 'https://example.com/a_(b)#forbidden',
      sources: [],
      confidence: 0.9,
      likely: 0.6,
      ruledOut: false,
      evidence: [{ line: 1, text: 'Error 403 <b>*x*</b> @ops', why: 'names 403' }],
    },
    {
      article: 'gateway.md',
      issue: 'other',
      title: 'Something else',
      sources: [],
      confidence: 0.2,
      likely: 0,
      ruledOut: true,
      evidence: [],
    },
  ],
  answers: [{ question: 'Which mode?', answer: null }],
  tried: [
    {
      article: 'gateway.md',
      issue: 'forbidden',
      repair: 'https',
      title: 'HTTPS',
      steps: 3,
      done: 1,
      leftOut: [2],
      stuckAt: { step: 3, text: 'Restart.' },
      outcome: 'not helped',
    },
  ],
  untried: [],
  timeline: [{ at: '2026-03-01T09:10:00.000Z', what: 'did 1 step' }],
  askFirst: 'Who can restart it?',
};

test('as plain text', () => {
  expect(packetPlainText(packet)).toBe(
    `Pastefix case aB_c, opened 2026-03-01 09:00 UTC

Diagnosis:
- The binding is wrong (90 % sure at first, 60 % likely by now)
  Article: https://example.com/a_%28b%29#forbidden

Ask first:
- Who can restart it?

Evidence:
- line 1: Error 403 <b>*x*</b> @ops
  names 403

Codes:
- -2147024891 = 0x80070005, E_ACCESSDENIED

Answers:
- Which mode? does not know

Done so far:
- HTTPS: 1 of 3 steps done; left out: step 2; cannot be done: step 3, Restart.; did not help

Ruled out:
- Something else
  gateway.md#other

Time line:
- 2026-03-01 09:10 UTC: did 1 step

What was pasted (masked):
Error 403
\`\`\`
# not a heading

Lines pasted later (masked):
again
[cut here]

Versions:
- Pastefix 1.0.0, knowledge 0123`,
  );
});

describe('how sure it is', () => {
  const causes = packet.causes.map((cause, at) => ({
    ...cause,
    ruledOut: false,
    ...(at === 0 ? { confidence: 0.98, likely: 0.78 } : { confidence: 0.93, likely: 0.001 }),
  }));
  const untold = { ...packet, answers: [], tried: [], timeline: packet.timeline.slice(0, 1) };
  const sureties = (it: EvidencePacket): readonly string[] =>
    [...packetPlainText({ ...it, causes }).matchAll(/\(([^()]*(?:sure|likely)[^()]*)\)/g)].map(([, text = '']) => text);

  test.each([
    { name: 'before anything is told', it: untold, says: ['98 % sure', 'less than 1 % likely'] },
    {
      name: 'of several, before anything is told',
      it: { ...untold, verdict: 'ambiguous' as const },
      says: ['78 % likely', 'less than 1 % likely'],
    },
    {
      name: 'after an answer',
      it: packet,
      says: ['98 % sure at first, 78 % likely by now', '93 % sure at first, less than 1 % likely by now'],
    },
  ])('$name', ({ it, says }) => expect(sureties(it)).toEqual(says));
});

describe('as Markdown', () => {
  const tokens = new Lexer().lex(packetMarkdown(packet));

  test('it has one heading a section, and what was pasted in fences that nothing in it ends', () => {
    const headings = tokens.flatMap((token) => (token.type === 'heading' ? [token['text']] : []));
    expect(headings).toEqual([
      'Pastefix case aB\\_c, opened 2026-03-01 09:00 UTC',
      en.packet.diagnosis,
      en.packet.askFirst,
      en.packet.evidence,
      en.packet.codes,
      en.packet.answers,
      en.packet.tried,
      en.packet.ruledOut,
      en.packet.timeline,
      en.packet.paste,
      en.packet.added,
      en.packet.versions,
    ]);
    const code = tokens.flatMap((token) => (token.type === 'code' ? [token['text']] : []));
    expect(code).toEqual(['Error 403\n```\n# not a heading', 'again']);
  });

  test('it holds no HTML, and calls nobody by name', () => {
    const markdown = packetMarkdown(packet);
    expect(markdown).toContain('line 1: Error 403 &lt;b&gt;\\*x\\*&lt;/b&gt; @\u2060ops');
    expect(markdown.replace(/```[\s\S]*?````/g, '')).not.toMatch(/<\w|@\w/);
  });

  test('links lead to the section', () => {
    expect(packetMarkdown(packet)).toContain('[Article](https://example.com/a_%28b%29#forbidden)');
  });
});

test('as parts of a view, in the same order', () => {
  const parts = packetParts(packet, en);
  expect(parts[0]).toEqual({ kind: 'title', text: 'Pastefix case aB\\_c, opened 2026-03-01 09:00 UTC' });
  expect(parts.filter(({ kind }) => kind === 'code')).toEqual([
    { kind: 'code', text: 'Error 403\n```\n# not a heading', caption: en.packet.paste },
    { kind: 'code', text: `again\n${en.packet.cut}`, caption: en.packet.added },
  ]);
  expect(parts).toContainEqual({
    kind: 'list',
    ordered: false,
    items: ['line 1: Error 403 <b>\\*x\\*</b> @ops\nnames 403'],
  });
});
