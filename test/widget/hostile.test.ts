import { beforeEach, describe, expect, it } from "vitest";
import type { DesertionStats } from "../../widget/stats/index.ts";
import "../../widget/stats/index.ts";
import type { Summary } from "../../worker/contract/summary.ts";
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
import { series } from "./series.ts";
import { published, records } from "./summary.ts";

const EVIL = "https://evil.test";
const tag = () => `<desertion-stats src="${origin()}">Nearly 200 a week.</desertion-stats>`;

type Parts = Record<string, Record<string, unknown>>;

/** A body with something hostile in it. */
function hostile<Body>(body: Body, change: (parts: Parts) => void): Body {
  const parts = structuredClone(body) as Parts;
  change(parts);
  return parts as Body;
}

/** The page once the service has answered, whatever came of it. */
async function answered(body: unknown, markup = tag()): Promise<DesertionStats> {
  document.body.replaceChildren();
  serve(() => new Response(typeof body === "string" ? body : JSON.stringify(body)));
  const came = Promise.race([heard("desertion-stats-load"), heard("desertion-stats-error")]);
  const element = mount(markup);
  await came;
  await settled();
  return element;
}

/** Opens the history behind an answer, whose series is this. */
async function opened(summary: Summary, body: unknown): Promise<HTMLDialogElement> {
  let isAsked = false;
  serve(({ pathname }) => {
    isAsked ||= pathname === "/v1/series";
    return pathname === "/v1/summary" ? json(summary) : new Response(JSON.stringify(body));
  });
  const element = await loaded(tag());
  part(element, "history")!.dispatchEvent(new MouseEvent("click"));
  await expect.poll(() => isAsked).toBe(true);
  await settled();
  return element.shadowRoot!.querySelector("dialog")!;
}

/** Requests that the page has made of somebody else. */
const asked = () =>
  performance.getEntriesByType("resource").filter(({ name }) => name.startsWith(EVIL)).length;

describe("a hostile answer loads nothing", () => {
  const palette = (colour: string) => ({
    ink: colour,
    muted: colour,
    surface: colour,
    accent: colour,
    border: colour,
  });

  it.each([
    `url(${EVIL}/a.png)`,
    `image-set("${EVIL}/b.png" 1x)`,
    `#000;background:url(${EVIL}/c.png)`,
    `var(--x, url(${EVIL}/d.png))`,
    "paint(x)",
    `red url("${EVIL}/e.svg")`,
  ])("by a colour: %s", async (colour) => {
    for (const colours of [palette(colour), { ...palette("#010203"), surface: colour }, [colour], colour]) {
      const theme = { slug: "evil", light: colours, dark: colours, font: [`x", url(${EVIL}/f`, "y;"] };
      const element = await answered({ ...published(), theme });
      expect((element.shadowRoot!.firstElementChild as HTMLElement).style.cssText).not.toMatch(
        /evil|paint|;[^ ]/,
      );
      expect(getComputedStyle(part(element, "card")!).backgroundImage).toBe("none");
    }
    expect(asked()).toBe(0);
  });

  it("and still takes colours that are colours", async () => {
    const theme = { slug: "paper", light: palette("#010203"), dark: palette("#010203") };
    const element = await answered({ ...published(), theme });
    expect(getComputedStyle(part(element, "card")!).color).toBe("rgb(1, 2, 3)");
  });

  it("by markup in any of its words", async () => {
    const markup = `<img src="${EVIL}/x.png" onerror="document.title='evil'"><script src="${EVIL}/x.js"></script>`;
    const inAll = (value: unknown): unknown => {
      if (typeof value === "string") return markup;
      if (Array.isArray(value)) return value.map(inAll);
      if (!value || typeof value !== "object") return value;
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inAll(one)]));
    };
    const element = await answered({ ...published(), text: inAll(published().text) });
    expect(element.shadowRoot!.querySelectorAll("img, script").length).toBe(0);
    expect(asked()).toBe(0);
  });

  it.each([`${"java"}script:alert(1)`, "data:text/html,x", "//evil.test"])(
    "and leads nowhere but to the web: %s",
    async (url) => {
      for (const address of [url, [url]]) {
        const element = await answered(
          hostile(published(), ({ headline, edition }) => {
            Object.assign(headline!, { figure: { value: 1, kind: "total", url: address } });
            Object.assign(edition!, { source: { name: "x", url: address } });
          }),
        );
        expect(element.shadowRoot!.querySelectorAll("figcaption a[href]").length).toBe(0);
      }
    },
  );
});

