import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import "../../widget/stats/index.ts";
import { heard, json, loaded, mount, origin, part, serve } from "./page.ts";
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

describe("a counter that never comes near the window, on a page that may be printed", () => {
  const FAR = '<div style="height: 9000px"></div>';
  const frame = () => new Promise(requestAnimationFrame);

  beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => vi.useRealTimers());

  it("has its number asked for once the page has been read for a while: paper doesn't wait for it", async () => {
    const asked = serve(() => json(published()));
    const load = heard("desertion-stats-load");
    const element = mount(`${FAR}<desertion-stats src="${origin()}">Words</desertion-stats>`);
    await frame();
    vi.advanceTimersByTime(2_000);
    await frame();
    expect(asked).toEqual([]);
    vi.advanceTimersByTime(2_000);
    await load;
    expect(part(element, "number")!.textContent).toContain("198");
    vi.advanceTimersByTime(10_000);
    await frame();
    expect(asked).toHaveLength(1);
  });

  it.each([
    ["was removed", (element: Element) => element.remove()],
    ["is in a hidden panel", (element: Element) => element.setAttribute("hidden", "")],
  ])("isn't asked for where it %s", async (_, lose) => {
    const asked = serve(() => json(published()));
    const element = mount(`${FAR}<desertion-stats src="${origin()}">Words</desertion-stats>`);
    await frame();
    lose(element);
    vi.advanceTimersByTime(10_000);
    await frame();
    await frame();
    expect(asked).toEqual([]);
  });
});
