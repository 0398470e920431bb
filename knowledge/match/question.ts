// What to ask when several issues fit, computed from how they differ; and what is missing when none does.

import { plainText } from '../compile/index.js';
import type { DecodedCode } from '../diagnosis.js';
import type { ArticleInfo, Block, Issue } from '../model.js';
import { tidyName } from './symbols.js';

interface Known {
  readonly article: ArticleInfo;
  readonly issue: Issue;
}

/**
 * @param candidates The likely issues, best first; at least one.
 * @param paste What was pasted: nothing that it shows is asked.
 */
export function questionBetween(candidates: readonly Known[], paste: string): string {
  const [first, ...others] = candidates;
  if (first === undefined) throw new Error('there is nothing to ask about');
  const second = others[0];
  if (second === undefined) return `Is this what you see: ${first.issue.title}?`;
  return (
    authoredQuestion(candidates) ??
    differing('Which log does this come from', logFiles(first), logFiles(second), paste) ??
    differing('Which product is this about', productOf(first), productOf(second), paste) ??
    telltale(first, second, paste) ??
    `Which is closer to what you see: “${first.issue.title}” or “${second.issue.title}”?`
  );
}

/** @param codes Everything decoded in the paste. */
export function missingFact(paste: string, codes: readonly DecodedCode[]): string {
  if (paste.trim() === '') return 'The message is empty. Paste the log lines around the error, or the error code.';
  const words = paste.split(/\s+/).length;
  const known = codes.find((code) => code.names.length > 0);
  if (known !== undefined && words < 40) {
    return `No article explains ${known.text} on its own. Paste the lines around it, and say which program or log they come from.`;
  }
  if (codes.length === 0 && words < 12) {
    return 'No article matches these words. Paste the exact error message or the log lines around it.';
  }
  return 'No article explains this. Paste the first line that reports an error, with a few lines before it, and say which product and log it comes from.';
}

// An author's question whose answers lead from one candidate to another says more than anything computed.
function authoredQuestion(candidates: readonly Known[]): string | undefined {
  for (const one of candidates) {
    for (const check of one.issue.checks) {
      if (check.kind !== 'choice') continue;
      const leads = check.answers.some(
        ({ leads }) =>
          leads.kind === 'issue' &&
          candidates.some(
            (other) => other !== one && other.article.path === leads.ref.article && other.issue.id === leads.ref.issue,
          ),
      );
      if (leads) return check.question;
    }
  }
  return undefined;
}

function differing(
  question: string,
  one: readonly string[],
  other: readonly string[],
  paste: string,
): string | undefined {
  const mine = one.find((name) => !other.includes(name));
  const theirs = other.find((name) => !one.includes(name));
  if (mine === undefined || theirs === undefined) return undefined;
  const shown = [mine, theirs].some((name) => paste.toLowerCase().includes(name.toLowerCase()));
  return shown ? undefined : `${question}: ${mine} or ${theirs}?`;
}

function logFiles({ issue }: Known): string[] {
  const names = blocksWithin(issue.symptoms).flatMap((block) =>
    block.kind === 'log' && block.file !== undefined ? [block.file] : [],
  );
  return [...new Set(names)];
}

function productOf({ article }: Known): string[] {
  return article.product === undefined ? [] : [article.product];
}

/** A name that one issue's symptoms show and the other's do not. */
function telltale(first: Known, second: Known, paste: string): string | undefined {
  const mine = symbolsIn(first);
  const theirs = symbolsIn(second);
  const seen = paste.toLowerCase();
  const ask = [...mine].find((name) => !theirs.has(name) && !seen.includes(name.toLowerCase()));
  const other = [...theirs].find((name) => !mine.has(name) && !seen.includes(name.toLowerCase()));
  const name = ask ?? other;
  return name === undefined ? undefined : `Do you also see ${name} in the log?`;
}

function symbolsIn({ issue }: Known): Set<string> {
  const texts = blocksWithin(issue.symptoms).map((block) =>
    block.kind === 'log' || block.kind === 'text' ? plainText(block.text) : '',
  );
  return new Set(texts.flatMap((text) => text.match(/\b[A-Za-z]\w*_\w+\b/g) ?? []).map(tidyName));
}

function blocksWithin(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'list':
        return block.items.flatMap((item) => [
          { kind: 'text', text: item.text } as const,
          ...blocksWithin(item.blocks),
        ]);
      case 'note':
        return blocksWithin(block.blocks);
      default:
        return [block];
    }
  });
}
