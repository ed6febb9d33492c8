import { describe, expect, it } from "vitest";
import { cdp, page, userEvent } from "vitest/browser";
import "../../widget/stats/index.ts";
import { SCHEMES } from "../../widget/stats/surroundings.ts";
import { LAYOUTS } from "../../widget/stats/view.ts";
import { PRESETS } from "../../widget/studio/draft/presets.ts";
import type { Summary } from "../../worker/contract/summary.ts";
import type { Lang } from "../../worker/contract/terms.ts";
import { serveGallery } from "../gallery/service.ts";
import { ready, sheet } from "../gallery/sheet.ts";
import { answerOf, type Theme } from "../gallery/states.ts";
import { violations } from "./axe.ts";
import { json, loaded, heard as nextEvent, origin, part, serve, settled } from "./page.ts";
import { published, records } from "./summary.ts";

/** Chromium's own debugging protocol, as far as it is needed here. */
const browser = cdp() as unknown as { send(method: string, parameters: object): Promise<void> };
const THEMES: readonly Theme[] = ["default", ...PRESETS];

describe.each([...LAYOUTS, "compare" as const])("<desertion-stats layout=%s>", (layout) => {
  it.each(SCHEMES)(
    "has no violation of WCAG 2.2 AA that axe finds, in any state and theme (%s)",
    async (scheme) => {
      // All of a sheet is near the window, so all of it loads.
      await page.viewport(1280, 6000);
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

/** A part's words, as they are read. */
function said(part: Element): string {
  return part.textContent.replaceAll(/\s+/g, " ").trim();
}

describe("<desertion-stats>", () => {
  it.each(LAYOUTS)("says how sure its number is, with the number (%s)", async (layout) => {
    serve(() => json(records()));
    const element = await loaded(`<desertion-stats src="${origin()}" layout="${layout}"></desertion-stats>`);
    expect(said(part(element, "number")!)).toBe("about 182");
  });

  it.each(LAYOUTS.filter((layout) => layout !== "inline"))(
    "sets what is recorded of the current week no larger than the words that say so (%s)",
    async (layout) => {
      for (const width of [160, 300, 600, 900]) {
        serve(() => json(answerOf("this-week", "en", "default", "sunday") as Summary));
        const element = await loaded(
          `<div style="width:${width}px"><desertion-stats src="${origin()}" layout="${layout}" style="--ds-number-size: 6em"></desertion-stats></div>`,
        );
        const [number, label] = ["number", "label"].map(
          (name) => getComputedStyle(part(element, name)!).fontSize,
        );
        expect(number).toBe(label);
        expect(part(element, "label")!.textContent).toContain("so far");
        element.closest("main")!.remove();
      }
    },
  );

  it("reads in order: heading, number, label, this week, change, drawing, status, source", async () => {
    const change = { value: 10, percent: 5, against: { start: "2024-04-01", end: "2024-04-12" } };
    serve(() => json(records("en", { headline: { change } })));
    const element = await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    // The drawing is one picture to whoever hears the page.
    const parts = [...element.shadowRoot!.querySelectorAll("[part]:not([part=sparkline] *)")].map((node) =>
      node.getAttribute("part"),
    );
    expect(parts).toEqual([
      "card",
      "heading",
      "number",
      "label",
      "so-far",
      "change",
      "sparkline",
      "status",
      "footer",
      "detail",
      "history",
    ]);
  });

  it("can be walked through by keyboard alone: source, present number, history, and back out", async () => {
    const since = { edition: published().edition, value: 214, qualifier: "about" as const, difference: 16 };
    serve(() => json(published("en", { since })));
    const element = await loaded(
      `<button>before</button><desertion-stats src="${origin()}"></desertion-stats><button>after</button>`,
    );
    document.querySelector("button")!.focus();
    const walked: string[] = [];
    for (let step = 0; step < 4; step++) {
      await userEvent.tab();
      const inside = element.shadowRoot!.activeElement;
      walked.push((inside ?? document.activeElement)!.textContent.trim());
      if (inside) expect(inside.matches(":focus-visible")).toBe(true);
    }
    const { source, history, since: now } = published("en", { since }).text;
    expect(walked).toEqual([now, source, history.open, "after"]);
  });

  it("tells readers who listen of another number, politely, and of nothing else", async () => {
    let value = 198;
    serve((url) => json(published((url.searchParams.get("lang") ?? "en") as Lang, { headline: { value } })));
    const element = await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    const number = part(element, "number")!;
    const region = number.parentElement!;
    expect(region.getAttribute("aria-live")).toBe("polite");
    // A number alone says nothing: its word and its label are said with it, whichever of them is another.
    expect(region.getAttribute("aria-atomic")).toBe("true");
    expect([...region.children]).toEqual([number, part(element, "label")]);
    expect(element.shadowRoot!.querySelectorAll("[aria-live], [role=status], [role=alert]").length).toBe(1);
    const heard: string[] = [];
    const observer = new MutationObserver(() => heard.push(said(region)));
    observer.observe(region, { characterData: true, childList: true, subtree: true });
    for (const [lang, next] of [
      ["ru", 198],
      ["uk", 205],
    ] as const) {
      value = next;
      const load = nextEvent("desertion-stats-load");
      element.lang = lang;
      await load;
    }
    observer.disconnect();
    expect(part(element, "number")).toBe(number);
    const answers = [
      published("ru", { headline: { value: 198 } }),
      published("uk", { headline: { value: 205 } }),
    ];
    expect(heard).toEqual(
      answers.map(({ text }) => `${text.inline} ${text.label}`.replaceAll(/\s+/g, " ").trim()),
    );
  });

  it("moves nothing of its own accord, so that there is nothing to reduce", async () => {
    serve(() => json(records()));
    const element = await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    await settled();
    expect(element.shadowRoot!.getAnimations()).toEqual([]);
    for (const node of element.shadowRoot!.querySelectorAll("*")) {
      const { animationName, transitionDuration } = getComputedStyle(node);
      expect(animationName).toBe("none");
      expect(Number.parseFloat(transitionDuration)).toBeLessThanOrEqual(0.001);
    }
  });

  it("is printed in the page's own ink from the first moment, without what can't be pressed on paper", async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "body { background: #121212; color: #eee } @media print { body { background: #fff; color: rgb(1, 2, 3) } }",
    );
    document.adoptedStyleSheets.push(sheet);
    serve(() => json(records()));
    const element = await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    const turned: Event[] = [];
    element.shadowRoot!.addEventListener("transitionrun", (event) => turned.push(event));
    await browser.send("Emulation.setEmulatedMedia", { media: "print" });
    try {
      await settled();
      expect(matchMedia("print").matches).toBe(true);
      expect(turned).toEqual([]);
      expect(getComputedStyle(part(element, "number")!).color).toBe("rgb(1, 2, 3)");
      expect(getComputedStyle(part(element, "history")!).display).toBe("none");
      expect(getComputedStyle(part(element, "sparkline")!).display).not.toBe("none");
    } finally {
      await browser.send("Emulation.setEmulatedMedia", { media: "" });
      document.adoptedStyleSheets.pop();
    }
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
    expect(part(element, "number")!.textContent).toBe(published().text.inline);
    expect(part(element, "card")!.getAttribute("aria-live")).toBe("polite");
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
