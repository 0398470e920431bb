// Which ways lead to the same end though their author does not say so in as many words: those that are counted, where a
// single cause is told, and those that are named after the tool to do the same with.

import { plainText } from '../../inline-form.js';
import type { Block } from '../../model.js';
import { beginsWithCheck } from '../sentences/check-verbs.js';
import { proseIn } from '../sentences/prose.js';
import { leavesOpenWhich } from './choose-one.js';
import { listCauses } from './list-causes.js';
import type { Way } from './way.js';

/** @param ways Of an issue, for whatever situation. @returns Those of which any will do; none where that is not known. */
export function waysToOneEnd(ways: readonly Way[], causes: readonly Block[]): readonly Way[] {
  const free = ways.filter(({ kind, choice, cause }) => kind !== 'workaround' && choice === undefined && !cause);
  for (const alike of [countedOnes(free, causes), tools(free)]) if (alike.length > 1) return alike;
  return [];
}

const counter = /^(?:method|option|approach|alternative|solution|resolution) ?#?(?:\d{1,2}|[a-h])\b[\s:.–-]*/i;

function countedOnes(ways: readonly Way[], causes: readonly Block[]): readonly Way[] {
  const counted = ways.filter(({ kind, title }) => kind === 'alternative' && counter.test(title));
  return isOne(causes) && !counted.some(dependsOnMore) ? counted : [];
}

const several =
  /\b(?:one|any|either|some) (?:or more |or both )?of\b|\bfollowing (?:\w+ )?(?:reasons|causes|conditions|factors)\b|\b(?:several|various|multiple|many|different|two|three|four) (?:\w+ )?(?:reasons|causes|factors)\b|\bcause (?:2|b)\b|\b(?:catch-all|also (?:occurs?|be caused))\b/i;

function isOne(causes: readonly Block[]): boolean {
  const told = proseIn(causes);
  return told.length > 0 && listCauses(causes).length === 0 && !told.some((text) => several.test(text));
}

// It is what to do after another one, or for one of several symptoms; or to be looked into.
const further =
  /\b(?:first,? try|try (?:this|the)|(?:method|option|solution|step|resolution)s? ?#?(?:\d|[a-h]\b)|(?:previous|other|above|these|all) (?:method|option|solution|step|resolution)s?\b|(?:does(?: not|n['’]t)|did(?: not|n['’]t)) (?:work|help|resolve)|still\b|continues? to\b|persists?\b|(?:message|scenario|issue|symptom|error|situation|case|event) ?#?\d\b|in (?:the |this )?order (?:in|of|given)\b)/i;

function dependsOnMore({ title, steps: [first] }: Way): boolean {
  const name = title.replace(counter, '');
  const intro = proseIn(first?.before ?? []);
  const told = [name, ...intro, plainText(first?.text ?? ''), ...proseIn(first?.details ?? []).slice(0, 1)];
  return (
    beginsWithCheck(name) ||
    told.some((text) => beginsWithCheck(text) || sentences(text).some((it) => leavesOpenWhich(it) || further.test(it)))
  );
}

/** The rest explains. */
const telling = 2;

function sentences(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+/).slice(0, telling);
}

const tool =
  /^(?:(?:how to )?(?:use|using|by using|via|through|with|from|in|query using|run) (?:the )?)?(?:microsoft |windows |azure )?(?:power ?shell(?: (?:script|cmdlets?|commands?))?|portal|cli|command[ -]line|command prompt|registry(?: editor)?|regedit|group polic(?:y|ies)(?: \w+){0,3}|gui|(?:graphical )?user interface|rest(?: api)?|mdm(?: policy)?|intune|cloud shell|management console|script|serial con(?:sole|trol)|(?:online|offline) repair|repair the (?:vm|disk) offline)(?: by using (?:the )?(?:azure )?serial con(?:sole|trol))?$/i;

// The same name twice is another thing to do with the same tool.
function tools(ways: readonly Way[]): readonly Way[] {
  const names = ways.map(({ title }) => title.replace(counter, '').toLowerCase());
  return names.every((name) => tool.test(name)) && new Set(names).size === names.length ? ways : [];
}
