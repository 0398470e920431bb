import { expect, test } from '@jest/globals';
import { timeOf } from '../../../knowledge/read/index.js';

test.each([
  [
    '<![LOG[x]LOG]!><time="13:12:15.500+000" date="09-25-2023" component="A" type="1" thread="1">',
    '2023-09-25T13:12:15.500Z',
  ],
  [
    '<![LOG[x]LOG]!><time="13:12:15.500-120" date="09-25-2023" component="A" type="1" thread="1">',
    '2023-09-25T11:12:15.500Z',
  ],
  ['x\tCcmMessaging\t4/10/2019 7:44:18 PM\t5368 (0x14F8)', '2019-04-10T19:44:18.000Z'],
  ['x\tCcmMessaging\t4/10/2019 12:04:18 AM\t5368 (0x14F8)', '2019-04-10T00:04:18.000Z'],
  ['x 19/02/2019 13:49:35 ccmsetup 8548 (0x2164)', '2019-02-19T13:49:35.000Z'],
  ['12-28-2018 16:06:39.334    DataTransferService    3544 (0xdd8)    x', '2018-12-28T16:06:39.334Z'],
  ['x  $$<SMS_WSUS_SYNC_MANAGER><08-02-2024 20:54:26.571+240><thread=9640 (0x25A8)>', '2024-08-03T00:54:26.571Z'],
  ['2016-09-28 04:30:31, Info  CBS  x', '2016-09-28T04:30:31.000Z'],
  ['2023-04-03T11:20:41.123Z x', '2023-04-03T11:20:41.123Z'],
  ['no time at all', undefined],
  ['version 10.0.17763 of 12:30', undefined],
])('%s', (line, expected) => {
  const time = timeOf(line);
  expect(time === undefined ? undefined : new Date(time).toISOString()).toBe(expected);
});
