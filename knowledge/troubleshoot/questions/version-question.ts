// Which versions have the fault? Asked where the author says which do, or in which it is fixed.

import { escapeInline } from '../../inline-form.js';
import type { Block, Check, Issue, Lead } from '../../model.js';
import { proseIn } from '../sentences/prose.js';
import type { CheckWords } from './check-words.js';

export function versionQuestion(issue: Issue, words: CheckWords): Check | undefined {
  const { symptoms, causes, resolutions, more } = issue;
  const told = [symptoms, causes, ...resolutions.map(({ blocks }) => blocks), more].flatMap(sentencesIn);
  const fact = told.reduce<VersionFact | undefined>((found, sentence) => found ?? factIn(sentence), undefined);
  if (fact === undefined) return undefined;
  const leads: readonly [Lead, Lead] = [{ kind: 'excludes' }, { kind: 'confirms' }];
  const [ifSo, ifNot] = fact.range === 'or-later' ? leads : [leads[1], leads[0]];
  return {
    kind: 'choice',
    id: '*version',
    question: words.isVersion(fact.version, fact.range),
    how: [{ kind: 'text', text: escapeInline(fact.sentence) }],
    answers: [
      { label: words.yes, text: '', leads: ifSo },
      { label: words.no, text: '', leads: ifNot },
    ],
    derived: 'version',
  };
}

interface VersionFact {
  /** `Configuration Manager current branch, version 2203`. */
  readonly version: string;
  /** `or-later`: does not have the fault any more. `or-earlier`: has it. */
  readonly range: 'or-later' | 'or-earlier';
  readonly sentence: string;
}

const fixedIn =
  /\b(?:this|the) (?:known )?(?:issue|problem|bug|error|defect|behavior)(?: that [^.]{3,60})? (?:is|was|has been|['’]s) (?:now )?(?:fixed|resolved|corrected|addressed) (?:in|starting (?:with|in|from)|beginning (?:with|in|from)|as of|by (?:upgrading|updating) to) /i;
const affects =
  /\b(?:this|the) (?:known )?(?:issue|problem|bug|error|behavior) (?:only )?(?:affects|applies to|occurs in|exists in|is present in|occurs only in|affects only)(?: only)? /i;
const earlier = /,? (?:and|or) (?:earlier|previous|older)(?: versions?| releases?)?\b/i;
const later = /,? \(?(?:and|or) (?:a )?(?:later|newer|higher|above)(?: versions?| releases?)?\)?/i;

function factIn(sentence: string): VersionFact | undefined {
  const fixed = fixedIn.exec(sentence);
  if (fixed !== null) {
    const version = versionAt(sentence.slice(fixed.index + fixed[0].length), later);
    return version === undefined ? undefined : { version, range: 'or-later', sentence };
  }
  const affected = affects.exec(sentence);
  if (affected === null) return undefined;
  const rest = sentence.slice(affected.index + affected[0].length);
  const version = earlier.test(rest) ? versionAt(rest, earlier) : undefined;
  return version === undefined ? undefined : { version, range: 'or-earlier', sentence };
}

// A name with a number in it, and nothing else: "the next release", or a clause, is no version to ask for.
const named =
  /^(?:the )?(?:\d{4} )?(?:[A-Z][\w+#-]*|Microsoft \.NET|\.NET)(?:[ ,]+(?:[A-Z0-9(][\w.+#()-]*|version|build|release|current branch|for|update|rollup|service pack|cumulative update|technical preview))*$/;

function versionAt(rest: string, range: RegExp): string | undefined {
  const upTo = range.exec(rest)?.index ?? rest.length;
  const name = rest.slice(0, upTo).replace(/[\s.,]+$/, '');
  return name.length <= 80 && named.test(name) && /\d/.test(name) && /\s/.test(name) ? name : undefined;
}

/** Plain text. */
function sentencesIn(blocks: readonly Block[]): string[] {
  return proseIn(blocks).flatMap((text) => text.split(/(?<=[.!?])\s+(?=[A-Z])/));
}
