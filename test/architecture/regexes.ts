import { analyse } from "scslre";
import { placeOf, type SourceFile, type SyntaxNode, syntaxOf } from "./source.ts";

/**
 * Regular expressions that take longer than in proportion to their text, and why that does no harm: what they read is
 * short, or our own. By `path /pattern/`.
 */
export const BOUNDED: Readonly<Record<string, string>> = {
  "worker/desk/formats/sudrfparser-json.ts /[a-z\\d.-]+\\.[a-z]{2,}/": "reads 300 characters",
  "worker/embed/methodology/prose.ts /\\*\\*(?<strong>.+?)\\*\\*|\\[(?<label>[^\\]]+)\\]\\((?<address>[^)\\s]+)\\)|`(?<code>[^`]+)`/":
    "reads our own words",
  "widget/stats/query.ts /\\/+$/": "reads an attribute that the page itself has written",
  "widget/studio/draft/slug.ts /-+$/": "reads a name of at most 60 characters, in its editor's own browser",
  "widget/package/build/declarations.ts /\\w+(?= as )|\\w+/": "reads our own source, at build",
};

/** What is wrong with each regular expression in the files, as `path:line /pattern/ why`, by the syntax tree. */
export function slowRegexes(files: readonly SourceFile[]): string[] {
  const known = new Set(Object.keys(BOUNDED));
  const found = files.flatMap((file) =>
    syntaxOf(file).flatMap((node) => {
      const regex = regexOf(node);
      if (!regex) return [];
      const why = slowness(regex);
      if (why === null) return [];
      const name = `${file.path} /${regex.pattern}/`;
      return known.delete(name) ? [] : [`${placeOf(file, node)} /${regex.pattern}/${regex.flags} ${why}`];
    }),
  );
  return [...found, ...[...known].map((name) => `${name} stands in BOUNDED, but isn't slow, or isn't there`)];
}

interface Regex {
  pattern: string;
  flags: string;
}

function regexOf({ type, regex }: SyntaxNode): Regex | null {
  return type === "Literal" && regex ? (regex as Regex) : null;
}

/** Null: its time grows with the text. */
function slowness({ pattern, flags }: Regex): string | null {
  const { reports } = analyse(new RegExp(pattern, flags));
  const [worst] = reports.toSorted((a, b) => Number(b.exponential) - Number(a.exponential));
  if (!worst) return null;
  return worst.exponential
    ? "takes exponential time"
    : `takes time that grows with the square (${worst.type})`;
}
