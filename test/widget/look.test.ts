import { beforeEach, describe, expect, it } from "vitest";
import type { DesertionStats } from "../../widget/stats/index.ts";
import "../../widget/stats/index.ts";
import { ThemeStyle } from "../../worker/contract/theme.ts";
import { summaryTheme } from "../../worker/domain/theme/summary-theme.ts";
import { BOXES, LOOKS, PLAIN_STYLE } from "../fixtures/looks.ts";
import { json, loaded, origin, part, serve, settled, surprises } from "./page.ts";
import { published, records } from "./summary.ts";

/** The element in a theme, as the service gives it. */
async function themed(style: Partial<ThemeStyle>, attributes = "", own = ""): Promise<DesertionStats> {
  document.body.replaceChildren();
  const theme = summaryTheme({
    slug: "paper",
    version: 1,
    published_at: "2026-01-01T00:00:00Z",
    style: ThemeStyle.parse({ ...PLAIN_STYLE, ...style }),
  });
  const lines = Object.fromEntries(
    (["byline", "note", "credit"] as const).flatMap((name) =>
      style[name]?.en ? [[name, style[name].en]] : [],
    ),
  );
  const answer = style.area === "on" || style.value_size ? records() : published();
  serve(() => json({ ...answer, theme, text: { ...answer.text, ...lines } }));
  const element = await loaded(
    `<div style="width:640px;${own}"><desertion-stats src="${origin()}" theme="paper" ${attributes}>…</desertion-stats></div>`,
  );
  await settled();
  return element;
}

const looks = (element: Element, selector: string) =>
  getComputedStyle((element as DesertionStats).shadowRoot!.querySelector(selector)!);

const NUMBER = "p[part=number]";
const SPARK = "[part=sparkline] > svg";

/** Each field, where it is seen, and what by theme and by the page's own property it then is. */
const SEEN: readonly [
  Partial<ThemeStyle>,
  selector: string,
  property: string,
  value: string,
  own?: string,
][] = [
  [{ number_weight: 800 }, NUMBER, "fontWeight", "800", "--ds-number-weight:800"],
  [{ heading_weight: 400 }, "[part=heading]", "fontWeight", "400", "--ds-heading-weight:400"],
  [{ number_font: ["Test Sans"] }, NUMBER, "fontFamily", '"Test Sans"', "--ds-number-font:'Test Sans'"],
  [
    { heading_font: ["Test Serif"] },
    "[part=heading]",
    "fontFamily",
    '"Test Serif"',
    "--ds-heading-font:'Test Serif'",
  ],
  [
    { figures: "old-style" },
    NUMBER,
    "fontVariantNumeric",
    "oldstyle-nums proportional-nums",
    "--ds-figures:oldstyle-nums proportional-nums",
  ],
  [{ label_case: "uppercase" }, "[part=label]", "textTransform", "uppercase", "--ds-label-case:uppercase"],
  [{ align: "center" }, "figure", "textAlign", "center", "--ds-align:center"],
  [{ transparent: true }, "figure", "backgroundColor", "rgba(0, 0, 0, 0)", "--ds-surface:transparent"],
  [{ padding: 24 }, "figure", "paddingLeft", "24px", "--ds-padding:24px"],
  [{ rule_width: 6 }, "figure", "borderTopWidth", "6px", "--ds-rule-width:6px"],
  [{ rule_width: 0 }, "figure", "borderTopWidth", "0px", "--ds-rule-width:0px"],
  [{ edge_width: 3 }, "figure", "borderLeftWidth", "3px", "--ds-edge-width:3px"],
  [{ border_width: 0 }, "figcaption", "borderTopWidth", "0px", "--ds-border-width:0px"],
  [{ max_width: 320 }, "figure", "width", "320px", "--ds-max-width:320px"],
  [{ chart_height: 200 }, SPARK, "height", "200px", "--ds-chart-height:200px"],
  [{ line_width: 4 }, "path.known", "strokeWidth", "4px", "--ds-line-width:4px"],
  [{ area: "off" }, "path.area", "fillOpacity", "0", "--ds-area:0"],
  [{ area: "on" }, "path.under", "fillOpacity", "0.16", "--ds-area:.16"],
  [{ grid_width: 0 }, "line[part=grid]:last-of-type", "strokeWidth", "0px", "--ds-grid-width:0px"],
  [{ axis_size: 14 }, "text[part=axis]", "fontSize", "14px", "--ds-axis-size:14px"],
  [{ value_size: 12 }, "text[part=value-label]", "fontSize", "12px", "--ds-value-size:12px"],
  [
    { light: { ...PLAIN_STYLE.light, number: "#0b63ce" } },
    NUMBER,
    "color",
    "rgb(11, 99, 206)",
    "--ds-number:#0b63ce",
  ],
  [
    { light: { ...PLAIN_STYLE.light, rule: "#0b63ce" } },
    "figure",
    "borderTopColor",
    "rgb(11, 99, 206)",
    "--ds-rule:#0b63ce",
  ],
];

