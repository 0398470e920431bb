import { expect, test } from '@jest/globals';
import { readingsOf } from '../../../knowledge/indexing/title-readings.js';

test.each([
  {
    title: 'Troubleshoot the DiskIsAttached, DiskIsLocked, or DISK_IN_USE error code',
    expected: [
      'Troubleshoot the DiskIsAttached error code',
      'Troubleshoot the DiskIsLocked error code',
      'Troubleshoot the DISK_IN_USE error code',
    ],
  },
  { title: 'Events 7000 and 7011 are logged', expected: ['Events 7000 are logged', 'Events 7011 are logged'] },
  { title: 'Error 0x800F0906/0x800F081F', expected: ['Error 0x800F0906', 'Error 0x800F081F'] },
  { title: 'Error 1603 occurs', expected: [] },
  { title: 'Clients and servers, or both, are slow', expected: [] },
  { title: 'Version 10.0.1904 and 10.0.2261 of a file', expected: [] },
])('$title has $expected.length more readings', ({ title, expected }) => {
  expect(readingsOf(title)).toEqual([title, ...expected]);
});
