// Accounts that every machine has: they tell what happened, and nothing about anybody.

const names =
  /^(?:(?:NT[ -]?AUTHORIT(?:Y|ÄT)|BUILTIN|NT SERVICE|NT VIRTUAL MACHINE|IIS APPPOOL|APPLICATION PACKAGE AUTHORITY|Font Driver Host|Window Manager)\\.*|\.\\.*|NT|BUILTIN|IIS|SYSTEM|LocalSystem|Local ?Service|Network ?Service|Lokaler Dienst|Netzwerkdienst|ANONYMOUS(?: LOGON)?|ANONYMOUS-ANMELDUNG|Everyone|Jeder|Authenticated Users|Administrators?|Administratoren|Domain (?:Admins|Users|Computers)|Guests?|Gast|Users|Benutzer|IUSR|IWAM|NTLM|Kerberos|krbtgt|TrustedInstaller|DefaultAppPool|DefaultAccount|WDAGUtilityAccount|root|sa|dbo|public|git|www-data|nobody)$/i;

/** @param found With or without a domain. */
export function isKnownToAll(found: string): boolean {
  return names.test(found.replace(/\\{2,}/g, '\\'));
}

/** Words that stand where a name could. */
const words =
  /^(?:[\W_]*|admin|user|users|account|me|you|i|he|she|it|we|they|someone|somebody|anyone|nobody|no|current|this|that|these|another|same|other|new|local|remote|interactive|batch|name|names|id|type|role|login|logon|client|server|computer|device|machine|service|system|target|source|rights?|group|groups|profile|policy|context|state|mode|licen[cs]e|object|list|n\/a|keine?|none|null|unknown)$/i;

export function standsForName(found: string): boolean {
  return words.test(found);
}
