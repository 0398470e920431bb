// Which log each entry of a paste comes from: the component that its line names, or the file named in a line above.

import type { Entry } from './read-paste.js';

// "LocationServices.log", "**LocationServices.log:**", "--- C:\Windows\CCM\Logs\LocationServices.log"
const heading = /^(?:\W{0,8}|.{0,200}[\\/])([\w-]{2,80})\.lo[g_]\W{0,8}$/i;

/** @returns For each entry, lower case and without `.log`; undefined where nothing tells. */
export function sourcesOf(entries: readonly Entry[]): readonly (string | undefined)[] {
  let named: string | undefined;
  return entries.map(({ component, message }) => {
    if (component !== undefined) return component.toLowerCase();
    if (message.length <= 300) named = heading.exec(message)?.[1]?.toLowerCase() ?? named;
    return named;
  });
}
