// One Markdown document → one article with its issues, and what its author should mend.

import { posix } from 'node:path';
import { plainText } from '../inline-form.js';
import type { Article, Block, Issue, Lead, Problem } from '../model.js';
import { readAsides } from './asides.js';
import { splitFrontMatter } from './front-matter.js';
import { compileIssue, isMetadata, issueSections } from './issues.js';
import { withRepairsBelow } from './repairs-below.js';
import { readRoute, withStages } from './route.js';
import { readSections, type Section } from './sections.js';

export interface Compiled {
  readonly article: Article;
  /** In the order of their lines. */
  readonly problems: readonly Problem[];
}

/**
 * Compiles one document. Never throws: whatever is wrong with it is among the problems, and what can be found in it is
 * still found. A document without any text gives an article without issues and the problem `no-issue`.
 *
 * @param path Path below the folder of articles, with forward slashes; names the article.
 * @param markdown The whole file.
 */
export function compileArticle(path: string, markdown: string): Compiled {
  const problems: Problem[] = [];
  const report = (line: number, rule: string, message: string): void => {
    problems.push({ file: path, line, rule, message });
  };
  const { frontMatter, fault, bodyLine, body, lineOf } = splitFrontMatter(markdown.replace(/\r\n?/g, '\n'));
  if (fault !== undefined) report(1, 'front-matter', `mend the block between the --- lines: ${fault}`);
  const { root, inline } = readSections(body, bodyLine);
  const top = topOf(root);
  if (top.heading === '' && frontMatter.title === undefined)
    report(1, 'no-title', 'give the article a heading: # What it is about');
  const title = top.heading || frontMatter.title || posix.basename(path, '.md').replace(/[-_]+/g, ' ');

  const intro = top.blocks;
  const sections = issueSections(top);
  const ids = new Set(sections.map((section) => section.id || 'article'));
  const resolveLink = (href: string): Lead | undefined => leadTo(path, ids, href);
  const { issues, unknown } = withStages(
    sections.map((section) => compileIssue(section, { inline, title, resolveLink, report })).filter(isUseful),
    frontMatter.stage,
  );
  for (const id of unknown) report(lineOf(id), 'unknown-issue', `there is no issue \`${id}\` to give a stage to`);
  const { route, faults } = readRoute(frontMatter.route);
  for (const it of faults) report(lineOf('route'), 'bad-route', `mend the route: ${it}`);
  const harmless = readAsides(frontMatter.harmless, 'harmless');
  const consequences = readAsides(frontMatter.consequences, 'consequence');
  for (const it of harmless.faults) report(lineOf('harmless'), 'bad-harmless', `mend the harmless lines: ${it}`);
  for (const it of consequences.faults)
    report(lineOf('consequences'), 'bad-consequences', `mend the consequences: ${it}`);
  const asides = [...harmless.asides, ...consequences.asides];
  if (issues.length === 0)
    report(1, 'no-issue', 'there is no text to find this article by: write what people see and what to do');

  const sources = frontMatter.sources;
  const product = frontMatter.product ?? metadata(intro, /^(?:original product version|applies to):?\s*(.+)$/i);
  const kb = metadata(intro, /^original kb number:?\s*(.+)$/i);
  const url = frontMatter.url ?? sources[0]?.url;
  const article: Article = {
    path,
    title,
    summary: summaryOf(frontMatter.title, frontMatter.description, title, intro),
    ...(product === undefined ? {} : { product }),
    ...(frontMatter.updated === undefined ? {} : { updated: frontMatter.updated }),
    kbNumbers: [...frontMatter.kb, ...(kb?.match(/\d{5,8}/g) ?? [])],
    ...(url === undefined ? {} : { url }),
    sources,
    ...(route === undefined ? {} : { route }),
    ...(asides.length === 0 ? {} : { asides }),
    issues: withRepairsBelow(issues, title),
  };
  return { article, problems: problems.sort((a, b) => a.line - b.line) };
}

// The usual article has one level-1 heading over everything; others begin at once, or have several.
function topOf(root: Section): Section {
  const [only, ...more] = root.sections;
  if (more.length > 0 || only?.level !== 1) return root;
  return root.tokens.length === 0 ? only : only.with({ tokens: [...root.tokens, ...only.tokens] });
}

function leadTo(path: string, ids: ReadonlySet<string>, href: string): Lead | undefined {
  const [file = '', anchor = ''] = href.split('#');
  if (file === '') {
    const issue = anchor === '' || ids.has(anchor) ? anchor : undefined;
    return issue === undefined ? undefined : { kind: 'issue', ref: { article: path, issue } };
  }
  const article = posix.join(posix.dirname(path), decodeURI(file));
  return { kind: 'issue', ref: { article, issue: anchor } };
}

function metadata(intro: readonly Block[], pattern: RegExp): string | undefined {
  for (const block of intro) {
    if (!isMetadata(block) || block.kind !== 'text') continue;
    // Both facts may stand in one paragraph, its line break folded.
    for (const fact of plainText(block.text).split(/(?=original (?:product version|kb number))/i)) {
      const found = pattern.exec(fact.trim())?.[1]?.trim();
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function summaryOf(
  short: string | undefined,
  description: string | undefined,
  title: string,
  intro: readonly Block[],
): string {
  const prose = intro.flatMap((block) => (block.kind === 'text' && !isMetadata(block) ? [plainText(block.text)] : []));
  const parts = [short === title ? undefined : short, description, prose[0]];
  return [...new Set(parts.filter((part) => part !== undefined && part !== ''))].join('\n');
}

function isUseful(issue: Issue): boolean {
  return (
    [issue.symptoms, issue.causes, issue.workaround, issue.more].some((blocks) => blocks.length > 0) ||
    issue.resolutions.length > 0
  );
}
