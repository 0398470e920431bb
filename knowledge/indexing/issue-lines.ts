// An issue as the index reads it: its lines, each with the part of the issue it stands in.

import { plainText } from '../inline-form.js';
import { Zone } from '../match/zones.js';
import type { Article, Block, Issue } from '../model.js';

/** Called for each line, in the order of the issue. */
export type EmitLine = (line: string, zone: Zone, isMessage?: boolean) => void;

export function linesOf(article: Article, issue: Issue, emit: EmitLine): void {
  const [own, ...others] = titlesOf(article, issue);
  if (own !== undefined) emit(own, Zone.title);
  for (const number of article.kbNumbers) emit(`KB${number}`, Zone.title);
  for (const other of others) emit(other, Zone.article);
  for (const line of article.summary.split('\n')) emit(line, Zone.article);
  if (article.product !== undefined) emit(article.product, Zone.article);
  walk(issue.symptoms, Zone.symptom, Zone.symptomLog, emit);
  walk(issue.causes, Zone.cause, Zone.otherLog, emit);
  for (const check of issue.checks) {
    emit(check.question, Zone.resolution);
    walk(check.how, Zone.resolution, Zone.otherLog, emit);
  }
  for (const resolution of issue.resolutions) {
    // Found where it stands.
    if (resolution.from !== undefined) continue;
    if (resolution.title !== '') emit(resolution.title, Zone.resolution);
    walk(resolution.blocks, Zone.resolution, Zone.otherLog, emit);
  }
  walk(issue.workaround, Zone.resolution, Zone.otherLog, emit);
  walk(issue.more, Zone.more, Zone.otherLog, emit);
}

/** Everything that says in a few words what the issue is about, its own title first, each once. */
export function titlesOf(article: Article, issue: Issue): string[] {
  const file = article.path.slice(article.path.lastIndexOf('/') + 1);
  return [...new Set([issue.title, article.title, file.replace(/\.md$/, '').replaceAll('-', ' ')])];
}

function walk(blocks: readonly Block[], prose: Zone, log: Zone, emit: EmitLine): void {
  for (const block of blocks) {
    switch (block.kind) {
      case 'text':
        emitText(block.text, prose, log, emit);
        break;
      case 'log':
        emitLog(block.text, log, emit);
        break;
      case 'list':
        for (const item of block.items) {
          if (item.text !== '') emitText(item.text, prose, log, emit);
          walk(item.blocks, prose, log, emit);
        }
        break;
      case 'table':
        for (const row of block.rows) emit(row.map(plainText).join('  '), prose);
        break;
      case 'note':
        walk(block.blocks, prose, log, emit);
        break;
      default:
        block satisfies never;
    }
  }
}

function emitLog(text: string, zone: Zone, emit: EmitLine): void {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  for (const line of lines) emit(line, zone, lines.length === 1);
}

/** Prose, and the messages that it quotes: people paste those. */
function emitText(text: string, zone: Zone, quoted: Zone, emit: EmitLine): void {
  emit(plainText(text), zone);
  if (!mayQuote.test(text)) return;
  for (const match of text.matchAll(quotation)) {
    const message = plainText(match[1] ?? match[2] ?? match[3] ?? '').trim();
    if (message.split(' ').length >= 3) emit(message, quoted, true);
  }
}

const mayQuote = /[*"“`]/;
const quotation = /\*\*([^*]{12,400})\*\*|["“]([^"“”]{12,400})["”]|`([^`]{12,400})`/g;
