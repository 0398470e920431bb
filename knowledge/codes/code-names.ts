// The tables of names, read once, on first use: most pastes hold few codes, and a start should not wait for them.

import { names as tables } from './names.js';

/** A number space: the same number means different things in different ones. */
export type Space = keyof typeof tables | 'configmgr';

// Configuration Manager's own (facility 0x7D0) are in no public header; this one appears in its logs beside its value.
const configmgr = '87d00454 CCM_E_NO_CLIENT_PKI_CERT';

const texts: Readonly<Record<Space, string>> = { ...tables, configmgr };

interface Tables {
  /** The names of a value, blanks between them. */
  readonly byValue: Readonly<Record<Space, ReadonlyMap<number, string>>>;
  readonly byName: ReadonlyMap<string, number>;
}

let read: Tables | undefined;

function tablesOnce(): Tables {
  read ??= readTables();
  return read;
}

function readTables(): Tables {
  const byName = new Map<string, number>();
  const spaceTable = (space: Space): Map<number, string> => {
    const table = new Map<number, string>();
    for (const row of texts[space].split('\n')) {
      const blank = row.indexOf(' ');
      if (blank < 0) continue;
      const value = Number.parseInt(row.slice(0, blank), 16);
      const names = row.slice(blank + 1);
      table.set(value, names);
      // Most values have one name: cut out where it stands, which is quicker than making a list of it.
      for (let begin = 0, end = 0; end < names.length; begin = end + 1) {
        end = names.indexOf(' ', begin);
        if (end < 0) end = names.length;
        const name = names.slice(begin, end);
        if (!byName.has(name)) byName.set(name, value);
      }
    }
    return table;
  };
  // Order decides which value a name stands for when two spaces share it: HRESULTs are what logs print.
  const hresult = spaceTable('hresult');
  const ntstatus = spaceTable('ntstatus');
  const win32 = spaceTable('win32');
  const winhttp = spaceTable('winhttp');
  const wininet = spaceTable('wininet');
  return { byValue: { hresult, ntstatus, win32, winhttp, wininet, configmgr: spaceTable('configmgr') }, byName };
}

/** @returns Empty when the space does not name the value. */
export function namesOf(space: Space, value: number): readonly string[] {
  return tablesOnce().byValue[space].get(value)?.split(' ') ?? [];
}

/** The value that a symbol such as `ERROR_ACCESS_DENIED` stands for; undefined for an unknown one. Case matters. */
export function valueOfName(name: string): number | undefined {
  return tablesOnce().byName.get(name);
}
