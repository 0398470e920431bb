import { expect, test } from '@jest/globals';
import { vary } from '../../bench/vary.js';

test.each([
  { text: 'error 0x80072f8f in 12175 ms', copy: 2, becomes: 'error 0x80074f0f in 14397 ms' },
  { text: '{3F2504E0-4F89-11D3-9A0C-0305E82C3301}', copy: 1, becomes: '{3F2515E1-4F89-11D3-9A0C-0305E82C4412}' },
  { text: 'CMGConnector_Forbidden by SmsClient', copy: 3, becomes: 'CMGConnector_Forbiddend by SmsClientd' },
  { text: 'an ordinary sentence, step 12.', copy: 5, becomes: 'an ordinary sentence, step 12.' },
  { text: 'anything 0x80072f8f', copy: 0, becomes: 'anything 0x80072f8f' },
])('$text, copy $copy', ({ text, copy, becomes }) => expect(vary(text, copy)).toBe(becomes));

test('copies differ from each other', () => {
  const copies = Array.from({ length: 10 }, (_, copy) => vary('0x80072f8f KB1234567 dnsRecord', copy));
  expect(new Set(copies).size).toBe(10);
});
