import { describe, expect, it } from "vitest";
import type { DesertionStats } from "../../widget/stats/index.ts";
import "../../widget/stats/index.ts";
import guide from "../../docs/publishers.md?raw";
import source from "../../widget/stats/desertion-stats.ts?raw";
import { ThemeStyle } from "../../worker/contract/theme.ts";
import { summaryTheme } from "../../worker/domain/theme/summary-theme.ts";
import { compared } from "../fixtures/comparison.ts";
import { LOOKS, PLAIN_STYLE } from "../fixtures/looks.ts";
import { json, loaded, origin, serve, settled } from "./page.ts";
import { published, records } from "./summary.ts";

/** As the manifest for editors takes them from the element's comment. */
const named = (kind: string) =>
  [...source.matchAll(new RegExp(`@${kind} \\[?([\\w-]+)`, "g"))].map(([, name = ""]) => name);
const PARTS = named("csspart");
const PROPERTIES = named("cssproperty");
/** A comparison has these instead of a drawing. */
const OF_COMPARISONS = ["bars", "sentence"];
const DRAWN = ["line", "bar", "area", "band", "grid", "axis", "value-label"];

const theme = summaryTheme({
  slug: "paper",
  version: 1,
  published_at: "2026-01-01T00:00:00Z",
  style: ThemeStyle.parse({ ...PLAIN_STYLE, ...LOOKS.signed, value_size: 12 }),
});
const OWN_LINES = { byline: "Graphics desk", note: "Courts publish late.", credit: "The Paper" };

type Kind = "weeks" | "bars" | "steps" | "comparison" | "plain";

/** A counter on a page with these styles of its own. */
async function counter(kind: Kind, css = ""): Promise<DesertionStats> {
  document.body.replaceChildren();
  const answer = kind === "steps" ? published() : records();
  const change = "7 more than the week before";
  const summary = { ...answer, theme, text: { ...answer.text, ...OWN_LINES, change } };
  const plain = { ...answer, text: { ...answer.text, change } };
  serve(() => json(kind === "comparison" ? compared("en") : kind === "plain" ? plain : summary));
  const style = document.createElement("style");
  style.textContent = css;
  const attributes = {
    comparison: 'layout="compare" period="2023-H1" with="2022,2021"',
    bars: 'chart="bars"',
    weeks: "",
    steps: "",
    plain: "",
  };
  document.body.append(style);
  const element = await loaded(
    `<div style="width:640px"><desertion-stats src="${origin()}" ${attributes[kind]}>…</desertion-stats></div>`,
  );
  document.body.append(style);
  await settled();
  return element;
}

const kindOf = (part: string): Kind =>
  OF_COMPARISONS.includes(part)
    ? "comparison"
    : part === "bar"
      ? "bars"
      : part === "area"
        ? "steps"
        : "weeks";
const found = (element: DesertionStats, part: string) => [
  ...element.shadowRoot!.querySelectorAll(`[part~="${part}"]`),
];

describe("the guide for publishers", () => {
  it("names the parts and properties that the element has, and no others", () => {
    const [, listed = ""] = /The parts are (.*?) They keep their names/.exec(guide) ?? [];
    const parts = [...listed.matchAll(/`([\w-]+)`/g)].map(([, name]) => name);
    expect(parts.toSorted()).toEqual([...PARTS, ...OF_COMPARISONS].toSorted());
    const rows = guide.split("\n").filter((line) => line.startsWith("| `--ds-"));
    const properties = rows.flatMap((row) =>
      [...row.split("|")[1]!.matchAll(/`(--ds-[\w-]+)`/g)].map(([, name]) => name),
    );
    expect(properties.toSorted()).toEqual(PROPERTIES.toSorted());
  });
});

describe("each part that is documented", () => {
  it.each([...PARTS, ...OF_COMPARISONS])("looks as the page's own ::part(%s) says", async (part) => {
    const paint = DRAWN.includes(part)
      ? "stroke: rgb(1, 2, 3); fill: rgb(4, 5, 6)"
      : "color: rgb(1, 2, 3); background-color: rgb(4, 5, 6)";
    const element = await counter(kindOf(part), `desertion-stats::part(${part}) { ${paint}; opacity: 0.5 }`);
    await expect.poll(() => found(element, part).length).toBeGreaterThan(0);
    for (const node of found(element, part)) {
      const { opacity, stroke, fill, color, backgroundColor } = getComputedStyle(node);
      expect(opacity).toBe("0.5");
      expect(DRAWN.includes(part) ? [stroke, fill] : [color, backgroundColor]).toEqual([
        "rgb(1, 2, 3)",
        "rgb(4, 5, 6)",
      ]);
    }
    const boxes = found(element, part).map((node) => node.getBoundingClientRect());
    expect(boxes.some(({ width, height }) => width + height > 0)).toBe(true);
  });

  it.each([...PARTS, ...OF_COMPARISONS])("goes where the page hides ::part(%s)", async (part) => {
    const element = await counter(kindOf(part), `desertion-stats::part(${part}) { display: none }`);
    await expect.poll(() => found(element, part).length).toBeGreaterThan(0);
    for (const node of found(element, part)) expect(node.getClientRects()).toHaveLength(0);
  });
});

/** What a page may set each property to; one without a value here is one that nobody has tried. */
const VALUES: Readonly<Record<string, string>> = {
  "--ds-font": "'Test Serif'",
  "--ds-ink": "rgb(1, 2, 3)",
  "--ds-muted": "rgb(1, 2, 3)",
  "--ds-surface": "rgb(1, 2, 3)",
  "--ds-accent": "rgb(1, 2, 3)",
  "--ds-border": "rgb(1, 2, 3)",
  "--ds-radius": "9px",
  "--ds-space": "31px",
  "--ds-number-size": "33px",
  "--ds-number": "rgb(1, 2, 3)",
  "--ds-rule": "rgb(1, 2, 3)",
  "--ds-heading-font": "'Test Serif'",
  "--ds-number-font": "'Test Serif'",
  "--ds-heading-weight": "300",
  "--ds-number-weight": "800",
  "--ds-figures": "oldstyle-nums",
  "--ds-label-case": "uppercase",
  "--ds-align": "center",
  "--ds-padding": "29px",
  "--ds-rule-width": "7px",
  "--ds-border-width": "3px",
  "--ds-edge-width": "5px",
  "--ds-max-width": "321px",
  "--ds-chart-height": "201px",
  "--ds-line-width": "5px",
  "--ds-area": "0.77",
  "--ds-grid-width": "2px",
  "--ds-axis-size": "17px",
  "--ds-value-size": "16px",
};

/** How everything in a counter looks. */
function looks(element: DesertionStats): string {
  return [...element.shadowRoot!.querySelectorAll("*")]
    .map((node) => {
      const style = getComputedStyle(node);
      return [...style]
        .filter((name) => !name.startsWith("--"))
        .map((name) => style.getPropertyValue(name))
        .join();
    })
    .join("\n");
}

describe("each property that is documented", () => {
  it.each(PROPERTIES)("changes how a counter looks when a page's own styles set it: %s", async (property) => {
    const value = VALUES[property];
    expect(value, `a value of ${property} to try`).toBeDefined();
    const before = looks(await counter("plain"));
    const element = await counter("plain", `desertion-stats { ${property}: ${value} }`);
    await expect.poll(() => looks(element)).not.toBe(before);
    // With what it is set to somewhere in it, and not by chance.
    const said = value!.replaceAll("'", '"').replace("oldstyle-nums", "oldstyle-nums");
    await expect.poll(() => looks(element)).toContain(said);
  });
});
