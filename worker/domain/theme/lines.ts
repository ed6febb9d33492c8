import type { Lang } from "../../contract/terms.ts";
import type { ThemeStyle } from "../../contract/theme.ts";
import type { OwnLines } from "../../contract/theme-look.ts";

/** The paper's own lines in one language; one that it hasn't is missing. */
export function linesOf(style: ThemeStyle | undefined, lang: Lang): OwnLines {
  const lines: OwnLines = {};
  for (const name of ["byline", "note", "credit"] as const) {
    const words = style?.[name]?.[lang];
    if (words) lines[name] = words;
  }
  return lines;
}
