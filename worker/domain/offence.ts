import type { Offence } from "../contract/terms.ts";

/** Articles of Russia's Criminal Code behind each offence group. */
export const OFFENCE_ARTICLES: Readonly<Record<Offence, readonly string[]>> = {
  desertion: ["337", "338"],
  awol: ["337"],
  "desertion-strict": ["338"],
  refusal: ["332", "337", "338"],
  surrender: ["352.1"],
  looting: ["356.1"],
  malingering: ["339"],
};

const CHAPTER_33 =
  "331 332 333 334 335 336 337 338 339 340 341 342 343 344 345 346 347 348 349 350 351 352 352.1".split(" ");

/** Federal law 365-FZ of 24 September 2022: the military articles it made harsher or added. */
const TOUGHENED = "332 333 334 337 338 339 340 341 342 344 346 347 348 352.1 356.1".split(" ");

/** Scopes that publishers name without listing their articles. `any`: every article of the Code. */
const NAMED_SCOPES: Readonly<Record<string, readonly string[]>> = { toughened: TOUGHENED, ch33: CHAPTER_33 };

/** The offence group with exactly these articles, or null where the list is somebody's own. */
export function offenceOf(articles: readonly string[]): Offence | null {
  const wanted = scopeKey(articles);
  for (const [offence, group] of Object.entries(OFFENCE_ARTICLES)) {
    if (scopeKey(group) === wanted) return offence as Offence;
  }
  return null;
}

/** One spelling of a set of articles: sorted, joined by `;`. */
export function scopeKey(articles: readonly string[]): string {
  return [...articles].sort().join(";");
}

/** Whether every article of `part` belongs to `whole`. */
export function scopeIncludes(whole: readonly string[], part: readonly string[]): boolean {
  return isWithin(expandScope(part), expandScope(whole));
}

/** Every article of a scope. */
export function expandScope(articles: readonly string[]): ReadonlySet<string> {
  return new Set(articles.flatMap((article) => NAMED_SCOPES[article] ?? [article]));
}

/** The same as `scopeIncludes`, of scopes that are expanded: where very many are compared. */
export function isWithin(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  if (whole.has("any")) return true;
  if (part.has("any") || part.size > whole.size) return false;
  for (const article of part) if (!whole.has(article)) return false;
  return true;
}
