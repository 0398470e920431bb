// A statement as a question, in English: "the port is closed" → "Is the port closed?". Where that could go wrong, it is
// asked whether it is true.

const past =
  /^(?:(?!need\b|exceed\b|proceed\b|embed\b|feed\b)\w+ed|had|hadn['’]t|did(?:n['’]t)?|was(?:n['’]t)?|were(?:n['’]t)?|made|got|chose|set up|saw|ran|wrote|built|took|gave|found|lost|left|bought|began|kept|brought|already|previously|recently|just|then|also|now|only)\b/i;
const participle =
  /^(?:already |just |recently |not |ever )?(?:\w+ed|been|set|run|made|lost|built|chosen|written|had|taken|gone|begun)\b/i;
/** Words of a subject; with others in it, the first verb may belong to something else. */
const plainSubject =
  /^(?:the|your|a|an|all|any|this)(?: (?!that\b|which\b|who\b|whose\b|if\b|when\b|where\b|and\b|or\b|you\b|to\b)[^\s,]+){1,6}$/i;

/** "… is correct and resolves": the second verb would stay as it is. */
const anotherVerb = /\band (?:\w+ly )?(?:\w+[^s\s]s|has|does|isn['’]t|doesn['’]t)\b/i;

/** @param statement A clause in the present tense, without a full stop; names keep their capitals. */
export function questionFrom(statement: string): string {
  const [, ofYou] = /^you (.+)$/.exec(statement) ?? [];
  return `${(ofYou === undefined ? aboutThing(statement) : aboutYou(ofYou)) ?? `Is it true that ${statement}`}?`;
}

function aboutYou(rest: string): string | undefined {
  const [, verb = '', after = ''] = /^(\S+) ?(.*)$/.exec(rest) ?? [];
  if (verb === 'are') return `Are you ${after}`;
  if (/^(?:can|must|should|could|will)$/.test(verb))
    return `${verb.charAt(0).toUpperCase()}${verb.slice(1)} you ${after}`;
  if (verb === 'have' && participle.test(after)) return `Have you ${after}`;
  return past.test(rest) ? undefined : `Do you ${rest}`;
}

function aboutThing(statement: string): string | undefined {
  const [, there, thing] = /^there (is|are) (?!no\b|not\b)(.+)$/i.exec(statement) ?? [];
  if (there !== undefined) return `${there === 'is' ? 'Is' : 'Are'} there ${thing}`;
  const [, subject = '', verb, rest] = /^(.+?) (is|are|has|have) (?!to\b)(.+)$/.exec(statement) ?? [];
  if (verb === undefined || rest === undefined || !plainSubject.test(subject) || anotherVerb.test(rest))
    return undefined;
  if (verb === 'is' || verb === 'are') return `${verb === 'is' ? 'Is' : 'Are'} ${subject} ${rest}`;
  return participle.test(rest) ? `${verb === 'has' ? 'Has' : 'Have'} ${subject} ${rest}` : undefined;
}
