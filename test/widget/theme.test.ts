import { beforeEach, describe, expect, it } from "vitest";
import "../../widget/stats/index.ts";
import type { DesertionStats } from "../../widget/stats/index.ts";
import type { SummaryTheme } from "../../worker/contract/theme.ts";
import { heard, json, loaded, mount, origin, part, serve } from "./page.ts";
import { published, records } from "./summary.ts";

const PAPER: SummaryTheme = {
  slug: "paper",
  version: 3,
  light: { ink: "#010203", muted: "#202122", surface: "#fff1e5", accent: "#990f3d", border: "#ccc1b7" },
  dark: { ink: "#f1f2f3", muted: "#d0d1d2", surface: "#262a33", accent: "#ff7faa", border: "#44474f" },
  font: ["Test Serif"],
  radius: 6,
  density: "airy",
  number_size: 3,
  layout: "card",
  chart: "line",
  hidden: [],
};

const rgb = (hex: string) =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;

async function themed(theme: Partial<SummaryTheme>, attributes = ""): Promise<DesertionStats> {
  serve(() => json({ ...records("en", { headline: { change: CHANGE } }), theme: { ...PAPER, ...theme } }));
  return loaded(
    `<desertion-stats src="${origin()}" theme="paper" ${attributes}>848 in April</desertion-stats>`,
  );
}

const CHANGE = { value: 10, percent: 5, against: { start: "2024-04-01", end: "2024-04-12" } };
const looks = (element: DesertionStats, name: string) => getComputedStyle(part(element, name)!);

beforeEach(() => {
  document.body.style.fontFamily = "fantasy";
});

describe("a theme's looks", () => {
  it("are what the element shows: colours, letters, corners, distances, size of the number", async () => {
    const element = await themed({});
    const card = looks(element, "card");
    expect(card.color).toBe(rgb(PAPER.light!.ink));
    expect(card.backgroundColor).toBe(rgb(PAPER.light!.surface));
    expect(card.borderRadius).toBe("6px");
    expect(card.rowGap).toBe("18px");
    expect(card.fontFamily).toBe('"Test Serif", fantasy');
    expect(looks(element, "footer").color).toBe(rgb(PAPER.light!.muted));
    expect(looks(element, "number").fontSize).toBe("48px");
    const line = element.shadowRoot!.querySelector("path.known")!;
    expect(getComputedStyle(line).stroke).toBe(rgb(PAPER.light!.accent));
  });

  it("keep the words off the edge of the theme's ground", async () => {
    expect(looks(await themed({}), "card").paddingInlineStart).not.toBe("0px");
  });

  it("are the dark ones where the page is dark, and where the tag asks for them", async () => {
    document.body.style.cssText = "background:#111; color:#eee";
    expect(looks(await themed({}), "card").backgroundColor).toBe(rgb(PAPER.dark!.surface));
    document.body.removeAttribute("style");
    const asked = await themed({}, 'color-scheme="dark"');
    expect(looks(asked, "card").color).toBe(rgb(PAPER.dark!.ink));
  });

  it("stand beneath the page's own properties", async () => {
    const element = await themed({});
    element.style.cssText =
      "--ds-ink:rgb(7, 7, 7); --ds-surface:rgb(8, 8, 8); --ds-font:monospace; --ds-radius:1px; --ds-space:2px; --ds-number-size:33px";
    const card = looks(element, "card");
    expect([card.color, card.backgroundColor]).toEqual(["rgb(7, 7, 7)", "rgb(8, 8, 8)"]);
    expect([card.fontFamily, card.borderRadius, card.rowGap]).toEqual(["monospace", "1px", "2px"]);
    expect(looks(element, "number").fontSize).toBe("33px");
    // What the page leaves open stays the theme's.
    expect(looks(element, "footer").color).toBe(rgb(PAPER.light!.muted));
  });

  it("go with the theme: another theme's answer brings its own, and the default one none", async () => {
    serve((url) =>
      json({ ...published(), theme: url.searchParams.has("theme") ? PAPER : { slug: "default" } }),
    );
    const element = await loaded(`<desertion-stats src="${origin()}" theme="paper"></desertion-stats>`);
    const load = heard("desertion-stats-load");
    element.removeAttribute("theme");
    await load;
    const card = looks(element, "card");
    expect(card.fontFamily).toBe("fantasy");
    expect([card.color, card.backgroundColor]).not.toContain(rgb(PAPER.light!.ink));
    expect(card.backgroundColor).toBe("rgba(0, 0, 0, 0)");
  });

  it("can't be anything but values", async () => {
    const evil = { ...PAPER.light!, accent: "red;display:none" };
    const element = await themed({ light: evil, font: ['x";background:url(//evil.test/)'] });
    expect(looks(element, "card").display).toBe("flex");
    expect(looks(element, "card").backgroundImage).toBe("none");
  });
});

describe("a theme's choices", () => {
  it("of layout and chart hold where the tag makes none", async () => {
    const element = await themed({ layout: "number" });
    expect(part(element, "sparkline")).toBeNull();
    expect(looks(element, "heading").display).toBe("none");
    const bars = await themed({ chart: "bars" });
    expect(part(bars, "sparkline")!.classList.contains("bars")).toBe(true);
  });

  it("give way to the tag's", async () => {
    const element = await themed({ layout: "number", chart: "none" }, 'layout="card" chart="bars"');
    expect(part(element, "sparkline")!.classList.contains("bars")).toBe(true);
    expect(looks(element, "heading").display).toBe("block");
  });

  it("of parts to hide hold, and the tag's own heading is shown all the same", async () => {
    const element = await themed({ hidden: ["heading", "change", "sparkline"] });
    const there = ["heading", "change", "sparkline"].map((name) => part(element, name));
    expect(there).toEqual([null, null, null]);
    expect(part(element, "card")!.getAttribute("aria-label")).not.toBe("");
    const own = await themed({ hidden: ["heading"] }, 'heading="In the courts"');
    expect(part(own, "heading")!.textContent).toBe("In the courts");
  });

  it.each(["card", "strip", "number", "inline"] as const)(
    "move nothing on the page (layout=%s)",
    async (layout) => {
      for (const width of [160, 300, 640, 1100]) {
        const answer = Promise.withResolvers<Response>();
        serve(() => answer.promise);
        const element = mount(`<desertion-stats src="${origin()}"><p>848</p></desertion-stats><p>Below</p>`);
        element.parentElement!.style.cssText = `width:${width}px; font:16px/1.5 serif`;
        await element.updateComplete;
        // Below the window it takes no more room than it needs: nobody sees it move there.
        element.scrollIntoView();
        const below = element.nextElementSibling!;
        const before = below.getBoundingClientRect().top;
        const load = heard("desertion-stats-load");
        answer.resolve(json({ ...records(), theme: { ...PAPER, font: [], number_size: null, layout } }));
        await load;
        expect(Math.abs(below.getBoundingClientRect().top - before), `at ${width} px`).toBeLessThan(1);
        element.parentElement!.remove();
      }
    },
  );
});
