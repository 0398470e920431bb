// Where the database is, as PASTEFIX_DATABASE says it: a file of SQLite's, or the address of a PostgreSQL database.

/** What an address looks like. */
const postgres = /^postgres(?:ql)?:\/\//i;
const anyAddress = /^[a-z][a-z0-9+.-]*:\/\//i;

export function isPostgres(place: string): boolean {
  return postgres.test(place);
}

/** @returns What to change, without what was given, since that may hold a password; undefined where nothing has to be. */
export function problemOfPlace(place: string): string | undefined {
  if (!anyAddress.test(place)) return undefined;
  const form = 'a file, or an address such as postgres://USER:PASSWORD@HOST:5432/DATABASE';
  if (!isPostgres(place)) return `PASTEFIX_DATABASE must be ${form}`;
  return partsOf(place) === undefined
    ? `PASTEFIX_DATABASE cannot be read: it must be ${form}, in which @ : / # and % are written as %40 %3A %2F %23 and %25 where they are part of a name or password`
    : undefined;
}

/** What people call it: the file, or which database where; never who with which password. */
export function nameOfPlace(place: string): string {
  if (!isPostgres(place)) return place;
  const { database = 'a database', host = 'this machine' } = partsOf(place) ?? {};
  return `${database} at ${host}`;
}

function partsOf(address: string): { readonly database?: string; readonly host?: string } | undefined {
  try {
    const { username, password, host, pathname, searchParams } = new URL(address);
    const [user, , database] = [username, password, pathname.slice(1)].map(decodeURIComponent);
    const named = database || user;
    const where = host || searchParams.get('host');
    return { ...(named ? { database: named } : {}), ...(where ? { host: where } : {}) };
  } catch {
    return undefined;
  }
}
