import { describe, expect, it } from "vitest";
import type { Summary } from "../../worker/contract/summary.ts";
import { LANGS, type Lang } from "../../worker/contract/terms.ts";
import "../../widget/stats/index.ts";
import type { DesertionStats } from "../../widget/stats/index.ts";
import { answerOf } from "../gallery/states.ts";
import { heard, json, loaded, mount, origin, part, serve, settled } from "./page.ts";
import { published, records } from "./summary.ts";

/** The states that a reader meets, on the day on which they are the longest. */
const STATES = [
  "week",
  "court",
  "this-week",
  "month",
  "year",
  "total",
  "figures",
  "figures-year",
  "figures-total",
  "persons",
] as const;

/** A column of a page in CSS pixels, from the narrowest that is supported to a full-width one. */
const WIDTHS = [160, 240, 300, 420, 640, 1100];

function column(width: number): HTMLElement {
  const box = document.createElement("section");
  box.style.cssText = `width:${width}px; font:16px/1.5 serif`;
  document.body.append(box);
  return box;
}

function top(element: Element): number {
  return element.getBoundingClientRect().top;
}

describe.each(["card", "strip", "number"])("the space of <desertion-stats layout=%s>", (layout) => {
  describe.each(["line", "none"])("with chart=%s", (chart) => {
    it.each(STATES)("is reserved before the answer comes: nothing below moves (%s)", async (state) => {
      const moved: string[] = [];
      for (const lang of LANGS) {
        for (const width of WIDTHS) {
          const answer = Promise.withResolvers<Response>();
          serve(() => answer.promise);
          const box = column(width);
          box.innerHTML = `<desertion-stats src="${origin()}" lang="${lang}" layout="${layout}" chart="${chart}">
            <p>848 convictions in April 2025. <a href="/figures">All figures</a></p></desertion-stats><p>Below</p>`;
          await settled();
          const before = top(box.querySelector("section > p")!);
          const load = heard("desertion-stats-load");
          answer.resolve(json(answerOf(state, lang, "default", "sunday") as Summary));
          await load;
          const after = top(box.querySelector("section > p")!);
          if (Math.abs(after - before) >= 1) moved.push(`${lang} at ${width} px by ${after - before} px`);
          box.remove();
        }
      }
      expect(moved).toEqual([]);
    });
  });

  it("holds its words: nothing runs over its side", async () => {
    const over: string[] = [];
    serve((url) => json(records(url.searchParams.get("lang") as Lang)));
    for (const lang of LANGS) {
      for (const width of WIDTHS) {
        const box = column(width);
        const load = heard("desertion-stats-load");
        box.innerHTML = `<desertion-stats src="${origin()}" lang="${lang}" layout="${layout}"></desertion-stats>`;
        await load;
        const card = part(box.querySelector("desertion-stats")!, "card")!;
        for (const words of card.querySelectorAll("p, figcaption, a")) {
          const { left, right } = words.getBoundingClientRect();
          const edge = card.getBoundingClientRect();
          if (left < edge.left - 1 || right > edge.right + 1)
            over.push(`${lang} at ${width} px: ${words.textContent}`);
        }
        box.remove();
      }
    }
    expect(over).toEqual([]);
  });
});

describe("the space of <desertion-stats>", () => {
  it("causes no layout shift that the browser would count", async () => {
    const shifts: PerformanceEntry[] = [];
    const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: false });
    const answer = Promise.withResolvers<Response>();
    serve(() => answer.promise);
    mount(`<desertion-stats src="${origin()}"><p>848 in April</p></desertion-stats><p>Below</p>`);
    await settled();
    const load = heard("desertion-stats-load");
    answer.resolve(json(published()));
    await load;
    await settled();
    shifts.push(...observer.takeRecords());
    observer.disconnect();
    expect(shifts).toEqual([]);
  });

  it("isn't kept under an answer that comes below the window, where nothing that moves is seen", async () => {
    const shifts: PerformanceEntry[] = [];
    const blanks: number[] = [];
    const blankUnder = (one: DesertionStats) =>
      Math.round(one.getBoundingClientRect().height - part(one, "card")!.getBoundingClientRect().height);
    for (const attributes of ["", `layout="strip"`, `layout="number"`, `chart="none"`]) {
      const answer = Promise.withResolvers<Response>();
      serve(() => answer.promise);
      const text = "Words of an article. ".repeat(20);
      const element = mount(
        `<div style="block-size:100vh">${text}</div><desertion-stats src="${origin()}" ${attributes}><p>848 in April</p></desertion-stats><p>${text}</p>`,
      );
      await settled();
      const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
      observer.observe({ type: "layout-shift", buffered: false });
      const load = heard("desertion-stats-load");
      answer.resolve(json(published()));
      await load;
      await settled();
      shifts.push(...observer.takeRecords());
      observer.disconnect();
      blanks.push(blankUnder(element));
      // Nor does it come back once the reader is there.
      element.scrollIntoView();
      element.colorScheme = "dark";
      await settled();
      blanks.push(blankUnder(element));
      scrollTo(0, 0);
      element.closest("main")!.remove();
    }
    expect(blanks).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(shifts).toEqual([]);
  });

  it("is kept under an answer that will be followed by others", async () => {
    serve(() => json(published()));
    const element = await loaded(
      `<div style="block-size:100vh"></div><desertion-stats src="${origin()}" refresh="auto"></desertion-stats>`,
    );
    const card = part(element, "card")!.getBoundingClientRect();
    expect(element.getBoundingClientRect().height).toBeGreaterThan(card.height);
  });

  it("stays when the answer never comes", async () => {
    const answer = Promise.withResolvers<Response>();
    serve(() => answer.promise);
    const failed = heard("desertion-stats-error");
    const element = mount(`<desertion-stats src="${origin()}">848 in April</desertion-stats><p>Below</p>`);
    await settled();
    const before = top(element.nextElementSibling!);
    answer.resolve(new Response("", { status: 503 }));
    await failed;
    await settled();
    expect(top(element.nextElementSibling!)).toBe(before);
    expect(before - top(element)).toBeGreaterThan(100);
  });

  it.each([
    ["a row of flex items", "display:flex; width:900px"],
    ["a grid of auto columns", "display:grid; grid-template-columns:auto 1fr; width:900px"],
    ["a float", "width:900px"],
  ])("is wide enough to read in %s", async (_, css) => {
    serve(() => json(published()));
    const element = await loaded(
      `<div><desertion-stats src="${origin()}"></desertion-stats><p>${"Words beside it. ".repeat(40)}</p></div>`,
    );
    element.parentElement!.style.cssText = css;
    if (!css.includes("display")) element.style.float = "left";
    expect(element.getBoundingClientRect().width).toBeGreaterThan(200);
  });

  it("is a word's in a sentence: the line stays as high, and no blank comes before the full stop", async () => {
    serve(() => json(published()));
    const element = await loaded(
      `<p><span>It was </span><desertion-stats src="${origin()}" layout="inline">about 198</desertion-stats><span>.</span></p>`,
    );
    const line = element.parentElement!.getBoundingClientRect().height;
    const stop = element.nextElementSibling!.getBoundingClientRect();
    expect(stop.left - part(element, "number")!.getBoundingClientRect().right).toBeLessThan(1);
    element.replaceWith("about 198");
    expect(document.querySelector("p")!.getBoundingClientRect().height).toBe(line);
  });

  it("is none when the element is hidden", async () => {
    serve(() => json(published()));
    const element = mount(`<desertion-stats src="${origin()}" hidden></desertion-stats>`);
    await settled();
    expect(element.getBoundingClientRect().height).toBe(0);
  });
});
