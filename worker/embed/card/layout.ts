import type { Box } from "../../../widget/stats/sparkline.ts";
import type { Letters, Size } from "../../contract/card.ts";
import { DOT } from "../../wording/language/formats.ts";
import type { Face } from "./advances.ts";
import { widthOf, wrap, wrapEvenly } from "./measure.ts";
import { OWN_LOOK, type PictureLook } from "./picture-look.ts";
import { type Attempt, attempts } from "./plans.ts";
import { isWide, type Style, type TypeSizes } from "./type-sizes.ts";

/** The words of a card, each as the summary has them; empty where there are none. */
export interface CardText {
  heading: string;
  /** The word of the number. */
  qualifier: string;
  number: string;
  /** The number is no larger than what it counts. */
  isLevel: boolean;
  /** The others that it stands among are bold. */
  isBold?: true;
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
  /** The same below the words of a low picture with large letters; null: it stands beside the number there. */
  lowHeight: number | null;
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
  /** The chart is drawn for a low picture with large letters. */
  isLow: boolean;
  logo: Box | null;
}

/** A logo's height, and how much of a line it may take. */
const LOGO = 40;
const LOGO_PART = 0.35;

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

/** What a chart beside the number needs at least, in multiples of its height. */
const SPARK_LEAST = 2;

const ANCHORS = { start: "start", center: "middle", end: "end" } as const;
/** Of the room that a line leaves, what stands before it. */
const SHIFTS = { start: 0, center: 0.5, end: 1 } as const;

/**
 * Places everything in the largest type in which it fits.
 * @param hasChart whether there is anything to draw, or a theme hides it
 */
export function layOut(
  text: CardText,
  size: Size,
  look = OWN_LOOK,
  hasChart = true,
  letters: Letters = "regular",
): CardLayout {
  for (const attempt of attempts(letters, size, hasChart)) {
    for (const margin of marginsFor(look, attempt.type, letters)) {
      const layout = place(text, size, attempt, { ...look, margin });
      if (layout) return layout;
    }
  }
  throw new RangeError(`Nothing fits into ${size.width} × ${size.height}.`);
}

/** Where letters are large, room is dear: a theme's padding yields before anything shrinks or is left out. */
function marginsFor({ margin }: PictureLook, type: TypeSizes, letters: Letters): readonly number[] {
  if (margin === null) return [type.margin];
  return letters === "large" && margin > type.margin ? [margin, type.margin] : [margin];
}

