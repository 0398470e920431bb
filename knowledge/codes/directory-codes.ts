// What Active Directory answers over LDAP: "LDAP Result Code 8 … 00002028: LdapErr: DSID-0C090343", "AcceptSecurityContext
// error, data 52e". Its own codes are Win32's, in hexadecimal without a mark of it; LDAP's result codes (RFC 4511) are
// numbers of their own: 53 is unwillingToPerform there, and no ERROR_BAD_NETPATH.

/** A number as it stands in a line. */
export interface DirectoryNumber {
  readonly text: string;
  /** Position of the first character in the line. */
  readonly start: number;
  readonly value: number;
  readonly space: 'windows' | 'ldap';
}

const mayAnswer = /\bDSID-|\bldap|\bAcceptSecurityContext\b/i;

const answered = /\b([0-9a-f]{8}): (?:Ldap|Svc|Sec|Name|Att?r|Upd|Ref|Problem)Err(?:or)?\b/gi;
const refused = /\bAcceptSecurityContext error, data ([0-9a-f]{1,8})\b/gi;
const result =
  /(?:\bldap(?:_\w{1,40})?(?:: |\s)?(?:error|result|return)?\s?(?:code|error)?|["']result(?:code)?["']|\bresult\s?code)\s?[:=]?\s?\(?(\d{1,3}|0x[0-9a-f]{1,2})\b(?![.\w])/gi;

/** @returns Left to right. */
export function directoryNumbersIn(line: string): DirectoryNumber[] {
  if (!mayAnswer.test(line)) return [];
  const codes = [answered, refused].flatMap((pattern) =>
    found(pattern, line).map((one) => ({ ...one, value: Number.parseInt(one.text, 16), space: 'windows' as const })),
  );
  const results = found(result, line).map((one) => ({ ...one, value: Number(one.text), space: 'ldap' as const }));
  return [...codes, ...results].sort((one, other) => one.start - other.start);
}

function found(pattern: RegExp, line: string): Pick<DirectoryNumber, 'text' | 'start'>[] {
  return Array.from(line.matchAll(pattern), ({ 0: whole, 1: text = '', index }) => ({
    text,
    start: pattern === answered ? index : index + whole.length - text.length,
  }));
}
