import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { moOf } from "../../../../widget/package/wordpress/build/mo.ts";
import { pluginFiles } from "../../../../widget/package/wordpress/build/plugin.ts";
import { BLOCK_WORDS, LOCALES, WORDS } from "../../../../widget/package/wordpress/words/words.ts";
import { FRAME_LAYOUTS } from "../../../../worker/contract/embed.ts";
import { LANGS, OFFENCES, SPANS } from "../../../../worker/contract/terms.ts";
import { THEME_CHARTS } from "../../../../worker/contract/theme.ts";
import { snippets } from "../../../e2e/guide.ts";

const files = pluginFiles("1.2.3", "https://stats.example");
const text = (path: string) => new TextDecoder().decode(files[`desertion-stats/${path}`]);
const paths = Object.keys(files);
const code = (ends: string) =>
  paths.filter((path) => path.endsWith(ends)).map((path) => text(path.slice(16)));

/** A catalogue's texts, read as gettext's manual tells. */
function readMo(data: Uint8Array): Map<string, string> {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const number = (at: number) => view.getUint32(at, true);
  const string = (table: number, index: number) => {
    const [length, offset] = [number(table + 8 * index), number(table + 8 * index + 4)];
    expect(data[offset + length]).toBe(0);
    return new TextDecoder().decode(data.subarray(offset, offset + length));
  };
  expect(number(0)).toBe(0x950412de);
  const [originals, translated] = [number(12), number(16)];
  return new Map(
    Array.from({ length: number(8) }, (_, index) => [string(originals, index), string(translated, index)]),
  );
}

