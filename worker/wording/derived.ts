import type { Statement } from "./statement.ts";

/**
 * Whether a published number stands in no figure: an average of a total over its weeks, or the difference of totals. The
 * publisher's count is what it was calculated from, and not the number itself.
 */
export function isDerived({ edition, headline }: Pick<Statement, "edition" | "headline">): boolean {
  const { figure, value, qualifier } = headline;
  if (edition.evidence !== "published" || value === null) return false;
  if (!figure || figure.value !== value) return true;
  // A rate that was printed a day or a month is a week's only after a multiplication.
  if (figure.kind === "total") return figure.qualifier !== qualifier;
  return figure.kind !== "per_week" && figure.kind !== "percent";
}
