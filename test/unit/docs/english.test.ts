import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/**
 * English that a sub-editor would not let pass, each with what to write: word for word from other languages, or words
 * that mean something else to an English reader.
 */
const CLUMSY: readonly [pattern: RegExp, instead: string][] = [
  [/\bto point at nobody\b/i, "so that nobody can be identified"],
  [/\bKnown of\b|\bknown of (?=\d|\$\{)/, "of the known"],
  [/\b(?:not )?parted by\b|\bpartings?\b/i, "broken down by"],
  [/\b(?:lesser|muted) letters\b|\bletters, and\b/i, "text, secondary text"],
  [/\bisn[’']t never\b|\bisn[’']t low\b/i, "doesn’t mean"],
  [/\bconvicted for\b/i, "convicted of"],
  [/\bwhoever (?:has|put|reads|wants|moves)\b/i, "anyone who"],
  [/\b(?:can|could|must)(?:n[’']t| not)? be had\b(?! together)/i, "be fetched, be obtained"],
  [/\bmended?\b(?=.* to publish)/i, "fix"],
  [/\b(?:counter|copy|reader|page) shall\b/i, "where you want, where to"],
  [/\bfamily of type\b|\bfine lines\b|\bshown parts\b/i, "typeface, rules, show"],
  [/\bcheck of its bytes\b/i, "integrity hash"],
  [/\bscripts? of others\b/i, "third-party scripts"],
  [/\d as they were\b|\} as they were\b/, "unchanged"],
  [/\bnothing before you is lost\b/i, "nothing you’ve done is lost"],
  [/\bconvictions? resulting in unknown\b|\bunknown punishments?\b/i, "whose sentence isn’t known"],
  [
    /\bour fault\b|\bsay what you have seen\b|\bmake it anew\b/i,
    "internal error, precondition required, create it",
  ],
  [/\bthe guard (?:objects|has no)\b/i, "the check objects"],
  [/\bkept out:|\brows, \S+ taken\b/i, "left out, accepted"],
  [/\bcounted nowhere\b|\bcounts nowhere\b(?= \()/i, "not counted"],
  [/\bin any known format\b/i, "supported"],
  [/\bin all\b: /i, "in total"],
  [/\bthan from \d/i, "than between … and …"],
  [/\bdate of printing\b|\bprinted on \d/i, "published on"],
  [/\bexpected some of\b/i, "one or more of"],
  [/\bpages that take no\b/i, "pages that don’t allow"],
  [/\bpunishment isn[’']t\b/i, "sentence"],
  [/\d %/, "45%"],
];

/** Decision records give shares in the style of the tables that they came from. */
const LOOSE_PERCENT = /docs\/decisions\/|docs\/benchmarks\.md|CHANGELOG\.md/;

function filesUnder(folder: string, isMeant: (name: string) => boolean): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isMeant(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What a program says: the text between its quotes. Comments are for its authors. */
function said(source: string): string {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/^\s*\/\/.*$/gm, "");
  return [...code.matchAll(/"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g)]
    .map(([text]) => text.slice(1, -1))
    .join("\n");
}

const prose = (path: string): [string, string] => [relative(ROOT, path), readFileSync(path, "utf8")];
const code = (path: string): [string, string] => [relative(ROOT, path), said(readFileSync(path, "utf8"))];
const isReadme = (name: string) => name === "README.md";
const isTypeScript = (name: string) => name.endsWith(".ts");

const READ: readonly [path: string, text: string][] = [
  ...["README.md", "CONTRIBUTING.md"].map((name) => prose(join(ROOT, name))),
  ...filesUnder("docs", (name) => name.endsWith(".md")).map(prose),
  ...["worker", "widget", "test"].flatMap((folder) => filesUnder(folder, isReadme)).map(prose),
  ...filesUnder("widget/pages", (name) => /\.en\.html$|^index\.html$/.test(name)).map(prose),
  ...[
    "worker/cli",
    "worker/wording/en",
    "worker/contract",
    "worker/routes",
    "worker/desk",
    "worker/access",
    "worker/http",
  ]
    .flatMap((folder) => filesUnder(folder, isTypeScript))
    .map(code),
  ...["worker/problem.ts", "widget/studio/words/en.ts", "widget/studio/desk/words/review/en.ts"].map((path) =>
    code(join(ROOT, path)),
  ),
];

describe("the English that people read", () => {
  it("has nothing in it that was put together word by word", () => {
    const found = READ.flatMap(([path, text]) =>
      text
        .split("\n")
        .flatMap((line) =>
          CLUMSY.filter(
            ([pattern]) => pattern.test(line) && !(pattern.source === "\\d %" && LOOSE_PERCENT.test(path)),
          ).map(
            ([pattern, instead]) =>
              `${path}: ${pattern.exec(line)?.[0]} → ${instead}: ${line.trim().slice(0, 100)}`,
          ),
        ),
    );
    expect(found).toEqual([]);
  });

  it("is looked for in all guides, in each folder’s README, and in what programs say", () => {
    const paths = READ.map(([path]) => path);
    expect(paths.filter((path) => path.startsWith("docs/decisions/")).length).toBeGreaterThan(10);
    expect(paths.filter((path) => path.endsWith("README.md")).length).toBeGreaterThan(50);
    expect(READ.find(([path]) => path === "worker/cli/describe-review.ts")?.[1]).toContain(
      "The check objects:",
    );
    expect(READ.find(([path]) => path === "widget/studio/words/en.ts")?.[1]).toContain("The check objects");
  });
});
