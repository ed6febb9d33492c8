import { readFileSync } from "node:fs";
import { DOMParser } from "@xmldom/xmldom";
import { transformWithOxc } from "vite";
import { describe, expect, it } from "vitest";
import { type Embed, NO_CHOICES, WAYS_OUT } from "../../../../widget/studio/snippet.ts";

const embed: Embed = {
  ...NO_CHOICES,
  origin: "https://stats.example",
  theme: null,
  page: { lang: "en", scheme: "light" },
  fallback: "Convictions",
  number: null,
};
const manifest = { version: "1.2.3", file: "desertion-stats-1.2.3-abcd.js", integrity: "sha384-x+y/z=" };
const text = (name: string, of: Partial<Embed> = {}) =>
  WAYS_OUT.find((way) => way.name === name)!.text({ ...embed, ...of }, manifest);

describe("the snippet", () => {
  it("is a script and a tag with words and space, nothing more, for what the element does by itself", () => {
    expect(text("evergreen")).toBe(
      '<script type="module" src="https://stats.example/embed/v1.js"></script>\n' +
        '<desertion-stats>\n  <a href="https://stats.example/embed?lang=en">Convictions</a>\n' +
        '  <svg width="max(8em - 30%, 4.45em - 4.9%, 3.3em)" viewBox="0 0 1 10" display="block" aria-hidden="true" />\n' +
        "</desertion-stats>",
    );
  });

  it("keeps the space of its layout and chart, as the guide prints it, and none for a word", () => {
    const space = (of: Partial<Embed>) =>
      /<svg width="([^"]+)"/.exec(text("evergreen", of) ?? "")?.[1] ?? null;
    const layouts = ["card", "strip", "number"];
    const spaces = layouts.flatMap((layout) => [space({ layout }), space({ layout, chart: "none" })]);
    // Alone a number is as high with a chart as without: it has none.
    expect(new Set(spaces).size).toBe(5);
    expect(space({})).toBe(space({ layout: "card" }));
    expect(space({ chart: "bars" })).toBe(space({ layout: "card" }));
    expect(space({ layout: "inline" })).toBeNull();
    expect(text("evergreen", { layout: "inline" })).toContain(
      '<desertion-stats layout="inline"><a href="https://stats.example/embed?lang=en" title="Convictions">…</a></desertion-stats>',
    );
    const guide = readFileSync("docs/publishers.md", "utf8");
    for (const layout of layouts) expect(guide).toContain(`<svg width="${space({ layout })}"`);
  });

  it("has exactly the attributes that were chosen", () => {
    const chosen = { theme: "paper", layout: "strip", chart: "bars", offence: "awol", lang: "uk" };
    expect(text("evergreen", chosen)).toContain(
      '<desertion-stats theme="paper" layout="strip" chart="bars" offence="awol" lang="uk">',
    );
  });

  it("says what time the number is of, in every way out, and from which day a total is", () => {
    const chosen = { span: "total", since: "2022-09-21" };
    expect(text("evergreen", chosen)).toContain('<desertion-stats span="total" since="2022-09-21">');
    for (const way of ["frame", "image"]) {
      expect(text(way, chosen)).toContain("span=total&#38;since=2022-09-21");
    }
    expect(text("address", chosen)).toContain("?span=total&since=2022-09-21&lang=en");
  });

  it("has no first day before it is typed to its end", () => {
    for (const since of ["2022-09", "2022-13-41", ""]) {
      expect(text("evergreen", { span: "total", since })).toContain('<desertion-stats span="total">');
    }
  });

  it("names no default theme: it's the one without a name", () => {
    expect(text("evergreen", { theme: "default" })).toContain("<desertion-stats>");
  });

  it("can be pinned to these very bytes", () => {
    expect(text("pinned")).toContain(
      'src="https://stats.example/embed/desertion-stats-1.2.3-abcd.js"\n  integrity="sha384-x+y/z=" crossorigin="anonymous"',
    );
  });

  it("can't be pinned while the manifest isn't known, nor be of a number that isn't", () => {
    const missing = WAYS_OUT.filter((way) => way.text(embed, null) === null).map(({ name }) => name);
    expect(missing).toEqual(["pinned", "mail"]);
  });

  it("is a frame, a picture or an address for pages that take no script, with the same choices", () => {
    const chosen = { theme: "paper", layout: "strip", offence: "awol", lang: "uk" };
    expect(text("frame", chosen)).toContain(
      "/embed?theme=paper&#38;offence=awol&#38;lang=uk&#38;layout=strip",
    );
    expect(text("frame", chosen)).toContain('title="Convictions"');
    expect(text("image", chosen)).toContain(
      `/v1/card.png?offence=awol&#38;theme=paper&#38;lang=uk&#38;size=`,
    );
    expect(text("image", chosen)).toContain('alt="Convictions"');
    expect(text("address")).toBe("https://stats.example/embed?lang=en");
    expect(text("address", { layout: "inline" })).toBe("https://stats.example/embed?lang=en");
  });

  it("tells a frame, a picture and a link what they can't see of the page: its language and colours", () => {
    const page = { lang: "ru", scheme: "dark" } as const;
    for (const way of ["frame", "image", "address", "evergreen"])
      expect(text(way, { page }), way).toMatch(/\/embed\?lang=ru&(#38;)?color-scheme=dark/);
    expect(text("image", { page })).toMatch(/card\.png\?[^"]*lang=ru&#38;scheme=dark/);
    expect(text("evergreen", { page })).toContain("<desertion-stats>\n  <a");
  });

  it("breaks no phone: pictures shrink with their place, and frames are high enough on one", () => {
    const number = { edition: "2025-06-30.1", sentence: "About 198 a week in April 2025." };
    for (const way of ["image", "mail"]) {
      expect(text(way, { number })).toContain('width="600" height="400" style="max-width:100%;height:auto"');
      expect(text(way, { number })).toContain("size=1200x800");
    }
    for (const [layout, least] of [
      ["card", 620],
      ["strip", 600],
      ["number", 400],
    ] as const) {
      const height = Number(/height="(\d+)"/.exec(text("frame", { layout }) ?? "")?.[1]);
      expect(height, layout).toBeGreaterThanOrEqual(least);
    }
  });

  it("in mail is a PNG of this edition, and its words have number and date", () => {
    const number = { edition: "2025-06-30.1", sentence: "About 198 a week in April 2025." };
    const mail = text("mail", { number });
    expect(mail).toContain("/v1/card.png?as-of=2025-06-30.1&#38;");
    expect(mail).toContain('alt="About 198 a week in April 2025."');
    expect(text("mail", { number, asOf: "2025-01-01" })).toContain("as-of=2025-01-01&#38;");
  });

  it("is well-formed XML, and but for pictures without a style attribute, so that JSX and MDX take it, too", async () => {
    const chosen = {
      theme: "paper",
      layout: "strip",
      offence: "awol",
      lang: "uk",
      fallback: '5 < 6 & "so" on',
      number: { edition: "2025-06-30.1", sentence: "a < b" },
    };
    for (const { name, text } of WAYS_OUT) {
      if (name === "address") continue;
      const snippet = text({ ...embed, ...chosen }, manifest) ?? "";
      const faults: string[] = [];
      const onError = (_: string, message: string) => void faults.push(message);
      new DOMParser({ onError }).parseFromString(`<r>${snippet}</r>`, "text/xml");
      expect(faults, name).toEqual([]);
      if (name !== "image" && name !== "mail") expect(snippet).not.toMatch(/\sstyle=/);
      await transformWithOxc(`export default <>${snippet}</>;`, "snippet.jsx");
    }
  });

  it("lets a frame's reader take the data along", () => {
    expect(text("frame")).toMatch(/sandbox="[^"]*\ballow-downloads\b/);
  });

  it("lets no fallback become markup", () => {
    expect(text("evergreen", { fallback: '</desertion-stats><script>"&' })).toContain(
      ">&#60;/desertion-stats&#62;&#60;script&#62;&#34;&#38;</a>\n",
    );
  });
});
