/**
 * A case's scope is the set of counted articles it is about, spelled as one word: `337`, `332;337`. Scopes
 * part the cases without overlap, so that any list of articles is counted by adding scopes, each case once.
 */

/** The articles that are told apart. Everything else has the empty scope and counts nowhere. */
export const COUNTED_ARTICLES = [
  "332",
  "333",
  "334",
  "335",
  "336",
  "337",
  "338",
  "339",
  "352.1",
  "356.1",
] as const;

/** Whether all of some articles are told apart. */
export function areCounted(articles: readonly string[]): boolean {
  const counted: readonly string[] = COUNTED_ARTICLES;
  return articles.every((article) => counted.includes(article));
}

const DOTTED = COUNTED_ARTICLES.filter((article) => article.includes("."));

/** The scope of a case from its charges as `article.part`: `["337.5", "337.2.1"]` → `337`. */
export function scopeOf(charges: readonly string[]): string {
  const articles = new Set(charges.map(articleOfCharge));
  return COUNTED_ARTICLES.filter((article) => articles.has(article)).join(";");
}

/** Whether a case of this scope counts for a list of articles. */
export function scopeMeets(scope: string, articles: readonly string[]): boolean {
  return scope.split(/[;,]/).some((article) => articles.includes(article));
}

/** The scope of several defendants of one case together. */
export function joinScopes(scopes: readonly string[]): string {
  const articles = new Set(scopes.flatMap((scope) => scope.split(";")));
  return COUNTED_ARTICLES.filter((article) => articles.has(article)).join(";");
}

/** `337.2.1` is article 337, part 2.1; `352.1.1` is article 352.1, part 1. */
function articleOfCharge(charge: string): string {
  const dotted = DOTTED.find((article) => charge === article || charge.startsWith(`${article}.`));
  return dotted ?? charge.split(".", 1)[0]!;
}
