import { describe, expect, test } from '@jest/globals';
import { isPostgres, nameOfPlace, problemOfPlace } from '../../../adapters/database/place.js';

describe('what is called what', () => {
  test.each([
    ['pastefix.sqlite', 'pastefix.sqlite'],
    ['/var/lib/pastefix/my data.sqlite', '/var/lib/pastefix/my data.sqlite'],
    ['C:\\data\\pastefix.sqlite', 'C:\\data\\pastefix.sqlite'],
    [':memory:', ':memory:'],
    ['postgres://mia:geheim@db.example.com/bot', 'bot at db.example.com'],
    ['postgresql://mia:geheim@db.example.com:6432/my%20bot?sslmode=verify-full', 'my bot at db.example.com:6432'],
    ['POSTGRES://mia@[::1]:5432/', 'mia at [::1]:5432'],
    ['postgres:///bot?host=/run/postgresql', 'bot at /run/postgresql'],
    ['postgres://', 'a database at this machine'],
  ])('%s', (place, name) => {
    expect(problemOfPlace(place)).toBeUndefined();
    expect(nameOfPlace(place)).toBe(name);
    expect(isPostgres(place)).toBe(/^postgres/i.test(place));
  });
});

describe('what cannot be read says how it is written, and nothing of what was given', () => {
  test.each([
    'mysql://mia:geheim@db.example.com/bot',
    'file:///pastefix.sqlite?geheim',
    'postgres://mia:ge#heim@db.example.com/bot',
    'postgres://mia:ge/heim@db.example.com/bot',
    'postgres://mia:geheim%@db.example.com/bot',
    'postgres://mia:geheim@db.example.com:port/bot',
  ])('%s', (place) => {
    expect(problemOfPlace(place)).toMatch(/^PASTEFIX_DATABASE .*postgres:\/\/USER:PASSWORD@HOST:5432\/DATABASE/);
    expect(problemOfPlace(place)).not.toMatch(/geheim|heim|example/);
  });
});
