import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Joined, joinLogs, type LogText } from '../../../knowledge/cross-log/index.js';
import type { Route } from '../../../knowledge/index.js';
import { joinedSchema } from '../../../knowledge/schemas.js';

const log = (file: string, machine: string, rest: Partial<Route['logs'][number]> = {}): Route['logs'][number] => ({
  file,
  machine,
  path: `\`C:\\${file}\``,
  components: [],
  clock: 'local',
  delay: 0,
  shows: {},
  ...rest,
});
const machine = (id: string, rest: Partial<Route['machines'][number]> = {}): Route['machines'][number] => ({
  id,
  name: `the ${id}`,
  answers: [],
  writes: [],
  fails: [],
  ...rest,
});

/** A shop: pages ask a proxy, which asks a server. */
const route: Route = {
  stages: ['name', 'proxy', 'server'],
  machines: [machine('page', { writes: ['[fetch]'] }), machine('proxy', { answers: ['Proxy_'] }), machine('server')],
  logs: [
    log('Page.log', 'page'),
    log('Proxy.log', 'proxy'),
    log('Server.log', 'server'),
    log('Web', 'server', { components: ['IIS'], clock: 'utc' }),
  ],
  prefixes: ['/shop/*'],
};

const line = (component: string, time: string, message: string): string =>
  `${message}  $$<${component}><03-12-2025 ${time}><thread=1 (0x1)>`;
const id = (n: number): string => `0c7f2b19-71ab-4a53-8a0a-9a2b5c4d1e${n.toString(16).padStart(2, '0')}`;
const asked = (time: string, what = 'cart?item&x', result = 'failed with status code: 500'): string =>
  line('Page', time, `GET https://shop.example/shop/eu/${what} ${result}`);
const passed = (time: string, n = 1, what = 'cart?item'): string =>
  line('Proxy', time, `Request ${id(n)} to https://inner:8443/${what}`);
const refused = (time: string, n = 1): string => line('Server', time, `Request ${id(n)} failed: database is locked`);
const logs = (...texts: readonly string[]): LogText[] => texts.map((text) => ({ text }));

/** In a line: how far it got, and the lines of the cause. */
const told = ({ hops, failedAt, lines }: Joined): string => {
  const way = hops.map(
    ({ machine: at, reached, result }) => `${at} ${reached}${result === undefined ? '' : ` ${result}`}`,
  );
  const causes = lines.filter(({ role }) => role === 'cause').map((one) => `${one.paste}:${one.line}`);
  return `${way.join(', ')}; ${failedAt?.machine ?? '-'}${failedAt?.towards === undefined ? '' : ` towards ${failedAt.towards}`} ${causes.join(' ')}`;
};

