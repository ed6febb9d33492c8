import type { Formats } from "./formats.ts";

/** Scopes that publishers name without listing their articles. */
type NamedScope = "toughened" | "ch33" | "any";

/** How a language writes articles in one place of the text. */
export interface ArticleWords {
  /** `list` is already joined by the language's own "and". */
  numbered(list: string, count: number): string;
  named: Readonly<Record<NamedScope, string>>;
}

/**
 * Every article of the list, in words: "art. 337", "articles 332, 337 and 338", "all articles".
 * "Any article" takes in all others; so does an empty list, which leaves nothing out.
 */
export function articleList(articles: readonly string[], words: ArticleWords, f: Formats): string {
  if (articles.length === 0 || articles.includes("any")) return words.named.any;
  const numbers = articles.filter((article) => !isNamed(article)).sort(byNumber);
  const named = articles.filter(isNamed).map((scope) => words.named[scope]);
  const numbered = numbers.length > 0 ? [words.numbered(f.list(numbers), numbers.length)] : [];
  return f.list([...numbered, ...named]);
}

function isNamed(article: string): article is NamedScope {
  return article === "toughened" || article === "ch33" || article === "any";
}

function byNumber(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
