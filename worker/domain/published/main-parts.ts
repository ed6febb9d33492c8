import type { Period } from "../../contract/common.ts";
import type { Rate } from "../../contract/figure.ts";
import { scopeKey } from "../offence.ts";
import { exactPerWeek } from "./per-week.ts";

/** Less than half of another part is not what the whole mostly consists of. */
const MAIN_SHARE = 0.5;

/**
 * Rates of parts that can stand in for their whole: without those articles that, wherever another part is
 * known for the same days, never reach half of it. Article 338 (5 convictions a week in early 2024) is
 * true as a lower bound of 332 + 337 + 338, but drawn in the gaps of 337 (154 a week that March) it would
 * show a collapse that didn't happen.
 */
export function mainParts(rates: readonly Rate[]): Rate[] {
  const parts = [...Map.groupBy(rates, ({ articles }) => scopeKey(articles)).values()];
  return parts.filter((part) => !parts.some((other) => other !== part && isMinor(part, other))).flat();
}

function isMinor(part: readonly Rate[], other: readonly Rate[]): boolean {
  const ratios = part.flatMap((a) =>
    other.filter((b) => overlap(a.period, b.period)).map((b) => exactPerWeek(a) / exactPerWeek(b)),
  );
  return ratios.length > 0 && ratios.every((ratio) => ratio < MAIN_SHARE);
}

function overlap(a: Period, b: Period): boolean {
  return a.start <= b.end && b.start <= a.end;
}