beforeEach(() => {
  surprises.length = 0;
});

// First: what has been loaded once, stays for the page.
describe("a counter without any of it", () => {
  it("loads nothing for it and is drawn as ever", async () => {
    const element = await themed({});
    expect(element.shadowRoot!.adoptedStyleSheets).toHaveLength(1);
    expect(element.shadowRoot!.querySelector("[part=value-label], path.under")).toBeNull();
  });
});

describe("each field of a look", () => {
  it.each(SEEN)("is what the element shows: %j", async (style, selector, property, value) => {
    for (const layout of ["card", "strip"]) {
      const element = await themed(style, `layout="${layout}"`);
      expect(looks(element, selector)[property as "color"], layout).toContain(value);
    }
    expect(surprises).toEqual([]);
  });

  it.each(SEEN.filter(([, , , , own]) => own))(
    "is set by the page's own property, too: %j",
    async (style, selector, property, value, own) => {
      const other = style.value_size || style.area === "on" ? { value_size: 10 } : {};
      const element = await themed(other, "", own);
      await expect.poll(() => looks(element, selector)[property as "color"]).toContain(value);
    },
  );
});

describe("a counter with all of it at its defaults", () => {
  it("is one picture with one without any", async () => {
    const plain = await themed({});
    const boxes = (element: DesertionStats) =>
      [...element.shadowRoot!.querySelectorAll("figure *")].map((node) => {
        const { x, y, width, height } = node.getBoundingClientRect();
        return `${node.localName} ${[x, y, width, height].map(Math.round)}`;
      });
    const before = boxes(plain);
    const usual = await themed({
      rule_width: 1,
      border_width: 1,
      line_width: 2,
      grid_width: 1,
      axis_size: 11,
    });
    expect(usual.shadowRoot!.adoptedStyleSheets).toHaveLength(2);
    expect(boxes(usual).filter((one) => !/^(path|text) .*,0,0$/.test(one) && !before.includes(one))).toEqual(
      [],
    );
  });
});

describe("a paper's own lines and logo", () => {
  it("stand in their places, as text and paths", async () => {
    const element = await themed({ ...LOOKS.signed, byline: { en: "Desk & <b>".slice(0, 4) } });
    expect(part(element, "heading")!.nextElementSibling).toBe(part(element, "byline"));
    expect(part(element, "note")!.textContent).toBe("Courts publish late.");
    expect(part(element, "credit")!.closest("figcaption")).not.toBeNull();
    const logo = part(element, "logo")!;
    expect(logo.getAttribute("aria-label")).toBe("The Paper");
    expect(logo.querySelectorAll("path")).toHaveLength(1);
    expect(logo.getBoundingClientRect().height).toBeGreaterThan(16);
  });

  it("go with the theme", async () => {
    const element = await themed(LOOKS.signed!);
    const load = new Promise((resolve) =>
      element.addEventListener("desertion-stats-load", resolve, { once: true }),
    );
    serve(() => json(published()));
    element.removeAttribute("theme");
    await load;
    await settled();
    for (const name of ["byline", "note", "credit", "logo"]) expect(part(element, name)).toBeNull();
  });
});

