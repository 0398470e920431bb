// Pictures from shapes: enough to draw two icons, without a drawing program.

import { crc32, deflateSync } from 'node:zlib';

/** Distance from a point to the edge of a shape, in pixels; negative inside. */
export type Shape = (x: number, y: number) => number;

/** Red, green, blue and opacity, each 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

export interface Layer {
  readonly shape: Shape;
  readonly colour: Colour | ((x: number, y: number) => Colour);
}

export const everywhere: Shape = () => Number.NEGATIVE_INFINITY;

export function circle(cx: number, cy: number, radius: number): Shape {
  return (x, y) => Math.hypot(x - cx, y - cy) - radius;
}

/** A rectangle with round corners, given by its edges. */
export function roundedBox(left: number, top: number, right: number, bottom: number, radius: number): Shape {
  return (x, y) => {
    const dx = Math.max(left + radius - x, x - (right - radius));
    const dy = Math.max(top + radius - y, y - (bottom - radius));
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
  };
}

/** A line through the points, with round ends. */
export function line(width: number, ...points: readonly (readonly [x: number, y: number])[]): Shape {
  return (x, y) => {
    let nearest = Number.POSITIVE_INFINITY;
    for (const [at, [bx, by]] of points.entries()) {
      const [ax, ay] = points[at - 1] ?? [bx, by];
      const length2 = (bx - ax) ** 2 + (by - ay) ** 2;
      const along = length2 === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length2;
      const share = Math.min(1, Math.max(0, along));
      nearest = Math.min(nearest, Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay)));
    }
    return nearest - width / 2;
  };
}

/** The edge of a shape, as a line of that width. */
export function outline(shape: Shape, width: number): Shape {
  return (x, y) => Math.abs(shape(x, y)) - width / 2;
}

export function without(shape: Shape, hole: Shape): Shape {
  return (x, y) => Math.max(shape(x, y), -hole(x, y));
}

/** The same shape, its edge spread over some pixels: a shadow. */
export function soft(shape: Shape, pixels: number): Shape {
  return (x, y) => shape(x, y) / pixels;
}

/** @param layers From back to front. @returns The bytes of a PNG file with transparency. */
export function drawPng(size: number, layers: readonly Layer[]): Uint8Array {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const [red, green, blue, alpha] = colourAt(x + 0.5, y + 0.5, layers);
      // Each row begins with its filter: none.
      const at = y * (size * 4 + 1) + 1 + x * 4;
      rows.set(
        [red, green, blue, alpha].map((value) => Math.round(value * 255)),
        at,
      );
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits a channel, red green blue alpha
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function colourAt(x: number, y: number, layers: readonly Layer[]): Colour {
  return layers.reduce<Colour>(
    (below, { shape, colour }) => {
      const [red, green, blue, opacity] = typeof colour === 'function' ? colour(x, y) : colour;
      // A pixel that the edge crosses is covered in part.
      const alpha = opacity * Math.min(1, Math.max(0, 0.5 - shape(x, y)));
      const total = alpha + below[3] * (1 - alpha);
      const mix = (above: number, under: number) =>
        total === 0 ? above : (above * alpha + under * below[3] * (1 - alpha)) / total;
      return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), total];
    },
    [1, 1, 1, 0],
  );
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
