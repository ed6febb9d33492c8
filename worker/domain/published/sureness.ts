import type { Qualifier } from "../../contract/terms.ts";

/** Where two sources say the same thing, the lower rank is taken. */
export const SURENESS_RANK: Readonly<Record<Qualifier, number>> = { exact: 0, about: 1, at_least: 2 };

/**
 * How sure a sum is. Whatever contains a rounded number is about right: rounded upwards, it would be no lower bound. A sum
 * of exact numbers and lower bounds is a lower bound.
 */
export function surenessOfSum(parts: readonly Qualifier[]): Qualifier {
  if (parts.includes("about")) return "about";
  return parts.includes("at_least") ? "at_least" : "exact";
}

/** Whether something larger is at least as much: not where it was rounded, which may have been upwards. */
export function isLowerBound(qualifier: Qualifier): boolean {
  return qualifier !== "about";
}
