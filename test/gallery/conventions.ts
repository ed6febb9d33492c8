import { type Point, peakOf, scaleOf } from "../../widget/stats/sparkline.ts";
import type { Summary } from "../../worker/contract/summary.ts";

/**
 * How a convention of newspapers' desks draws a series at the size of a card. The drawings are our own, made after what
 * the desks have written down or published as code; decision 0013 names the sources.
 */
export interface Convention {
  name: string;
  /** Whose it is. */
  after: string;
  draw(summary: Summary, width: number): string;
}

const HEIGHT = 100;
/** Letters are 11 pixels high, as the element's own. */
const DIGIT = 6.2;
const AVERAGED = 4;

/** The series in a box, with what is told of each week or month: counted, or the middle of what is expected. */
function told(summary: Summary, width: number, gutter: number) {
  const { series, headline, text } = summary;
  const from = series.provisional_from ?? series.values.length;
  const heights = series.values.map((value, index) =>
    value === null || index < from ? value : (series.expected?.[index - from]?.mid ?? null),
  );
  const box = { left: 2, right: width - gutter, top: 8, bottom: HEIGHT };
  const point = scaleOf(summary, box);
  const points = heights.map((value, index): Point | null =>
    value === null ? null : point(index + 0.5, value),
  );
  const known = heights.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  const last = points.findLast((one) => one !== null) ?? [0, 0];
  const number = text.number.length * DIGIT;
  return { heights, points, known, point, box, last, from, number, text, headline, peak: peakOf(summary) };
}
type Told = ReturnType<typeof told>;

/** Lines through what is known; a gap stays one. */
function line(points: readonly (Point | null)[]): string {
  return points
    .map((one, index) => (one ? `${points[index - 1] ? "L" : "M"}${one[0]},${one[1]}` : ""))
    .join("")
    .replaceAll(/M([\d.,-]+)(?=M|$)/g, "M$1h.1");
}

const stroke = (d: string, css = "") =>
  `<path d="${d}" style="fill:none;stroke:var(--accent);stroke-width:2;${css}"/>`;
const dot = ([x, y]: Point) => `<circle cx="${x}" cy="${y}" r="3.5" style="fill:var(--accent)"/>`;
const word = (x: number, y: number, text: string, css = "") =>
  `<text x="${x}" y="${y}" style="${css}">${text}</text>`;
const rule = (y: number, width: number, css = "stroke:var(--border)") =>
  `<line x1="0" x2="${width}" y1="${y}" y2="${y}" style="${css}"/>`;
const INK = "font-weight:700;fill:var(--ink)";
const ACCENT = "font-weight:700;fill:var(--accent)";
const END = "text-anchor:end;";
const GROUND = "stroke:var(--ink)";

function bars({ heights, point }: Told, css: (index: number) => string): string {
  return heights
    .map((value, index) => {
      if (value === null) return "";
      const [[x, y], [to, ground]] = [point(index + 0.1, value), point(index + 0.9, 0)];
      return `<rect x="${x}" y="${y}" width="${to - x}" height="${ground - y}" style="${css(index)}"/>`;
    })
    .join("");
}

function times({ text, point }: Told): string {
  return text.drawing.axis
    .filter(([, , roomy]) => !roomy)
    .map(([at, name]) => word(point(at, 0)[0], HEIGHT + 14, name))
    .join("");
}

