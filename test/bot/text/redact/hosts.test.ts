import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { noMasks } from '../../../../bot/text/redact/masks.js';
import { Redactor } from '../../../../bot/text/redact/redactor.js';
import { everydayLines, troubles } from '../../../planted-secrets/surroundings.js';
import { plantedPastes } from '../../../planted-secrets.js';

const hiding = { key: 'test', hosts: true };

function redactAll(texts: readonly string[], redaction = hiding): string[] {
  const redactor = new Redactor(redaction, noMasks('case'));
  return texts.map((text) => redactor.redact(text));
}

function redact(text: string): string {
  return redactAll([text]).join();
}

describe('hosts and addresses go', () => {
  test.each([
    ['https://cmg.contoso.com:443/CCM_Proxy/7205', 'https://<host 1>:443/CCM_Proxy/7205'],
    ['http://cm01/sms_mp/.sms_aut?mplist', 'http://<host 1>/sms_mp/.sms_aut?mplist'],
    ['MP [CM01.ad.contoso.com] and cm01.ad.contoso.com.', 'MP [<host 1>] and <host 1>.'],
    ['\\\\FS01\\source$\\x.msi, \\\\\\\\fs01\\\\source', '\\\\<host 1>\\source$\\x.msi, \\\\\\\\<host 1>\\\\source'],
    ['ComputerName: PC-042, Data Source=SQL01\\CM1;', 'ComputerName: <host 1>, Data Source=<host 2>\\CM1;'],
    ['wildcards like *.contoso.com, DNS=.contoso.com', 'wildcards like *.<host 1>, DNS=.<host 1>'],
    ['cert: CN=srv-cm01.ad.contoso.com, CN=SRV-CM01', 'cert: CN=<host 1>, CN=<host 1>'],
    ['from 10.1.2.9 to 192.168.7.4:8530', 'from <address 1> to <address 2>:8530'],
    ['fe80::1c2b:77ff:fe3a:9d10%12 and 2001:db8:0:1::7', '<address 1> and <address 2>'],
    ['00:15:5d:01:02:03, 00-15-5D-01-02-04', '<address 1>, <address 2>'],
    ['OU=Staff,DC=contoso,DC=com in contoso.com', 'OU=Staff,<host 1> in <host 1>'],
    ['granitefalls.cloudapp.net', '<host 1>.cloudapp.net'],
    ['https://falls.westeurope.cloudapp.azure.com/x', 'https://<host 1>.westeurope.cloudapp.azure.com/x'],
    ['https://store.blob.core.windows.net/c', 'https://<host 1>.blob.core.windows.net/c'],
    ['Server=tcp:cmdb.database.windows.net,1433', 'Server=tcp:<host 1>.database.windows.net,1433'],
  ])('%s', (text, expected) => expect(redact(text)).toBe(expected));

  test('but only where that is wanted', () => {
    const text = 'https://cmg.contoso.com, \\\\FS01\\x, 10.1.2.9';
    expect(redactAll([text], { key: 'test', hosts: false })).toEqual([text]);
  });
});

test('a full name and its short one share a label, another domain has its own, and so it goes on', () => {
  const first = new Redactor(hiding, noMasks('case'));
  expect(first.redact('\\\\cm01\\x of CM01.contoso.com, CM01 is up; srv-2.contoso.com; cm01.fabrikam.com')).toBe(
    '\\\\<host 1>\\x of <host 1>, <host 1> is up; <host 2>; <host 3>',
  );
  const later = new Redactor(hiding, first.masks);
  expect(later.redact('cm01.contoso.com, SRV-2 restarted, http://cm01.fabrikam.com/')).toBe(
    '<host 1>, <host 2> restarted, http://<host 3>/',
  );
});

