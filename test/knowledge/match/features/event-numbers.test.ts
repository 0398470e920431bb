import { expect, test } from '@jest/globals';
import { eventNumbersIn } from '../../../../knowledge/match/features/event-numbers.js';

test.each([
  { name: 'English', line: 'Event ID: 4107', expected: ['4107'] },
  { name: 'German', line: 'Ereignis-ID: 4107', expected: ['4107'] },
  { name: 'French', line: "ID de l'événement : 4107", expected: ['4107'] },
  { name: 'French, as others say it', line: 'ID d’événement', expected: [] },
  { name: 'Spanish', line: 'Id. del evento:        4107', expected: ['4107'] },
  { name: 'Italian', line: 'ID evento:     4107', expected: ['4107'] },
  { name: 'Russian', line: 'Код события:   4107', expected: ['4107'] },
  { name: 'Chinese', line: '事件 ID: 4107', expected: ['4107'] },
  { name: 'Chinese, with a colon as wide as its letters', line: '事件ID：4107', expected: ['4107'] },
  { name: 'Japanese', line: 'イベント ID:    4107', expected: ['4107'] },
  { name: 'Korean', line: '이벤트 ID: 4107', expected: ['4107'] },
  {
    name: 'rows as the event viewer copies them',
    line: 'Warning\t12/2/2021 7:01:44 AM\tAD FS\t4107\tNone\nError\t12/2/2021 7:01:45 AM\tService Control Manager\t7031\tNone',
    expected: ['4107', '7031'],
  },
  { name: 'no number of another table', line: 'Error\tthree\tfour\t4107\tNone', expected: [] },
])('event numbers: $name', ({ line, expected }) =>
  expect(eventNumbersIn(line).map(({ number }) => number)).toEqual(expected),
);
