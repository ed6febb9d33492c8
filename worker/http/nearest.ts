import { distance } from "fastest-levenshtein";

/** " Did you mean …?" where a known word is at most two letters (or a third of the word) away, else nothing. */
export function nearest(word: string, known: readonly string[]): string {
  const ranked = known
    .map((candidate) => ({ candidate, far: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const [best] = ranked;
  return best && best.far <= Math.max(2, word.length / 3) ? ` Did you mean ${best.candidate}?` : "";
}
