// The app package: a zip of the manifest and its icons.

import { strFromU8, strToU8, zipSync } from 'fflate';
import { z } from 'zod';

const template = z.looseObject({
  icons: z.object({ color: z.string(), outline: z.string() }),
  bots: z.tuple([z.looseObject({ botId: z.string() })]),
});

/** Fixed, so that the same manifest makes the same package. */
const fileTime = new Date('2026-01-01T00:00:00');

/**
 * @param id Of the app registration; it identifies the app in Teams as well as its bot.
 * @param version Of the app, such as `1.2.0`; Teams takes an update only when it rises.
 * @param read Returns a file of the manifest's folder.
 * @returns The bytes of the zip.
 */
export function appPackage({
  id,
  version,
  read,
}: {
  readonly id: string;
  readonly version: string;
  readonly read: (name: string) => Uint8Array;
}): Uint8Array {
  const manifest = template.parse(JSON.parse(strFromU8(read('manifest.json'))));
  const [bot] = manifest.bots;
  const filled = { ...manifest, id, version, bots: [{ ...bot, botId: id }] };
  const { color, outline } = manifest.icons;
  return zipSync(
    {
      'manifest.json': strToU8(`${JSON.stringify(filled, null, 2)}\n`),
      [color]: read(color),
      [outline]: read(outline),
    },
    { mtime: fileTime },
  );
}
