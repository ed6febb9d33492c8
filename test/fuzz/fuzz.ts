import type { Parser } from "./parsers.ts";
import { chance, spoil } from "./spoil.ts";

/** A text at which a parser fell, and how to get it again. */
export interface Fall {
  parser: string;
  seed: number;
  text: string;
  error: string;
}

/** Gives a parser so many spoilt texts. @returns the first at which it threw; null: it held */
export async function fuzz({ name, texts, read }: Parser, tries: number, seed: number): Promise<Fall | null> {
  const random = chance(seed);
  for (let tried = 0; tried < tries; tried += 1) {
    const text = tried < texts.length ? texts[tried]! : spoil(texts, random);
    try {
      const reading = read(text);
      if (reading) await reading;
    } catch (error) {
      return { parser: name, seed, text, error: String(error instanceof Error ? error.stack : error) };
    }
  }
  return null;
}
