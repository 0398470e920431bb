import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileArticle, portionOf } from '../../knowledge/compile/index.js';
import { type Article, answerObject, type Knowledge, openSnapshot, SnapshotError } from '../../knowledge/index.js';
import { createKnowledge, SnapshotBuilder } from '../../knowledge/indexing/index.js';

const articleOf = (path: string, code: string, name: string): Article =>
  compileArticle(
    path,
    `# The gateway reports ${name}\n\n## Symptoms\n\n    Gateway failed with ${code}: ${name}\n\n## Cause\n\nThe ${name} setting is wrong.\n\n## Resolution\n\n1. Correct it.\n`,
  ).article;

const articles = [
  articleOf('one.md', '0x80072f8f', 'CertificateInvalid'),
  articleOf('two.md', '0x80070005', 'AccessDenied_ÄÖ'),
  articleOf('deep/three.md', '0x87d00231', 'TransientError'),
];
const pastes = ['Gateway failed with -2147012721', 'AccessDenied_ÄÖ', 'TransientEror', 'the printer is on fire', ''];

const snapshotOf = (...parts: readonly (readonly Article[])[]): Uint8Array => {
  const builder = new SnapshotBuilder();
  for (const part of parts) builder.add(portionOf(part));
  return builder.finish();
};
const answersOf = (knowledge: Knowledge): unknown => [
  knowledge.version,
  knowledge.articleCount,
  knowledge.issueCount,
  pastes.map((paste) => answerObject('x', knowledge.diagnose(paste))),
];
const codeOf = (bytes: Uint8Array): string => {
  try {
    openSnapshot(bytes);
    return 'opened';
  } catch (error) {
    return error instanceof SnapshotError ? error.code : String(error);
  }
};

const snapshot = snapshotOf(articles);

describe('a snapshot', () => {
  test('answers as its articles do', () => {
    const opened = openSnapshot(snapshot);
    expect(answersOf(opened)).toEqual(answersOf(createKnowledge(articles)));
    expect(opened.diagnose(pastes[0] ?? '').candidates[0]?.article.path).toBe('one.md');
    expect(opened.diagnose(pastes[2] ?? '').candidates[0]?.article.path).toBe('deep/three.md');
  });

  test('holds every article and issue as it was', () => {
    const opened = openSnapshot(snapshot);
    for (const { issues, ...article } of articles) {
      for (const issue of issues) {
        expect(opened.find({ article: article.path, issue: issue.id })).toEqual({ article, issue });
      }
    }
    expect(opened.find({ article: 'one.md', issue: 'none' })).toBeUndefined();
    expect(opened.find({ article: 'none.md', issue: 'article' })).toBeUndefined();
  });

  test('is the same bytes however its articles are divided', () => {
    const [one, two, three] = articles.map((article) => [article]);
    expect(snapshotOf(one ?? [], two ?? [], three ?? [])).toEqual(snapshot);
    expect(snapshotOf([], articles.slice(0, 2), [], articles.slice(2))).toEqual(snapshot);
  });

  test('opens wherever it lies in memory', () => {
    const pool = new Uint8Array(snapshot.length + 3);
    pool.set(snapshot, 3);
    expect(answersOf(openSnapshot(pool.subarray(3)))).toEqual(answersOf(openSnapshot(snapshot)));
  });

  test('of other articles has another version', () => {
    const versions = [articles, articles.slice(1), [...articles].reverse()].map(
      (some) => createKnowledge(some).version,
    );
    expect(new Set(versions).size).toBe(3);
  });

  test('of no articles knows nothing', () => {
    for (const bytes of [snapshotOf(), snapshotOf([])]) {
      const empty = openSnapshot(bytes);
      expect([empty.articleCount, empty.issueCount]).toEqual([0, 0]);
      for (const paste of pastes) expect(empty.diagnose(paste)).toMatchObject({ verdict: 'none', candidates: [] });
      expect(empty.find({ article: 'one.md', issue: 'article' })).toBeUndefined();
    }
  });

  test('finds the first of two articles of one name', () => {
    const twice = [
      articleOf('same.md', '0x80072f8f', 'CertificateInvalid'),
      articleOf('same.md', '0x80070005', 'Denied'),
    ];
    const issue = twice[0]?.issues[0]?.id ?? '';
    expect(createKnowledge(twice).find({ article: 'same.md', issue })?.article.title).toBe(twice[0]?.title);
  });
});

describe('what is no snapshot is refused', () => {
  const changed = (at: number, value: number): Uint8Array => snapshot.with(at, value);

  test.each<[name: string, bytes: Uint8Array, code: string]>([
    ['as it was written', snapshot, 'opened'],
    ['nothing', new Uint8Array(0), 'foreign'],
    ['another file', new TextEncoder().encode('# An article\n\nThat is long enough for a header.'), 'foreign'],
    ['an older version', changed(8, (snapshot[8] ?? 0) - 1), 'outdated'],
    ['a newer version', changed(8, (snapshot[8] ?? 0) + 1), 'outdated'],
    ['more behind it', new Uint8Array([...snapshot, 0]), 'damaged'],
  ])('%s', (_, bytes, code) => expect(codeOf(bytes)).toBe(code));

  test('cut off anywhere', () => {
    const lengths = fc.integer({ min: 1, max: snapshot.length - 1 });
    fc.assert(fc.property(lengths, (length) => codeOf(snapshot.slice(0, length)) === 'damaged'));
  });

  test('a bit changed anywhere behind the version', () => {
    const places = fc.tuple(fc.integer({ min: 12, max: snapshot.length - 1 }), fc.integer({ min: 0, max: 7 }));
    const flipped = ([at, bit]: readonly [number, number]): Uint8Array => changed(at, (snapshot[at] ?? 0) ^ (1 << bit));
    fc.assert(fc.property(places, (place) => codeOf(flipped(place)) === 'damaged'));
  });
});
