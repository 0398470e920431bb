// A short message that names what fails and a code or status, "our gateway clients get 403", or an error by its name. Too
// little to be sure of anything, and enough to ask a good question.

import { isSpecificCode, Kind } from './features/kind.js';
import type { Query } from './query/read-query.js';
import type { Shared } from './search/shared.js';
import { mostIssuesOfName } from './weights.js';
import { Zone } from './zones.js';

const mostLines = 2;
const mostFeatures = 120;
const longestText = 200;

/** Issues that a number may stand in, for it to point to some of them. */
const mostIssues = 100;

const title = (1 << Zone.title) | (1 << Zone.article);
const seen = title | (1 << Zone.symptom) | (1 << Zone.symptomLog);

export function isShort({ lines, features }: Query): boolean {
  const length = lines.reduce((sum, { text }) => sum + text.length, 0);
  return lines.length <= mostLines && length <= longestText && features.size <= mostFeatures;
}

/** @param shared What a short message and an issue have in common: an error's name, or a number and a word of the title. */
export function namesSubject(query: Query, shared: readonly Shared[]): boolean {
  if (shared.some((one) => isErrorName(query, one))) return true;
  const number = shared.find((one) => (one.zones & seen) !== 0 && one.frequency <= mostIssues && isNumber(query, one));
  if (number === undefined) return false;
  return shared.some((one) => (one.zones & title) !== 0 && isSubject(one.kind) && !/^\d+$/.test(textOf(query, one)));
}

function isSubject(kind: Kind): boolean {
  return kind === Kind.word || kind === Kind.symbol || kind === Kind.part || kind === Kind.name;
}

/** `CCM_E_BAD_HTTP_STATUS_CODE`, where it stands among what people see and in few issues. */
function isErrorName(query: Query, one: Shared): boolean {
  return (
    one.kind === Kind.symbol &&
    one.frequency <= mostIssuesOfName &&
    (one.zones & seen) !== 0 &&
    /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(textOf(query, one))
  );
}

/** Codes, statuses and events, but for codes that any fault may end in. */
function isNumber(query: Query, one: Shared): boolean {
  if (isSpecificCode(one.kind) || one.kind === Kind.status) return true;
  const text = textOf(query, one);
  if (one.kind === Kind.genericCode) return /^[45]\d\d$/.test(text);
  return (one.kind === Kind.word || one.kind === Kind.event) && /^\d{3,5}$/.test(text);
}

function textOf({ lines }: Query, { at, start, end }: Shared): string {
  return lines[at]?.read.slice(start, end) ?? '';
}