export const CONVENTIONS: readonly Convention[] = [
  {
    name: "a line the size of a word, its middle half shaded, its end in colour",
    after: "Tufte",
    draw(summary, width) {
      const all = told(summary, width, summary.text.number.length * DIGIT + 12);
      const sorted = all.known.map(({ value }) => value).sort((a, b) => a - b);
      const [, high] = all.point(0, sorted[Math.floor(sorted.length * 0.75)] ?? 0);
      const [, low] = all.point(0, sorted[Math.floor(sorted.length * 0.25)] ?? 0);
      return `<rect x="0" y="${high}" width="${all.box.right}" height="${low - high}" style="fill:var(--border);opacity:.6"/>
        ${stroke(line(all.points), "stroke:var(--ink);stroke-width:1.25")}${dot(all.last)}
        ${word(all.last[0] + 8, all.last[1] + 4, all.text.number, ACCENT)}`;
    },
  },
  {
    name: "a line with its ends told: first and last value, first and last time",
    after: "NPR, the EU’s guide",
    draw(summary, width) {
      const all = told(summary, width, summary.text.number.length * DIGIT + 12);
      const [first] = all.known;
      const start = first ? all.point(first.index + 0.5, first.value) : ([0, 0] as const);
      const axis = summary.text.drawing.axis;
      return `${rule(HEIGHT, all.box.right, GROUND)}${stroke(line(all.points))}${dot(start)}${dot(all.last)}
        ${word(start[0] + 5, start[1] - 7, all.text.drawing.scale.length > 0 ? format(first?.value, summary) : "")}
        ${word(all.last[0] + 8, all.last[1] + 4, all.text.number, INK)}
        ${word(0, HEIGHT + 14, axis[0]?.[1] ?? "")}${word(all.box.right, HEIGHT + 14, axis.at(-1)?.[1] ?? "", END)}`;
    },
  },
  {
    name: "horizontal lines alone, their numerals on them at the right",
    after: "The Economist",
    draw(summary, width) {
      const all = told(summary, width, 12);
      return `${all.text.drawing.scale
        .map(([value, numeral], index) => {
          const y = all.point(0, value)[1];
          return rule(y, width, index === 0 ? GROUND : undefined) + word(width, y - 3, numeral, END);
        })
        .join("")}${stroke(line(all.points), "stroke-width:2.5")}${times(all)}`;
    },
  },
  {
    name: "pale columns under a line of their average",
    after: "BuzzFeed News, and most counters of 2020",
    draw(summary, width) {
      const all = told(summary, width, 30);
      const means = all.heights.map((_, index) => {
        const part = all.heights.slice(Math.max(0, index + 1 - AVERAGED), index + 1);
        const sum = part.reduce<number>((total, value) => total + (value ?? 0), 0);
        return part.length < AVERAGED || part.includes(null) ? null : all.point(index + 0.5, sum / AVERAGED);
      });
      return `${bars(all, () => "fill:var(--accent);opacity:.3")}${rule(HEIGHT, all.box.right, GROUND)}${stroke(line(means))}${times(all)}
        ${all.text.drawing.scale.map(([value, numeral]) => word(width, all.point(0, value)[1] + 4, numeral, END)).join("")}`;
    },
  },
  {
    name: "columns, the newest in colour with its value above it",
    after: "NPR, the FT’s Visual Vocabulary",
    draw(summary, width) {
      const all = told(summary, width, 2);
      const newest = all.known.at(-1)?.index;
      return `${bars(all, (index) => (index === newest ? "fill:var(--accent)" : "fill:var(--accent);opacity:.35"))}
        ${rule(HEIGHT, width, GROUND)}${times(all)}${word(Math.min(width, all.last[0] + all.number / 2), all.last[1] - 5, all.text.number, END + INK)}`;
    },
  },
  {
    name: "a line that opens into a fan where it isn’t final",
    after: "the FT’s Visual Vocabulary",
    draw(summary, width) {
      const all = told(summary, width, summary.text.number.length * DIGIT + 12);
      const ends = (summary.series.expected ?? []).flatMap((range, offset) =>
        range && all.points[all.from + offset] ? [{ range, at: all.from + offset + 0.5 }] : [],
      );
      const side = (end: "low" | "high") => ends.map(({ range, at }) => all.point(at, range[end]).join(","));
      const root = all.points[all.from - 1]?.join(",");
      const fan =
        root && ends.length > 0 ? `M${[root, ...side("high"), ...side("low").reverse()].join("L")}Z` : "";
      return `${rule(HEIGHT, all.box.right, GROUND)}<path d="${fan}" style="fill:var(--accent);opacity:.3"/>
        ${stroke(line(all.points))}${word(all.last[0] + 8, all.last[1] + 4, all.text.number, INK)}${times(all)}`;
    },
  },
];

function format(value: number | undefined, { text }: Summary): string {
  return value === undefined
    ? ""
    : new Intl.NumberFormat(text.lang, { maximumFractionDigits: 0 }).format(value);
}
