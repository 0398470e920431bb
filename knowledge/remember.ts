/**
 * The same function, which hands out again what it made lately.
 *
 * @param most So many results are kept; the one that was longest not asked for goes first.
 */
export function remember<Key, Value extends object>(most: number, make: (key: Key) => Value): (key: Key) => Value {
  const kept = new Map<Key, Value>();
  return (key) => {
    const value = kept.get(key) ?? make(key);
    kept.delete(key);
    kept.set(key, value);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
