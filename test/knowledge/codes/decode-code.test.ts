import { expect, test } from '@jest/globals';
import { decodeCode, valueOfName } from '../../../knowledge/codes/index.js';

test.each([
  { value: 0x80070005, facility: 7, code: 5, inner: { space: 'win32', value: 5 }, name: 'ERROR_ACCESS_DENIED' },
  { value: 0x80004005, facility: 0, code: 0x4005, inner: undefined, name: 'E_FAIL' },
  {
    value: 0x80072ee7,
    facility: 7,
    code: 12007,
    inner: { space: 'win32', value: 12007 },
    name: 'ERROR_WINHTTP_NAME_NOT_RESOLVED',
  },
  {
    value: 0x80072f8f,
    facility: 7,
    code: 12175,
    inner: { space: 'win32', value: 12175 },
    name: 'ERROR_WINHTTP_SECURE_FAILURE',
  },
  { value: 0x87d00454, facility: 0x7d0, code: 0x454, inner: undefined, name: 'CCM_E_NO_CLIENT_PKI_CERT' },
  { value: 0x80190193, facility: 25, code: 403, inner: { space: 'http', value: 403 }, name: undefined },
])('$value', ({ value, facility, code, inner, name }) => {
  const decoded = decodeCode(value);
  expect(decoded.parts).toEqual({ failure: true, facility, code });
  expect(decoded.inner).toEqual(inner);
  if (name !== undefined) expect(decoded.names.map((one) => one.name)).toContain(name);
});

test.each([
  { value: 12175, name: 'ERROR_WINHTTP_SECURE_FAILURE' },
  { value: 1603, name: 'ERROR_INSTALL_FAILURE' },
  { value: 0xc0000005, name: 'STATUS_ACCESS_VIOLATION' },
])('$name has no HRESULT parts', ({ value, name }) => {
  const decoded = decodeCode(value);
  expect(decoded.parts).toBeUndefined();
  expect(decoded.names[0]?.name).toBe(name);
});

test('a name leads back to its value', () => {
  expect(valueOfName('ERROR_WINHTTP_SECURE_FAILURE')).toBe(12175);
  expect(valueOfName('E_ACCESSDENIED')).toBe(0x80070005);
  expect(valueOfName('NO_SUCH_NAME')).toBeUndefined();
});
