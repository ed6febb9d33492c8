import type { Qualifier } from "../../contract/terms.ts";

/** Where two sources say the same thing, the lower rank is taken. */
export const SURENESS_RANK: Readonly<Record<Qualifier, number>> = { exact: 0, about: 1, at_least: 2 };

/** What is put together from two numbers is as sure as the less sure of them. */
export function lessSure(a: Qualifier, b: Qualifier): Qualifier {
  return SURENESS_RANK[a] > SURENESS_RANK[b] ? a : b;
}