describe('a request', () => {
  test.each<[name: string, logs: readonly LogText[], expected: string]>([
    ['is not there', logs('', 'good morning'), 'page unknown, proxy unknown, server unknown; - '],
    ['has not failed', logs(asked('09:00:00', 'cart', 'is done')), 'page unknown, proxy unknown, server unknown; - '],
    ['is told of by one log', logs(asked('09:00:00')), 'page yes failed, proxy yes, server unknown; page 0:1'],
    [
      'is followed by what was asked for, then by id',
      logs(asked('09:00:00'), passed('09:00:01'), refused('09:00:02')),
      'page yes failed, proxy yes, server yes failed; server 2:1',
    ],
    [
      'is followed over clocks that differ',
      logs(
        [asked('08:58:00', 'home', 'is done'), asked('09:00:00')].join('\n'),
        [passed('06:58:00.5', 2, 'home'), passed('07:00:00.5')].join('\n'),
        refused('04:10:07'),
      ),
      'page yes failed, proxy yes, server yes failed; server 2:1',
    ],
    [
      'is told from others of the same kind',
      logs(
        [asked('09:00:00', 'cart?item', 'is done'), asked('09:05:00')].join('\n'),
        [passed('09:00:00', 1), passed('09:05:00', 2)].join('\n'),
        [line('Server', '09:00:01', `Request ${id(1)} is done`), refused('09:05:01', 2)].join('\n'),
      ),
      'page yes failed, proxy yes, server yes failed; server 2:2',
    ],
    [
      'does not get to a machine that logs before and after',
      logs(
        [asked('08:59:00', 'home', 'is done'), asked('09:00:00', 'cart', 'failed: no such host')].join('\n'),
        [passed('08:59:00', 3, 'home'), passed('09:03:00', 4, 'other')].join('\n'),
      ),
      'page yes failed, proxy no, server unknown; page towards proxy 0:2',
    ],
    [
      'is known to have reached a machine whose answer is quoted',
      logs(line('Page', '09:00:00', 'StatusCode=403 StatusText=Proxy_Forbidden, request failed')),
      'page yes failed, proxy yes failed, server unknown; proxy ',
    ],
    [
      'fails while a machine fails at everything',
      logs(
        asked('09:00:00', 'cart', 'failed: nobody answers'),
        line('Proxy', '08:57:30', 'cannot connect to inner:8443'),
      ),
      'page yes failed, proxy unknown failed, server unknown; proxy 1:1',
    ],
    [
      'is not confused with what failed long before',
      logs(
        [asked('07:00:00', 'home', 'is done'), asked('09:00:00', 'cart', 'failed: nobody answers')].join('\n'),
        [passed('07:00:00', 1, 'home'), line('Proxy', '08:00:00', 'cannot connect to inner:8443')].join('\n'),
      ),
      'page yes failed, proxy unknown, server unknown; page 0:2',
    ],
    [
      'is found in the log of a web server',
      logs(asked('09:00:00'), '2025-03-12 09:00:00 10.0.0.1 GET /cart item 443 - 10.0.0.2 agent - 500 0 64 10'),
      'page yes failed, proxy yes, server yes failed; server 1:1',
    ],
    [
      'without times is joined by what was asked for',
      logs(
        '[fetch] GET https://shop.example/shop/eu/cart failed',
        `Proxy.log\nRequest ${id(1)} to https://inner/cart failed`,
      ),
      'page yes failed, proxy yes failed, server unknown; proxy 1:2',
    ],
  ])('%s', (_, texts, expected) => expect(told(joinLogs(route, texts))).toBe(expected));

  test('is the same in whatever order the logs come', () => {
    const texts = logs(asked('09:00:00'), passed('09:00:01'), refused('09:00:02'));
    const { hops, failedAt, clocks } = joinLogs(route, texts);
    expect(joinLogs(route, [...texts].reverse())).toMatchObject({ hops, failedAt, clocks });
  });

  test('is followed within one paste, too', () => {
    const all = [asked('09:00:00'), passed('09:00:01'), refused('09:00:02')].join('\n');
    expect(told(joinLogs(route, logs(all)))).toBe('page yes failed, proxy yes, server yes failed; server 0:3');
  });
});

test('an id has the same mask in every line', () => {
  const { lines } = joinLogs(
    route,
    logs(
      asked('09:00:00'),
      passed('09:00:01'),
      refused('09:00:02'),
      line('Server', '09:00:02', `Request ${id(1)} error ${id(9)}`),
    ),
  );
  const texts = lines.filter(({ machine: at }) => at !== 'page').map(({ text }) => text);
  expect(texts).toEqual([
    'Request <id 1> to https://inner:8443/cart?item',
    'Request <id 1> failed: database is locked',
    'Request <id 1> error <id 2>',
  ]);
});

test('a file tells which machine its lines are from', () => {
  const texts: LogText[] = [{ text: 'request failed: nobody answers', file: 'C:\\Logs\\SHOP1-Proxy.lo_' }];
  expect(told(joinLogs(route, texts))).toBe('page yes, proxy yes failed, server unknown; proxy 0:1');
});

test('whatever is pasted, there is a small answer', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom(
      '\n',
      asked('09:00:00'),
      passed('09:00:01'),
      refused('09:00:02'),
      '<![LOG[',
      ']LOG]!>',
      'Proxy_Forbidden '.repeat(400),
    ),
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => ({ text: pieces.join('\n') }));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
      const kept = JSON.stringify(joinLogs(route, texts));
      expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(2048);
      joinedSchema.parse(JSON.parse(kept));
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['blanks', ' '.repeat(1_000_000)],
  ['blanks and tabs', ' \t'.repeat(500_000)],
  ['torn markup', '<![LOG[x'.repeat(125_000)],
  ['addresses without end', 'https://a/'.repeat(100_000)],
  ['one request, again and again', `${asked('09:00:00')}\n${passed('09:00:00')}\n`.repeat(6_000)],
  [
    'requests of every second',
    Array.from({ length: 12_000 }, (_, n) => asked(new Date(n * 1000).toISOString().slice(11, 19))).join('\n'),
  ],
])('a megabyte of %s is read to its end', (_, text) => {
  expect(joinLogs(route, [{ text }, { text: text.slice(5) }]).lines.every(({ paste }) => paste < 2)).toBe(true);
});
