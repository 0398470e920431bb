import { expect, test } from '@jest/globals';
import { findCodes, hexOf } from '../../../knowledge/codes/index.js';

test.each([
  {
    line: 'ldapConnection.Bind(): LDAP Result Code 8 "Strong Auth Required": 00002028: LdapErr: DSID-0C090343, comment: The',
    expected: ['ldap 8', '0x00002028'],
  },
  {
    line: "{'result': 53, 'description': 'unwillingToPerform', 'message': '0000001F: SvcErr: DSID-031A126C, problem 5003 (WILL",
    expected: ['ldap 53', '0x0000001f'],
  },
  {
    line: 'LDAP: error code 49 - 80090308: LdapErr: DSID-0C09042A, comment: AcceptSecurityContext error, data 52e, v3839',
    expected: ['ldap 49', '0x80090308', '0x0000052e'],
  },
  {
    line: 'ldap: 0x32: 00002098: SecErr: DSID-0315, problem 4003 (INSUFF_ACCESS_RIGHTS)',
    expected: ['ldap 50', '0x00002098'],
  },
  { line: 'ldap_bind failed: LDAP error 82 (Local Error)', expected: ['ldap 82'] },
  { line: 'comment: AcceptSecurityContext error, data 0, v1db1', expected: [] },
  { line: 'LDAP bind failed with error 1323', expected: ['0x0000052b'] },
  { line: 'The LDAP server answered: error 0x80072030', expected: ['0x80072030'] },
])('$line', ({ line, expected }) =>
  expect(findCodes(line).map(({ value, space }) => (space === 'ldap' ? `ldap ${value}` : hexOf(value)))).toEqual(
    expected,
  ),
);

test('elsewhere, a result is a code of Win32', () => {
  expect(findCodes("{'result': 53}").map(({ value, space }) => [value, space])).toEqual([[53, 'windows']]);
});
