import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { codeHash, featuresOf } from '../../../../knowledge/match/features/features.js';
import { Kind } from '../../../../knowledge/match/features/kind.js';

/** What a line yields of a kind, as the text it stands in. */
const found = (line: string, ...kinds: Kind[]): string[] => {
  const texts: string[] = [];
  featuresOf(line, true, (_, kind, start, end) => {
    if (kinds.includes(kind)) texts.push(line.slice(start, end));
  });
  return texts;
};
const hashes = (line: string, kind?: Kind): Set<number> => {
  const all = new Set<number>();
  featuresOf(line, true, (hash, one) => {
    if (kind === undefined || one === kind) all.add(hash);
  });
  return all;
};

test.each([
  {
    name: 'names, whole',
    line: 'StatusText= CMGConnector_Forbidden',
    kinds: [Kind.symbol],
    expected: ['CMGConnector_Forbidden'],
  },
  {
    name: 'and in parts',
    line: 'CMGConnector_Forbidden',
    kinds: [Kind.part],
    expected: ['CMG', 'Connector', 'Forbidden'],
  },
  { name: 'letters with a number', line: 'fails with AADSTS50105', kinds: [Kind.name], expected: ['AADSTS50105'] },
  { name: 'codes of two digits in any language', line: '发生系统错误 53。', kinds: [Kind.code], expected: ['53'] },
  { name: 'stop codes of two digits', line: 'Stop error 7E', kinds: [Kind.code], expected: ['7E'] },
  { name: 'codes by value', line: 'hr=0x80072f8f', kinds: [Kind.code], expected: ['0x80072f8f'] },
  {
    name: 'codes by name',
    line: 'Text=ERROR_WINHTTP_SECURE_FAILURE',
    kinds: [Kind.code],
    expected: ['ERROR_WINHTTP_SECURE_FAILURE'],
  },
  { name: 'what a code wraps', line: 'hr=0x80072f8f', kinds: [Kind.innerCode], expected: ['0x80072f8f'] },
  {
    name: 'generic codes apart',
    line: 'failed with 0x80004005',
    kinds: [Kind.code, Kind.genericCode],
    expected: ['0x80004005'],
  },
  {
    name: 'statuses with what stands behind them',
    line: 'HTTP Error 403.16 - Forbidden',
    kinds: [Kind.status],
    expected: ['403.16'],
  },
  {
    name: 'no status in a version, an address or a size',
    line: 'v4.0.403.16 at 10.0.403.1, 512.40 MB',
    kinds: [Kind.status],
    expected: [],
  },
  { name: 'events', line: 'Event ID: 13559', kinds: [Kind.event], expected: ['Event ID: 13559'] },
  {
    name: 'several events of one line',
    line: 'Events 7000, 7009 and 7011',
    kinds: [Kind.event],
    expected: ['Events 7000, 7009 and 7011', 'Events 7000, 7009 and 7011', 'Events 7000, 7009 and 7011'],
  },
  { name: 'events of XML', line: '<EventID>41</EventID>', kinds: [Kind.event], expected: ['EventID>41'] },
  {
    name: 'no name in a field of JSON or XML',
    line: '{"errorDescription": "ZtdDeviceMissing"} <ErrorDetail> <TimeLogged LogTime="6">',
    kinds: [Kind.symbol],
    expected: ['ZtdDeviceMissing'],
  },
  {
    name: 'no name in a field of a client library',
    line: 'RequestStatus=409 -- Error: Code="VaultNameInUse"',
    kinds: [Kind.symbol],
    expected: ['VaultNameInUse'],
  },
  {
    name: 'no fields, as they begin and as they end',
    line: '<GateRetriable>VaultNameInUse</GateRetriable>',
    kinds: [Kind.symbol],
    expected: ['VaultNameInUse'],
  },
  {
    name: 'no name in letters that stand alone',
    line: 'User: N/A, but Contoso/Mail',
    kinds: [Kind.symbol],
    expected: ['Contoso/Mail'],
  },
  {
    name: 'the class of an exception, and what wraps another name, among the parts',
    line: 'ResourceDeploymentFailure Contoso.VaultException VaultNameInUse',
    kinds: [Kind.symbol],
    expected: ['VaultNameInUse'],
  },
  {
    name: 'resources of Azure as places',
    line: '/subscriptions/00/resourceGroups/rg/providers/Contoso.Net/loadGates has VaultNameInUse',
    kinds: [Kind.symbol],
    expected: ['VaultNameInUse'],
  },
  {
    name: 'no phrases of the driver that passes a message on',
    line: '[Microsoft][ODBC Driver 17][SQL Server]Ledger locked',
    kinds: [Kind.pair],
    expected: ['Ledger', 'Ledger locked', 'locked'],
  },
  {
    name: 'products by any name, and by a part of one',
    line: 'SCCM, MECM, Configuration Manager, WsusPool',
    kinds: [Kind.product],
    expected: ['SCCM', 'MECM', 'Configuration Manager', 'WsusPool', 'Wsus'],
  },
  {
    name: 'a qualified name as one',
    line: 'System.Data.SqlClient failed',
    kinds: [Kind.pair],
    expected: ['System.Data.SqlClient', 'System.Data.SqlClient failed'],
  },
  {
    name: 'files by their names, wherever they lie',
    line: String.raw`C:\Program Files\Contoso\user.config was damaged by /opt/mail/4.2, not by user.config`,
    kinds: [Kind.symbol],
    expected: [
      String.raw`C:\Program`,
      String.raw`Files\Contoso\user.config`,
      'user.config',
      'opt/mail/4.2',
      'user.config',
    ],
  },
  { name: 'addresses as places', line: 'at https://a.contoso.com/CCM_STS now', kinds: [Kind.symbol], expected: [] },
  {
    name: 'nothing in what a browser says it is',
    line: 'refused: Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Edge/18.1 by x',
    kinds: [Kind.symbol, Kind.name],
    expected: [],
  },
  { name: 'commonplace words apart', line: 'the certificate', kinds: [Kind.commonWord], expected: ['the'] },
  {
    name: 'no name in what a debugger calls its fields',
    line: 'IMAGE_NAME:  pci.sys',
    kinds: [Kind.symbol],
    expected: ['pci.sys'],
  },
  { name: 'no name in a date', line: '4/27/2020 02:10', kinds: [Kind.symbol, Kind.name], expected: [] },
])('finds $name', ({ line, kinds, expected }) => expect(found(line, ...kinds)).toEqual(expected));

