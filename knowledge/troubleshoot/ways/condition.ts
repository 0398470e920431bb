// In which situation a repair fits, as far as its author says: "If you use a proxy server, …" at its beginning, "Resolution
// 2: The port is closed" above it.

import { type Clause, clauseOf } from '../sentences/clause.js';
import { environmentAhead, environmentIn } from '../sentences/environment.js';
import { saysWhatToDo } from '../sentences/what-to-do.js';
import { firstSentence, openingsOf } from './openings.js';
import type { Way } from './way.js';

export interface Condition {
  /** Absent where only a name is told: `SQL Server 2016`. */
  readonly clause?: Clause;
  /** As the author says it. */
  readonly said: string;
  /**
   * `environment`: what the repair is for; it may be so where another is what it takes. `finding`: what the repair puts
   * right, which is not so then.
   */
  readonly about: 'environment' | 'finding';
}

/** @returns For each way its condition; undefined where its author names none that can be asked about. */
export function conditionsOf(ways: readonly Way[]): (Condition | undefined)[] {
  const openings = openingsOf(ways);
  return ways.map(
    ({ title }, at) =>
      named(environmentIn(uncounted(title))) ??
      conditionIn(uncounted(title)) ??
      stateIn(uncounted(title)) ??
      conditionIn(openings[at] ?? '') ??
      named(environmentAhead(firstSentence(openings[at] ?? ''))),
  );
}

const counter =
  /^(?:(?:method|option|solution|resolution|workaround|approach|alternative|scenario|situation|case|procedure|cause|issue|step|fix) ?#?(?:\d{1,2}|[a-h]|one|two|three|four)?\s*[:.)–-]*\s*)(?=\S)/i;

/** Without `Method 2:`; empty where that is all. */
export function uncounted(title: string): string {
  const bare = title.replace(counter, '');
  return bare.endsWith('…') ? '' : bare;
}

function named(said: string | undefined): Condition | undefined {
  return said === undefined ? undefined : { said, about: 'environment' };
}

const conditional =
  /^(?:(?:resolution|solution|fix|workaround)s? )?(?:if|when|in case|in the case that) ([^:]+?)(?:, (?!versions?\b|or\b|and\b)(?:then )?|:|$)(.*)$/i;

function conditionIn(text: string): Condition | undefined {
  const [, told = '', rest = ''] = conditional.exec(firstSentence(text)) ?? [];
  // "When you press OK, the window closes": what happens, not for whom it is.
  if (/^when\b/i.test(text) && !/^you (?:are|use|have|run|want)\b/i.test(told)) return undefined;
  if (
    /^(?:the|it|this|you (?:will|may|might|can see|should see|receive)) /i.test(rest) &&
    !/^you (?:must|can|should|need)/i.test(rest)
  )
    return undefined;
  const clause = clauseOf(told);
  return clause === undefined ? undefined : { clause, said: clause.said, about: 'environment' };
}

const state =
  /\b(?:is|are|isn['’]t|aren['’]t|was|were|wasn['’]t|has|have|hasn['’]t|haven['’]t|doesn['’]t|don['’]t|does not|do not|exists?|cannot|can['’]t|fails?|failed)\b/i;

// "The port is closed" as the heading of what opens it.
function stateIn(title: string): Condition | undefined {
  if (
    saysWhatToDo(title) ||
    !state.test(title) ||
    /^(?:how|what|why|if|when|where)\b/i.test(title) ||
    / (?:is|are) (?:an?|the) /i.test(title)
  )
    return undefined;
  const clause = clauseOf(title);
  const about = /^you\b/i.test(clause?.text ?? '') ? 'environment' : 'finding';
  return clause === undefined ? undefined : { clause, said: clause.said, about };
}
