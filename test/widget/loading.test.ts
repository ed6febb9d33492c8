import { describe, expect, it } from "vitest";
import "../../widget/stats/index.ts";
import {
  heard,
  json,
  loaded,
  mount,
  origin,
  part,
  serve,
  settled,
  showsItsContent,
  surprises,
} from "./page.ts";
import { published, records } from "./summary.ts";

describe("<desertion-stats>, before, with and without an answer", () => {
  it("shows the content of the tag until the number comes, then the number", async () => {
    const src = origin();
    const { promise, resolve } = Promise.withResolvers<Response>();
    serve(() => promise);
    const element = mount(`<desertion-stats src="${src}"><a href="/figures">Figures</a></desertion-stats>`);
    await settled();
    expect(showsItsContent(element)).toBe(true);
    expect(element.querySelector("a")!.checkVisibility()).toBe(true);

    const load = heard("desertion-stats-load");
    resolve(json(published()));
    await load;
    expect(part(element, "number")!.textContent).toBe("about 198");
    expect(element.querySelector("a")!.checkVisibility()).toBe(false);
  });

  it("takes every word from the answer, and links to the printed figure", async () => {
    const summary = published("uk");
    serve(() => json(summary));
    const element = await loaded(`<desertion-stats src="${origin()}" lang="uk"></desertion-stats>`);
    const { heading, qualifier, number, label } = summary.text;
    for (const [name, words] of Object.entries({ heading, number: `${qualifier} ${number}`, label })) {
      expect(part(element, name)!.textContent).toBe(words);
    }
    expect(part(element, "footer")!.textContent).toContain(summary.text.detail);
    const link = part(element, "footer")!.querySelector("a")!;
    expect(link.textContent).toBe(summary.text.source);
    expect(link.href).toBe(summary.headline.figure!.url);
    expect(link.rel).toBe("noopener");
    expect(part(element, "card")!.getAttribute("lang")).toBe("uk");
  });

  it("links to the source of the edition where no figure was printed", async () => {
    const summary = published("en", { headline: { figure: null } });
    serve(() => json(summary));
    const element = await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    expect(part(element, "footer")!.querySelector("a")!.href).toBe(summary.edition.source.url);
  });

  it.each(["card", "strip", "number"])("says that what isn't known is no zero (%s)", async (layout) => {
    const unknown = published("en", {
      headline: { value: null, period: null, figure: null },
      series: { start: null, values: [], qualifiers: [] },
    });
    serve(() => json(unknown));
    const element = await loaded(`<desertion-stats src="${origin()}" layout="${layout}"></desertion-stats>`);
    expect(unknown.text.detail).toContain("does not mean zero");
    const detail = part(element, "footer")!.querySelector("span")!;
    expect(detail.textContent).toBe(unknown.text.detail);
    expect(detail.checkVisibility()).toBe(true);
  });

  it("doesn't make a link of an address that isn't of the web", async () => {
    const source = { name: "x", url: "javascript:alert(1)" };
    serve(() => json(published("en", { edition: { source }, headline: { figure: null } })));
    const element = await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    expect(part(element, "footer")!.querySelector("a")!.hasAttribute("href")).toBe(false);
  });

  it("puts the publisher's heading in place of the composed one, and none where it is empty", async () => {
    serve(() => json(published()));
    const src = origin();
    const own = await loaded(`<desertion-stats src="${src}" heading="In the courts"></desertion-stats>`);
    expect(part(own, "heading")!.textContent).toBe("In the courts");
    const none = await loaded(`<desertion-stats src="${src}" heading=""></desertion-stats>`);
    expect(part(none, "heading")).toBeNull();
    expect(part(none, "card")!.getAttribute("aria-label")).toBe(published().text.heading);
  });

  const failures: Record<string, () => Response | Promise<Response>> = {
    "the network fails": () => Promise.reject(new TypeError("Failed to fetch")),
    "the service has no edition yet (503)": () =>
      Response.json({ type: "about:blank", title: "No edition", status: 503, detail: "…" }, { status: 503 }),
    "a parameter is refused (400)": () => Response.json({ title: "Unknown parameter" }, { status: 400 }),
    "the body is no JSON": () => new Response("<!doctype html>"),
    "the body is cut off": () => new Response(JSON.stringify(published()).slice(0, 700)),
    "the body is null": () => Response.json(null),
    "the body is a word": () => Response.json("soon"),
    "the body is another object": () => Response.json({ edition: {}, figures: [] }),
    "the series is missing": () => Response.json({ ...published(), series: undefined }),
    "the words are missing": () => Response.json({ ...published(), text: null }),
  };

  it.each(Object.keys(failures))("keeps the content of the tag and throws nothing when %s", async (name) => {
    serve(failures[name]!);
    const failed = heard("desertion-stats-error");
    const element = mount(`<desertion-stats src="${origin()}">848 in April</desertion-stats>`);
    await failed;
    await settled();
    expect(showsItsContent(element)).toBe(true);
    expect(element.summary).toBeNull();
    expect(surprises).toEqual([]);
  });

  it("says in the error's detail what was asked and what the service answered", async () => {
    const problem = { type: "about:blank", title: "Bad request", status: 400, detail: "weeks is 12 to 260" };
    serve(() => Response.json(problem, { status: 400 }));
    const failed = heard("desertion-stats-error");
    mount(`<desertion-stats src="https://refusing.test" weeks="3"></desertion-stats>`);
    const { detail, bubbles, composed } = await failed;
    expect(detail).toMatchObject({ status: 400, problem });
    expect(detail.url).toBe("https://refusing.test/v1/summary?weeks=3");
    expect([bubbles, composed]).toEqual([true, true]);
  });

  it("survives an address that is none", async () => {
    const failed = heard("desertion-stats-error");
    const element = mount(`<desertion-stats src="https://">848 in April</desertion-stats>`);
    expect((await failed).detail.status).toBeNull();
    expect(showsItsContent(element)).toBe(true);
    expect(surprises).toEqual([]);
  });

  it("hands the answer on with the load event", async () => {
    const summary = published();
    serve(() => json(summary));
    const load = heard("desertion-stats-load");
    const element = mount(`<desertion-stats src="${origin()}"></desertion-stats>`);
    const { detail, target } = await load;
    expect(detail.summary).toEqual(summary);
    expect(target).toBe(element);
    expect(element.summary).toEqual(summary);
  });

  it("tells of a stale answer, and its status says so in words", async () => {
    serve(() => json(published("en", { edition: { stale: true } })));
    const stale = heard("desertion-stats-stale");
    const element = mount(`<desertion-stats src="${origin()}"></desertion-stats>`);
    const { summary } = (await stale).detail;
    expect(summary.edition.stale).toBe(true);
    expect(summary.text.status).not.toBe("");
    expect(part(element, "status")!.textContent).toBe(summary.text.status);
  });

  it("tells of a correction, and says in words what was corrected", async () => {
    const correction = {
      edition: { id: "2025-06-30.1", published_at: "2025-06-30T09:00:00Z" },
      period: { start: "2025-05-12", end: "2025-05-18" },
      before: 180,
      after: 201,
    };
    const summary = records("en", { correction });
    serve(() => json(summary));
    const corrected = heard("desertion-stats-correction");
    const element = mount(`<desertion-stats src="${origin()}"></desertion-stats>`);
    expect((await corrected).detail.summary.correction).toEqual(correction);
    expect(summary.text.correction).not.toBe("");
    expect(part(element, "card")!.textContent).toContain(summary.text.correction);
  });

  it("links a frozen number to what its period counts now", async () => {
    const since = {
      edition: { id: "2025-09-01.1", published_at: "2025-09-01T09:00:00Z" },
      value: 220,
      qualifier: "about" as const,
      difference: 22,
    };
    const src = origin();
    const summary = published("en", { since });
    serve(() => json(summary));
    for (const layout of ["card", "strip", "number"]) {
      const element = await loaded(
        `<desertion-stats src="${src}" as-of="2025-06-30" offence="refusal" layout="${layout}"></desertion-stats>`,
      );
      const status = part(element, "status")!;
      expect(status.textContent).toBe(summary.text.status);
      const link = status.querySelector("a")!;
      expect(link.textContent).toBe(summary.text.since);
      expect(link.href).toBe(`${src}/embed?offence=refusal`);
      expect(link.checkVisibility()).toBe(true);
      element.closest("main")!.remove();
    }
  });

  it("tells of no staleness where there is none", async () => {
    serve(() => json(published()));
    let stale = 0;
    document.addEventListener("desertion-stats-stale", () => stale++, { once: true });
    await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    await settled();
    expect(stale).toBe(0);
  });

  it("waits until it comes near the window", async () => {
    const asked = serve(() => json(published()));
    const element = mount(`<div id="above"></div><desertion-stats src="${origin()}"></desertion-stats>`);
    document.getElementById("above")!.style.height = `${innerHeight * 4}px`;
    await settled();
    expect(asked).toEqual([]);

    const load = heard("desertion-stats-load");
    element.scrollIntoView();
    await load;
    expect(asked.length).toBe(1);
  });

  it("waits in a hidden tab panel until it is shown", async () => {
    const asked = serve(() => json(published()));
    mount(`<section hidden><desertion-stats src="${origin()}"></desertion-stats></section>`);
    await settled();
    expect(asked).toEqual([]);

    const load = heard("desertion-stats-load");
    document.querySelector("section")!.hidden = false;
    await load;
    expect(asked.length).toBe(1);
  });
});
