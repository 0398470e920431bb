import { expect, jest, test } from '@jest/globals';
import { lazy } from '../../knowledge/lazy.js';

test.each([{ value: 'something' }, { value: undefined }])(
  'makes it when it is asked for, and once: $value',
  ({ value }) => {
    const make = jest.fn(() => value);
    const get = lazy(make);
    expect(make).not.toHaveBeenCalled();
    expect([get(), get()]).toEqual([value, value]);
    expect(make).toHaveBeenCalledTimes(1);
  },
);
