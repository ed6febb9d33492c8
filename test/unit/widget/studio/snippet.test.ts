import { readFileSync } from "node:fs";
import { DOMParser } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { type Embed, WAYS_OUT } from "../../../../widget/studio/snippet.ts";

const embed: Embed = {
  origin: "https://stats.example",
  theme: null,
  layout: null,
  chart: null,
  offence: null,
  span: null,
  since: null,
  lang: null,
  fallback: "Convictions",
};
const manifest = { version: "1.2.3", file: "desertion-stats-1.2.3-abcd.js", integrity: "sha384-x+y/z=" };
const text = (name: string, of: Partial<Embed> = {}) =>
  WAYS_OUT.find((way) => way.name === name)!.text({ ...embed, ...of }, manifest);

describe("the snippet", () => {
  it("is a script and a tag with words and space, nothing more, for what the element does by itself", () => {
    expect(text("evergreen")).toBe(
      '<script type="module" src="https://stats.example/embed/v1.js"></script>\n' +
        '<desertion-stats>\n  <a href="https://stats.example/embed">Convictions</a>\n' +
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
      '<desertion-stats layout="inline"><a href="https://stats.example/embed" title="Convictions">…</a></desertion-stats>',
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
    expect(text("address", chosen)).toContain("?span=total&since=2022-09-21");
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

  it("can't be pinned while the manifest isn't known", () => {
    expect(WAYS_OUT.map((way) => way.text(embed, null)).filter((out) => out === null)).toHaveLength(1);
  });

  it("is a frame, a picture or an address for pages that take no script, with the same choices", () => {
    const chosen = { theme: "paper", layout: "strip", offence: "awol", lang: "uk" };
    const query = "theme=paper&#38;offence=awol&#38;lang=uk";
    expect(text("frame", chosen)).toContain(`src="https://stats.example/embed?${query}&#38;layout=strip"`);
    expect(text("frame", chosen)).toContain('title="Convictions"');
    expect(text("image", chosen)).toContain(
      `src="https://stats.example/v1/card.svg?${query}" alt="Convictions"`,
    );
    expect(text("address")).toBe("https://stats.example/embed");
    expect(text("address", { layout: "inline" })).toBe("https://stats.example/embed");
  });

  it("is well-formed XML without a style attribute, so that JSX and MDX take it, too", () => {
    const chosen = {
      theme: "paper",
      layout: "strip",
      offence: "awol",
      lang: "uk",
      fallback: '5 < 6 & "so" on',
    };
    for (const { name, text } of WAYS_OUT) {
      if (name === "address") continue;
      const snippet = text({ ...embed, ...chosen }, manifest) ?? "";
      const faults: string[] = [];
      const onError = (_: string, message: string) => void faults.push(message);
      new DOMParser({ onError }).parseFromString(`<r>${snippet}</r>`, "text/xml");
      expect(faults, name).toEqual([]);
      expect(snippet).not.toMatch(/\sstyle=/);
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
