import { expect, it } from "vitest";
import { lotOf } from "../../../../../worker/domain/coding/lot.ts";

const keys = Array.from({ length: 4_000 }, (_, at) => `77GV0007-01-2025-${String(at).padStart(6, "0")}-11`);
const drawn = async (seed: string) => {
  const lots = await Promise.all(keys.map((key) => lotOf(seed, key, 1)));
  return keys.filter((_, at) => lots[at]! < 1_000);
};

it("draws about a tenth, the same each time, and another one by another seed", async () => {
  const [one, again, other] = [await drawn("one"), await drawn("one"), await drawn("other")];
  expect(again).toEqual(one);
  // 400 are expected; five standard deviations of a binomial are 95.
  for (const { length } of [one, other]) expect(Math.abs(length - 400)).toBeLessThan(95);
  const both = one.filter((key) => other.includes(key)).length;
  expect(both).toBeLessThan(90);
  expect(await lotOf("one", keys[0]!, 1)).not.toBe(await lotOf("one", keys[0]!, 2));
});
