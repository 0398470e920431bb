// Messages in which faults of every kind end. Like `0x80004005`, they say that something failed, and hardly ever what.

import { findCodes, isGeneric } from '../../codes/index.js';
import { isCommonWord } from '../features/common-words.js';
import { hashText } from '../features/tokens.js';

const general =
  /the remote server returned an error|\b(?:bad request|unauthorized|forbidden|not found|internal server error|bad gateway|service unavailable|gateway time-?out)\b|the (?:operation|request)(?: has)?(?: been)? (?:timed out|failed|aborted|cancell?ed)|access (?:is |was )?denied|(?:unspecified|unknown|unexpected|fatal|general) (?:error|failure)(?: during installation| \(?occurred\)?)?|unable to connect to the remote server|the underlying connection was closed|an (?:unexpected )?error (?:has )?occurred|object reference not set to an instance of an object|catastrophic failure|the system cannot find the (?:file|path) specified|the parameter is incorrect|the handle is invalid|zugriff verweigert|unbekannter fehler/gi;

/** What stands in front of any message: who logs it, the name of a field, the kind of exception. */
const leading =
  /\b[A-Za-z]{1,20}\s{0,3}=\s{0,3}|^\s{0,20}\[\w{1,30}\]|\b(?:System(?:\.\w+)*\.)?(?:Web|Http|COM|Win32|System)?Exception\b|\b(?:https?|win32|hresult|hr)\b/gi;

/** True when a line says no more than such messages, statuses and codes do; for one without any words too. */
export function isGeneralMessage(line: string): boolean {
  if (line.length > 300 || findCodes(line).some(({ value }) => !isGeneric(value))) return false;
  const rest = line
    .replace(general, ' ')
    .replace(leading, ' ')
    .replace(/0x[0-9a-f]+/gi, ' ');
  return (rest.match(/[\p{L}\d_]+/gu) ?? []).every(tellsNothing);
}

/** True for text that holds such a message, and besides it no more than a code. */
export function isGeneralTitle(title: string): boolean {
  const bare = title.replace(/0x[0-9a-f]+/gi, ' ');
  return bare.search(general) >= 0 && isGeneralMessage(bare);
}

/** Statuses are three digits; longer numbers may be codes that no word says are. */
function tellsNothing(word: string): boolean {
  return /^[45]?\d{1,2}$/.test(word) || isCommonWord(hashText(word.toLowerCase()));
}
