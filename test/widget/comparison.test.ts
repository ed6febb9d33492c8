import { describe, expect, it } from "vitest";
import { cdp, page } from "vitest/browser";
import "../../widget/stats/index.ts";
import type { DesertionStats } from "../../widget/stats/index.ts";
import { SCHEMES } from "../../widget/stats/surroundings.ts";
import { PRESET_STYLES, PRESETS } from "../../widget/studio/draft/presets.ts";
import type { CompareBody } from "../../worker/contract/compare.ts";
import { LANGS } from "../../worker/contract/terms.ts";
import { compared, unsure, yearSide } from "../fixtures/comparison.ts";
import { violations } from "./axe.ts";
import {
  heard,
  json,
  loaded,
  mount,
  origin,
  part,
  serve,
  settled,
  showsItsContent,
  surprises,
} from "./page.ts";
import { published } from "./summary.ts";

const tag = (src: string, more = "") =>
  `<desertion-stats src="${src}" layout="compare" period="2023-H1" with="2022,2021" measure="cases-received" article="337" ${more}><a href="/figures">Figures</a></desertion-stats>`;
const rows = (element: DesertionStats) => [...element.shadowRoot!.querySelectorAll('[part="bars"] > div')];
const said = (element: Element) => element.textContent.replaceAll(/\s+/g, " ").trim();
/** How much of its row a bar takes, where it is drawn. */
const lengths = (element: DesertionStats) =>
  rows(element).map((row) => {
    const bar = row.querySelector(".bar");
    const path = row.querySelector(".newest, .known");
    if (!bar || !path) return null;
    return Math.round((1000 * path.getBoundingClientRect().width) / bar.clientWidth) / 1000;
  });

async function shown(body: CompareBody, more = "", width = 360): Promise<DesertionStats> {
  serve(() => json(body));
  return loaded(`<div style="width:${width}px">${tag(origin(), more)}</div>`);
}