describe('what tells the fault stays', () => {
  test.each([
    ['https://login.microsoftonline.com/common/oauth2, https://management.azure.com/, sts.windows.net'],
    ['http://crl3.digicert.com/x.crl, http://www.w3.org/2001/XMLSchema, http://schemas.xmlsoap.org/soap'],
    ['cloudapp.net, https://cloudapp.azure.com/, *.onmicrosoft.com'],
    ['Configuration Manager 5.0.9128.1007, version 2.3.4.5, Version=4.0.0.0, 10.0.22631.4391, v1.2.3.4, 4.8.0.0'],
    ['127.0.0.1, 0.0.0.0, 255.255.255.0, 169.254.7.1, 168.63.129.16, ::1, ::, localhost, \\\\localhost\\x'],
    ['C:\\Windows\\CCM\\Logs\\LocationServices.log, ccmsetup.exe, sms.mof, command.com.log, ntdll.dll'],
    ['System.Net.WebException, ASP.NET, System.Data.SqlClient, Microsoft.ConfigurationManagement.Proxy, ADO.NET'],
    ['\\\\.\\root\\ccm\\ClientSDK, \\\\.\\pipe\\sql, \\\\?\\C:\\x, D:\\\\sources\\\\x'],
    ['0x80072f8f, 12175, 403.7, {0c7f2b19-71ab-4a53-8a0a-9a2b5c4d1e20}, 8A:2D:6F:3B:0C:4E:5D:6F:7A:8B'],
    ['2025-05-13 09:41:07.118, 09:41:07:118, 13.05.2025, 1.2.3, std::string::npos, a::b'],
    ['server: busy, host=none, the server is down, Computer Name:, machine: unknown'],
    ['Package PS100042.3, S-1-5-18, KB25858444, ERROR_INTERNET_NAME_NOT_RESOLVED'],
    ['stopped.It works, e.g. this, done.No'],
  ])('%s', (text) => expect(redact(text)).toBe(text));

  test.each([...everydayLines, ...troubles].map((line) => [line.map(({ text }) => text).join(''), line] as const))(
    '%s',
    (text, line) => {
      const shown = redact(text);
      for (const { text: piece, is } of line) if (is === 'kept') expect(shown).toContain(withoutServers(piece));
    },
  );

  /** Of what stays otherwise, addresses of servers are all that may go. */
  const withoutServers = (text: string): string => text.replace(/cmg\.contoso\.com/g, '<host 1>');

  test('of planted pastes, too', () => {
    for (const { name, text, kept } of plantedPastes()) {
      const shown = redact(text);
      expect([name, kept.filter((piece) => !shown.includes(piece))]).toEqual([name, []]);
    }
  });

  const articles = join(__dirname, '../../../../knowledge/articles/cmg');
  test.each(readdirSync(articles))('of what %s says, every word but hosts and addresses', (file) => {
    const text = readFileSync(join(articles, file), 'utf8');
    const words = (it: string): string[] => it.replace(/S-1-5[\d-]+/g, '').match(/[A-Za-z_][\w-]{3,}/g) ?? [];
    const left = new Set(words(redact(text)));
    const gone = new Set(words(text).filter((word) => !left.has(word)));
    // What goes is part of the name of a host somewhere in the article.
    const hosts = new Set(
      (text.match(/(?:https?:\/\/|\\\\)[\w.-]+|[\w-]+(?:\.[\w-]+)+|DC=[\w,=]+/gi) ?? []).flatMap((host) =>
        words(host.toLowerCase()),
      ),
    );
    expect([...gone].filter((word) => !hosts.has(word.toLowerCase()))).toEqual([]);
  });
});

describe('laws', () => {
  const name = fc.stringMatching(/^(?:srv|cm|pc|mp)-?\d{2,4}$/);
  const domain = fc.constantFrom('contoso.com', 'ad.fabrikam.local', 'corp.nordwind.de');
  const number = fc.integer({ min: 1, max: 254 });
  const address = fc.tuple(fc.constantFrom(10, 172, 192, 84), number, number, number).map((parts) => parts.join('.'));
  const code = fc.oneof(
    fc.integer({ min: 0x80000000, max: 0xffffffff }).map((it) => `0x${it.toString(16)}`),
    fc.integer({ min: -2147483648, max: -1 }).map(String),
    fc.integer({ min: 10000, max: 99999 }).map(String),
    fc.constantFrom('E_ACCESSDENIED', 'CMGConnector_Forbidden', 'AADSTS50034', 'KB4495265', '403.16', '5.00.9128.1007'),
  );
  const file = fc
    .tuple(
      fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{2,12}$/),
      fc.constantFrom('log', 'exe', 'dll', 'msi', 'xml', 'ps1'),
    )
    .map((parts) => parts.join('.'));
  const place = fc.oneof(
    fc.tuple(name, domain).map(([host, of]) => `https://${host}.${of}/x`),
    name.map((host) => `\\\\${host}\\share`),
    fc.tuple(name, domain).map(([host, of]) => `from ${host}.${of} (${host})`),
    address.map((it) => `at ${it}:443`),
  );
  const line = fc.oneof(place, code, file, fc.constantFrom('<host 1>', '<address 7>', ' ', '\n', ';', 'failed'));

  test('hiding what is hidden changes nothing', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const once = redact(lines.join(' '));
        expect(redact(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  test('the same host has the same label wherever it stands, another one another', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 8 }), domain, (names, of) => {
        const redactor = new Redactor(hiding, noMasks('case'));
        const labels = names.map((host) => redactor.redact(`https://${host}.${of}/`));
        expect(new Set(labels).size).toBe(names.length);
        const later = new Redactor(hiding, redactor.masks);
        for (const [at, host] of names.entries()) {
          const label = labels[at]?.slice('https://'.length, -1) ?? '';
          expect(later.redact(`${host.toUpperCase()} and \\\\${host}\\x, ${host}.${of}`)).toBe(
            `${label} and \\\\${label}\\x, ${label}`,
          );
        }
      }),
    );
  });

  test('never a code or the name of a file', () => {
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 4 }),
        fc.array(fc.oneof(code, file), { minLength: 1 }),
        (places, kept) => {
          const shown = redact([...places, ...kept].join(' ; '));
          for (const piece of kept) expect(shown).toContain(piece);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('no host is left', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, domain, address), { minLength: 1, maxLength: 5 }), (all) => {
        const shown = redact(all.map(([host, of, it]) => `\\\\${host}\\x: ${host}.${of} is ${it}, ${host}`).join('\n'));
        for (const [host, of, it] of all) for (const left of [host, of, it]) expect(shown).not.toContain(left);
      }),
    );
  });

  test.each(['a.', 'a.com ', '\\\\a', '://a', '1.', '10.1.2.3 ', 'a:', '::', 'ab:', 'DC=a,', 'server: ', 'a-'])(
    'a lot of %j takes no time',
    (unit) => {
      const once = redact(unit.repeat(Math.ceil(100_000 / unit.length)));
      expect(redact(once.slice(0, 2_000))).toBe(redact(redact(once.slice(0, 2_000))));
    },
  );
});
