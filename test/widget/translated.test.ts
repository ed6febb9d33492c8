import { describe, expect, it } from "vitest";
import "../../widget/stats/index.ts";
import type { Lang } from "../../worker/contract/terms.ts";
import { heard, json, loaded, origin, part, serve, surprises } from "./page.ts";
import { published, records } from "./summary.ts";

/** As Chrome translates a page: each text gives its place to two `<font>`, and isn't there any more. */
function translated(root: ParentNode & Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const parent = text.parentElement;
    if (!text.data.trim() || parent?.closest('[translate="no"], style')) continue;
    const outer = document.createElement("font");
    const inner = document.createElement("font");
    inner.textContent = `(${text.data})`;
    outer.append(inner);
    text.replaceWith(outer);
  }
}

const plain = (words: string) => words.replaceAll(/\s+/g, " ").trim();

describe("<desertion-stats> on a page that a browser translates", () => {
  it.each(["card", "strip", "number", "inline"])(
    "goes on to show what comes: no text is frozen (%s)",
    async (layout) => {
      let value = 198;
      serve((url) =>
        json(published((url.searchParams.get("lang") ?? "en") as Lang, { headline: { value } })),
      );
      const element = await loaded(
        `<desertion-stats src="${origin()}" layout="${layout}" lang="en">Words</desertion-stats>`,
      );
      for (const [lang, next] of [
        ["uk", 205],
        ["ru", 190],
      ] as const) {
        translated(element);
        translated(element.shadowRoot!);
        expect(element.shadowRoot!.querySelector("font")).not.toBeNull();
        value = next;
        const load = heard("desertion-stats-load");
        element.lang = lang;
        await load;
        const { text } = published(lang, { headline: { value } });
        expect(plain(part(element, "number")!.textContent)).toBe(plain(text.inline));
        if (layout !== "inline") expect(plain(part(element, "label")!.textContent)).toBe(plain(text.label));
        expect(element.shadowRoot!.querySelector("font")).toBeNull();
      }
      expect(surprises).toEqual([]);
    },
  );

  it.each(["card", "strip", "number"])("keeps its digits as they are written (%s)", async (layout) => {
    serve(() => json(records()));
    const element = await loaded(`<desertion-stats src="${origin()}" layout="${layout}"></desertion-stats>`);
    translated(element.shadowRoot!);
    expect(part(element, "number")!.textContent).toContain(records().text.number);
    expect(part(element, "number")!.textContent).not.toContain(`(${records().text.number})`);
  });

  it("comes as well where its words have been translated before", async () => {
    serve(() => json(published()));
    const load = heard("desertion-stats-load");
    document.body.innerHTML = `<main><desertion-stats src="${origin()}">Words with <a href="/">a link</a></desertion-stats></main>`;
    translated(document.body);
    await load;
    expect(part(document.querySelector("desertion-stats")!, "number")!.textContent).toContain("198");
    expect(surprises).toEqual([]);
  });
});
