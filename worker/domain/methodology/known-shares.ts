import type { Figure } from "../../contract/figure.ts";
import type { Records } from "../edition.ts";
import { OFFENCE_ARTICLES, scopeKey } from "../offence.ts";
import { countWeeks } from "../tally.ts";

/** Suspended sentences among the texts of verdicts that a publisher could read. */
export interface PublishedShare {
  suspended: Figure;
  /** The texts that were read: the share's denominator. */
  texts: Figure;
}

/** The newest published count of suspended sentences whose denominator was published as well. */
export function publishedShare(figures: readonly Figure[]): PublishedShare | null {
  const shares = figures
    .filter(({ unit, kind }) => unit === "suspended_of_published" && kind === "total")
    .flatMap((suspended): PublishedShare[] => {
      const texts = figures.find((figure) => isDenominator(figure, suspended));
      return texts ? [{ suspended, texts }] : [];
    })
    .sort((a, b) => (a.suspended.period.end < b.suspended.period.end ? 1 : -1));
  return shares[0] ?? null;
}

function isDenominator(texts: Figure, suspended: Figure): boolean {
  return (
    texts.unit === "verdict_texts_published" &&
    texts.kind === "total" &&
    texts.region === suspended.region &&
    texts.service === suspended.service &&
    texts.series === suspended.series &&
    texts.period.start === suspended.period.start &&
    texts.period.end === suspended.period.end &&
    scopeKey(texts.articles) === scopeKey(suspended.articles)
  );
}

/** Convictions of the main group, and of how many of them the punishment is known. */
export interface KnownSentences {
  convictions: number;
  known: number;
}

export function knownSentences({ convictions }: Records): KnownSentences {
  const articles = OFFENCE_ARTICLES.desertion;
  const all = sum(countWeeks(convictions, { articles }));
  return { convictions: all, known: all - sum(countWeeks(convictions, { articles, sentence: "unknown" })) };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((a, b) => a + b, 0);
}
