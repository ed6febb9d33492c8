import type { Box } from "../../../widget/stats/sparkline.ts";
import type { Size } from "../../contract/card.ts";
import { DOT } from "../../wording/language/formats.ts";
import type { Face } from "./advances.ts";
import { widthOf, wrap, wrapEvenly } from "./measure.ts";
import { OWN_LOOK, type PictureLook } from "./picture-look.ts";

/** The words of a card, each as the summary has them; empty where there are none. */
export interface CardText {
  heading: string;
  /** The word of the number. */
  qualifier: string;
  number: string;
  /** The number is no larger than what it counts. */
  isLevel: boolean;
  label: string;
  soFar: string;
  change: string;
  /** What a reader must know before trusting the number. */
  notes: readonly string[];
  detail: string;
  source: string;
  /** The drawing has a key below it. */
  hasKey: boolean;
  /** What the drawing needs at least, in pixels at a scale of 1. */
  chartHeight: number;
  /** The paper's own lines; missing: none. */
  byline?: string;
  note?: string;
  credit?: string;
  /** How wide its logo is for its height; missing: there is none. */
  logo?: number;
}

export interface Line {
  text: string;
  face: Face;
  size: number;
  colour: "ink" | "muted" | "number";
  anchor: "start" | "middle" | "end";
  x: number;
  /** Of the baseline. */
  y: number;
}

export interface CardLayout {
  /** 1 at 1200 × 630 where all words fit in their intended sizes. */
  scale: number;
  margin: number;
  lines: Line[];
  /** Where the rule above the footer stands. */
  footerTop: number;
  /** Beside each note, from its top to its bottom. */
  noteBars: { y: number; height: number }[];
  chart: Box | null;
  logo: Box | null;
}

interface Style {
  face: Face;
  size: number;
  /** Distance of lines, in multiples of the size. */
  leading: number;
  colour: "ink" | "muted" | "number";
  /** Lines of like length. */
  even?: true;
}

const HEADING: Style = { face: "serif-bold", size: 50, leading: 1.12, colour: "ink", even: true };
const NUMBER: Style = { face: "serif-bold", size: 196, leading: 0.78, colour: "number" };
const QUALIFIER: Style = { face: "serif-bold", size: 56, leading: 1, colour: "number" };
const LEVEL: Style = { face: "sans-bold", size: 40, leading: 1.2, colour: "ink", even: true };
const LABEL: Style = { face: "sans", size: 30, leading: 1.25, colour: "ink", even: true };
const CHANGE: Style = { face: "sans", size: 25, leading: 1.3, colour: "ink" };
const NOTE: Style = { face: "sans-bold", size: 23, leading: 1.3, colour: "ink" };
const FOOT: Style = { face: "sans", size: 21, leading: 1.35, colour: "muted" };

/** A logo's height, and how much of a line it may take. */
const LOGO = 40;
const LOGO_PART = 0.35;

const MARGIN = 52;
const GAP = 22;
const NOTE_INDENT = 18;
/** The ascent of the letters above the baseline, in multiples of their size: of both families' capitals. */
const CAPITALS = 0.72;
/** Room around the chart: for the years below it, and for the letters of its highest line above it. */
const AXIS = 34;
const KEY = 28;
export const CHART_MIN_HEIGHT = 110;
/** What may be taken of the room below large digits, in multiples of their size: a comma hangs into it. */
const PLAIN_DIGITS = 0.24;
const COMMA = 0.1;
const NUMBER_COLUMN = 0.42;
/** From here on the chart stands beside the number instead of below it. */
const WIDE = 1.3;

interface Plan {
  chart: boolean;
  detail: boolean;
  /** The smallest scale, as a part of the card's own, at which this is still worth showing. */
  until: number;
}

/** A small card has relatively large type: its footer's is 10 pixels. */
const LEAST_SCALE = 0.5;