describe("a label of several parts", () => {
  const boxesOf = (element: DesertionStats) => {
    const label = part(element, "label")!;
    const parts = [...label.querySelectorAll("span")];
    const dots = [...label.querySelectorAll("b")].map((dot) => ({
      dot: dot.getBoundingClientRect(),
      before: dot.parentElement!.previousElementSibling!.getBoundingClientRect(),
    }));
    return { parts, dots, edge: label.getBoundingClientRect().left };
  };

  it.each(["start", "center", "end"] as const)(
    "has no dot at the start of a line, aligned to its %s",
    async (align) => {
      for (const width of [200, 240, 320, 390, 480, 640, 1000]) {
        for (const [theme, own] of [
          [{ align }, ""],
          [{ value_size: 10 }, `--ds-align:${align}`],
        ] as const) {
          const element = await themed(theme, "", `width:${width}px;${own}`);
          await expect.poll(() => looks(element, "figure").textAlign).toBe(align);
          const { parts, dots, edge } = boxesOf(element);
          expect(parts.length).toBeGreaterThan(1);
          for (const { dot, before } of dots) {
            const isSeen = dot.width > 0 && dot.right > edge + 1;
            if (isSeen) expect(dot.top, `${align} at ${width}`).toBeLessThan(before.bottom - 2);
          }
        }
      }
    },
  );
});

describe("what a theme hides", () => {
  it("is gone; what the number counts, how sure it is and where it comes from stays", async () => {
    const element = await themed({
      hidden: ["heading", "so-far", "change", "sparkline", "detail", "history"],
    });
    for (const name of ["heading", "so-far", "change", "sparkline", "detail", "history"]) {
      const node = part(element, name);
      expect(node === null || getComputedStyle(node).display === "none", name).toBe(true);
    }
    for (const name of ["number", "label", "footer"])
      expect(part(element, name)!.getBoundingClientRect().height).toBeGreaterThan(0);
    expect(element.shadowRoot!.querySelector("figcaption a")!.getBoundingClientRect().height).toBeGreaterThan(
      0,
    );
  });
});

describe("a hostile look", () => {
  it.each<Record<string, string | number | string[]>>([
    { padding: 9_999, "rule-width": 5_000, "edge-width": "900px", "chart-height": 1e9, "max-width": 1 },
    {
      padding: -200,
      "number-font": ['x";}*{position:fixed'],
      align: "center;position:fixed",
      place: "-500px",
    },
    {
      surface: "url(https://evil.test/a.png)",
      "label-case": "var(--x, url(https://evil.test/b.png))",
      figures: ["url(x)"],
    },
    { "line-width": "900", "grid-width": "900", area: "9e9", "axis-size": 48, "value-size": 48 },
  ])("loads nothing and takes no page over: %j", async (look) => {
    const answer = records();
    const d = "M-9999,-9999L9999,9999";
    const logo = {
      width: 1,
      height: 10_000,
      label: "x".repeat(9_000),
      paths: [{ d, fill: "url(https://evil.test/c.svg)" }],
    };
    serve(() => json({ ...answer, theme: { slug: "evil", look, logo } }));
    document.body.replaceChildren();
    const element = await loaded(
      `<div style="width:320px"><desertion-stats src="${origin()}">…</desertion-stats></div>`,
    );
    await settled();
    const box = element.shadowRoot!.querySelector<HTMLElement>(".frame")!;
    expect(box.style.cssText).not.toMatch(/evil|url|fixed/);
    expect(element.getBoundingClientRect().height).toBeLessThan(1_500);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
    const { left, right } = element.getBoundingClientRect();
    const figure = element.shadowRoot!.querySelector("figure")!.getBoundingClientRect();
    expect(figure.left).toBeGreaterThanOrEqual(left);
    expect(figure.right).toBeLessThanOrEqual(right + 1);
    expect(Number.parseFloat(looks(element, "path.known").strokeWidth)).toBeLessThanOrEqual(8);
    expect(surprises).toEqual([]);
    expect(performance.getEntriesByType("resource").filter(({ name }) => name.includes("evil"))).toEqual([]);
  });
});

describe("the box around a counter", () => {
  it("is closed on all sides where it has an edge, as its picture is, for every edge, rule and fine line", async () => {
    for (const { style, edge, top, closedBy } of BOXES) {
      const element = await themed(style);
      const { borderTop, borderRight, borderBottom, borderLeft } = looks(element, "figure");
      const line = (width: number, colour: string) => `${width}px ${colour}`;
      const border = "rgb(211, 208, 203)";
      const at = JSON.stringify(style);
      const seen = (side: string) => side.replace(" solid", "");
      for (const side of [borderRight, borderBottom, borderLeft])
        expect(seen(side), at).toBe(line(edge, border));
      expect(seen(borderTop), at).toBe(line(top, closedBy === "border" ? border : "rgb(11, 99, 206)"));
    }
  });
});
