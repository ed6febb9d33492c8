import { existsSync, globSync, readFileSync } from "node:fs";
import { DOMParser } from "@xmldom/xmldom";
import type { CustomElementDeclaration } from "custom-elements-manifest/schema";
import { transformWithOxc } from "vite";
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

  it("shows code as it stands in the pages that are built from it", () => {
    const shown = [...guide.matchAll(/^<!-- (test\/hosts\/\S+) -->\n```\w+\n(.*?)^```$/gms)];
    expect(shown.map(([, path]) => path)).toContain("test/hosts/next/app/Counter.tsx");
    for (const [, path = "", code] of shown) expect(code, path).toBe(readFileSync(path, "utf8"));
  });

  it("names the versions of the frameworks that its pages are built with", () => {
    const projects = {
      next: "Next",
      nuxt: "Nuxt",
      "@sveltejs/kit": "SvelteKit",
      astro: "Astro",
      "@11ty/eleventy": "Eleventy",
    };
    for (const path of globSync("test/hosts/*/package.json")) {
      const { dependencies } = JSON.parse(readFileSync(path, "utf8")) as {
        dependencies: Record<string, string>;
      };
      for (const [name, title] of Object.entries(projects)) {
        const [, version] = /^(\d+\.\d+)\.\d+$/.exec(dependencies[name] ?? "") ?? [];
        if (version) expect(guide).toContain(`${title} ${version}`);
        else expect(dependencies[name], "one version").toBe(undefined);
      }
    }
  });

  it("names commands, files and days for every line of what was tried, that are there", () => {
    const table = guide.slice(guide.indexOf("## What was tried"));
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
      scripts: Record<string, string>;
    };
    const rows = [...table.matchAll(/^\| (?!system|-)(.+?) \| (.+) \| (.+) \|$/gm)];
    expect(rows.length).toBeGreaterThan(20);
    for (const [row, , , proof = ""] of rows) {
      const [files, commands] = [
        [...proof.matchAll(/`(test\/[^`]+)`/g)].map(([, path = ""]) => path),
        [...proof.matchAll(/`npm run ([\w:]+)`/g)].map(([, name = ""]) => name),
      ];
      expect(
        files.filter((path) => !existsSync(path)),
        row,
      ).toEqual([]);
      expect(
        commands.filter((name) => !(name in scripts)),
        row,
      ).toEqual([]);
      const day = /\b\d{1,2} [A-Z][a-z]+ 20\d\d\b/.test(proof);
      expect(files.length + commands.length > 0 || day, row).toBe(true);
    }
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

  it("has snippets that are well-formed, and that JSX takes as they are", async () => {
    const blocks = [...guide.matchAll(/^( *)```(html|mjml)\n(.*?)^ *```$/gms)].map(([, , , code = ""]) =>
      code.trim(),
    );
    const pasted = blocks.filter((code) => /<(desertion-stats|iframe|img|mj-image|script)\b/.test(code));
    expect(pasted.length).toBeGreaterThan(8);
    for (const code of pasted) {
      const faults: string[] = [];
      const onError = (_: string, message: string) => void faults.push(message);
      new DOMParser({ onError }).parseFromString(`<r>${code}</r>`, "text/xml");
      expect(faults, code).toEqual([]);
      expect(code).not.toMatch(/\sstyle=/);
      // In JSX a brace begins an expression, as in the import map it mustn't.
      if (!code.includes("{")) await transformWithOxc(`export default <>${code}</>;`, "snippet.jsx");
    }
  });
});
