import { expect, test } from '@jest/globals';
import { productNames } from '../../../../knowledge/match/question/product-names.js';

test.each([
  { text: 'Configuration Manager', expected: [{ product: 'Configuration Manager' }] },
  {
    text: 'Configuration Manager (current branch)',
    expected: [{ product: 'Configuration Manager', version: 'Configuration Manager (current branch)' }],
  },
  {
    text: 'Microsoft System Center 2012 R2 Operations Manager',
    expected: [{ product: 'Operations Manager', version: 'System Center 2012 R2 Operations Manager' }],
  },
  { text: 'System Center Operations Manager', expected: [{ product: 'Operations Manager' }] },
  {
    text: 'SQL Server 2016 Developer, 2017 Enterprise',
    expected: [
      { product: 'SQL Server', version: 'SQL Server 2016' },
      { product: 'SQL Server', version: 'SQL Server 2017' },
    ],
  },
  { text: 'Windows 10 – all editions', expected: [{ product: 'Windows', version: 'Windows 10' }] },
  {
    text: 'Internet Explorer 9 and later versions',
    expected: [{ product: 'Internet Explorer', version: 'Internet Explorer 9' }],
  },
  { text: '', expected: [] },
])('$text', ({ text, expected }) => expect(productNames(text)).toEqual(expected));
