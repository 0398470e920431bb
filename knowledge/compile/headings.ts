// What a heading says about the text below it. Public support articles use a handful of words for this, in many forms.

/** What a section is for. `other`: its heading is a subject, not a part. */
export type Role =
  | 'symptoms'
  | 'cause'
  | 'resolution'
  | 'workaround'
  | 'questions'
  | 'samples'
  | 'near-misses'
  | 'prerequisites'
  | 'summary'
  | 'more'
  | 'other';

const roles: readonly (readonly [Role, RegExp])[] = [
  ['questions', /^follow-?up questions?$/],
  ['samples', /^samples?$/],
  ['near-misses', /^near[- ]miss(?:es)?$/],
  ['symptoms', /^(?:symptoms?(?: \w+)?|issue|problem|problem description|error messages?|what you see)$/],
  ['symptoms', /^symptoms? (?:\d+[a-z]?|[a-d])?\s*[:.–-] /],
  [
    'cause',
    /^(?:the )?(?:possible |potential |root |likely |probable |common )?causes?(?: (?:\d+[a-z]?|[a-d]|of (?:the|this) (?:issue|problem|error)))?$/,
  ],
  ['cause', /^(?:possible |root )?causes?(?: (?:\d+[a-z]?|[a-d]))?\s*[:.–-] /],
  ['cause', /^(?:why|why (?:it|this) (?:matters|happens|occurs)|background|reason)$/],
  ['workaround', /^workarounds?(?: (?:\d+[a-z]?|[a-d]))?(?:\s*[:.–-] .*)?$/],
  [
    'resolution',
    /^(?:possible |potential |recommended |suggested )?(?:resolutions?|solutions?|fix|fixes|resolve|mitigations?|steps|solving steps|resolution steps|steps to (?:resolve|fix).*|how to (?:fix|resolve|repair|solve)(?: (?:it|this|the (?:issue|problem|error)).*)?|recommended actions?|answer|set it up)(?: (?:\d+[a-z]?|[a-d]))?$/,
  ],
  ['resolution', /^(?:resolution|solution|fix)(?: (?:\d+[a-z]?|[a-d]))?\s*(?:[:.–-]|for|if|when) .*$/],
  ['resolution', /^(?:method|option|approach) (?:\d+[a-z]?|[a-d])\b.*$/],
  ['prerequisites', /^(?:prerequisites?|requirements?|before you (?:begin|start))$/],
  ['summary', /^(?:summary|introduction|overview|goal|description)$/],
  [
    'more',
    /^(?:more info(?:rmation)?|additional (?:information|resources|help|references)|references?|see also|next steps?|related (?:articles|links|content|information|topics)|applies to|status|disclaimer|resources|third-party information disclaimer|data collection|contact us for help|feedback)$/,
  ],
];

/** @param heading Plain text of a heading. */
export function roleOf(heading: string): Role {
  const words = heading
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\s.:?!]+$/, '')
    .trim();
  if (words.length > 120) return 'other';
  return roles.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}

/** True for headings that count: `Method 1`, `Resolution 2: restart`, `Option B`. Those are tried one after the other. */
export function isNumbered(heading: string): boolean {
  return /^(?:method|option|resolution|solution|workaround|fix|approach|cause|alternative)(?: ?#?\d+[a-z]?| [a-d])\b/i.test(
    heading.trim(),
  );
}

/** True for `Symptom 2: the port is taken`: repairs say for which of them they are. */
export function isCountedSymptom(heading: string): boolean {
  return /^symptom #?\d+\b/i.test(heading.trim());
}

/** True for headings that are one action of a sequence: `Step 1: back up the registry`. */
export function isStep(heading: string): boolean {
  return /^(?:step|task|phase|part) \d+\b/i.test(heading.trim());
}

const verb =
  'activate|add|allow|analyze|apply|assign|attach|avoid|back up|change|check|clean|clear|collect|complete|configure|confirm|contact|convert|copy|create|deactivate|decrease|delete|determine|disable|discover|download|enable|ensure|exclude|export|find|fix|free up|get|grant|identify|implement|import|increase|install|locate|lower|make|manually|migrate|modify|move|open|perform|prevent|reactivate|re-?build|reconfigure|re-?create|re-?enable|reduce|register|re-?install|remove|rename|renew|repair|replace|reset|restart|restore|review|run|select|set|start|stop|switch|temporarily|test|turn|uninstall|unregister|update|upgrade|validate|verify|wait';
const action = new RegExp(String.raw`^(?:how to\s|steps to\s)?(?:${verb})\b`, 'i');
const opening =
  /^(?:process overview|overview|prerequisites?|preparations?|before you\b.*|(?:attach|avoid|back up|collect|determine|gather|identify|locate|prepare)\b.*)$/i;
const inBetween = /^\(?(?:recommended|optional)\b/i;
const closing = /^(?:complete|confirm|re-?activate|re-?build|re-?enable|restart|test|validate|verify)\b/i;

/** What headings side by side below "Resolution" are to each other. */
export type Siblings = 'sequence' | 'alternatives' | 'variants';

/**
 * Tells work to be done one after the other from ways to be tried in turn, and both from environments or situations, of
 * which one is given.
 *
 * @param headings At least two.
 */
export function siblings(headings: readonly string[]): Siblings {
  const actions = headings.filter((heading) => action.test(heading)).length;
  const [first = ''] = headings;
  const last = headings.at(-1) ?? '';
  const closes = closing.test(last) && !closing.test(first);
  if (opening.test(first) || headings.some((it) => inBetween.test(it)) || (closes && actions * 2 > headings.length))
    return 'sequence';
  return actions * 2 > headings.length ? 'alternatives' : 'variants';
}

/** The anchor of a heading, as public sites make it: `#error-code-403-cmgconnector_forbidden`. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}
