import { COUNTED_ARTICLES } from "../../domain/scope.ts";

/** Counted articles with a dot of their own: 352.1 (surrender), 356.1 (looting). */
const DOTTED: readonly string[] = COUNTED_ARTICLES.filter((article) => article.includes("."));

/**
 * The code `article.part`, or the article alone where the part isn't known (null). Parts and articles can
 * have dots: `337.2.1` is article 337 part 2.1, `352.1.1` article 352.1 part 1. Part 1 of article 356
 * (means of warfare) is given as `356`, because `356.1` is the article on looting.
 */
export function articleCode(article: string, part: string | null): string {
  const code = part === null ? article : `${article}.${part}`;
  return part !== null && DOTTED.includes(code) ? article : code;
}

/** Each code once, in the order of the Criminal Code: `337.2.1` before `337.5` before `338`. */
export function sortArticles(codes: Iterable<string>): string[] {
  return [...new Set(codes)].sort((one, other) => {
    const [a, b] = [one.split(".").map(Number), other.split(".").map(Number)];
    const place = a.findIndex((number, index) => number !== b[index]);
    return place < 0 ? a.length - b.length : (a[place] ?? 0) - (b[place] ?? -1);
  });
}
