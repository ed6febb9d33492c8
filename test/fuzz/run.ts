/** `npm run fuzz`: a million spoilt texts for each parser. `TRIES=…` gives it others, `SEED=…` repeats a run. */
import { fuzz } from "./fuzz.ts";
import { PARSERS } from "./parsers.ts";

const tries = Number(process.env.TRIES ?? 1_000_000);
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.log(`Seed ${seed}`);
for (const parser of PARSERS) {
  const fall = fuzz(parser, tries, seed);
  console.log(`${parser.name.padEnd(34)} ${String(tries).padStart(9)} tried  ${fall ? "FELL" : "held"}`);
  if (fall) {
    console.error(`${JSON.stringify(fall.text)}\n${fall.error}`);
    process.exitCode = 1;
  }
}
