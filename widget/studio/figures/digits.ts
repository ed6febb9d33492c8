import type { FigureKind } from "../../../worker/contract/terms.ts";

/** Blanks that stand between thousands, and the apostrophes of Switzerland. */
const BLANKS = /(?<=\d)[\s'’](?=\d{3}(?!\d))/gu;
const GROUPED = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/;

/**
 * A number as newspapers write it, in digits alone: `18 159`, `18,159`. A total counts whole things, so that a point or
 * a comma in it stands between thousands; of a rate or a share nobody can know, so that it stays as it is, and only a
 * comma before one or two digits is a decimal one.
 */
export function digitsIn(text: string, kind: FigureKind): string {
  const plain = text.trim().replace(BLANKS, "");
  if (kind === "total" && GROUPED.test(plain)) return plain.replace(/[.,]/g, "");
  return plain.replace(/^(\d+),(\d{1,2})$/, "$1.$2");
}
