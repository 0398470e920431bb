// Is it this repair? Asked where a repair begins with something to look at: "Verify that the service is running." Where all
// is well, it is not what is needed.

import { escapeInline } from '../../inline-form.js';
import type { Block, Check } from '../../model.js';
import { type Clause, clauseOf } from '../sentences/clause.js';
import { uncounted } from '../ways/condition.js';
import { firstSentence, openingsOf } from '../ways/openings.js';
import type { Way } from '../ways/way.js';
import type { CheckWords } from './check-words.js';

/** Nobody is asked more about one issue. */
const mostQuestions = 6;

/** @param ways Those of the issue. */
export function checkQuestions(ways: readonly Way[], words: CheckWords): Check[] {
  if (ways.length < 2) return [];
  const openings = openingsOf(ways);
  return ways
    .flatMap(({ id, title }, at): Check[] => {
      const wanted = wantedIn(openings[at] ?? '') ?? wantedIn(uncounted(title));
      if (wanted === undefined) return [];
      const fine = { kind: 'confirms' } as const;
      const amiss = { kind: 'resolution', ids: [id] } as const;
      const [yes, no] = wanted.turned ? [amiss, fine] : [fine, amiss];
      return [
        {
          kind: 'choice',
          id: `*check-${at + 1}`,
          question: words.isItSo(wanted.text),
          how: howTo(openings[at] ?? ''),
          answers: [
            { label: words.yes, text: '', leads: yes },
            { label: words.no, text: '', leads: no },
          ],
          derived: 'check',
        },
      ];
    })
    .slice(0, mostQuestions);
}

/** What is said beyond what is asked. */
function howTo(opening: string): readonly Block[] {
  return opening.length > firstSentence(opening).length + 1 ? [{ kind: 'text', text: escapeInline(opening) }] : [];
}

const asks =
  /^(?:to (?:resolve|fix|work around) (?:this|the) \w+, )?(?:please )?(?:first,? |next,? |then,? )?(?:verify|check|make sure|ensure|confirm|double-?check|validate)(?: to (?:make sure|see|ensure|verify))?(?: (that|whether|if))? (.+)$/i;

/** What should be so. */
function wantedIn(text: string): Clause | undefined {
  const sentence = firstSentence(text);
  const [, link, told = ''] = asks.exec(sentence) ?? [];
  // "Check whether it is locked" does not say which is well.
  if (link !== undefined && /^(?:whether|if)$/i.test(link)) return undefined;
  const clause = clauseOf(told);
  if (clause === undefined || !finite.test(clause.text.replace(aside, ' '))) return undefined;
  return /^you\b/i.test(clause.text) && /\b(?:make sure|ensure)\b/i.test(sentence) ? undefined : clause;
}

/** "the settings that are in use": its verb is not that of the clause. */
const aside = / (?:that|who) (?:is|are|has|have|was|were|you) /gi;

/** "Verify the version in use" names a thing, and nothing that may be so or not. */
const finite =
  /^(?:.+?) (?:is|are|isn['’]t|aren['’]t|has|have|does|do|doesn['’]t|don['’]t|can|matches|match|exists?|contains?|points?|runs?|belongs?|supports?|allows?|includes?|resolves?|uses?|appears?|shows?)\b/i;
