import { describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import "../../widget/stats/index.ts";
import { heard, json, loaded, mount, origin, part, serve, settled, showsItsContent } from "./page.ts";
import { published, records } from "./summary.ts";

/** The elements of a page, each loaded. */
async function all(markup: string, count: number): Promise<void> {
  let loads = 0;
  await new Promise<void>((resolve) => {
    const hear = () => {
      loads += 1;
      if (loads < count) return;
      document.removeEventListener("desertion-stats-load", hear);
      resolve();
    };
    document.addEventListener("desertion-stats-load", hear);
    mount(markup);
  });
}

describe("what <desertion-stats> asks for", () => {
  it("is asked once for all elements of a page with equal parameters, whatever they look like", async () => {
    // All of them are in the window.
    await page.viewport(414, 1400);
    const src = origin();
    const asked = serve(() => json(published()));
    await all(
      `<desertion-stats src="${src}" offence="awol"></desertion-stats>
       <desertion-stats src="${src}/" offence=" awol " layout="strip" chart="none"></desertion-stats>
       <p>About <desertion-stats offence="awol" layout="inline" src="${src}">198</desertion-stats> a week.</p>`,
      3,
    );
    expect(asked.map(({ url }) => url.search)).toEqual(["?offence=awol"]);
  });

  it("isn't asked again for an element that comes later, while the answer is fresh", async () => {
    const src = origin();
    const asked = serve(() => json(published()));
    await loaded(`<desertion-stats src="${src}"></desertion-stats>`);
    await loaded(`<desertion-stats src="${src}"></desertion-stats>`);
    expect(asked.length).toBe(1);
  });

  it("is asked without cookies, without the page's address, and without going around the browser's cache", async () => {
    const asked = serve(() => json(published()));
    await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    const { url, init } = asked[0]!;
    // The browser's own default, as a page's preload has it: another site's page sends none.
    expect(init.credentials ?? "same-origin").toBe("same-origin");
    expect(init.referrerPolicy).toBe("no-referrer");
    expect(init.cache ?? "default").toBe("default");
    expect(url.search).toBe("");
  });

  it("is every filter under its own name", async () => {
    const asked = serve(() => json(published()));
    const filters = {
      measure: "cases-received",
      article: "337,338",
      service: "mobilised",
      sentence: "suspended",
      court: "77GV0007",
      region: "Rostov oblast",
      evidence: "records",
      weeks: "52",
      "as-of": "2025-06-30.1",
      theme: "night",
    };
    const attributes = Object.entries(filters).map(([name, value]) => `${name}="${value}"`);
    await loaded(`<desertion-stats src="${origin()}" ${attributes.join(" ")}></desertion-stats>`);
    expect(Object.fromEntries(asked[0]!.url.searchParams)).toEqual(filters);
    expect(asked[0]!.url.pathname).toBe("/v1/summary");
  });

  it("is asked of the script's own origin where no other is named", async () => {
    const asked = serve(() => json(published()));
    await loaded("<desertion-stats></desertion-stats>");
    expect(asked[0]!.url.origin).toBe(location.origin);
  });

  it("may be set by properties as well as by attributes", async () => {
    const asked = serve(() => json(published()));
    const element = document.createElement("desertion-stats");
    Object.assign(element, { src: origin(), offence: "looting", weeks: 40, asOf: "2025-01-01" });
    const load = heard("desertion-stats-load");
    document.body.append(element);
    await load;
    expect(asked[0]!.url.search).toBe("?offence=looting&weeks=40&as-of=2025-01-01");
  });

  it("is asked anew when an attribute changes, and the old number stays until the new one comes", async () => {
    const src = origin();
    const other = Promise.withResolvers<Response>();
    serve((url) => (url.searchParams.has("offence") ? other.promise : json(published())));
    const element = await loaded(`<desertion-stats src="${src}"></desertion-stats>`);
    element.setAttribute("offence", "desertion");
    await settled();
    expect(part(element, "number")!.textContent).toBe("about 198");

    const load = heard("desertion-stats-load");
    other.resolve(json(records()));
    await load;
    expect(part(element, "number")!.textContent).toBe("about 182");
  });

  it("isn't asked anew when only the looks change", async () => {
    const asked = serve(() => json(published()));
    const element = await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    for (const [name, value] of [
      ["layout", "strip"],
      ["chart", "none"],
      ["color-scheme", "dark"],
      ["heading", "x"],
    ]) {
      element.setAttribute(name!, value!);
    }
    await settled();
    expect(asked.length).toBe(1);
    expect(part(element, "heading")!.textContent).toBe("x");
    expect(part(element, "sparkline")).toBeNull();
  });

  it("gives way to the content of the tag when the changed question has no answer: an old number would be a wrong one", async () => {
    serve((url) => (url.searchParams.has("offence") ? new Response("", { status: 503 }) : json(published())));
    const element = await loaded(`<desertion-stats src="${origin()}">848 in April</desertion-stats>`);
    const failed = heard("desertion-stats-error");
    element.setAttribute("offence", "desertion");
    await failed;
    await settled();
    expect(showsItsContent(element)).toBe(true);
  });

  it("is answered by the newest question's answer, also when an older one comes later", async () => {
    const slow = Promise.withResolvers<Response>();
    serve((url) => (url.searchParams.get("offence") === "awol" ? slow.promise : json(records())));
    const element = mount(`<desertion-stats src="${origin()}" offence="awol"></desertion-stats>`);
    await settled();
    const load = heard("desertion-stats-load");
    element.setAttribute("offence", "desertion");
    await load;
    slow.resolve(json(published()));
    await settled();
    expect(part(element, "number")!.textContent).toBe("about 182");
  });
});

describe("<desertion-stats> moved about a page", () => {
  it("keeps its number when it is moved, without asking again", async () => {
    const asked = serve(() => json(published()));
    const element = await loaded(`<desertion-stats src="${origin()}"></desertion-stats><section></section>`);
    document.querySelector("section")!.append(element);
    expect(part(element, "number")!.textContent).toBe("about 198");
    await settled();
    expect(part(element, "number")!.textContent).toBe("about 198");
    expect(asked.length).toBe(1);
  });

  it("tries again when it is put back after a failure", async () => {
    let up = false;
    serve(() => (up ? json(published()) : new Response("", { status: 503 })));
    const failed = heard("desertion-stats-error");
    const element = mount(`<desertion-stats src="${origin()}">848 in April</desertion-stats>`);
    await failed;
    element.remove();
    up = true;
    const load = heard("desertion-stats-load");
    document.body.append(element);
    await load;
    expect(part(element, "number")!.textContent).toBe("about 198");
  });

  it("stays silent when its answer comes after it was removed", async () => {
    const { promise, resolve } = Promise.withResolvers<Response>();
    serve(() => promise);
    const element = mount(`<desertion-stats src="${origin()}"></desertion-stats>`);
    await settled();
    let heardOf = 0;
    element.addEventListener("desertion-stats-load", () => heardOf++);
    element.remove();
    resolve(json(published()));
    await settled();
    expect(heardOf).toBe(0);
  });

  it("speaks the language of the place it is moved to", async () => {
    serve((url) => json(published(url.searchParams.has("lang") ? "ru" : "en")));
    const element = await loaded(
      `<desertion-stats src="${origin()}"></desertion-stats><section lang="ru"></section>`,
    );
    const load = heard("desertion-stats-load");
    document.querySelector("section")!.append(element);
    await load;
    expect(part(element, "heading")!.textContent).toBe(published("ru").text.heading);
  });

  it("works inside a shadow root, and its events come out", async () => {
    serve(() => json(published()));
    const host = document.createElement("div");
    document.body.append(host);
    const load = heard("desertion-stats-load");
    host.attachShadow({ mode: "open" }).innerHTML = `<desertion-stats src="${origin()}">…</desertion-stats>`;
    expect((await load).target).toBe(host);
    const element = host.shadowRoot!.querySelector("desertion-stats")!;
    expect(part(element, "number")!.textContent).toBe("about 198");
  });
});
