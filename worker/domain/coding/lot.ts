import { sha256Hex } from "../digest.ts";

const LOTS = 10_000;
/** Hex digits of a lot's number: 32 bits, so that the lots differ by less than one in 100,000 in how likely they are. */
const DIGITS = 8;

/**
 * The lot of a defendant's record, 0 to 9,999: the same whenever it is drawn, and not to be told without the seed.
 * @param seed of one database alone
 */
export async function lotOf(seed: string, key: string, defendant: number): Promise<number> {
  const digest = await sha256Hex(`${seed} ${key} ${defendant}`);
  return Number.parseInt(digest.slice(0, DIGITS), 16) % LOTS;
}