describe("a hostile answer moves nothing", () => {
  /** Height of the box in a narrow column, whatever was made of the answer. */
  const heightOf = async (change: (parts: Parts) => void, attributes = "") => {
    const element = await answered(
      hostile(published(), change),
      `<div style="width:320px">${tag().replace("<desertion-stats", `<desertion-stats ${attributes}`)}</div>`,
    );
    expect(element.getBoundingClientRect().width).toBeLessThanOrEqual(320);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
    return element.getBoundingClientRect().height;
  };
  const wordsOf = (parts: Parts) =>
    Object.entries(parts.text!).filter(([, value]) => typeof value === "string" && value !== "en");

  it.each(["", 'layout="strip"', 'layout="number"'])("by long words (%s)", async (layout) => {
    const height = await heightOf((parts) => {
      for (const [name] of wordsOf(parts)) parts.text![name] = "word ".repeat(5_000);
    }, layout);
    expect(height).toBeLessThan(5_000);
  });

  it("by one long word, in a sentence, too", async () => {
    for (const layout of ["", 'layout="inline"']) {
      const height = await heightOf((parts) => {
        for (const [name] of wordsOf(parts)) parts.text![name] = "w".repeat(20_000);
      }, layout);
      expect(height).toBeLessThan(5_000);
    }
  });

  it("by lists and objects in the place of words", async () => {
    for (const value of [
      ["line", { strings: ["<br>"], values: [] }],
      { _$litType$: 1, strings: ["<br>"] },
      7,
    ]) {
      const height = await heightOf((parts) => {
        for (const [name] of wordsOf(parts)) {
          if (name !== "number") parts.text![name] = Array.from({ length: 300 }, () => value);
        }
      });
      expect(height).toBeLessThan(1_000);
    }
  });

  it("by enormous letters, corners and distances", async () => {
    const height = await heightOf((parts) => {
      parts.theme = { slug: "x", number_size: 100_000, radius: 1e9, density: "constructor" };
    });
    expect(height).toBeLessThan(1_500);
  });

  it("by a drawing that would lie over the page", async () => {
    const drawing = {
      scale: [
        [1e8, "w".repeat(9_000)],
        [0, "0"],
      ],
      axis: [
        [1e8, "far"],
        [-1e8, "before"],
        [3, "w".repeat(9_000)],
      ],
      key: [{ mark: "so-far", text: "w".repeat(9_000) }],
    };
    const element = await answered(
      hostile(records(), ({ text, headline, series }) => {
        Object.assign(text!, { drawing });
        Object.assign(headline!, { value: 1e8, so_far: { value: 1e9, period: { start: "2099-01-01" } } });
        Object.assign(series!, { values: [1, -1e9, 1e308, 3] });
      }),
      `<div style="width:320px">${tag()}</div>`,
    );
    const { top, bottom, left, right } = element.getBoundingClientRect();
    for (const mark of element.shadowRoot!.querySelectorAll("svg circle, svg line, svg path")) {
      const box = mark.getBoundingClientRect();
      expect(box.top).toBeGreaterThanOrEqual(top);
      expect(box.bottom).toBeLessThanOrEqual(bottom);
      expect(box.left).toBeGreaterThanOrEqual(left - 8);
      expect(box.right).toBeLessThanOrEqual(right + 8);
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
  });
});

describe("a hostile answer breaks nothing", () => {
  /** An answer that can't be shown: the content of the tag stays. */
  const refused = async (body: unknown) => {
    const element = await answered(body);
    expect(showsItsContent(element)).toBe(true);
    expect(surprises).toEqual([]);
  };

  it("by a body of megabytes", async () => {
    await refused(
      hostile(published(), ({ text }) => Object.assign(text!, { heading: "x".repeat(10_000_000) })),
    );
  });

  it("by a body that never ends, of which no more is read than an answer can have", async () => {
    let sent = 0;
    let isCancelled = false;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
      cancel() {
        isCancelled = true;
      },
    });
    serve(() => new Response(endless));
    const error = heard("desertion-stats-error");
    const element = mount(tag());
    await error;
    await settled();
    expect(showsItsContent(element)).toBe(true);
    expect(isCancelled).toBe(true);
    expect(sent).toBeLessThan(1_000_000);
  });

  it("by JSON without a bottom", async () => {
    await refused(`${"[".repeat(120_000)}${"]".repeat(120_000)}`);
  });

  it.each([
    ["null"],
    ["[]"],
    ['"text"'],
    ["7"],
    ["{}"],
    ['{"text":null}'],
    ['{"text":{"number":"7"},"series":{"values":3}}'],
    ['{"text":{"number":["7"]},"series":{"values":[]}}'],
    ["true"],
    [""],
  ])("by an answer that isn't one: %s", async (body) => {
    await refused(body);
  });

  it("by a hundred thousand weeks: the number stands, nothing of them is drawn", async () => {
    const many = hostile(published(), ({ series }) =>
      Object.assign(series!, {
        values: Array(100_000).fill(7),
        qualifiers: Array(2_000).fill([0, 9, "at_least"]),
      }),
    );
    const element = await answered(many);
    expect(part(element, "number")!.textContent).toContain("198");
    part(element, "history")!.dispatchEvent(new MouseEvent("click"));
    await expect.poll(() => element.shadowRoot!.querySelector("dialog table")).not.toBeNull();
    await settled();
    expect(element.shadowRoot!.querySelectorAll("dialog tr").length).toBeLessThan(1_100);
    expect(element.shadowRoot!.querySelectorAll("*").length).toBeLessThan(5_000);
    expect(surprises).toEqual([]);
  });

  it.each(["x-not a language", "", "🙂", "a".repeat(400), ["en"], null, 7])(
    "by a language that is none: %j, even where its history is opened",
    async (lang) => {
      const element = await answered(hostile(published(), ({ text }) => Object.assign(text!, { lang })));
      part(element, "history")!.dispatchEvent(new MouseEvent("click"));
      await expect.poll(() => element.shadowRoot!.querySelector("dialog table")).not.toBeNull();
      await settled();
      expect(surprises).toEqual([]);
    },
  );

  it.each<[string, (parts: Parts) => void]>([
    ["a start that is no date", ({ series }) => Object.assign(series!, { start: "tomorrow" })],
    ["a start long ago", ({ series }) => Object.assign(series!, { start: "-271820-01-01" })],
    [
      "values that aren't numbers",
      ({ series }) => Object.assign(series!, { values: ["<b>", {}, [], true, -5] }),
    ],
    [
      "qualifiers that aren't ranges",
      ({ series }) => Object.assign(series!, { qualifiers: [1, null, "x", {}] }),
    ],
    [
      "ranges that aren't any",
      ({ series }) => Object.assign(series!, { provisional_from: 1, expected: [7, "x", { high: "y" }, []] }),
    ],
    [
      "a drawing that is none",
      ({ text }) => Object.assign(text!, { drawing: { scale: [7, {}], axis: "x", key: 3 } }),
    ],
    ["parts hidden by no list", (parts) => Object.assign(parts, { theme: { hidden: "heading", font: {} } })],
    [
      "fields with the names of every object",
      (parts) =>
        Object.assign(
          parts,
          JSON.parse('{"__proto__":{"text":1},"constructor":1,"theme":{"light":{"__proto__":"url(x)"}}}'),
        ),
    ],
  ])("by %s, even where its history is opened", async (_, change) => {
    const element = await answered(hostile(published(), change));
    part(element, "history")?.dispatchEvent(new MouseEvent("click"));
    await settled();
    expect(surprises).toEqual([]);
  });
});

