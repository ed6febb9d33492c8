import { analyse } from "scslre";
import { composedIn, composedRegexes, type Regex } from "./composed-regexes.ts";
import { placeOf, type SourceFile, type SyntaxNode, syntaxOf } from "./source.ts";

/**
 * Regular expressions that take longer than in proportion to their text, and why that does no harm: what they read is
 * short, or our own. By `path /pattern/`.
 */
export const BOUNDED: Readonly<Record<string, string>> = {
  "worker/embed/methodology/prose.ts /\\*\\*(?<strong>.+?)\\*\\*|\\[(?<label>[^\\]]+)\\]\\((?<address>[^)\\s]+)\\)|`(?<code>[^`]+)`/":
    "reads our own words",
  "widget/stats/query.ts /\\/+$/": "reads an attribute that the page itself has written",
  "widget/studio/draft/slug.ts /-+$/": "reads a name of at most 60 characters, in its editor's own browser",
  "worker/http/if-match.ts new RegExp":
    "of two letters of our own; up to nine digits between quotation marks",
  "widget/studio/words/reader/templates.ts new RegExp":
    "of our own sentences, each hole up to the next words; reads a message of some hundred characters",
  "widget/package/build/declarations.ts /\\w+(?= as )|\\w+/": "reads our own source, at build",
};

/**
 * What is wrong with each regular expression in the files, as `path:line /pattern/ why`: with literals by the syntax
 * tree, with those that a file composes on loading by loading it. One that is composed on each call can't be known.
 * @param root folder that the files' paths begin at
 */
export async function slowRegexes(root: string, files: readonly SourceFile[]): Promise<string[]> {
  const known = new Set(Object.keys(BOUNDED));
  const found: string[] = [];
  for (const file of files) {
    const { loading, calling } = composedIn(file);
    const slow = [
      ...literalsIn(file).map(({ node, ...regex }) => ({ place: placeOf(file, node), ...regex })),
      ...(loading[0] ? await composedRegexes(root, file) : []).map((regex) => ({
        place: placeOf(file, loading[0]!),
        ...regex,
      })),
    ].flatMap(({ place, pattern, flags }) => {
      const why = slowness({ pattern, flags });
      return why === null || known.delete(`${file.path} /${pattern}/`)
        ? []
        : [`${place} /${pattern}/${flags} ${why}`];
    });
    found.push(...slow);
    const [unknown] = calling;
    if (unknown && !known.delete(`${file.path} new RegExp`)) {
      found.push(`${placeOf(file, unknown)} composes one on each call, which nobody can judge beforehand`);
    }
  }
  return [...found, ...[...known].map((name) => `${name} stands in BOUNDED, but isn't slow, or isn't there`)];
}

function literalsIn(file: SourceFile): (Regex & { node: SyntaxNode })[] {
  return syntaxOf(file).flatMap((node) => {
    const regex = node.type === "Literal" && (node.regex as Regex | undefined);
    return regex ? [{ node, pattern: regex.pattern, flags: regex.flags }] : [];
  });
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
