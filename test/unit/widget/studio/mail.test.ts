import { DOMParser, type Element } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { type Mailed, mailSnippets } from "../../../../widget/studio/mail.ts";
import { mailLook } from "../../../../widget/studio/mail-look.ts";
import { CardQuery, sizeOf } from "../../../../worker/contract/card.ts";
import { EmbedQuery } from "../../../../worker/contract/embed.ts";
import { LANGS } from "../../../../worker/contract/terms.ts";
import { ThemeStyle } from "../../../../worker/contract/theme.ts";
import { contrast } from "../../../../worker/domain/theme/contrast.ts";
import { FURTHER, LOOKS, PLAIN_STYLE } from "../../../fixtures/looks.ts";

const mailed: Mailed = {
  origin: "https://stats.example",
  query: { offence: "awol", lang: "uk" },
  shows: { asOf: "2025-06-30.1" },
  issue: "2025-27",
  sentence: 'In April 2025 "about 198" a week, 5 < 6 & so on.',
  link: "History & data",
};
/** The elements of a snippet by name; throws where it isn't XML. */
function parsed(snippet: string) {
  const faults: string[] = [];
  const onError = (_: string, message: string) => void faults.push(message);
  const document = new DOMParser({ onError }).parseFromString(`<r>${snippet}</r>`, "text/xml");
  expect(faults).toEqual([]);
  return (name: string) => [...document.getElementsByTagName(name)][0] as Element;
}
const asked = (address: string | null) => Object.fromEntries(new URL(address!).searchParams);

describe("a counter in mail", () => {
  it("is a picture at two densities with its size, its words and a link, without a style sheet", () => {
    const { html } = mailSnippets(mailed);
    const of = parsed(html);
    const img = of("img");
    expect([img.getAttribute("width"), img.getAttribute("height")]).toEqual(["440", "660"]);
    expect(img.getAttribute("alt")).toBe(mailed.sentence);
    const sizes = img
      .getAttribute("srcset")!
      .split(", ")
      .map((one) => {
        const [address, density] = one.split(" ");
        return [density, asked(address!).size];
      });
    expect(sizes).toEqual([
      ["1x", "440x660"],
      ["2x", "880x1320"],
    ]);
    expect(asked(img.getAttribute("src")).size).toBe("880x1320");
    expect(of("a").getAttribute("href")).toMatch(/^https:\/\/stats\.example\/embed\?/);
    expect(html).not.toMatch(/<style|\s(class|on\w+)=/);
    expect(of("table").getAttribute("role")).toBe("presentation");
  });

  it("has the same picture, words and link in MJML", () => {
    const { html, mjml } = mailSnippets(mailed);
    const [img, image] = [parsed(html)("img"), parsed(mjml)("mj-image")];
    for (const name of ["src", "alt"]) expect(image.getAttribute(name)).toBe(img.getAttribute(name));
    expect(image.getAttribute("href")).toBe(parsed(html)("a").getAttribute("href"));
    expect(image.getAttribute("width")).toBe("440px");
  });

  it("has words and an address for those who see no picture", () => {
    const [words, address] = mailSnippets(mailed).plain.split("\n");
    expect(words).toBe(mailed.sentence);
    expect(asked(address!)).toEqual({ offence: "awol", lang: "uk", "as-of": "2025-06-30.1" });
  });

  it("shows an edition for good or the newest number, as chosen, under an address of this issue", () => {
    const src = (shows: Mailed["shows"], issue?: string) =>
      asked(
        parsed(mailSnippets({ ...mailed, shows, ...(issue && { issue }) }).html)("img").getAttribute("src"),
      );
    expect(src({ asOf: "2025-06-30" })["as-of"]).toBe("2025-06-30");
    expect(src("newest")["as-of"]).toBeUndefined();
    expect(src("newest", "2025-28").v).toBe("2025-28");
  });

  it("has the colours that it is asked for, in the picture and on the page that it leads to", () => {
    const of = parsed(mailSnippets({ ...mailed, scheme: "dark" }).html);
    expect(asked(of("img").getAttribute("src")).scheme).toBe("dark");
    expect(asked(of("a").getAttribute("href"))["color-scheme"]).toBe("dark");
  });

  it("asks of the service only what it takes", () => {
    for (const query of [
      mailed.query,
      { layout: "compare", period: "2023-H1", with: "2022,2021", measure: "cases-received", article: "337" },
    ]) {
      const of = parsed(mailSnippets({ ...mailed, query }).html);
      const picture = CardQuery.parse(asked(of("img").getAttribute("src")));
      expect(sizeOf(picture.size)).toEqual({ width: 880, height: 1320 });
      EmbedQuery.parse(asked(of("a").getAttribute("href")));
    }
  });
});

describe("a theme's look in mail", () => {
  const SIDES: Readonly<Record<string, string>> = { start: "left", center: "center", end: "right" };
  const looks = [{}, ...FURTHER.map(({ style }) => style), ...Object.values(LOOKS)];
  const cases = looks.flatMap((look) =>
    (["light", "dark"] as const).flatMap((scheme) =>
      LANGS.map((lang) => ({ style: ThemeStyle.parse({ ...PLAIN_STYLE, ...look }), scheme, lang })),
    ),
  );

  it("is in its picture, which the service draws with the theme on a whole surface", () => {
    for (const { style, scheme, lang } of cases) {
      const query = { theme: "paper", lang };
      const of = mailSnippets({ ...mailed, query, scheme, look: mailLook(style, scheme, lang) });
      for (const address of [parsed(of.html)("img"), parsed(of.mjml)("mj-image")].map((one) =>
        one.getAttribute("src"),
      ))
        expect(asked(address)).toMatchObject({ ...query, ground: "surface", letters: "large" });
    }
  });

  it("is around it, too: links in the theme's colour on its surface, its alignment, what it hides, its lines", () => {
    for (const { style, scheme, lang } of cases) {
      const look = mailLook(style, scheme, lang);
      const { html, mjml, plain } = mailSnippets({ ...mailed, scheme, look });
      const { surface, muted } = style[scheme];
      const hasHistory = !style.hidden.includes("history");
      const side = SIDES[style.align ?? "center"];
      for (const snippet of [html, mjml]) {
        parsed(snippet);
        expect(snippet.includes("History &#38; data</a>")).toBe(hasHistory);
        // No link is left to the mail program's own blue: one holds a picture, the other names its colour.
        for (const [, rest, content] of snippet.matchAll(/<a ([^>]*)>(.*?)<\/a>/g))
          if (!content!.startsWith("<img")) expect(rest).toContain(`style="color:${muted}"`);
        expect(snippet).toMatch(new RegExp(`(text-)?align="${side}"`));
        expect(snippet).not.toMatch(new RegExp(`align="(?!${side})(${Object.values(SIDES).join("|")})"`));
      }
      expect(html.match(new RegExp(`bgcolor="${surface}"`, "g"))).toHaveLength(hasHistory ? 2 : 1);
      expect(mjml).toContain(`background-color="${surface}"`);
      if (hasHistory) expect(contrast(look.link, look.ground)).toBeGreaterThanOrEqual(4.5);
      const lines = [style.byline, style.note, style.credit].map((words) => words?.[lang]).filter(Boolean);
      expect(plain.split("\n").slice(1, -1)).toEqual(lines);
    }
  });
});
