import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";

/** By how many pixels two pictures (PNG) differ, and where. */
export interface Difference {
  pixels: number;
  /** Left, top, right and bottom of what differs; null: they aren't of one size. */
  within: [number, number, number, number] | null;
  /** The largest difference of a colour's part, of 255. */
  most: number;
  sizes: [string, string];
}

/** @param reader any page: its browser reads the pictures */
export function differenceOf(reader: Page, one: Buffer, other: Buffer): Promise<Difference> {
  const texts = [one, other].map((picture) => picture.toString("base64"));
  return reader.evaluate(async (texts) => {
    const read = async (text: string) => {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height);
    };
    const [a, b] = [await read(texts[0]!), await read(texts[1]!)];
    const sizes: [string, string] = [`${a.width}×${a.height}`, `${b.width}×${b.height}`];
    if (sizes[0] !== sizes[1]) return { pixels: a.width * a.height, within: null, most: 255, sizes };
    const within: [number, number, number, number] = [a.width, a.height, 0, 0];
    let [pixels, most] = [0, 0];
    for (let at = 0; at < a.data.length; at += 4) {
      const by = Math.max(...[0, 1, 2].map((part) => Math.abs(a.data[at + part]! - b.data[at + part]!)));
      if (by === 0) continue;
      pixels++;
      most = Math.max(most, by);
      const [x, y] = [(at / 4) % a.width, Math.floor(at / 4 / a.width)];
      within[0] = Math.min(within[0], x);
      within[1] = Math.min(within[1], y);
      within[2] = Math.max(within[2], x);
      within[3] = Math.max(within[3], y);
    }
    return { pixels, within, most, sizes };
  }, texts);
}

/**
 * How many pixels have become another colour from one picture (PNG) to another of its size.
 * @returns by both colours, each as `#rrggbb`
 */
export function changesOf(
  reader: Page,
  one: Buffer,
  other: Buffer,
): Promise<{ from: string; to: string; pixels: number }[]> {
  const texts = [one, other].map((picture) => picture.toString("base64"));
  return reader.evaluate(async (texts) => {
    const [a, b] = await Promise.all(
      texts.map(async (text) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${text}`)).blob());
        const context = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height).data;
      }),
    );
    const colour = (data: Uint8ClampedArray, at: number) =>
      `#${[...data.slice(at, at + 3)].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
    const found = new Map<string, number>();
    for (let at = 0; at < a!.length; at += 4) {
      const [from, to] = [colour(a!, at), colour(b!, at)];
      if (from !== to) found.set(`${from} ${to}`, (found.get(`${from} ${to}`) ?? 0) + 1);
    }
    return [...found].map(([name, pixels]) => {
      const [from = "", to = ""] = name.split(" ");
      return { from, to, pixels };
    });
  }, texts);
}

/** Keeps a picture to look at, where `PICTURES` names a folder. */
export function keep(name: string, picture: Buffer): void {
  const { PICTURES: folder } = process.env;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), picture);
}
