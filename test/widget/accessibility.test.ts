import axe from "axe-core";
import { describe, expect, it } from "vitest";
import "../../widget/stats/index.ts";
import { json, loaded, origin, part, serve } from "./page.ts";
import { published, records } from "./summary.ts";

const BACKGROUNDS = { light: "#fff", dark: "#121212" };

async function violations(): Promise<string[]> {
  const { violations } = await axe.run(document.querySelector("main")!, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ failureSummary }) => `${id}: ${failureSummary}`));
}

describe.each(["card", "strip", "number", "inline"])("<desertion-stats layout=%s>", (layout) => {
  it.each(["light", "dark"] as const)(
    "has no violation of WCAG 2.2 AA that axe finds (%s)",
    async (scheme) => {
      document.body.style.background = BACKGROUNDS[scheme];
      document.body.style.color = scheme === "dark" ? "#eee" : "#111";
      serve(() => json(records("en", { edition: { stale: true } })));
      await loaded(
        `<p>About <desertion-stats src="${origin()}" layout="${layout}">198</desertion-stats> convictions a week.</p>`.replace(
          /p>/g,
          layout === "inline" ? "p>" : "div>",
        ),
      );
      expect(await violations()).toEqual([]);
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
