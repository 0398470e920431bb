import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import { strFromU8, unzipSync } from 'fflate';
import { appPackage } from '../../manifest/app-package.js';
import { colourIcon, outlineIcon } from '../../manifest/icons.js';

const folder = join(__dirname, '../../manifest');
const read = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
const manifest = JSON.parse(strFromU8(read('manifest.json')));

test('the manifest keeps the official schema', async () => {
  expect(await AppManifestUtils.validateAgainstSchema(manifest as TeamsManifest)).toEqual([]);
});

test('the official schema would object to what it does not know', async () => {
  const wrong = { ...manifest, bots: [{ ...manifest.bots[0], supportsMagic: true }] };
  expect(await AppManifestUtils.validateAgainstSchema(wrong as TeamsManifest)).not.toEqual([]);
});

test('the bot is offered in chats of every kind', () => {
  expect(manifest.bots[0].scopes).toEqual(['personal', 'team', 'groupChat']);
});

describe('the icons', () => {
  test.each([
    { name: 'color.png', drawn: colourIcon, size: 192 },
    { name: 'outline.png', drawn: outlineIcon, size: 32 },
  ])('$name is $size pixels square and drawn by the script', ({ name, drawn, size }) => {
    const png = readPng(read(name));
    expect([png.width, png.height]).toEqual([size, size]);
    // Compressors differ between versions of Node; the picture does not.
    expect(png.pixels.equals(readPng(drawn()).pixels)).toBe(true);
  });

  test('the colour icon fills its square', () => {
    expect(pixels('color.png').every(([, , , alpha]) => alpha === 255)).toBe(true);
  });

  test('the outline icon is white on nothing', () => {
    const seen = pixels('outline.png').filter(([, , , alpha]) => alpha > 0);
    expect(seen.length).toBeGreaterThan(100);
    expect(seen.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
    expect(seen.length).toBeLessThan((32 * 32) / 2);
  });
});

describe('the package', () => {
  const id = '11111111-2222-3333-4444-555555555555';
  const files = unzipSync(appPackage({ id, version: '1.2.3', read }));

  test('holds the manifest and its icons at the top', () => {
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(files['color.png']).toEqual(read('color.png'));
  });

  test('names the app, its version and its bot, and still keeps the schema', async () => {
    const filled = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    expect(filled).toEqual({ ...manifest, id, version: '1.2.3', bots: [{ ...manifest.bots[0], botId: id }] });
    expect(await AppManifestUtils.validateAgainstSchema(filled as TeamsManifest)).toEqual([]);
  });

  test('is the same whenever it is made', () => {
    expect(appPackage({ id, version: '1', read })).toEqual(appPackage({ id, version: '1', read }));
  });
});

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

function pixels(name: string): Pixel[] {
  const { width, height, pixels: data } = readPng(read(name));
  return Array.from({ length: width * height }, (_, n) => {
    const at = Math.floor(n / width) * (width * 4 + 1) + 1 + (n % width) * 4;
    return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, data[at + 3] ?? 0];
  });
}

/** Reads what the script writes: one IDAT, rows without a filter. */
function readPng(bytes: Uint8Array): { readonly width: number; readonly height: number; readonly pixels: Buffer } {
  const png = Buffer.from(bytes);
  const data = png.indexOf('IDAT');
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    pixels: inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4))),
  };
}
