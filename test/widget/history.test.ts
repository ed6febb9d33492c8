import { afterEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { DesertionStats } from "../../widget/stats/index.ts";
import "../../widget/stats/index.ts";
import { LANGS } from "../../worker/contract/terms.ts";
import { violations } from "./axe.ts";
import { badBreaks } from "./lines.ts";
import { type Asked, json, loaded, origin, part, serve, settled, surprises } from "./page.ts";
import { KEYS, series } from "./series.ts";
import { published, records } from "./summary.ts";

interface Opened {
  element: DesertionStats;
  dialog: HTMLDialogElement;
  asked: Asked[];
}

/** Opens the history as a reader does, and waits until the service has been asked. */
async function opened(
  attributes = "",
  answer: (url: URL) => Response = (url) => Response.json(series(url)),
): Promise<Opened> {
  const asked = serve((url) => (url.pathname === "/v1/summary" ? json(records()) : answer(url)));
  const element = await loaded(`<desertion-stats src="${origin()}" ${attributes}></desertion-stats>`);
  await userEvent.click(part(element, "history")!);
  const dialog = await dialogOf(element);
  await expect.poll(() => asked.some(({ url }) => url.pathname === "/v1/series")).toBe(true);
  await settled();
  return { element, dialog, asked };
}

/** The open dialog, once its script has come. */
async function dialogOf({ shadowRoot }: DesertionStats): Promise<HTMLDialogElement> {
  await expect.poll(() => shadowRoot!.querySelector("dialog[open]")).not.toBe(null);
  return shadowRoot!.querySelector("dialog")!;
}

/** How many pixels of a canvas have ink. */
function ink(canvas: HTMLCanvasElement): number {
  const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
  return data.filter((value, index) => index % 4 === 3 && value > 0).length;
}

afterEach(async () => {
  document.body.removeAttribute("dir");
  await page.viewport(1280, 800);
});

describe("the history of <desertion-stats>", () => {
  it("breaks no line at a dash, a dot or within a number, in a small window and a large one", async () => {
    const found = new Set<string>();
    for (const lang of LANGS) {
      const { element, dialog } = await opened(`lang="${lang}"`);
      for (const width of [320, 600, 1280]) {
        await page.viewport(width, 800);
        await settled();
        for (const block of dialog.querySelectorAll("p, li, th, td, output > *")) {
          for (const fault of badBreaks(block)) found.add(`${lang}, ${width} px: ${fault}`);
        }
      }
      element.closest("main")!.remove();
    }
    expect([...found]).toEqual([]);
  });

  it("loads nothing before a reader opens it", async () => {
    const asked = serve(() => json(records()));
    const element = await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    expect(part(element, "history")!.textContent).toBe(records().text.history.open);
    await settled();
    expect(asked.map(({ url }) => url.pathname)).toEqual(["/v1/summary"]);
  });

  it("opens above the page as chart and table of the same numbers, and moves nothing", async () => {
    const { element, dialog } = await opened();
    expect(dialog.matches(":modal")).toBe(true);
    const heights = () => [element.offsetHeight, document.documentElement.scrollHeight];
    const open = heights();
    expect(getComputedStyle(part(element, "label")!).textAlign).toBe("start");
    await expect.poll(() => ink(dialog.querySelector("canvas")!)).toBeGreaterThan(1000);
    const rows = [...dialog.querySelectorAll("tbody tr")].map((row) => row.textContent);
    expect(rows).toHaveLength(80);
    expect(rows[0]).toContain("likely to reach 80–\u2060120");
    expect(rows[0]).toMatch(/20$/);
    expect(rows.at(-1)).toMatch(/1\s?–\s?7 Jan 2024\s+100$/);
    dialog.close();
    expect(heights()).toEqual(open);
  });

  it.each(LANGS)("has a name, in the language of its words (%s)", async (lang) => {
    serve((url) => (url.pathname === "/v1/summary" ? json(records(lang)) : Response.json(series(url))));
    const element = await loaded(`<desertion-stats src="${origin()}" lang="${lang}"></desertion-stats>`);
    await userEvent.click(part(element, "history")!);
    const dialog = await dialogOf(element);
    const { heading } = records(lang).text;
    expect([dialog.getAttribute("aria-label"), dialog.lang]).toEqual([heading, lang]);
    await expect.poll(() => dialog.querySelector("canvas")).not.toBe(null);
  });

  it("draws a lower bound in the whole colour of its line", async () => {
    const { dialog } = await opened("", (url) => {
      const body = series(url);
      const points = body.points.map((point, week) => ({
        ...point,
        value: 100 + (week % 2) * 40,
        qualifier: "at_least" as const,
      }));
      return Response.json({ ...body, points });
    });
    await expect.poll(() => ink(dialog.querySelector("canvas")!)).toBeGreaterThan(1000);
    const canvas = dialog.querySelector("canvas")!;
    const { width, height } = canvas;
    // The middle of the chart, away from scale, dots and marks.
    const { data } = canvas.getContext("2d")!.getImageData(width * 0.4, 0, width * 0.2, height);
    const colour = getComputedStyle(dialog.querySelector("li i")!).color.match(/\d+/g)!.map(Number);
    const whole = Array.from({ length: data.length / 4 }, (_, pixel) => 4 * pixel).filter(
      (at) => data[at + 3]! > 230 && colour.every((part, index) => Math.abs(part - data[at + index]!) < 12),
    );
    expect(whole.length).toBeGreaterThan(20);
  });

  it("says the same number by keyboard as the table has", async () => {
    const { dialog } = await opened();
    const slider = dialog.querySelector<HTMLInputElement>("[type=range]")!;
    slider.focus();
    await userEvent.keyboard("{Home}");
    expect(slider.getAttribute("aria-valuetext")).toMatch(/^1\s?–\s?7 Jan 2024\. 100$/);
    expect(dialog.querySelector("output")!.textContent).toContain("100");
    await userEvent.keyboard("{End}");
    expect(slider.getAttribute("aria-valuetext")).toContain("likely to reach 80–\u2060120");
  });

  it("follows the pointer", async () => {
    const { dialog } = await opened();
    const plot = dialog.querySelector(".plot")!;
    await userEvent.hover(plot, { position: { x: plot.clientWidth / 2, y: 40 } });
    expect(dialog.querySelector("output")!.textContent).toContain("2024");
    expect(dialog.querySelector<HTMLInputElement>("[type=range]")!.valueAsNumber).toBeLessThan(60);
  });

  it("is parted by sentence, with the denominator of the shares, and cut to a year", async () => {
    const { dialog, asked } = await opened();
    const [by, , range] = dialog.querySelectorAll("select");
    await userEvent.selectOptions(by!, "sentence");
    await expect.poll(() => dialog.querySelectorAll("thead th").length).toBe(5);
    expect(asked.at(-1)!.url.searchParams.get("by")).toBe("sentence");
    expect(dialog.querySelector("tbody tr")!.textContent).toContain("300");
    const dashes = [...dialog.querySelectorAll("li i line")].map((line) =>
      line.getAttribute("stroke-dasharray"),
    );
    expect(new Set(dashes).size).toBe(KEYS.length);
    // Shares say how sure their coding is; what nobody coded says nothing of it.
    expect(dialog.textContent).toContain("Of 36 verdicts coded by two people");
    await userEvent.selectOptions(by!, "no breakdown");
    await expect.poll(() => dialog.querySelectorAll("thead th").length).toBe(2);
    expect(dialog.textContent).not.toContain("coded by two people");
    await userEvent.selectOptions(by!, "sentence");
    await expect.poll(() => dialog.querySelectorAll("thead th").length).toBe(5);
    await userEvent.selectOptions(range!, "1 year");
    await expect.poll(() => dialog.querySelectorAll("tbody tr").length).toBeLessThan(55);
  });

  it("keeps what it shows when other numbers don't come, and says so", async () => {
    const { dialog } = await opened("", (url) =>
      url.searchParams.has("by") ? new Response("", { status: 503 }) : Response.json(series(url)),
    );
    await userEvent.selectOptions(dialog.querySelector("select")!, "type of service");
    await expect.poll(() => dialog.querySelector("[role=alert]")).not.toBe(null);
    expect(dialog.querySelectorAll("tbody tr")).toHaveLength(80);
  });

  it("can be taken along: as a file and as a page of the edition, and as a picture", async () => {
    const { dialog } = await opened('as-of="2025-06-30"');
    const [csv, frozen] = dialog.querySelectorAll<HTMLAnchorElement>(".history a");
    expect(new URL(csv!.href).pathname).toBe("/v1/series.csv");
    expect(new URL(frozen!.href).pathname).toBe("/embed");
    for (const link of [csv!, frozen!]) {
      expect(new URL(link.href).searchParams.get("as-of")).toBe(records().edition.id);
    }
    const saved = new Promise<HTMLAnchorElement>((resolve) => {
      const click = HTMLAnchorElement.prototype.click;
      HTMLAnchorElement.prototype.click = function () {
        HTMLAnchorElement.prototype.click = click;
        resolve(this);
      };
    });
    await userEvent.click(dialog.querySelector("ul button")!);
    const link = await saved;
    expect(link.download).toBe(`desertion-stats-${records().edition.id}.png`);
    expect(link.href).toMatch(/^blob:/);
  });

  it("falls back to a larger drawing and a table where the series can't come", async () => {
    const { dialog } = await opened("", () => new Response("", { status: 503 }));
    const { series } = records();
    expect(dialog.querySelector("canvas")).toBe(null);
    const drawing = dialog.querySelector("[part=sparkline]")!.getBoundingClientRect();
    expect(drawing.height).toBeGreaterThan(200);
    const cells = [...dialog.querySelectorAll("tr")].slice(1).map((row) => row.lastElementChild!.textContent);
    expect(cells).toEqual(series.values.map(String));
    expect(dialog.querySelector("tr")!.textContent).toContain(records().text.history.count);
    expect(dialog.querySelectorAll("tbody tr")).toHaveLength(series.values.length);
    expect(dialog.querySelector("th tr")).toBe(null);
  });

  it("comes from a service behind the page's own address, too", async () => {
    serve((url) => (url.pathname === "/stats/v1/summary" ? json(records()) : Response.json(series(url))));
    const element = await loaded(`<desertion-stats src="/stats"></desertion-stats>`);
    await userEvent.click(part(element, "history")!);
    const dialog = await dialogOf(element);
    await expect.poll(() => dialog.querySelector("canvas")).not.toBe(null);
    const csv = dialog.querySelector<HTMLAnchorElement>("a[download]")!;
    expect(csv.href).toMatch(`${location.origin}/stats/v1/series.csv?`);
  });

  it.each(["ltr", "rtl"] as const)(
    "can be read at 400 % zoom, its numbers and its way out always at hand (%s)",
    async (dir) => {
      await page.viewport(320, 256);
      document.body.dir = dir;
      const { dialog } = await opened("", (url) => {
        const body = series(url);
        return Response.json({ ...body, text: { ...body.text, dir } });
      });
      await expect.poll(() => dialog.querySelector("canvas")).not.toBe(null);
      const widths = (node: Element) => [node.scrollWidth, node.clientWidth] as const;
      for (const node of [document.documentElement, dialog, dialog.querySelector(".rows")!]) {
        const [content, room] = widths(node);
        expect(content).toBeLessThanOrEqual(room);
      }
      for (const end of [0, dialog.scrollHeight]) {
        dialog.scrollTo(0, end);
        const { x, y, width, height } = dialog.querySelector("button")!.getBoundingClientRect();
        const { shadowRoot } = document.querySelector("desertion-stats")!;
        expect(shadowRoot!.elementFromPoint(x + width / 2, y + height / 2)?.textContent).toBe("Close");
      }
    },
  );

  it("has its slider run as its chart does, also where the language runs from the right", async () => {
    const rtl = records();
    serve((url) =>
      url.pathname === "/v1/summary"
        ? json({ ...rtl, text: { ...rtl.text, dir: "rtl" } })
        : Response.json(series(url)),
    );
    const element = await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    await userEvent.click(part(element, "history")!);
    const dialog = await dialogOf(element);
    await expect.poll(() => dialog.querySelector("canvas")).not.toBe(null);
    expect(getComputedStyle(dialog.querySelector("[part=heading]")!).direction).toBe("rtl");
    const slider = dialog.querySelector<HTMLInputElement>("[type=range]")!;
    await userEvent.click(slider, { position: { x: 2, y: slider.clientHeight / 2 } });
    expect(slider.valueAsNumber).toBe(0);
  });

  it("keeps the direction of its own language in a page that runs from the right", async () => {
    document.body.dir = "rtl";
    const { element, dialog } = await opened();
    for (const node of [part(element, "card")!, dialog.querySelector("[part=heading]")!]) {
      expect(getComputedStyle(node).direction).toBe("ltr");
      expect(getComputedStyle(node).textAlign).toBe("start");
    }
  });

  it("closes by its button and by Escape, and gives the focus back", async () => {
    const { element, dialog } = await opened();
    await userEvent.click(dialog.querySelector("button")!);
    await expect.poll(() => element.shadowRoot!.querySelector("dialog")).toBe(null);
    expect(element.shadowRoot!.activeElement).toBe(part(element, "history"));
    await userEvent.keyboard("{Enter}");
    await dialogOf(element);
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => element.shadowRoot!.querySelector("dialog")).toBe(null);
  });

  it("opens once, however often it is asked for, and not for an element that has gone meanwhile", async () => {
    serve((url) => (url.pathname === "/v1/summary" ? json(records()) : Response.json(series(url))));
    const element = await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    const button = part(element, "history") as HTMLButtonElement;
    button.click();
    button.click();
    await dialogOf(element);
    await settled();
    expect(element.shadowRoot!.querySelectorAll("dialog")).toHaveLength(1);
    (await dialogOf(element)).close();
    await expect.poll(() => element.shadowRoot!.querySelector("dialog")).toBe(null);
    button.click();
    element.remove();
    await settled();
    expect(element.shadowRoot!.querySelector("dialog")).toBe(null);
    expect(surprises).toEqual([]);
  });

  it("offers no parts of published figures, which are steps", async () => {
    serve((url) =>
      url.pathname === "/v1/summary" ? json(published()) : Response.json(series(url, "published")),
    );
    const element = await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    await userEvent.click(part(element, "history")!);
    const dialog = await dialogOf(element);
    await expect.poll(() => dialog.querySelectorAll("select").length).toBe(1);
    expect(dialog.textContent).toContain("a week");
  });

  it.each(["light", "dark"] as const)(
    "has no violation of WCAG 2.2 AA that axe finds, open or fallen back (%s)",
    async (scheme) => {
      const { dialog } = await opened(`color-scheme="${scheme}"`);
      await userEvent.selectOptions(dialog.querySelector("select")!, "sentence");
      await expect.poll(() => dialog.querySelectorAll("thead th").length).toBe(5);
      expect(await violations()).toEqual([]);
      document.body.replaceChildren();
      await opened(`color-scheme="${scheme}"`, () => new Response("", { status: 503 }));
      expect(await violations()).toEqual([]);
    },
  );

  it("isn't offered within a sentence, nor where a theme hides it, nor by an older service", async () => {
    serve(() => json(records()));
    const word = await loaded(`<p><desertion-stats src="${origin()}" layout="inline"></desertion-stats></p>`);
    expect(part(word, "history")).toBe(null);
    const { history: _, ...text } = records().text;
    serve(() => json({ ...records(), text } as ReturnType<typeof records>));
    const old = await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    expect(part(old, "history")).toBe(null);
    serve(() => json({ ...records(), theme: { slug: "quiet", hidden: ["history"] } }));
    const quiet = await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    expect(part(quiet, "history")).toBe(null);
  });
});
