import { afterEach, describe, expect, it, vi } from "vitest";
import "../../widget/stats/index.ts";
import { heard, json, loaded, origin, part, serve, settled } from "./page.ts";
import { published } from "./summary.ts";

afterEach(() => vi.restoreAllMocks());

describe("a tag that HTML doesn't take as closed", () => {
  const ARTICLE = "<h2>The rest</h2><p>of the article</p><p>is inside.</p>";

  it("is said to be so in the console, once", async () => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    serve((url) => json(published((url.searchParams.get("lang") ?? "en") as "en")));
    // What a self-closing tag becomes.
    const element = await loaded(`<desertion-stats src="${origin()}">${ARTICLE}`);
    const load = heard("desertion-stats-load");
    element.lang = "uk";
    await load;
    expect(warned.mock.calls.map(([, named]) => named)).toEqual([element]);
  });

  it.each([
    "",
    "A sentence with <a href='/'>a link</a>",
    "<p>One paragraph</p>",
    "<a href='/'>x</a><svg></svg>",
  ])("isn't suspected where it has what publishers put there: %s", async (content) => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    serve(() => json(published()));
    await loaded(`<desertion-stats src="${origin()}">${content}</desertion-stats>${ARTICLE}`);
    expect(warned).not.toHaveBeenCalled();
  });
});

describe("a page that is printed before its counter was near the window", () => {
  it("has its number asked for then", async () => {
    const asked = serve(() => json(published()));
    const load = heard("desertion-stats-load");
    document.body.innerHTML = `<div style="height: 9000px"></div><main><desertion-stats src="${origin()}">Words</desertion-stats></main>`;
    await settled();
    expect(asked).toEqual([]);
    dispatchEvent(new Event("beforeprint"));
    await load;
    expect(part(document.querySelector("desertion-stats")!, "number")!.textContent).toContain("198");
    dispatchEvent(new Event("beforeprint"));
    document.querySelector("desertion-stats")!.remove();
    dispatchEvent(new Event("beforeprint"));
    await settled();
    expect(asked).toHaveLength(1);
  });
});
