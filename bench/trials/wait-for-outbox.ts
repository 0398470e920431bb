// The end of a trial: everything that was to be delivered has been.

import { setTimeout as pause } from 'node:timers/promises';

/** @throws {Error} When something is given up, or still waits after so long. */
export async function waitForOutbox(url: string, patienceMs = 600_000): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const text = await (await fetch(`${url}/metrics`)).text();
    const waiting = figure(text, 'pastefix_deliveries_waiting');
    const undelivered = figure(text, 'pastefix_undelivered');
    if (undelivered > 0) throw new Error(`${undelivered} deliveries were given up`);
    if (waiting === 0) return;
    if (Date.now() > until) throw new Error(`${waiting} deliveries still wait`);
    await pause(200);
  }
}

/** The sum over all labels; NaN where there is none. */
function figure(text: string, name: string): number {
  const values = text
    .split('\n')
    .flatMap((line) => (line.startsWith(`${name}{`) ? [Number(line.split(' ').at(-1))] : []));
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0);
}