/** What is left out, and how small the type may get, before the next. What is counted always stands. */
const PLANS: readonly Plan[] = [
  { chart: true, detail: true, until: 0.7 },
  { chart: false, detail: true, until: 0.5 },
  { chart: false, detail: false, until: 0.05 },
];
const STEP = 0.96;

const ANCHORS = { start: "start", center: "middle", end: "end" } as const;
/** Of the room that a line leaves, what stands before it. */
const SHIFTS = { start: 0, center: 0.5, end: 1 } as const;

/**
 * Places everything in the largest type in which it fits.
 * @param hasChart whether there is anything to draw, or a theme hides it
 */
export function layOut(text: CardText, size: Size, look = OWN_LOOK, hasChart = true): CardLayout {
  const own = Math.max(LEAST_SCALE, Math.sqrt((size.width * size.height) / (1200 * 630)));
  let layout: CardLayout | null = null;
  for (const plan of PLANS.filter(({ chart }) => hasChart || !chart)) {
    for (let part = 1; part >= plan.until; part *= STEP) {
      layout = place(text, size, own * part, plan, look);
      if (layout) return layout;
    }
  }
  throw new RangeError(`Nothing fits into ${size.width} × ${size.height}.`);
}

/** null: it doesn't fit at this scale. */
function place(text: CardText, size: Size, scale: number, plan: Plan, look: PictureLook): CardLayout | null {
  const margin = (look.margin ?? MARGIN) * scale;
  const gap = GAP * look.space * scale;
  const column = size.width - 2 * margin;
  const lines: Line[] = [];
  const heading = { ...HEADING, face: look.heading };
  const qualifying = { ...QUALIFIER, face: look.number };
  const shift = SHIFTS[look.align];
  const noteBars: CardLayout["noteBars"] = [];
  let fits = true;

  /** Sets a text from `top` downwards; returns where it ends. */
  const set = (
    words: string,
    style: Style,
    top: number,
    width: number,
    x = margin,
    at: keyof typeof SHIFTS = look.align,
  ): number => {
    const em = style.size * scale;
    const rows = rowsOf(words, style, width / em);
    rows.forEach((row, index) => {
      if (widthOf(row, style.face) * em > width) fits = false;
      const y = top + em * (CAPITALS + index * style.leading);
      const { face, colour } = style;
      lines.push({ text: row, face, size: em, colour, anchor: ANCHORS[at], x: x + width * SHIFTS[at], y });
    });
    return rows.length > 0 ? top + em * (CAPITALS + (rows.length - 1) * style.leading + 0.24) : top;
  };
  const heightOf = (words: string, style: Style, width: number): number =>
    rowsOf(words, style, width / (style.size * scale)).length * style.size * scale * style.leading;

  /** A theme's own is never wider than its column; the picture's is made smaller with everything else. */
  const numberSize = (number: string, width: number): number =>
    look.numberSize === null
      ? NUMBER.size
      : Math.min(look.numberSize, width / (widthOf(number, look.number) * scale));

  /** The number with its word, on one line where there is room, and what it counts below. */
  const setNumber = (top: number, width: number): number => {
    const { qualifier, number, label } = text;
    const figure = { ...NUMBER, face: look.number, size: numberSize(number, width) };
    const word = widthOf(`${qualifier} `, qualifying.face) * qualifying.size * scale;
    const isBeside = qualifier && word + widthOf(number, figure.face) * figure.size * scale <= width;
    const em = qualifying.size * scale;
    let y = top;
    if (isBeside) {
      const { face, colour } = qualifying;
      const baseline = top + figure.size * scale * CAPITALS;
      const free = width - word - widthOf(number, figure.face) * figure.size * scale;
      const x = margin + free * shift;
      lines.push({ text: qualifier, face, size: em, colour, anchor: "start", x, y: baseline });
      y = set(number, figure, y, width - word, x + word, "start");
    } else if (qualifier) y = set(qualifier, qualifying, top, width) + gap * 0.4;
    if (!isBeside) y = set(number, figure, y, width);
    y += 1.25 * gap - figure.size * scale * (number.includes(",") ? COMMA : PLAIN_DIGITS);
    return set(label, LABEL, y, width) + gap * 0.6;
  };
  const setLevel = (top: number, width: number): number => {
    const level: Style = { ...LEVEL, colour: "number" };
    const y = set([text.qualifier, text.number].filter(Boolean).join(" "), level, top, width) + gap * 0.6;
    return set(text.label, { ...LEVEL, face: "sans" }, y, width) + gap * 0.6;
  };

  // From the bottom: footer, then notes above it.
  const logo = text.logo ? logoSize(text.logo, scale, column) : null;
  const footColumn = column - (logo ? logo.width + gap : 0);
  const source = [text.source, text.credit].filter(Boolean).join(DOT);
  const foot = [text.note, plan.detail ? text.detail : "", source].filter(
    (words) => words !== undefined && words !== "",
  ) as string[];
  const footHeight = Math.max(
    foot.reduce((height, words) => height + heightOf(words, FOOT, footColumn), 0),
    logo ? logo.height + gap * 0.4 : 0,
  );
  const footerTop = size.height - margin - footHeight;
  let footLine = footerTop + gap * 0.4;
  for (const words of foot) {
    set(words, FOOT, footLine, footColumn);
    footLine += heightOf(words, FOOT, footColumn);
  }

  const indent = NOTE_INDENT * scale;
  const noteHeights = text.notes.map((note) => heightOf(note, NOTE, column - indent));
  const notesTop = footerTop - noteHeights.reduce((sum, height) => sum + height + gap * 0.6, 0);
  let noteTop = notesTop;
  text.notes.forEach((note, index) => {
    const height = noteHeights[index]!;
    set(note, NOTE, noteTop + NOTE.size * scale * 0.2, column - indent, margin + indent, "start");
    noteBars.push({ y: noteTop, height });
    noteTop += height + gap * 0.6;
  });

  // From the top: heading over the whole width, then the number with what it counts.
  const wide = size.width / size.height >= WIDE;
  let headTop = set(text.heading, heading, margin + gap, column);
  if (text.byline) headTop = set(text.byline, FOOT, headTop + gap * 0.3, column);
  const bodyTop = headTop + 1.25 * gap;
  const left = wide && plan.chart ? column * NUMBER_COLUMN : column;
  let y = text.isLevel ? setLevel(bodyTop, left) : setNumber(bodyTop, left);
  if (text.soFar) y = set(text.soFar, CHANGE, y, left) + gap * 0.6;
  if (text.change) y = set(text.change, CHANGE, y, left) + gap * 0.6;
  if (y > notesTop) fits = false;

  const chart = plan.chart
    ? {
        left: wide ? margin + left + 2 * gap : margin,
        right: size.width - margin,
        top: (wide ? bodyTop : y) + gap * 0.8,
        bottom: notesTop - (AXIS + (text.hasKey ? KEY : 0)) * scale - gap * 0.4,
      }
    : null;
  if (chart && chart.bottom - chart.top < text.chartHeight * scale) fits = false;
  if (chart && look.chartHeight !== null)
    chart.bottom = Math.min(chart.bottom, chart.top + look.chartHeight * scale);
  const bottom = size.height - margin;
  const right = size.width - margin;
  const mark = logo && { left: right - logo.width, right, top: bottom - logo.height, bottom };
  return fits ? { scale, margin, lines, footerTop, noteBars, chart, logo: mark } : null;
}

/** As high as its line, unless it is so wide that words would have no room beside it. */
function logoSize(aspect: number, scale: number, column: number): { width: number; height: number } {
  const width = Math.min(LOGO * scale * aspect, column * LOGO_PART);
  return { width, height: width / aspect };
}

/** A text with a middle dot that doesn't fit into one line breaks there first, and the dot goes. */
function rowsOf(words: string, { face, even }: Style, width: number): string[] {
  const lines = wrap(words, face, width);
  if (lines.length < 2) return lines;
  return words.split(DOT).flatMap((part) => (even ? wrapEvenly : wrap)(part, face, width));
}
