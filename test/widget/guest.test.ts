import { afterEach, describe, expect, it } from "vitest";
import { DesertionStats } from "../../widget/stats/index.ts";
import type { Summary } from "../../worker/contract/summary.ts";
import { json, loaded, origin, part, serve, surprises } from "./page.ts";
import { published } from "./summary.ts";

const SCRIPT = new URL("/widget/stats/index.ts", location.href).href;

describe("<desertion-stats> loaded twice", () => {
  it("stays registered with the first copy, and the second throws nothing", async () => {
    const again = new URL("/widget/stats/define.ts?again", location.href).href;
    await import(/* @vite-ignore */ again);
    expect(customElements.get("desertion-stats")).toBe(DesertionStats);
    expect(surprises).toEqual([]);
    serve(() => json(published()));
    const element = await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    expect(part(element, "number")!.textContent).toBe("about 198");
  });
});

describe("the class <desertion-stats> is made of", () => {
  it("registers nothing by being imported", async () => {
    const frame = document.body.appendChild(document.createElement("iframe"));
    const script = frame.contentDocument!.createElement("script");
    script.type = "module";
    script.src = new URL("/widget/stats/desertion-stats.ts", location.href).href;
    const run = new Promise((resolve) => script.addEventListener("load", resolve));
    frame.contentDocument!.body.append(script);
    await run;
    expect(frame.contentWindow!.customElements.get("desertion-stats")).toBeUndefined();
  });
});

describe("<desertion-stats> under a strict Content-Security-Policy", () => {
  const frames: HTMLIFrameElement[] = [];
  afterEach(() => {
    for (const frame of frames.splice(0)) frame.remove();
  });

  /** A host page of its own, whose answer is inlined in the address, so that a real request is made. */
  async function host(
    directives: string,
    summary: Summary = published(),
  ): Promise<{ element: DesertionStats | null; violations: string[] }> {
    const answer = `data:application/json,${encodeURIComponent(JSON.stringify(summary))}#`;
    const policy = `default-src 'none'; connect-src data:; ${directives}`;
    const frame = document.createElement("iframe");
    frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">
      <script nonce="n0nce">
        violations = [];
        addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));
        done = new Promise((resolve) => {
          addEventListener("desertion-stats-load", resolve);
          addEventListener("error", resolve, true);
        });
      </script>
      <desertion-stats src="${answer}">848 in April</desertion-stats>
      <script type="module" nonce="n0nce" src="${SCRIPT}"></script>`;
    frames.push(frame);
    const ready = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
    document.body.prepend(frame);
    await ready;
    const inside = frame.contentWindow as Window & {
      violations: string[];
      done: Promise<void>;
    } & typeof globalThis;
    await inside.done;
    return { element: inside.document.querySelector("desertion-stats"), violations: inside.violations };
  }

  const scripts = `script-src 'nonce-n0nce' ${location.origin}`;

  it("needs no unsafe-inline: neither for its script nor for its styles", async () => {
    const { element, violations } = await host(scripts);
    expect(violations).toEqual([]);
    expect(part(element!, "number")!.textContent).toBe("about 198");
    expect(element!.shadowRoot!.adoptedStyleSheets.length).toBe(1);
    expect(element!.shadowRoot!.querySelectorAll("style, [style]").length).toBe(0);
    expect(element!.getBoundingClientRect().height).toBeGreaterThan(100);
  });

  it("needs none for a theme either", async () => {
    const palette = {
      ink: "#010203",
      muted: "#202122",
      surface: "#fff1e5",
      accent: "#990f3d",
      border: "#ccc1b7",
    };
    const theme = { slug: "paper", light: palette, dark: palette, radius: 6 };
    const { element, violations } = await host(scripts, { ...published(), theme });
    expect(violations).toEqual([]);
    const card = getComputedStyle(part(element!, "card")!);
    expect([card.color, card.borderRadius]).toEqual(["rgb(1, 2, 3)", "6px"]);
  });

  it("works under require-trusted-types-for 'script'", async () => {
    const { element, violations } = await host(`${scripts}; require-trusted-types-for 'script'`);
    expect(violations).toEqual([]);
    expect(part(element!, "number")!.textContent).toBe("about 198");
  });

  it("works where only the policy desertion-stats may be made", async () => {
    const { element, violations } = await host(
      `${scripts}; require-trusted-types-for 'script'; trusted-types desertion-stats`,
    );
    expect(violations).toEqual([]);
    expect(part(element!, "number")!.textContent).toBe("about 198");
  });
});