describe("the plugin for WordPress", () => {
  it("holds these files, under the folder that WordPress gives it, and nothing else", () => {
    const languages = LOCALES.flatMap((locale) => [
      `languages/desertion-stats-${locale}.mo`,
      `languages/desertion-stats-${locale}-desertion-stats-counter-editor-script.json`,
    ]);
    const own = [
      "LICENSE",
      "block/block.json",
      "block/editor.asset.php",
      "block/editor.js",
      "desertion-stats.php",
      "frame-height.js",
      ...["attributes", "block", "counter", "host", "oembed", "settings", "shortcode", "words"].map(
        (name) => `includes/${name}.php`,
      ),
      "readme.txt",
      "uninstall.php",
    ];
    expect(paths.toSorted()).toEqual(
      [...own, ...languages].map((path) => `desertion-stats/${path}`).toSorted(),
    );
  });

  it("says its version and the service that it was built for, and no other", () => {
    expect(text("desertion-stats.php")).toContain("Version:           1.2.3\n");
    expect(text("readme.txt")).toContain("Stable tag: 1.2.3\n");
    expect(text("desertion-stats.php")).toContain(
      "const DESERTION_STATS_BUILT_FOR = 'https://stats.example';",
    );
    expect(new TextDecoder().decode(pluginFiles("1.2.3")["desertion-stats/desertion-stats.php"])).toContain(
      "const DESERTION_STATS_BUILT_FOR = '';",
    );
    expect(paths.filter((path) => /\b(VERSION|BUILT_FOR)\b/.test(text(path.slice(16))))).toEqual([]);
  });

  it("begins each file of code with a guard against being asked by itself", () => {
    const open = paths.filter((path) => path.endsWith(".php") && !/attributes|words|asset/.test(path));
    for (const path of open) {
      expect(text(path.slice(16)), path).toMatch(
        /^defined\( '(ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit;$/m,
      );
    }
  });

  it("has a readme in the form of wordpress.org", () => {
    const readme = text("readme.txt");
    expect(readme).toMatch(/^=== .+ ===\n/);
    for (const head of [
      "Contributors",
      "Tags",
      "Requires at least",
      "Tested up to",
      "Requires PHP",
      "License",
    ]) {
      expect(readme, head).toMatch(new RegExp(`^${head}: \\S`, "m"));
    }
    const [, short = ""] = /\n\n(.+)\n\n== Description ==\n/.exec(readme) ?? [];
    expect(short.length).toBeGreaterThan(0);
    expect(short.length).toBeLessThanOrEqual(150);
    for (const section of ["Installation", "Frequently Asked Questions", "Changelog"]) {
      expect(readme).toContain(`\n== ${section} ==\n`);
    }
    const fields = ["Requires at least", "Requires PHP", "License"];
    const of = (name: string, where: string) => new RegExp(`${name}: +(.+)`).exec(where)?.[1];
    for (const name of fields) expect(of(name, readme)).toBe(of(name, text("desertion-stats.php")));
  });

  it("offers in its block what the service answers", () => {
    const block = JSON.parse(text("block/block.json")) as {
      name: string;
      textdomain: string;
      attributes: Record<string, { type: string; enum?: string[] }>;
    };
    expect([block.name, block.textdomain]).toEqual(["desertion-stats/counter", "desertion-stats"]);
    const enums = Object.entries(block.attributes).flatMap(([name, { enum: values }]) =>
      values ? [[name, values]] : [],
    );
    expect(Object.fromEntries(enums)).toEqual({
      layout: ["", ...FRAME_LAYOUTS],
      chart: ["", ...THEME_CHARTS],
      offence: ["", ...OFFENCES],
      span: ["", ...SPANS],
      lang: ["", ...LANGS],
    });
    const known = [...text("includes/attributes.php").matchAll(/'([\w-]+)'/g)].map(([, name]) => name);
    const asked = Object.keys(block.attributes).map((name) => name.replace("asOf", "as-of"));
    expect(asked.filter((name) => !known.includes(name))).toEqual(["words", "link"]);
    expect(known).not.toContain("src");
    // And each value has its line in the editor.
    const editor = text("block/editor.js");
    for (const value of [...FRAME_LAYOUTS, ...THEME_CHARTS, ...OFFENCES, ...LANGS]) {
      expect(editor, value).toMatch(new RegExp(`["\\s]${value}"?: `));
    }
  });

  it("says all of its texts in each language, and keeps no other", () => {
    const php = code(".php")
      .join("")
      .matchAll(/\b_?_?(?:esc_html)?__\( '([^']+)', 'desertion-stats' \)/g);
    const js = code(".js")
      .join("")
      .matchAll(/\b__\(\s*"([^"]+)",\s*"desertion-stats",?\s*\)/g);
    const said = new Set([...php, ...js].map(([, words = ""]) => words));
    expect([...said].toSorted()).toEqual(Object.keys(WORDS).toSorted());
    const block = JSON.parse(text("block/block.json")) as {
      title: string;
      description: string;
      keywords: string[];
    };
    expect(Object.keys(BLOCK_WORDS["block title"]!)).toEqual([block.title]);
    expect(Object.keys(BLOCK_WORDS["block description"]!)).toEqual([block.description]);
    expect(Object.keys(BLOCK_WORDS["block keyword"]!)).toEqual(block.keywords);
    for (const locale of LOCALES) {
      const read = readMo(files[`desertion-stats/languages/desertion-stats-${locale}.mo`]!);
      for (const [english, { [locale]: translated }] of Object.entries(WORDS)) {
        expect(read.get(english)).toBe(translated);
      }
      expect(read.get(`block title\u0004${block.title}`)).toBe(
        BLOCK_WORDS["block title"]?.[block.title]?.[locale],
      );
    }
  });

  it("keeps the texts of a catalogue in the order of their bytes, by which they are searched", () => {
    const written = new Map([
      ["я", "1"],
      ["b", "2"],
      ["B", "3"],
      ["ab", "4"],
      ["a", "5"],
    ]);
    const read = [...readMo(moOf(written)).keys()];
    expect(read).toEqual(["", "B", "a", "ab", "b", "я"]);
  });

  it("has the guide's words and the guide's listener", () => {
    const guide = readFileSync("docs/publishers.md", "utf8");
    const words = [...text("includes/words.php").matchAll(/'' => '([^']+)'/g)].map(([, said]) => said);
    expect(words).toHaveLength(LANGS.length);
    for (const said of words) expect(guide).toContain(`| ${said} |`);
    expect(snippets("js")).toContain(text("frame-height.js"));
  });
});
