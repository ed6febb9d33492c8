import { readFileSync } from "node:fs";
import { DOMParser } from "@xmldom/xmldom";
import { transformWithOxc } from "vite";
import { describe, expect, it } from "vitest";
import { type Embed, NO_CHOICES, WAYS_OUT, type WayOut } from "../../../../widget/studio/snippet.ts";
import { CardQuery } from "../../../../worker/contract/card.ts";
import { EmbedQuery } from "../../../../worker/contract/embed.ts";

const embed: Embed = {
  ...NO_CHOICES,
  origin: "https://stats.example",
  theme: null,
  page: { lang: "en", scheme: "light" },
  fallback: "Convictions",
  number: null,
};
const manifest = { version: "1.2.3", file: "desertion-stats-1.2.3-abcd.js", integrity: "sha384-x+y/z=" };
const number = {
  edition: "2025-06-30.1",
  sentence: "About 198 a week in April 2025.",
  link: "History and data",
};
const comparison = { layout: "compare", period: "2023-H1", with: "2022,2021", measure: "cases-received" };
const ofComparison =
  (way: WayOut): WayOut["text"] =>
  (embed, manifest) =>
    way.text({ ...embed, ...comparison }, manifest);
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
      "/v1/card.png?theme=paper&#38;offence=awol&#38;lang=uk&#38;size=",
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

  it("breaks no phone: a picture is as wide as its place, and frames are high enough on one", () => {
    expect(text("image")).toMatch(/<img [^>]*width="100%" \/>/);
    expect(text("image")).not.toContain("height=");
    expect(text("image")).toContain("size=1200x800");
    // What is legible on a desk isn't on a phone.
    expect(text("image")).toMatch(/<source media="\(max-width: \d+px\)" srcset="[^" ]*letters=large[^" ]*"/);
    const heightOf = (of: Partial<Embed>) => Number(/height="(\d+)"/.exec(text("frame", of) ?? "")?.[1]);
    for (const [layout, least] of [
      ["card", 620],
      ["strip", 600],
      ["number", 400],
    ] as const) {
      expect(heightOf({ layout }), layout).toBeGreaterThanOrEqual(least);
    }
    expect(heightOf(comparison)).toBeGreaterThanOrEqual(500);
    const twelve = { ...comparison, with: Array.from({ length: 12 }, (_, at) => 2010 + at).join() };
    expect(heightOf(twelve)).toBeGreaterThan(heightOf(comparison) + 1_000);
  });

  describe("in mail", () => {
    const asked = (snippet: string | null, attribute: string) => {
      const [, address = ""] = new RegExp(`${attribute}="([^"]+)"`).exec(snippet ?? "") ?? [];
      return Object.fromEntries(new URL(address.replaceAll("&#38;", "&")).searchParams);
    };

    it("is a table with a PNG of this edition, and its words have number and date", () => {
      const mail = text("mail", { number });
      expect(mail).toMatch(/^<div align="center"><table role="presentation"/);
      expect(asked(mail, "src")).toMatchObject({ "as-of": "2025-06-30.1", size: "880x1320" });
      expect(asked(mail, "href")).toMatchObject({ "as-of": "2025-06-30.1" });
      expect(mail).toContain('alt="About 198 a week in April 2025."');
      expect(mail).toContain(">History and data</a>");
    });

    it("shows whatever is newest instead, under an address of its own, or the day that was named", () => {
      const newest = asked(text("mail", { number, mailed: "newest" }), "src");
      expect(newest["as-of"]).toBeUndefined();
      expect(newest.v).toBe("2025-06-30.1");
      for (const mailed of ["edition", "newest"] as const)
        expect(asked(text("mail", { number, mailed, asOf: "2025-01-01" }), "src")["as-of"]).toBe(
          "2025-01-01",
        );
    });

    it("is there in MJML and in plain text, too", () => {
      const { forms = [] } = WAYS_OUT.find(({ name }) => name === "mail")!;
      const said = forms.map((form) => [form.name, form.text({ ...embed, number })] as const);
      expect(said.map(([name]) => name)).toEqual(["mjml", "plain"]);
      const [[, mjml], [, plain]] = said as [(typeof said)[0], (typeof said)[0]];
      expect(mjml).toMatch(/^<mj-section /);
      expect(asked(mjml, "src")).toEqual(asked(text("mail", { number }), "src"));
      expect(plain).toBe(
        "About 198 a week in April 2025.\nhttps://stats.example/embed?lang=en&as-of=2025-06-30.1",
      );
    });

    it("asks the service only for what it takes, in every layout, chart and scheme", () => {
      for (const layout of [null, "card", "strip", "number", "inline", "compare"]) {
        for (const scheme of ["light", "dark"] as const) {
          const of = {
            ...comparison,
            layout,
            chart: "bars",
            heading: "",
            scheme,
            theme: "paper",
            number,
          } as const;
          for (const way of ["mail", "image"]) {
            const snippet = text(way, of);
            expect(CardQuery.parse(asked(snippet, "src"))).toMatchObject({ scheme, theme: "paper" });
            expect(EmbedQuery.parse(asked(snippet, "href"))).toMatchObject({ "color-scheme": scheme });
          }
        }
      }
    });
  });

  describe("of a comparison", () => {
    it("has its layout and its periods in every way out, and no time of a counter's", () => {
      const of = { ...comparison, chart: "bars", span: "total", since: "2022-09-21", weeks: "52", number };
      const tag =
        '<desertion-stats layout="compare" period="2023-H1" with="2022,2021" measure="cases-received">';
      for (const way of ["evergreen", "pinned"]) expect(text(way, of), way).toContain(tag);
      const query = [/period=2023-H1/, /with=2022%2C2021/, /layout=compare/];
      const { forms = [] } = WAYS_OUT.find(({ name }) => name === "mail")!;
      const snippets = [
        ...["frame", "image", "mail", "address"].map((way) => text(way, of)),
        ...forms.map((form) => form.text({ ...embed, ...of })),
      ];
      for (const snippet of snippets) {
        for (const part of query) expect(snippet).toMatch(part);
        expect(snippet).not.toMatch(/span=|since=|weeks=|chart=/);
      }
    });

    it("takes the periods only with its layout, so that no other is refused for them", () => {
      for (const layout of [null, "card", "strip", "inline", "number"])
        for (const { name, text: of } of WAYS_OUT)
          expect(of({ ...embed, ...comparison, layout, number }, manifest), name).not.toMatch(
            /period=|with=/,
          );
    });

    it("is there once both of its periods are typed to their ends, and not before", () => {
      for (const of of [{ period: null }, { with: null }, { period: "2023-H" }, { with: "2022,20" }]) {
        for (const { name, text: way, forms = [] } of WAYS_OUT) {
          const asked = { ...embed, ...comparison, ...of, number };
          expect(way(asked, manifest), name).toBeNull();
          for (const form of forms) expect(form.text(asked), form.name).toBeNull();
        }
      }
    });

    it("asks the service only for what it takes", () => {
      const { searchParams } = new URL(text("address", { ...comparison, heading: "", asOf: "2025-01-01" })!);
      const query = EmbedQuery.parse(Object.fromEntries(searchParams));
      expect(query.period?.label).toBe("2023-H1");
      expect(query.with?.map(({ label }) => label)).toEqual(["2022", "2021"]);
    });
  });

  it("is well-formed XML and, but for mail, without a style attribute, so that JSX and MDX take it, too", async () => {
    const chosen = {
      theme: "paper",
      layout: "strip",
      offence: "awol",
      lang: "uk",
      fallback: '5 < 6 & "so" on',
      number: { ...number, sentence: "a < b" },
    };
    for (const { name, text } of WAYS_OUT.flatMap((way) => [way, { ...way, text: ofComparison(way) }])) {
      if (name === "address") continue;
      const snippet = text({ ...embed, ...chosen }, manifest) ?? "";
      expect(snippet).not.toBe("");
      const faults: string[] = [];
      const onError = (_: string, message: string) => void faults.push(message);
      new DOMParser({ onError }).parseFromString(`<r>${snippet}</r>`, "text/xml");
      expect(faults, name).toEqual([]);
      if (name !== "mail") expect(snippet).not.toMatch(/\sstyle=/);
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
