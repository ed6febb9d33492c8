/**
 * `npm run fuzz`: a million spoilt texts for each parser (10,000 workbooks), then how its time grows with the length of a text. `TRIES=…`
 * gives it others, `SEED=…` repeats a run, `ONLY=ledgers` takes one parser.
 */
import { fuzz } from "./fuzz.ts";
import { growth } from "./growth.ts";
import { PARSERS } from "./parsers.ts";

/** A text four times as long takes four times as long, and some noise; with the square it would be sixteen. */
const MOST = 8;

const tries = Number(process.env.TRIES ?? 1_000_000);
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.log(`Seed ${seed}`);
for (const parser of PARSERS.filter(({ name }) => name.startsWith(process.env.ONLY ?? ""))) {
  const { ratio, piece } = await growth(parser);
  const grows = ratio > 0 ? `${ratio.toFixed(1)} × for 4 ×` : "too quick to tell";
  const own = Math.ceil(tries * (parser.share ?? 1));
  const fall = await fuzz(parser, own, seed);
  console.log(
    `${parser.name.padEnd(36)} ${String(own).padStart(9)} tried  ${fall ? "FELL" : "held"}  ${grows}`,
  );
  if (ratio > MOST) console.error(`Its time grows faster than its text, with ${JSON.stringify(piece)}.`);
  if (fall) console.error(`${JSON.stringify(fall.text)}\n${fall.error}`);
  if (fall || ratio > MOST) process.exitCode = 1;
}
