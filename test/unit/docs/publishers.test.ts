import { readFileSync } from "node:fs";
import type { CustomElementDeclaration } from "custom-elements-manifest/schema";
import { describe, expect, it } from "vitest";
import { customElementsManifest } from "../../../widget/package/build/manifest.ts";

const guide = readFileSync("docs/publishers.md", "utf8");
const { modules } = customElementsManifest(readFileSync("widget/stats/desertion-stats.ts", "utf8"));
const element = modules[0]?.declarations?.[0] as CustomElementDeclaration;

/** The code words in the first column of a table, whose head begins with this word. */
function firstColumn(head: string): string[] {
  const [, rows = ""] =
    new RegExp(`^\\| ${head} \\|.*\\n\\|[-|]+\\|\\n((?:\\|.*\\n)+)`, "m").exec(guide) ?? [];
  const cells = rows.split("\n").map((row) => row.split("|")[1] ?? "");
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word));
}

const names = (list: readonly { name: string }[] | undefined) => list?.map(({ name }) => name).toSorted();

describe("the publishers' guide", () => {
  it("tells of every attribute, event and custom property of the element, and of no other", () => {
    expect(firstColumn("attribute").toSorted()).toEqual(names(element.attributes));
    expect(firstColumn("event").toSorted()).toEqual(names(element.events));
    expect(firstColumn("property").toSorted()).toEqual(names(element.cssProperties));
  });

  it("names each value that an attribute takes", () => {
    const missing = element.attributes?.flatMap(({ name, type }) => {
      const row =
        guide.split("\n").find((line) => line.startsWith("|") && line.includes(`\`${name}\``)) ?? "";
      const values = [...(type?.text ?? "").matchAll(/"([\w-]+)"/g)].map(([, value = ""]) => value);
      // What is off is what isn't there.
      return values.filter((value) => value !== "off" && !row.includes(`\`${value}\``));
    });
    expect(missing).toEqual([]);
  });

  it("links to sections and files that are there", () => {
    const slugs = [...guide.matchAll(/^#+ (.+)$/gm)].map(([, words = ""]) =>
      words
        .toLowerCase()
        .replace(/[^\w\s-]/g, "")
        .trim()
        .replaceAll(" ", "-"),
    );
    const links = [...guide.matchAll(/\]\(#([^)]+)\)/g)].map(([, slug]) => slug);
    expect(links.filter((slug) => !slugs.includes(slug ?? ""))).toEqual([]);
    expect(links.length).toBeGreaterThan(0);
  });
});