describe('<desertion-stats layout="compare">', () => {
  it("asks for the comparison, in the look that a counter would have, and for nothing else", async () => {
    const asked = serve(() => json(compared()));
    const src = origin();
    await loaded(tag(src));
    expect(asked.map(({ url }) => decodeURIComponent(url.href))).toEqual([
      `${src}/v1/compare?measure=cases-received&article=337&period=2023-H1&with=2022,2021&theme=default`,
    ]);
  });

  it.each(LANGS)("says every word of the answer, and draws its counts on one scale: %s", async (lang) => {
    const body = compared(lang);
    const element = await shown(body, `lang="${lang}"`);
    const { heading, sentence, sides, source } = body.text;
    expect(said(part(element, "heading")!)).toBe(heading);
    expect(part(element, "sentence")!.textContent).toBe(sentence);
    expect(rows(element).map((row) => said(row))).toEqual(
      sides.map(({ name, number }) => `${name} ${number}`.replaceAll("\u00a0", " ")),
    );
    expect(lengths(element)).toEqual([1, 0.482, 0.296]);
    const link = part(element, "footer")!.querySelector("a")!;
    expect([link.textContent, link.href]).toEqual([source, body.edition.source.url]);
    expect(part(element, "card")!.getAttribute("lang")).toBe(lang);
    expect(part(element, "number")!.textContent).toBe(sides[0]!.number);
  });

  it("draws what isn't sure as what it is, and what isn't known not at all", async () => {
    const element = await shown(unsure());
    const drawn = rows(element).map((row) =>
      [...row.querySelectorAll("path")]
        .filter((path) => path.getAttribute("d"))
        .map((path) => path.classList[0]),
    );
    expect(drawn).toEqual([["provisional", "newest", "band"], ["known"], ["bound", "open"], [], []]);
    expect(rows(element).map((row) => row.querySelector(".bar") !== null)).toEqual([
      true,
      true,
      true,
      false,
      true,
    ]);
    expect(said(rows(element)[3]!)).toMatch(/not known$/);
    expect(said(rows(element)[4]!)).toMatch(/none$|0$/);
    for (const { text } of unsure().text.key) expect(said(part(element, "key")!)).toContain(text);
    for (const { note } of unsure().text.sides.filter(({ note }) => note))
      expect(said(part(element, "bars")!)).toContain(note.replaceAll("\u00a0", " "));
  });

  it.each(["ltr", "rtl"] as const)("lets bars grow from where a line begins (%s)", async (dir) => {
    const body = unsure();
    body.text.dir = dir;
    const element = await shown(body);
    const edge = (one: Element) => one.getBoundingClientRect()[dir === "rtl" ? "right" : "left"];
    for (const bar of element.shadowRoot!.querySelectorAll(".bar")) {
      const drawn = [...bar.querySelectorAll("path:not(.open, .band)")].filter((path) =>
        path.getAttribute("d"),
      );
      for (const path of drawn.slice(-1)) expect(Math.abs(edge(path) - edge(bar))).toBeLessThan(2);
    }
  });

  it("sets no number in large letters that is low because records are late", async () => {
    const size = async (body: CompareBody) => {
      const element = await shown(body);
      return [part(element, "number")!, rows(element)[1]!.querySelector("dd")!].map((one) =>
        Number.parseFloat(getComputedStyle(one).fontSize),
      ) as [number, number];
    };
    const [late, beside] = await size(unsure());
    expect(late).toBe(beside);
    const [final, small] = await size(compared());
    expect(final).toBeGreaterThan(1.5 * small);
  });

  it("leads to the counts behind it", async () => {
    const element = await shown(compared("uk"));
    const link = part(element, "history") as HTMLAnchorElement;
    expect(new URL(link.href).pathname).toBe("/history");
    expect(new URL(link.href).searchParams.get("offence")).toBe(null);
    expect(new URL(link.href).searchParams.get("article")).toBe("337");
  });

  it("has the publisher's heading or none, and a theme's colours beneath the page's own", async () => {
    const [preset] = PRESETS;
    const { light, dark } = PRESET_STYLES[preset!];
    const body = { ...compared(), theme: { slug: "paper", light, dark, hidden: ["history" as const] } };
    const element = await shown(body, 'heading="Twice as many"');
    expect(said(part(element, "heading")!)).toBe("Twice as many");
    expect(part(element, "history")).toBeNull();
    const frame = element.shadowRoot!.querySelector<HTMLElement>(".frame")!;
    expect(frame.style.getPropertyValue("--theme-accent")).toBe(light.accent);
    const bare = await shown(compared(), 'heading=""');
    expect(part(bare, "heading")).toBeNull();
  });

  it.each([160, 240, 360, 600, 900])("fits a column of %i pixels in every language", async (width) => {
    for (const lang of LANGS)
      for (const body of [compared(lang), unsure(lang)]) {
        const element = await shown(body, "", width);
        const card = part(element, "card")!;
        expect(card.scrollWidth, lang).toBeLessThanOrEqual(card.clientWidth);
        for (const one of card.querySelectorAll("dt, dd, p, a"))
          expect(one.getBoundingClientRect().right).toBeLessThanOrEqual(
            card.getBoundingClientRect().right + 1,
          );
        document.body.replaceChildren();
      }
  });

  it.each([160, 240, 320, 480, 640])("moves nothing below it in a column of %i pixels", async (width) => {
    for (const lang of LANGS) {
      const src = origin();
      const { promise, resolve } = Promise.withResolvers<Response>();
      serve(() => promise);
      const element = mount(`<div style="width:${width}px">${tag(src)}</div>`);
      await settled();
      const before = element.getBoundingClientRect().height;
      const load = heard("desertion-stats-load");
      resolve(json(compared(lang)));
      await load;
      expect(element.getBoundingClientRect().height, lang).toBe(before);
      document.body.replaceChildren();
    }
  });

  it.each(SCHEMES)("has no violation of WCAG that axe finds (%s)", async (scheme) => {
    await page.viewport(1280, 2000);
    for (const body of [compared(), unsure(), compared("uk", { edition: { sample: true }, frozen: true })]) {
      await shown(body, `color-scheme="${scheme}"`);
      expect(await violations()).toEqual([]);
      document.body.replaceChildren();
    }
  });

  it("is drawn in forced colours", async () => {
    const browser = cdp() as unknown as { send(method: string, parameters: object): Promise<void> };
    await browser.send("Emulation.setEmulatedMedia", {
      features: [{ name: "forced-colors", value: "active" }],
    });
    const element = await shown(compared());
    expect(lengths(element)).toEqual([1, 0.482, 0.296]);
    expect(getComputedStyle(element.shadowRoot!.querySelector(".newest")!).fill).not.toBe("none");
    await browser.send("Emulation.setEmulatedMedia", { features: [] });
  });

  it("keeps the content of the tag and says why where the question isn't one", async () => {
    const problem = { type: "about:blank", title: "Bad", status: 400, detail: "with: It is needed here." };
    serve(() => Response.json(problem, { status: 400 }));
    const failed = heard("desertion-stats-error");
    const element = mount(tag(origin()));
    expect((await failed).detail).toMatchObject({ status: 400, problem });
    expect(showsItsContent(element)).toBe(true);
    expect(surprises).toEqual([]);
  });

  const odd: Record<string, unknown> = {
    "no sides": { ...compared(), against: undefined, period: {} },
    "fewer words than bars": { ...compared(), text: { ...compared().text, sides: [] } },
    "no sentence": { ...compared(), text: { ...compared().text, sentence: 7 } },
    "a script for a source": {
      ...compared(),
      edition: { ...compared().edition, source: { name: "x", url: "javascript:1" } },
    },
    "a number for a key": { ...compared(), text: { ...compared().text, key: 3 } },
    "a million periods": { ...compared(), against: Array(1e4).fill(yearSide(2000, 1)) },
  };

  it.each(Object.keys(odd))("breaks nothing of the page by an answer with %s", async (name) => {
    serve(() => new Response(JSON.stringify(odd[name])));
    const end = Promise.race([heard("desertion-stats-error"), heard("desertion-stats-load")]);
    const element = mount(tag(origin()));
    await end;
    await settled();
    expect(surprises).toEqual([]);
    for (const link of element.shadowRoot!.querySelectorAll("a")) expect(link.href).toMatch(/^https?:|^$/);
    if (part(element, "card") === null) expect(showsItsContent(element)).toBe(true);
  });

  it("becomes a counter, and a comparison again, as its tag says", async () => {
    serve((url) => json(url.pathname === "/v1/compare" ? compared() : published()));
    const element = await loaded(tag(origin()));
    const change = async (attributes: Record<string, string | null>) => {
      const load = heard("desertion-stats-load");
      for (const [name, value] of Object.entries(attributes))
        if (value === null) element.removeAttribute(name);
        else element.setAttribute(name, value);
      await load;
    };
    await change({ layout: "card", period: null, with: null });
    expect([part(element, "bars"), said(part(element, "number")!)]).toEqual([null, "about 198"]);
    await change({ layout: "compare", period: "2023-H1", with: "2022,2021" });
    expect(rows(element)).toHaveLength(3);
    expect(surprises).toEqual([]);
  });
});
