import { describe, expect, it } from "vitest";
import type { Summary } from "../../worker/contract/summary.ts";
import { LANGS } from "../../worker/contract/terms.ts";
import "../../widget/stats/index.ts";
import type { DesertionStats } from "../../widget/stats/index.ts";
import { answerOf } from "../gallery/states.ts";
import { json, loaded, origin, part, serve } from "./page.ts";
import { type Difference, published, records } from "./summary.ts";

function path(element: DesertionStats, name: string): SVGPathElement {
  return element.shadowRoot!.querySelector<SVGPathElement>(`path.${name}`)!;
}

async function drawn(summary: ReturnType<typeof published>, attributes = ""): Promise<DesertionStats> {
  serve(() => json(summary));
  return loaded(`<desertion-stats src="${origin()}" ${attributes}></desertion-stats>`);
}

describe("the sparkline", () => {
  it("is an image with a text alternative that came with the number", async () => {
    const element = await drawn(published());
    const image = part(element, "sparkline")!;
    expect(image.getAttribute("role")).toBe("img");
    expect(image.getAttribute("aria-label")).toBe(published().text.sparkline_alt);
  });

  it("draws published figures as steps, also where bars are asked for", async () => {
    for (const attributes of ["", `chart="bars"`]) {
      const element = await drawn(published(), attributes);
      expect(part(element, "sparkline")!.classList.contains("steps")).toBe(true);
      expect(path(element, "area").getTotalLength()).toBeGreaterThan(0);
    }
  });

  it("draws court records as a line, or as bars", async () => {
    expect(part(await drawn(records()), "sparkline")!.classList.contains("line")).toBe(true);
    expect(part(await drawn(records(), `chart="bars"`), "sparkline")!.classList.contains("bars")).toBe(true);
  });

  it("can be left out, and is in a sentence unless asked for", async () => {
    expect(part(await drawn(published(), `chart="none"`), "sparkline")).toBeNull();
    expect(part(await drawn(published(), `layout="inline"`), "sparkline")).toBeNull();
    expect(part(await drawn(published(), `layout="inline" chart="line"`), "sparkline")).not.toBeNull();
  });

  it("dashes the weeks that are still growing, and shades the range in which they are expected to end", async () => {
    const element = await drawn(records());
    expect(getComputedStyle(path(element, "provisional")).strokeDasharray).not.toBe("none");
    expect(getComputedStyle(path(element, "known")).strokeDasharray).toBe("none");
    expect(path(element, "provisional").getTotalLength()).toBeGreaterThan(0);
    expect(path(element, "band").getBBox().height).toBeGreaterThan(0);
    expect(part(element, "status")!.textContent).toBe(records().text.status);
  });

  it.each(["line", "bars"])(
    "has the whole accent at the edge of each week, however sure it is: %s",
    async (how) => {
      const qualifiers: Summary["series"]["qualifiers"] = [[0, 5, "at_least"]];
      const element = await drawn(records("en", { series: { qualifiers } }), `chart="${how}"`);
      const accent = getComputedStyle(element.shadowRoot!.querySelector("circle")!).stroke;
      for (const name of ["known", "bound", "provisional"]) {
        expect(path(element, name).getTotalLength(), name).toBeGreaterThan(0);
        const { stroke, strokeOpacity, strokeWidth, opacity } = getComputedStyle(path(element, name));
        expect([stroke, strokeOpacity, opacity], name).toEqual([accent, "1", "1"]);
        expect(Number.parseFloat(strokeWidth), name).toBeGreaterThanOrEqual(1);
      }
    },
  );

  it("marks the last point: filled where it is final, open where it still grows", async () => {
    const fill = (element: DesertionStats) =>
      getComputedStyle(element.shadowRoot!.querySelector("circle:not(.so-far)")!).fill;
    expect(fill(await drawn(records()))).not.toBe(fill(await drawn(published())));
  });

  it("fills its box without stretching its strokes or letters", async () => {
    const element = await drawn(published());
    const image = part(element, "sparkline")!.querySelector("svg")!.getBoundingClientRect();
    const last = element.shadowRoot!.querySelector("circle")!.getBoundingClientRect();
    expect(last.left + last.width / 2).toBeCloseTo(image.right, 0);
    expect(last.width).toBeCloseTo(last.height, 1);
    expect(getComputedStyle(path(element, "known")).vectorEffect).toBe("non-scaling-stroke");
  });

  it("keeps a ratio, as far as its letters can be read and a page isn't taken over", async () => {
    const heights: number[] = [];
    for (const width of [160, 300, 420, 1100]) {
      serve(() => json(records()));
      const element = await loaded(
        `<div style="width:${width}px"><desertion-stats src="${origin()}"></desertion-stats></div>`,
      );
      const box = part(element, "sparkline")!.querySelector("svg")!.getBoundingClientRect();
      heights.push(Math.round(box.height));
      if (width === 300) expect(box.width / box.height).toBeCloseTo(3, 1);
      // What is far below the window asks for nothing.
      element.closest("main")!.remove();
    }
    expect(heights[0]).toBe(72);
    expect(heights.at(-1)).toBe(144);
  });

  it("writes its scale, its time and its key in the words of the answer", async () => {
    const element = await drawn(published());
    const { scale, axis, key } = published().text.drawing;
    const words = [...element.shadowRoot!.querySelectorAll("text")].map((text) => text.textContent);
    expect(words).toEqual([...scale, ...axis].map(([, name]) => name));
    expect(part(element, "sparkline")!.querySelector("div")!.textContent.trim()).toBe(key[0]!.text);
  });

  it.each(LANGS)("lets none of its letters meet, nor leave the column (%s)", async (lang) => {
    const met: string[] = [];
    for (const layout of ["card", "strip"]) {
      for (const width of [160, 300, 600]) {
        for (const scene of ["week", "bars", "year", "total", "month", "figures", "figures-total"] as const) {
          serve(() => json(answerOf(scene, lang, "default") as Summary));
          const element = await loaded(
            `<div style="width:${width}px"><desertion-stats src="${origin()}" layout="${layout}"></desertion-stats></div>`,
          );
          const column = element.parentElement!.getBoundingClientRect();
          const boxes = [...element.shadowRoot!.querySelectorAll("text")]
            .map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }))
            .filter(({ box }) => box.width > 0);
          boxes.forEach(({ words, box }, index) => {
            const name = `${words} in ${scene}, ${layout} of ${width} px`;
            if (box.left < column.left - 1 || box.right > column.right + 1) met.push(`${name} leaves`);
            for (const other of boxes.slice(index + 1)) {
              const apart =
                box.right <= other.box.left ||
                other.box.right <= box.left ||
                box.bottom <= other.box.top + 3 ||
                other.box.bottom <= box.top + 3;
              if (!apart) met.push(`${name} meets ${other.words}`);
            }
          });
          element.closest("main")!.remove();
        }
      }
    }
    expect(met).toEqual([]);
  });

  it("sets what is recorded of the current week apart: a small open dot, with the weeks between blank", async () => {
    const element = await drawn(records());
    const [soFar, last] = [...element.shadowRoot!.querySelectorAll("svg > svg ~ circle")];
    expect([soFar!.classList.contains("so-far"), last!.classList.contains("open")]).toEqual([true, true]);
    expect(soFar!.getBoundingClientRect().width).toBeLessThan(last!.getBoundingClientRect().width);
    expect(soFar!.getBoundingClientRect().left).toBeGreaterThan(last!.getBoundingClientRect().right);
  });

  it("has nothing to draw where nothing is known, and the number is no zero", async () => {
    const unknown: Difference = {
      headline: { value: null, period: null, figure: null },
      series: { start: null, values: [], qualifiers: [] },
    };
    const element = await drawn(published("en", unknown));
    expect(part(element, "sparkline")).toBeNull();
    expect(part(element, "number")!.textContent).toBe("—");
  });
});