/** null: it doesn't fit at this scale. */
function place(
  text: CardText,
  size: Size,
  { plan, scale, type, isLow }: Attempt,
  look: PictureLook & { margin: number },
): CardLayout | null {
  const margin = look.margin * scale;
  const gap = type.gap * look.space * scale;
  const column = size.width - 2 * margin;
  const lines: Line[] = [];
  const { label, change, note: noting, foot: footing } = type;
  const heading = { ...type.heading, face: look.heading };
  const qualifying = { ...type.qualifier, face: look.number };
  const shift = SHIFTS[look.align];
  const rowsOf = isLow ? filledRows : brokenRows;
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
      ? type.number.size
      : Math.min(look.numberSize * type.number.size, width / (widthOf(number, look.number) * scale));

  /** The number with its word, on one line where there is room, and what it counts below. */
  const setNumber = (top: number, width: number): number => {
    const { qualifier, number } = text;
    const figure = { ...type.number, face: look.number, size: numberSize(number, width) };
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
    return set(text.label, label, y, width) + gap * 0.6;
  };
  /** What the number leaves of its line; null: too little, or there is nothing large to stand beside. */
  const besideNumber = (): Box | null => {
    if (text.isLevel || look.align !== "start") return null;
    const em = numberSize(text.number, column) * scale;
    const word = widthOf(`${text.qualifier} `, qualifying.face) * qualifying.size * scale;
    const left = margin + word + widthOf(text.number, look.number) * em + 2 * gap;
    const right = size.width - margin;
    const box = { left, right, top: bodyTop, bottom: bodyTop + em * CAPITALS };
    return right - left < SPARK_LEAST * (box.bottom - box.top) ? null : box;
  };
  const setLevel = (top: number, width: number): number => {
    const level: Style = { ...type.level, face: text.isBold ? look.level : look.number };
    const y = set([text.qualifier, text.number].filter(Boolean).join(" "), level, top, width) + gap * 0.6;
    return set(text.label, { ...type.level, face: "sans", colour: "ink" }, y, width) + gap * 0.6;
  };

  // From the bottom: footer, then notes above it.
  const logo = text.logo ? logoSize(text.logo, scale, column) : null;
  const footColumn = column - (logo ? logo.width + gap : 0);
  const source = [text.source, text.credit].filter(Boolean).join(DOT);
  const foot = [text.note, plan.detail ? text.detail : "", source].filter(
    (words) => words !== undefined && words !== "",
  ) as string[];
  const footHeight = Math.max(
    foot.reduce((height, words) => height + heightOf(words, footing, footColumn), 0),
    logo ? logo.height + gap * 0.4 : 0,
  );
  const footerTop = size.height - margin - footHeight;
  let footLine = footerTop + gap * 0.4;
  for (const words of foot) {
    set(words, footing, footLine, footColumn);
    footLine += heightOf(words, footing, footColumn);
  }

  const indent = NOTE_INDENT * scale;
  const noteHeights = text.notes.map((note) => heightOf(note, noting, column - indent));
  const notesTop = footerTop - noteHeights.reduce((sum, height) => sum + height + gap * 0.6, 0);
  let noteTop = notesTop;
  text.notes.forEach((note, index) => {
    const height = noteHeights[index]!;
    set(note, noting, noteTop + noting.size * scale * 0.2, column - indent, margin + indent, "start");
    noteBars.push({ y: noteTop, height });
    noteTop += height + gap * 0.6;
  });

  // From the top: heading over the whole width, then the number with what it counts.
  const wide = isWide(size) && !isLow;
  // A rule over the words takes room of theirs; one that closes a box stands at its edge.
  const ruled = look.edge > 0 ? 0 : Math.max(0, look.rule - OWN_LOOK.rule) * scale;
  let headTop = set(text.heading, heading, margin + ruled + gap, column);
  if (text.byline) headTop = set(text.byline, footing, headTop + gap * 0.3, column);
  const bodyTop = headTop + 1.25 * gap;
  const left = wide && plan.chart ? column * NUMBER_COLUMN : column;
  let y = text.isLevel ? setLevel(bodyTop, left) : setNumber(bodyTop, left);
  if (text.soFar && plan.extras) y = set(text.soFar, change, y, left) + gap * 0.6;
  if (text.change && plan.extras) y = set(text.change, change, y, left) + gap * 0.6;
  if (y > notesTop) fits = false;

  const isBeside = isLow && text.lowHeight === null && plan.chart;
  const spark = isBeside ? besideNumber() : null;
  if (isBeside && !spark) fits = false;
  const chart = plan.chart
    ? (spark ?? {
        left: wide ? margin + left + 2 * gap : margin,
        right: size.width - margin,
        top: (wide ? bodyTop : y) + gap * 0.8,
        bottom: notesTop - ((isLow ? 0 : AXIS) + (text.hasKey ? KEY : 0)) * scale - gap * 0.4,
      })
    : null;
  const least = isLow ? (text.lowHeight ?? 0) : text.chartHeight;
  if (chart && chart.bottom - chart.top < least * scale) fits = false;
  if (chart && look.chartHeight !== null)
    chart.bottom = Math.min(chart.bottom, chart.top + look.chartHeight * scale);
  const bottom = size.height - margin;
  const right = size.width - margin;
  const mark = logo && { left: right - logo.width, right, top: bottom - logo.height, bottom };
  return fits ? { scale, margin, lines, footerTop, noteBars, chart, isLow, logo: mark } : null;
}

/** As high as its line, unless it is so wide that words would have no room beside it. */
function logoSize(aspect: number, scale: number, column: number): { width: number; height: number } {
  const width = Math.min(LOGO * scale * aspect, column * LOGO_PART);
  return { width, height: width / aspect };
}

/** A text with a middle dot that doesn't fit into one line breaks there first, and the dot goes. */
function brokenRows(words: string, { face, even }: Style, width: number): string[] {
  const lines = wrap(words, face, width);
  if (lines.length < 2) return lines;
  return words.split(DOT).flatMap((part) => (even ? wrapEvenly : wrap)(part, face, width));
}

/** The same where lines are dear: as many of its parts in one as there is room for. */
function filledRows(words: string, { face }: Style, width: number): string[] {
  const rows: string[] = [];
  for (const part of words.split(DOT)) {
    const joined = rows.length > 0 ? `${rows.at(-1)}${DOT}${part}` : part;
    if (rows.length > 0 && widthOf(joined, face) <= width) rows[rows.length - 1] = joined;
    else rows.push(...wrap(part, face, width));
  }
  return rows;
}
