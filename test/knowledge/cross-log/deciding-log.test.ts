import { describe, expect, test } from '@jest/globals';
import { decidingLog, type LogText, type Suspect } from '../../../knowledge/cross-log/index.js';
import type { Route } from '../../../knowledge/index.js';
import { knowledge } from '../shipped.js';

const machine = (id: string, rest: Partial<Route['machines'][number]> = {}): Route['machines'][number] => ({
  id,
  name: `the ${id}`,
  answers: [],
  writes: [],
  fails: [],
  ...rest,
});
const log = (file: string, of: string, rest: Partial<Route['logs'][number]> = {}): Route['logs'][number] => ({
  file,
  machine: of,
  path: `\`C:\\${file}\``,
  components: [],
  clock: 'local',
  delay: 0,
  shows: {},
  ...rest,
});

const route: Route = {
  stages: ['name', 'proxy', 'server'],
  machines: [machine('page'), machine('proxy', { answers: ['Proxy_'] }), machine('server')],
  logs: [
    log('Page.log', 'page', { shows: { name: 'the name', proxy: 'the answer' } }),
    log('Fetch.log', 'page', { shows: { name: 'the address' } }),
    log('Proxy.log', 'proxy', {
      delay: 10,
      verbose: 'Set it to 1.',
      shows: { proxy: 'the refusal', server: 'the status' },
    }),
    log('Server.log', 'server', { clock: 'utc', shows: { server: 'the exception' } }),
  ],
  prefixes: [],
};

const suspect = (id: string, stage: string, probability: number, file?: string): Suspect => ({
  issue: { id, stage, symptoms: file === undefined ? [] : [{ kind: 'log', text: 'x', file }] },
  probability,
});
const pasted = (message: string, bias = ''): LogText[] => [
  { text: `${message}  $$<Page><03-12-2025 09:00:00.000${bias}><thread=1 (0x1)>` },
];
const refused = 'request failed, StatusCode=403 StatusText=Proxy_Forbidden';

describe('the log that is asked for', () => {
  test.each<[name: string, suspects: readonly Suspect[], pastes: readonly LogText[], expected: string | undefined]>([
    ['nothing is known: the first machine’s', [], [], 'Page.log'],
    ['the next machine knows more', [], pasted('request failed'), 'Proxy.log'],
    ['the machine that answered knows more', [], pasted(refused), 'Proxy.log'],
    [
      'one in which an author saw one of two suspects',
      [suspect('a', 'server', 0.5, 'Server.log'), suspect('b', 'server', 0.4)],
      pasted(refused),
      'Server.log',
    ],
    [
      'one that shows the stage of one of two',
      [suspect('a', 'name', 0.5), suspect('b', 'unknown', 0.4)],
      pasted('request failed'),
      'Fetch.log',
    ],
    [
      'machines that only pass on what they were told are left out',
      [suspect('a', 'name', 0.5), suspect('b', 'proxy', 0.4)],
      pasted(refused),
      'Proxy.log',
    ],
    [
      'what has been seen is not asked for again',
      [suspect('a', 'proxy', 0.5, 'Page.log'), suspect('b', 'name', 0.4)],
      pasted('request failed'),
      'Proxy.log',
    ],
    [
      'everything has been seen',
      [],
      ['Page', 'Fetch', 'Proxy', 'Server'].map((name) => ({ text: 'request failed', file: `${name}.log` })),
      undefined,
    ],
  ])('%s', (_, suspects, pastes, expected) => {
    expect(decidingLog(route, suspects, pastes)?.file).toBe(expected);
  });

  test('comes with all that is needed to fetch it', () => {
    expect(decidingLog(route, [suspect('a', 'server', 0.5), suspect('b', 'proxy', 0.4)], pasted(refused))).toEqual({
      file: 'Proxy.log',
      machine: 'the proxy',
      path: '`C:\\Proxy.log`',
      verbose: 'Set it to 1.',
      lookFor: ['the status', 'the refusal'],
      minutes: 2,
      delay: 10,
      at: { written: '03-12-2025 09:00:00.000' },
      gain: expect.any(Number),
    });
  });

  test('says when the error was on the clock of that log, where both are known', () => {
    const suspects = [suspect('a', 'server', 0.9, 'Server.log')];
    expect(decidingLog(route, suspects, pasted(refused, '-60'))?.at).toEqual({
      written: '03-12-2025 09:00:00.000-60',
      there: '2025-03-12 08:00:00',
    });
  });

  test('tells nothing apart where there is nothing to be told apart', () => {
    expect(decidingLog(route, [suspect('a', 'server', 1)], pasted(refused))?.gain).toBe(0);
  });
});

test('a route without logs asks for none', () => {
  expect(decidingLog({ stages: ['name'], machines: [], logs: [], prefixes: [] }, [], pasted(refused))).toBeUndefined();
});

const shipped = knowledge.routeOver('cmg/logs.md');

test.each(shipped?.logs ?? [])('$file has a machine and a path', (one) => {
  expect(shipped?.machines.map(({ id }) => id)).toContain(one.machine);
  expect(one.path).toMatch(/^`[^`]+`/);
});