describe("a hostile series behind an answer", () => {
  beforeEach(() => {
    surprises.length = 0;
  });
  const good = () => series(new URL("https://x.test/v1/series?lang=en"));
  const pointsOf = (parts: Parts) => parts.points as unknown as Record<string, unknown>[];

  it.each<[string, unknown]>([
    ["is null", null],
    ["is a list", []],
    ["has no points", { ...good(), points: undefined }],
    ["has no words", { ...good(), text: undefined }],
    ["has more points than there can be", { ...good(), points: Array(20_000).fill(good().points[0]) }],
    ["has more bytes than there can be", { ...good(), note: "x".repeat(5_000_000) }],
    ["has words that are lists", hostile(good(), ({ text }) => Object.assign(text!, { history: [] }))],
  ])("that %s leaves the drawing and table that stand there already", async (_, body) => {
    const dialog = await opened(records(), body);
    expect(dialog.querySelector("table")).not.toBeNull();
    expect(dialog.querySelectorAll("tr").length).toBeLessThan(1_000);
    expect(surprises).toEqual([]);
  });

  it.each<[string, (parts: Parts) => void]>([
    ["a language that is none", ({ text }) => Object.assign(text!, { lang: "x-not a language" })],
    [
      "times from the beginning to the end of all",
      (parts) =>
        Object.assign(pointsOf(parts)[0]!, {
          label: "x",
          period: { start: "-271820-01-01", end: "+275760-01-01" },
        }),
    ],
    [
      "a period that ends before it begins",
      (parts) => Object.assign(pointsOf(parts)[3]!, { period: { start: "2025-01-01", end: "2024-01-01" } }),
    ],
    [
      "values that are none",
      (parts) => Object.assign(pointsOf(parts)[3]!, { value: "<b>", known: {}, expected: [1], key: ["x"] }),
    ],
    [
      "a thousand keys of one period",
      (parts) =>
        pointsOf(parts).push(
          ...Array.from({ length: 1_000 }, () => ({ ...pointsOf(parts)[0]!, key: "constructor" })),
        ),
    ],
    [
      "endless words",
      ({ text }) => {
        for (const [name, value] of Object.entries(text!)) {
          if (typeof value === "string" && name !== "lang") text![name] = "word ".repeat(50_000);
        }
      },
    ],
  ])("is drawn as far as it is understood: %s", async (_, change) => {
    const dialog = await opened(records(), hostile(good(), change));
    await expect.poll(() => dialog.querySelector(".history canvas")).not.toBeNull();
    expect(dialog.querySelectorAll("*").length).toBeLessThan(4_000);
    expect(dialog.textContent!.length).toBeLessThan(100_000);
    expect(surprises).toEqual([]);
  });
});

describe("a good answer", () => {
  it.each([published(), published("uk"), records(), records("ru")])(
    "is understood as it is",
    async (answer) => {
      serve(() => json(answer));
      expect((await loaded(tag())).summary).toEqual(answer);
    },
  );
});
