import type { Parser } from "./parsers.ts";
import { PIECES } from "./spoil.ts";

/** What a parser takes for a text that is four times as long: 4 × where time grows with length, 16 × with its square. */
export interface Growth {
  ratio: number;
  /** What was repeated in the text. */
  piece: string;
}

const LENGTH = 8_000;
const TIMES = 4;
/** Of so many readings the quickest counts: whatever else the machine does only makes them slower. */
const READINGS = 5;
/** A ratio that looks worse than with length is taken again so often, and the least counts, for the same reason. */
const DOUBTS = 4;
const SUSPECT = 6;
/** What is quicker than this tells the clock's steps, not the parser's (ms). */
const TELLABLE_MS = 2;

/** The worst of all texts that have one piece again and again in their middle, or are themselves repeated. */
export async function growth({ texts, read }: Parser): Promise<Growth> {
  let worst: Growth = { ratio: 0, piece: "" };
  for (const text of texts)
    for (const piece of new Set([...PIECES, text, ...text.split("\n"), ...text])) {
      if (piece === "") continue;
      const middle = Math.floor(text.length / 2);
      const long = (length: number) =>
        text.slice(0, middle) + piece.repeat(Math.ceil(length / piece.length)) + text.slice(middle);
      const [short, longer] = [long(LENGTH), long(TIMES * LENGTH)];
      let ratio = Number.POSITIVE_INFINITY;
      for (let doubt = 0; doubt <= DOUBTS && ratio > SUSPECT; doubt += 1) {
        const more = await quickest(() => read(longer));
        ratio = more < TELLABLE_MS ? 0 : Math.min(ratio, more / (await quickest(() => read(short))));
      }
      if (ratio > worst.ratio) worst = { ratio, piece };
    }
  return worst;
}

async function quickest(read: () => void | Promise<void>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let reading = 0; reading < READINGS; reading += 1) {
    const started = performance.now();
    await read();
    least = Math.min(least, performance.now() - started);
  }
  return least;
}
