import type { Box } from "../../../widget/stats/sparkline.ts";
import type { Size } from "../../contract/card.ts";
import { DOT } from "../../wording/language/formats.ts";
import type { Face } from "./advances.ts";
import { widthOf, wrap, wrapEvenly } from "./measure.ts";

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
  /** Letters of heading and number, where they aren't the card's own. */
  display?: Face;
}

export interface Line {
  text: string;
  face: Face;
  size: number;
  colour: "ink" | "muted";
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
}

interface Style {
  face: Face;
  size: number;
  /** Distance of lines, in multiples of the size. */
  leading: number;
  colour: "ink" | "muted";
  /** Lines of like length. */
  even?: true;
}

const HEADING: Style = { face: "serif-bold", size: 50, leading: 1.12, colour: "ink", even: true };
const NUMBER: Style = { face: "serif-bold", size: 196, leading: 0.78, colour: "ink" };
const QUALIFIER: Style = { face: "serif-bold", size: 56, leading: 1, colour: "ink" };
const LEVEL: Style = { face: "sans-bold", size: 40, leading: 1.2, colour: "ink", even: true };
const LABEL: Style = { face: "sans", size: 30, leading: 1.25, colour: "ink", even: true };
const CHANGE: Style = { face: "sans", size: 25, leading: 1.3, colour: "ink" };
const NOTE: Style = { face: "sans-bold", size: 23, leading: 1.3, colour: "ink" };
const FOOT: Style = { face: "sans", size: 21, leading: 1.35, colour: "muted" };

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

/** Places everything in the largest type in which it fits. */
export function layOut(text: CardText, size: Size): CardLayout {
  const own = Math.max(LEAST_SCALE, Math.sqrt((size.width * size.height) / (1200 * 630)));
  let layout: CardLayout | null = null;
  for (const plan of PLANS) {
    for (let part = 1; part >= plan.until; part *= STEP) {
      layout = place(text, size, own * part, plan);
      if (layout) return layout;
    }
  }
  throw new RangeError(`Nothing fits into ${size.width} × ${size.height}.`);
}

/** null: it doesn't fit at this scale. */
function place(text: CardText, size: Size, scale: number, plan: Plan): CardLayout | null {
  const margin = MARGIN * scale;
  const gap = GAP * scale;
  const column = size.width - 2 * margin;
  const lines: Line[] = [];
  const own = (style: Style): Style => ({ ...style, face: text.display ?? style.face });
  const [heading, figure, qualifying] = [own(HEADING), own(NUMBER), own(QUALIFIER)];
  const noteBars: CardLayout["noteBars"] = [];
  let fits = true;

  /** Sets a text from `top` downwards; returns where it ends. */
  const set = (words: string, style: Style, top: number, width: number, x = margin): number => {
    const em = style.size * scale;
    const rows = rowsOf(words, style, width / em);
    rows.forEach((row, index) => {
      if (widthOf(row, style.face) * em > width) fits = false;
      const y = top + em * (CAPITALS + index * style.leading);
      lines.push({ text: row, face: style.face, size: em, colour: style.colour, x, y });
    });
    return rows.length > 0 ? top + em * (CAPITALS + (rows.length - 1) * style.leading + 0.24) : top;
  };
  const heightOf = (words: string, style: Style, width: number): number =>
    rowsOf(words, style, width / (style.size * scale)).length * style.size * scale * style.leading;

  /** The number with its word, on one line where there is room, and what it counts below. */
  const setNumber = (top: number, width: number): number => {
    const { qualifier, number, label } = text;
    const word = widthOf(`${qualifier} `, qualifying.face) * qualifying.size * scale;
    const isBeside = qualifier && word + widthOf(number, figure.face) * figure.size * scale <= width;
    const em = qualifying.size * scale;
    let y = top;
    if (isBeside) {
      const { face, colour } = qualifying;
      const baseline = top + figure.size * scale * CAPITALS;
      lines.push({ text: qualifier, face, size: em, colour, x: margin, y: baseline });
    } else if (qualifier) y = set(qualifier, qualifying, top, width) + gap * 0.4;
    y = set(number, figure, y, width - (isBeside ? word : 0), margin + (isBeside ? word : 0));
    y += 1.25 * gap - figure.size * scale * (number.includes(",") ? COMMA : PLAIN_DIGITS);
    return set(label, LABEL, y, width) + gap * 0.6;
  };
  const setLevel = (top: number, width: number): number => {
    const y = set([text.qualifier, text.number].filter(Boolean).join(" "), LEVEL, top, width) + gap * 0.6;
    return set(text.label, { ...LEVEL, face: "sans" }, y, width) + gap * 0.6;
  };

  // From the bottom: footer, then notes above it.
  const foot = [...(plan.detail && text.detail ? [text.detail] : []), text.source];
  const footHeight = foot.reduce((height, words) => height + heightOf(words, FOOT, column), 0);
  const footerTop = size.height - margin - footHeight;
  let footLine = footerTop + gap * 0.4;
  for (const words of foot) {
    set(words, FOOT, footLine, column);
    footLine += heightOf(words, FOOT, column);
  }

  const indent = NOTE_INDENT * scale;
  const noteHeights = text.notes.map((note) => heightOf(note, NOTE, column - indent));
  const notesTop = footerTop - noteHeights.reduce((sum, height) => sum + height + gap * 0.6, 0);
  let noteTop = notesTop;
  text.notes.forEach((note, index) => {
    const height = noteHeights[index]!;
    set(note, NOTE, noteTop + NOTE.size * scale * 0.2, column - indent, margin + indent);
    noteBars.push({ y: noteTop, height });
    noteTop += height + gap * 0.6;
  });

  // From the top: heading over the whole width, then the number with what it counts.
  const wide = size.width / size.height >= WIDE;
  const bodyTop = set(text.heading, heading, margin + gap, column) + 1.25 * gap;
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
  return fits ? { scale, margin, lines, footerTop, noteBars, chart } : null;
}

/** A text with a middle dot that doesn't fit into one line breaks there first, and the dot goes. */
function rowsOf(words: string, { face, even }: Style, width: number): string[] {
  const lines = wrap(words, face, width);
  if (lines.length < 2) return lines;
  return words.split(DOT).flatMap((part) => (even ? wrapEvenly : wrap)(part, face, width));
}
