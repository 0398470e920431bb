import { expect, test } from '@jest/globals';
import {
  type DateOrder,
  dateOrderOf,
  type LogTime,
  readPaste,
  readTime,
  timeTextOf,
} from '../../../knowledge/read/index.js';

const timeIn = (line: string): LogTime | undefined => {
  const [entry] = readPaste(line);
  const text = entry === undefined ? undefined : timeTextOf(entry);
  return text === undefined ? undefined : readTime(text);
};

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
  const time = timeIn(line);
  expect(time === undefined ? undefined : new Date(time.utc ?? time.local).toISOString()).toBe(expected);
});

test.each<[text: string, order: DateOrder, expected: string]>([
  ['04/06/2024 14:02:17', 'month-first', '2024-04-06T14:02:17.000Z'],
  ['04/06/2024 14:02:17', 'day-first', '2024-06-04T14:02:17.000Z'],
  ['19/02/2019 13:49:35', 'month-first', '2019-02-19T13:49:35.000Z'],
  ['02/19/2019 13:49:35', 'day-first', '2019-02-19T13:49:35.000Z'],
  ['04.06.2024 14:02:17', 'month-first', '2024-06-04T14:02:17.000Z'],
  ['04-06-2024 14:02:17.100', 'day-first', '2024-04-06T14:02:17.100Z'],
  ['2024-04-06 14:02:17', 'day-first', '2024-04-06T14:02:17.000Z'],
])('%s, %s', (text, order, expected) => {
  expect(new Date(readTime(text, order)?.local ?? 0).toISOString()).toBe(expected);
});

test.each<[texts: readonly string[], expected: DateOrder | undefined]>([
  [['04/06/2024 1:00', '13/06/2024 1:00'], 'day-first'],
  [['04/06/2024 1:00', '04/13/2024 1:00'], 'month-first'],
  [['04/06/2024 1:00', '05/06/2024 1:00'], undefined],
  [['2024-06-13 1:00', '13.06.2024 1:00', '06-13-2024 1:00', 'no time'], undefined],
])('%j are written %s', (texts, expected) => expect(dateOrderOf(texts)).toBe(expected));

test.each([
  ['2023-04-03 11:20:41 10.1.2.3 GET /SMS_MP/.sms_aut SITESIGNCERT 443 - 10.1.2.9 SMS+CCM+5.0 - 403 7 0 5573 11', 0],
  ['<![LOG[x]LOG]!><time="13:12:15.500-120" date="09-25-2023" component="A" type="1" thread="1">', -120],
  ['x\tCcmMessaging\t4/10/2019 7:44:18 PM\t5368 (0x14F8)', undefined],
])('%s: minutes from its clock to UTC: %p', (line, expected) => {
  const time = timeIn(line);
  expect(time?.utc === undefined ? undefined : (time.utc - time.local) / 60_000).toBe(expected);
});
