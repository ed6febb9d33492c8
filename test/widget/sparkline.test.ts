import { describe, expect, it } from "vitest";
import "../../widget/stats/index.ts";
import type { DesertionStats } from "../../widget/stats/index.ts";
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

  it("marks the last point: filled where it is final, open where it still grows", async () => {
    const fill = (element: DesertionStats) =>
      getComputedStyle(element.shadowRoot!.querySelector("circle")!).fill;
    expect(fill(await drawn(records()))).not.toBe(fill(await drawn(published())));
  });

  it("fills its box without stretching its strokes or letters", async () => {
    const element = await drawn(published());
    const image = part(element, "sparkline")!.getBoundingClientRect();
    const last = element.shadowRoot!.querySelector("circle")!.getBoundingClientRect();
    expect(image.height).toBeGreaterThan(40);
    expect(last.left + last.width / 2).toBeCloseTo(image.right, 0);
    expect(last.width).toBeCloseTo(last.height, 1);
    expect(getComputedStyle(path(element, "known")).vectorEffect).toBe("non-scaling-stroke");
  });

  it("writes the years under their beginnings", async () => {
    const element = await drawn(published());
    const years = [...element.shadowRoot!.querySelectorAll("text")].map((text) => text.textContent);
    expect(years).toEqual(["2023", "2024", "2025"]);
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
