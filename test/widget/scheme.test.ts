import { afterEach, describe, expect, it } from "vitest";
import { cdp } from "vitest/browser";
import "../../widget/stats/index.ts";
import type { DesertionStats } from "../../widget/stats/index.ts";
import { json, loaded, mount, origin, part, serve } from "./page.ts";
import { published } from "./summary.ts";

/** Chromium's own debugging protocol, as far as it is needed here. */
const browser = cdp() as unknown as { send(method: string, parameters: object): Promise<void> };

function prefer(...features: { name: string; value: string }[]): Promise<void> {
  return browser.send("Emulation.setEmulatedMedia", { features });
}

afterEach(() => prefer());

/** An element inside boxes with these backgrounds, the outermost first; empty for none. */
async function within(backgrounds: string[], attributes = ""): Promise<DesertionStats> {
  document.body.replaceChildren();
  serve(() => json(published()));
  const open = backgrounds.map((background) => `<div data-background="${background}">`).join("");
  const element = mount(`${open}<desertion-stats src="${origin()}" ${attributes}></desertion-stats>`);
  for (const box of document.querySelectorAll<HTMLElement>("[data-background]")) {
    box.style.background = box.dataset.background!;
  }
  await new Promise((resolve) => element.addEventListener("desertion-stats-load", resolve, { once: true }));
  return element;
}

/** dark: light letters, for a dark ground. */
function schemeOf(element: DesertionStats): "light" | "dark" {
  const [red = 0] = getComputedStyle(part(element, "number")!).color.match(/\d+/g)!.map(Number);
  return red > 127 ? "dark" : "light";
}

describe("color-scheme=host, the default", () => {
  it("is dark on a dark page and light on a light one, whatever the reader's system prefers", async () => {
    await prefer({ name: "prefers-color-scheme", value: "dark" });
    expect(schemeOf(await within(["#fff"]))).toBe("light");
    await prefer({ name: "prefers-color-scheme", value: "light" });
    expect(schemeOf(await within(["#111"]))).toBe("dark");
  });

  it("is light on a page that says nothing, also when the system prefers dark", async () => {
    await prefer({ name: "prefers-color-scheme", value: "dark" });
    expect(schemeOf(await within([]))).toBe("light");
  });

  it("follows the system where the page itself does", async () => {
    document.documentElement.style.colorScheme = "light dark";
    await prefer({ name: "prefers-color-scheme", value: "dark" });
    const element = await within([]);
    expect(schemeOf(element)).toBe("dark");
    await prefer({ name: "prefers-color-scheme", value: "light" });
    await expect.poll(() => schemeOf(element)).toBe("light");
  });

  it("goes by the nearest ground that isn't see-through", async () => {
    expect(schemeOf(await within(["#fff", "#101820"]))).toBe("dark");
    expect(schemeOf(await within(["#101820", "#fff1e5"]))).toBe("light");
    expect(schemeOf(await within(["#101820", "rgb(255 255 255 / .1)"]))).toBe("dark");
    expect(schemeOf(await within(["#fff", "transparent", ""]))).toBe("light");
  });

  it("reads grounds in the newer notations too", async () => {
    expect(schemeOf(await within(["#fff", "oklch(0.2 0.03 260)"]))).toBe("dark");
    expect(schemeOf(await within(["#000", "lab(95 0 0)"]))).toBe("light");
    expect(schemeOf(await within(["#fff", "color-mix(in srgb, black 90%, white)"]))).toBe("dark");
  });

  it("looks through the slots and the hosts of shadow roots", async () => {
    serve(() => json(published()));
    const host = document.createElement("div");
    document.body.append(host);
    const root = host.attachShadow({ mode: "open" });
    root.innerHTML = `<section><slot></slot></section>`;
    root.querySelector("section")!.style.background = "#111";
    const element = document.createElement("desertion-stats");
    element.src = origin();
    host.append(element);
    await new Promise((resolve) => element.addEventListener("desertion-stats-load", resolve, { once: true }));
    expect(schemeOf(element)).toBe("dark");
  });

  it("changes when the page does", async () => {
    const element = await within([]);
    expect(schemeOf(element)).toBe("light");
    document.body.style.cssText = "background:#111; color:#eee";
    await expect.poll(() => schemeOf(element)).toBe("dark");
    document.body.style.cssText = "background:#fff; color:#111";
    await expect.poll(() => schemeOf(element)).toBe("light");
  });

  it("leaves the page's ground as it is", async () => {
    const element = await within(["#fff1e5"]);
    expect(getComputedStyle(part(element, "card")!).backgroundColor).toBe("rgba(0, 0, 0, 0)");
  });
});

describe("color-scheme=light and dark", () => {
  it("are kept on any page, with a ground of their own", async () => {
    const dark = await within(["#fff"], `color-scheme="dark"`);
    expect(schemeOf(dark)).toBe("dark");
    expect(getComputedStyle(part(dark, "card")!).backgroundColor).not.toBe("rgba(0, 0, 0, 0)");
    expect(schemeOf(await within(["#000"], `color-scheme="light"`))).toBe("light");
  });
});

describe("the looks that a publisher sets", () => {
  it("are taken from the custom properties", async () => {
    serve(() => json(published()));
    const element = await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    element.style.cssText =
      "--ds-ink:rgb(1, 2, 3); --ds-accent:rgb(4, 5, 6); --ds-surface:rgb(7, 8, 9); --ds-font:monospace; --ds-number-size:33px";
    const number = getComputedStyle(part(element, "number")!);
    expect(number.color).toBe("rgb(1, 2, 3)");
    expect(number.fontSize).toBe("33px");
    expect(number.fontFamily).toBe("monospace");
    expect(getComputedStyle(part(element, "card")!).backgroundColor).toBe("rgb(7, 8, 9)");
    expect(getComputedStyle(element.shadowRoot!.querySelector("path.known")!).stroke).toBe("rgb(4, 5, 6)");
  });

  it("are the host's own letters otherwise", async () => {
    document.body.style.fontFamily = "fantasy";
    serve(() => json(published()));
    const element = await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    expect(getComputedStyle(part(element, "label")!).fontFamily).toBe("fantasy");
  });

  it("reach every part from outside", async () => {
    serve(() => json(published("en", { edition: { stale: true }, headline: { change: CHANGE } })));
    const sheet = new CSSStyleSheet();
    const parts = ["card", "heading", "number", "label", "change", "sparkline", "status", "footer"];
    sheet.replaceSync(parts.map((name) => `desertion-stats::part(${name}) { order: 7 }`).join("\n"));
    document.adoptedStyleSheets.push(sheet);
    const element = await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    expect(parts.filter((name) => getComputedStyle(part(element, name)!).order !== "7")).toEqual([]);
    document.adoptedStyleSheets.pop();
  });

  it("give way to the reader's forced colours", async () => {
    await prefer({ name: "forced-colors", value: "active" });
    const element = await within(["#111"]);
    const probe = document.createElement("p");
    probe.style.color = "CanvasText";
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    expect(getComputedStyle(element.shadowRoot!.querySelector("path.known")!).stroke).toBe(color);
    expect(getComputedStyle(part(element, "number")!).color).toBe(color);
  });
});

const CHANGE = { value: 10, percent: 5, against: { start: "2024-04-01", end: "2024-04-12" } };
