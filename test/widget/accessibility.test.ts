import { describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import "../../widget/stats/index.ts";
import { SCHEMES } from "../../widget/stats/surroundings.ts";
import { LAYOUTS } from "../../widget/stats/view.ts";
import { PRESETS } from "../../widget/studio/draft/presets.ts";
import { serveGallery } from "../gallery/service.ts";
import { ready, sheet } from "../gallery/sheet.ts";
import type { Theme } from "../gallery/states.ts";
import { violations } from "./axe.ts";
import { json, loaded, origin, part, serve } from "./page.ts";
import { published, records } from "./summary.ts";

const THEMES: readonly Theme[] = ["default", ...PRESETS];

describe.each(LAYOUTS)("<desertion-stats layout=%s>", (layout) => {
  it.each(SCHEMES)(
    "has no violation of WCAG 2.2 AA that axe finds, in any state and theme (%s)",
    async (scheme) => {
      // All of a sheet is near the window, so all of it loads.
      await page.viewport(1280, 2600);
      for (const theme of THEMES) {
        const end = serveGallery(globalThis, location.href);
        const main = document.createElement("main");
        const all = sheet({ layout, theme, scheme, lang: "en" });
        main.append(all);
        document.body.replaceChildren(main);
        await ready(all);
        end();
        expect([theme, ...(await violations())]).toEqual([theme]);
      }
    },
  );
});

describe("<desertion-stats>", () => {
  it("reads in order: heading, number, label, change, drawing, status, source", async () => {
    const change = { value: 10, percent: 5, against: { start: "2024-04-01", end: "2024-04-12" } };
    serve(() => json(records("en", { headline: { change } })));
    const element = await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    const parts = [...element.shadowRoot!.querySelectorAll("[part]")].map((node) =>
      node.getAttribute("part"),
    );
    expect(parts).toEqual([
      "card",
      "heading",
      "number",
      "label",
      "change",
      "sparkline",
      "status",
      "footer",
      "history",
    ]);
  });

  it("adds no heading to the outline of the host page", async () => {
    serve(() => json(published()));
    const element = await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    expect(element.shadowRoot!.querySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading]").length).toBe(0);
    expect(part(element, "card")!.getAttribute("aria-label")).toBe(published().text.heading);
  });

  it("gives its link a target of at least 24 pixels", async () => {
    serve(() => json(published()));
    const element = await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    expect(
      part(element, "footer")!.querySelector("a")!.getBoundingClientRect().height,
    ).toBeGreaterThanOrEqual(24);
  });

  it("carries its whole statement where the number stands in a sentence", async () => {
    serve(() => json(published()));
    const element = await loaded(`<desertion-stats src="${origin()}" layout="inline">198</desertion-stats>`);
    expect(part(element, "number")!.getAttribute("title")).toBe(published().text.sentence);
    expect(part(element, "number")!.textContent).toBe("198");
  });

  it("mirrors where the language of the answer runs from the right", async () => {
    const rtl = published();
    serve(() => json({ ...rtl, text: { ...rtl.text, dir: "rtl" } }));
    const element = await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    const card = part(element, "card")!.getBoundingClientRect();
    const link = part(element, "footer")!.querySelector("a")!.getBoundingClientRect();
    expect(card.right - link.right).toBeLessThan(1);
  });
});