describe('what is the same fault shares features', () => {
  test('a file is the same by its name and by its path', () => {
    const [alone = 0] = hashes('ccmsetup2.log', Kind.symbol);
    expect(hashes(String.raw`C:\Windows\ccmsetup2.log`, Kind.symbol)).toContain(alone);
  });

  test('a code in two notations', () => {
    expect(hashes('Code=12175', Kind.code)).toEqual(new Set([codeHash(0x2f8f)]));
    expect(hashes('ERROR_WINHTTP_SECURE_FAILURE', Kind.code)).toEqual(new Set([codeHash(0x2f8f)]));
  });
  test('a product under two names', () => {
    expect(hashes('SCCM', Kind.product)).toEqual(hashes('the configuration manager client', Kind.product));
    expect(hashes('kubectl', Kind.product)).toEqual(hashes('AKS', Kind.product));
  });
  test('a phrase with other numbers', () => {
    expect(hashes('took 310 ms', Kind.triple)).toEqual(hashes('took 12 ms', Kind.triple));
  });
  test('a line in another case', () => {
    expect(hashes('ACCESS denied', Kind.pair)).toEqual(hashes('Access Denied', Kind.pair));
  });
});

test('a whole line differs from part of one', () => {
  const whole = featuresOf('Access is denied', true, () => {});
  expect(featuresOf('access is denied.', true, () => {})).toBe(whole);
  expect(featuresOf('Access is denied here', true, () => {})).not.toBe(whole);
});

test('any line is read, its positions within it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (line) => {
      featuresOf(line, true, (hash, _, start, end) => {
        expect(hash).toBe(hash | 0);
        expect(start >= 0 && start <= end && end <= line.length).toBe(true);
      });
    }),
  );
});
