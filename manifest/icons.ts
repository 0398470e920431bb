// The icons of the app: a page of a log, its one line that matters, and the mark of a problem solved.

import {
  type Colour,
  circle,
  drawPng,
  everywhere,
  type Layer,
  line,
  outline,
  roundedBox,
  soft,
  without,
} from './picture.js';

const white: Colour = [1, 1, 1, 1];

/** 192 × 192, full colour to the edges, as Teams cuts the corners itself. */
export function colourIcon(): Uint8Array {
  const page = roundedBox(44, 34, 136, 154, 11);
  const seal = circle(137, 137, 31);
  const row = (y: number, right: number, colour: Colour, width = 8): Layer => ({
    shape: line(width, [62, y], [right, y]),
    colour,
  });
  return drawPng(192, [
    { shape: everywhere, colour: (x, y) => blend('#4f4bc4', '#2b2768', (x + y) / 384) },
    { shape: soft(roundedBox(47, 42, 139, 162, 11), 14), colour: [0.06, 0.05, 0.2, 0.55] },
    { shape: page, colour: hex('#f8f8fd') },
    row(58, 116, hex('#c3c2de')),
    row(78, 102, hex('#c3c2de')),
    { shape: roundedBox(53, 88, 127, 108, 6), colour: hex('#fdd9a0') },
    row(98, 118, hex('#c8540a')),
    row(118, 94, hex('#c3c2de')),
    row(136, 84, hex('#c3c2de')),
    { shape: circle(137, 137, 37), colour: hex('#35317b') },
    { shape: seal, colour: hex('#1f9d61') },
    { shape: line(9, [123, 138], [133, 148], [151, 127]), colour: white },
  ]);
}

/** 32 × 32, white on nothing: Teams colours it itself. */
export function outlineIcon(): Uint8Array {
  const mark = circle(23, 23, 8);
  const page = outline(roundedBox(5, 3, 23, 28, 3), 2);
  return drawPng(32, [
    { shape: without(page, mark), colour: white },
    { shape: line(2, [9, 9], [19, 9]), colour: white },
    { shape: line(2, [9, 14], [17, 14]), colour: white },
    { shape: line(2, [9, 19], [12, 19]), colour: white },
    { shape: line(2.6, [18, 23.5], [21.5, 27], [28, 19.5]), colour: white },
  ]);
}

function hex(text: string): Colour {
  const [red = 0, green = 0, blue = 0] = (text.match(/\w\w/g) ?? []).map((part) => Number.parseInt(part, 16) / 255);
  return [red, green, blue, 1];
}

function blend(from: string, to: string, share: number): Colour {
  const [a, b] = [hex(from), hex(to)];
  const at = (index: 0 | 1 | 2) => a[index] + (b[index] - a[index]) * share;
  return [at(0), at(1), at(2), 1];
}
