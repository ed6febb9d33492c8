import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { unstable_readConfig as readConfig } from "wrangler";
import {
  PART_MAX_CASES,
  PICTURES_A_MINUTE,
  RATE_PERIOD_S,
  SIGN_INS_A_MINUTE,
  TABLES_A_MINUTE,
  WRITES_A_MINUTE,
} from "../../../worker/config.ts";

const config = fileURLToPath(new URL("../../../wrangler.toml", import.meta.url));
interface Limiter {
  name: string;
  namespace_id: string;
  simple: { limit: number; period: number };
}
const limitersOf = (env?: string): Limiter[] => readConfig({ config, ...(env && { env }) }).ratelimits;

describe("the limits of requests", () => {
  it.each([undefined, "sample"])("stand in wrangler.toml as in worker/config.ts, environment %s", (env) => {
    expect(limitersOf(env).map(({ name, simple }) => [name, simple])).toEqual([
      ["SIGN_INS", { limit: SIGN_INS_A_MINUTE, period: RATE_PERIOD_S }],
      ["WRITES", { limit: WRITES_A_MINUTE, period: RATE_PERIOD_S }],
      ["PICTURES", { limit: PICTURES_A_MINUTE, period: RATE_PERIOD_S }],
      ["TABLES", { limit: TABLES_A_MINUTE, period: RATE_PERIOD_S }],
    ]);
  });

  it("are counted apart by each limiter of each deployment", () => {
    const namespaces = [...limitersOf(), ...limitersOf("sample")].map(({ namespace_id }) => namespace_id);
    expect(new Set(namespaces).size).toBe(8);
  });

  it("let five imports of 100,000 cases pass in a minute, checked, staged and published", () => {
    const parts = 100_000 / PART_MAX_CASES;
    const check = parts + 1;
    const stage = 1 + parts + 1;
    const publish = 1;
    expect(5 * (check + stage + publish)).toBeLessThanOrEqual(WRITES_A_MINUTE);
  });
});
