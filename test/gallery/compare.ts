/** Pixels row by row, four bytes each: red, green, blue, alpha. */
export interface Picture {
  data: ArrayLike<number>;
  width: number;
  height: number;
}

/** How far a pixel's match may lie (pixels): lines of letters sit a little higher or lower elsewhere. */
const REACH = 2;
/** How much a channel may differ (of 255): elsewhere the edges of letters are smoothed in another way. */
const SHADE = 96;
/** How many pixels may be without a match: less than any word or mark has. */
export const ALLOWED = 150;
/** How far heights or widths may differ (pixels). */
const SIZE = 4;

/** What is different about two pictures of the same thing. */
export interface Difference {
  pass: boolean;
  /** Pixels of either that have no match in the other. */
  unmatched: number;
  message: string;
  /** The first picture, faded, with what has no match in red; of the first one's size. */
  diff: Uint8Array;
}

/**
 * Whether two pictures show the same, drawn by whatever machine. A comparison of pixel with pixel is either blind to
 * a missing line, or sees every letter that is smoothed in another way. So here each pixel looks for one like itself
 * near its place, in both directions: what is missing, added or doubled finds none.
 */
export function compare(first: Picture, second: Picture): Difference {
  const { width, height } = first;
  const diff = Uint8Array.from(first.data, (byte, at) => (at % 4 === 3 ? 255 : 191 + byte / 4));
  let unmatched = 0;
  for (const [picture, other] of [
    [first, second],
    [second, first],
  ] as const) {
    for (let y = 0; y < Math.min(picture.height, height); y++) {
      for (let x = 0; x < Math.min(picture.width, width); x++) {
        if (hasMatch(picture, other, x, y)) continue;
        unmatched += 1;
        diff.set([220, 0, 0, 255], 4 * (y * width + x));
      }
    }
  }
  const resized = Math.max(Math.abs(width - second.width), Math.abs(height - second.height));
  const message =
    `${unmatched} pixels without a match, of which ${ALLOWED} are allowed; ` +
    `${width} × ${height} and ${second.width} × ${second.height} pixels, of which ${SIZE} may differ`;
  return { pass: unmatched <= ALLOWED && resized <= SIZE, unmatched, message, diff };
}

function hasMatch(picture: Picture, other: Picture, x: number, y: number): boolean {
  if (isLike(picture, x, y, other, x, y)) return true;
  for (let dy = -REACH; dy <= REACH; dy++) {
    for (let dx = -REACH; dx <= REACH; dx++) {
      if (isLike(picture, x, y, other, x + dx, y + dy)) return true;
    }
  }
  return false;
}

/** Beyond its edge a picture is like anything. */
function isLike(a: Picture, ax: number, ay: number, b: Picture, bx: number, by: number): boolean {
  if (bx < 0 || by < 0 || bx >= b.width || by >= b.height) return true;
  const from = 4 * (ay * a.width + ax);
  const to = 4 * (by * b.width + bx);
  for (let channel = 0; channel < 3; channel++) {
    if (Math.abs(a.data[from + channel]! - b.data[to + channel]!) > SHADE) return false;
  }
  return true;
}
