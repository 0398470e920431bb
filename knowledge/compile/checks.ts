// Follow-up questions: headings that end in a question mark, below "Follow-up questions". The notation is explained in
// knowledge/README.md; only articles written for Pastefix use it.

import type { Token, Tokens } from 'marked';
import type { Answer, Check, Lead } from '../model.js';
import { blocksOf } from './blocks.js';
import { effortIn, isEffort, type Report } from './effort.js';
import { inlineMarkdown, inlineText, type ReadInline } from './inline.js';
import type { Section } from './sections.js';

/** Finds where the link of an answer leads. @returns undefined when there is nothing by that name. */
export type ResolveLink = (href: string) => Lead | undefined;

/** @param section The section headed "Follow-up questions". */
export function checksOf(section: Section, inline: ReadInline, resolve: ResolveLink, report: Report): Check[] {
  if (section.sections.length === 0) report(section.line, 'no-question', 'give each question a heading of its own');
  return section.sections.flatMap((question) => checkOf(question, inline, resolve, report) ?? []);
}

function checkOf(section: Section, inline: ReadInline, resolve: ResolveLink, report: Report): Check | undefined {
  const { heading: question, id, line, tokens } = section;
  if (!question.endsWith('?')) report(line, 'no-question-mark', 'end the question with a question mark');
  const listAt = tokens.findLastIndex((token) => token.type === 'list');
  const list = tokens[listAt] as Tokens.List | undefined;
  if (list === undefined) {
    report(line, 'no-answers', 'list the answers below the question, each `Label: what it tells`');
    return undefined;
  }
  const rest = tokens.filter((_, at) => at !== listAt);
  const values = rest.filter((token) => isValueLine(token));
  const efforts = rest.filter(isEffort);
  const effort = effortIn(efforts, line, report);
  const how = blocksOf(
    rest.filter((token) => !values.includes(token) && !efforts.includes(token)),
    inline,
  );
  if (values.some((token) => /must fit/i.test(token.raw))) {
    const found = values
      .map((token) => /^found by/i.test(token.raw.trim()) && codeIn(token, inline))
      .find((code) => code);
    const rules = list.items.flatMap((item) => ruleOf(item, inline, line, report) ?? []);
    const usable = found === undefined || found === false || isPattern(found, line, report) ? found : undefined;
    return { kind: 'value', id, question, how, rules, ...(usable ? { found: usable } : {}), ...effort };
  }
  const answers = list.items.map((item) => answerOf(item, inline, resolve, line, report));
  if (answers.length < 2) report(line, 'one-answer', 'a question needs at least two answers');
  return { kind: 'choice', id, question, how, answers, ...effort };
}

function isValueLine(token: Token): boolean {
  return token.type === 'paragraph' && /^(?:found by\b|(?:the \w+ )?must fit\b)/i.test(token.raw.trim());
}

function ruleOf(
  item: Tokens.ListItem,
  inline: ReadInline,
  line: number,
  report: Report,
): { pattern: string; message: string } | undefined {
  const tokens = inline(item.text);
  const pattern = codeOf(tokens);
  if (pattern === undefined || !isPattern(pattern, line, report)) {
    if (pattern === undefined) report(line, 'no-pattern', 'begin each rule with a regular expression in a code span');
    return undefined;
  }
  const message = inlineMarkdown(tokens.slice(tokens.findIndex((token) => token.type === 'codespan') + 1));
  return { pattern, message };
}

function isPattern(pattern: string, line: number, report: Report): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch (error) {
    report(
      line,
      'bad-pattern',
      `\`${pattern}\` is not a regular expression: ${error instanceof Error ? error.message : String(error)}`,
    );
    return false;
  }
}

function answerOf(
  item: Tokens.ListItem,
  inline: ReadInline,
  resolve: ResolveLink,
  line: number,
  report: Report,
): Answer {
  const { tokens, pattern } = shownBy(inline(item.text));
  const whole = inlineMarkdown(tokens);
  const split = /^(?:\*\*)?([^:]{1,60}?)(?:\*\*)?:(?:\*\*)?\s*(.*)$/s.exec(whole);
  const label = (split?.[1] ?? inlineText(tokens)).trim();
  const text = split?.[2] ?? '';
  const shown = pattern !== undefined && isPattern(pattern, line, report) ? { shown: pattern } : {};
  return { label, text, leads: leadOf(tokens, text, resolve, line, report), ...shown };
}

/** An answer may end in "Shown by `pattern`", which is for pastes and not for people. */
function shownBy(tokens: readonly Token[]): { readonly tokens: readonly Token[]; readonly pattern?: string } {
  const at = tokens.findIndex((token) => token.type === 'text' && /\bshown by\s*$/i.test(token.raw));
  const pattern = at < 0 ? undefined : codeOf(tokens.slice(at + 1, at + 2));
  const before = tokens[at];
  if (pattern === undefined || before === undefined) return { tokens };
  const raw = before.raw.replace(/\s*\bshown by\s*$/i, '');
  return { tokens: [...tokens.slice(0, at), { ...before, raw, text: raw }], pattern };
}

function leadOf(tokens: readonly Token[], text: string, resolve: ResolveLink, line: number, report: Report): Lead {
  const leads = hrefsIn(tokens).flatMap((href) => {
    const lead = resolve(href);
    if (lead === undefined) report(line, 'unknown-link', `there is no issue or resolution at \`${href}\``);
    return lead ?? [];
  });
  const [first] = leads;
  if (first?.kind === 'resolution') {
    return { kind: 'resolution', ids: leads.flatMap((lead) => (lead.kind === 'resolution' ? lead.ids : [])) };
  }
  if (first !== undefined) return first;
  return { kind: /^not this\b/i.test(text) ? 'excludes' : 'confirms' };
}

// Only links within the articles lead somewhere; an https link is for reading.
function hrefsIn(tokens: readonly Token[]): string[] {
  return (tokens as readonly Tokens.Generic[]).flatMap((token) =>
    token.type === 'link' && /^[^:]*#/.test(String(token.href))
      ? [String(token.href)]
      : token.tokens === undefined
        ? []
        : hrefsIn(token.tokens),
  );
}

function codeIn(token: Token, inline: ReadInline): string | undefined {
  return codeOf(inline((token as Tokens.Paragraph).text));
}

// The raw text of the span: a pattern's backslashes are its own.
function codeOf(tokens: readonly Token[]): string | undefined {
  const span = tokens.find((token) => token.type === 'codespan') as Tokens.Codespan | undefined;
  return span?.text;
}
