// Clauses of an author that a person can be asked about: "you use a proxy server", "the service isn't running".

/** A statement, and whether it was turned round: `you do not use a proxy` is asked as `you use a proxy`. */
export interface Clause {
  /** Begins with a small letter unless a name does. */
  readonly text: string;
  /** As the author says it. */
  readonly said: string;
  readonly turned: boolean;
}

const longest = 130;

// What says nothing by itself, or speaks of the other ways: "this is the case", "Method 1 doesn't help".
const unclear =
  /\b(?:this|that (?:is|isn['’]t|does|doesn['’]t|fails)|these|those|above|below|previous(?:ly)?|following|earlier step|former|latter|else|other (?:methods?|options?|resolutions?)|aforementioned|instead|mentioned|described|listed)\b|\b(?:method|resolution|solution|option|step|workaround|procedure|scenario|cause|issue)s? ?#?(?:\d|[a-h]\b)|^(?:it|they|so|not|none|nothing|he|she)\b/i;
// How the repair goes on, not where it fits.
const goesOn =
  /\b(?:persist|still|continue|does not (?:work|help|resolve|fix)|doesn['’]t (?:work|help|resolve|fix)|did(?:n['’]t| not) (?:work|help)|could(?:n['’]t| not)|prompt|asked|unsure|not sure|any questions|need (?:more|further|help|assistance)|problem|issue|error|symptom|message|behaviou?r|resolve the|experienc|encounter|would like to learn|want to (?:learn|know|see|read))/i;
// Whom it affects, and when it occurs, anybody can tell.
const scope =
  /^the (?:issue|problem|error) (?:only )?(?:occurs?|happens?|applies|affects) (?:only )?(?:to|in|on|for|after|with|all|some|a few) /i;
// There is something to be so: a clause without a verb cannot be asked about.
const verb =
  /\b(?:is|are|was|were|isn['’]t|aren['’]t|wasn['’]t|has|have|hasn['’]t|haven['’]t|had|does|do|doesn['’]t|don['’]t|can|can['’]t|cannot|must|use|uses|want|wants|need|needs|run|runs|exists?|contains?|matches|match|belongs?|points?|shows?|says?|prefer|plan|know|uses|supports?|fails?|appears?|resides?|requires?|includes?|allows?|supports?|expired|installed|enabled|disabled|makes?|returns?|connects?|occurs?|happens?|applies|affects?|upgraded|configured|changed|created|set)\b/i;
// "the application assumes …": of a program, which nobody sees from outside.
const tooLong =
  /[;:]|, (?:and|or|but) |\b(?:for example|such as|that is|(?<!\b(?:on|in|to|for|from|with|by|at) )which|to (?:see|make sure|ensure|verify|check))\b/i;
// No clause begins with them.
const fragment =
  /^(?:in|for|on|at|or|and|to|of|by|with|from|as|do(?:es)?|don['’]t|does(?:n['’]t)?|is|are|has|have|not|never)\b/i;

/** @param text Plain, without its `if`. @returns Undefined where people could not answer. */
export function clauseOf(text: string): Clause | undefined {
  const told = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^that /i, '')
    .replace(/^this (issue|problem|error) (?=(?:only )?(?:occurs?|happens?|applies|affects) )/i, 'the $1 ')
    .replace(/^you do (?!not\b)/i, 'you ')
    .replace(/^you['’]re /i, 'you are ')
    .replace(/^you['’]ve /i, 'you have ');
  if (
    told.length < 8 ||
    told.length > longest ||
    unclear.test(told) ||
    goesOn.test(told.replace(scope, '')) ||
    tooLong.test(told) ||
    fragment.test(told)
  )
    return undefined;
  if (!verb.test(told) && !/^you [a-z]/i.test(told)) return undefined;
  const clause = uncapitalized(told);
  const positive = clause
    .replace(/^you (?:do not|don['’]t) /i, 'you ')
    .replace(/^you(?: are not|['’]re not| aren['’]t) /i, 'you are ')
    .replace(/^you (?:cannot|can['’]t|can not) /i, 'you can ')
    .replace(/^you (?:have not|haven['’]t) /i, 'you have ');
  return {
    said: clause,
    text: positive,
    turned: positive !== clause,
  };
}

/** Names keep their capitals. */
function uncapitalized(text: string): string {
  return /^(?:The|A|An|You|Your|All|Both|Each|Every|Any|There|Some|Only|No|When|If|It|In|On)\b/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
