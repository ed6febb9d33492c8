import type { FrameLayout } from "../../contract/embed.ts";
import type { Summary } from "../../contract/summary.ts";
import type { SummaryTheme } from "../../contract/theme.ts";
import { heightOf, type Letters, labelHeight, lengthOf, linesOf, linksHeight } from "./lines.ts";
import { type FrameSize, frameWidth } from "./size.ts";

/** The element's own measures in a frame, in pixels at 16 a letter (widget/stats/styles, widget/look/styles). */
const EM = 16;
const SPACES: Readonly<Record<string, number>> = { compact: 8, airy: 18 };
const SPACE = 12;
const COLUMN_GAP = 20;
const FOOT = { size: 12, line: 16.2 };
/** Above and below a link, for a finger. */
const LINK = 9;
const FOOT_TOP = 6;
const LOGO = 27;
/** From these widths of the column on a strip's drawing stands beside its number, and its words between them. */
const BESIDE = 256;
const WIDE = 608;
const LEAST_DRAWING = 99;
/** Where a browser may put it either way. */
const EITHER = 12;
/** Large digits stand nearer to each other, in multiples of their size. */
const SPACING = 0.02;
const DRAWING_PART = 0.38;
/** What a typeface that nobody here has may be wider than those that are measured. */
const UNKNOWN_TYPE = 1.06;
/** What a line more of the smallest letters takes, in a typeface a little wider. */
const RESERVE = 16;

/** A counter's words and measures in a theme, as far as they make it high. */
interface Measures {
  space: number;
  /** Of the words: the column less its edges. */
  room: number;
  /** Of the box around everything: its edges, rules and padding. */
  around: number;
  heading: Letters;
  text: Letters;
  small: Letters;
  note: Letters;
  status: Letters;
  foot: Letters;
  /** Of the number, at most. */
  largest: number | null;
  border: number;
  look: NonNullable<SummaryTheme["look"]>;
}

/**
 * How high a frame of that width (pixels) must be for a counter, whose words wrap as they do in a browser.
 * @param hasDrawing whether there is a series, and the layout and theme draw it
 */
export function counterHeight(
  summary: Summary,
  layout: FrameLayout,
  hasDrawing: boolean,
  width: number,
): number {
  const { look } = summary.theme;
  const most = look?.["max-width"];
  const column = typeof most === "number" ? Math.min(width, most) : width;
  const at = measuresOf(summary.theme, column);
  const isStrip = layout === "strip" && column >= BESIDE;
  const isWide = isStrip && column >= WIDE;
  const body = isWide
    ? wideStrip(summary, at, hasDrawing, column)
    : stacked(summary, at, layout, hasDrawing, isStrip);
  const foot = isWide ? wideFoot(summary, at) : footOf(summary, at, layout === "number");
  const parts = [...body, ...ownLines(summary, at), foot].filter((height) => height > 0);
  const own = summary.text.byline ? heightOf(summary.text.byline, at.note, at.room) + at.space : 0;
  const height = at.around + own + parts.reduce((sum, part) => sum + part, 0) + at.space * (parts.length - 1);
  return Math.ceil(height) + RESERVE;
}

/** The size of its frame, in the room that there is. */
export function counterSize(
  summary: Summary,
  layout: FrameLayout,
  hasDrawing: boolean,
  room: FrameSize,
): FrameSize {
  const width = frameWidth(layout, room);
  return { width, height: Math.min(counterHeight(summary, layout, hasDrawing, width), room.height) };
}

function measuresOf(theme: SummaryTheme, width: number): Measures {
  const { font = [], density, number_size, look = {} } = theme;
  const length = (name: string, own: number) => (typeof look[name] === "number" ? look[name] : own);
  const stack = (name: string) => (Array.isArray(look[name]) ? look[name] : font);
  const space = SPACES[density ?? ""] ?? SPACE;
  const padding = length("padding", space);
  const edge = length("edge-width", 0);
  const letters = (size: number, line: number, isBold = false, families = font): Letters => ({
    size: size * (families.length > 0 ? UNKNOWN_TYPE : 1),
    line,
    isBold,
  });
  return {
    space,
    room: Math.max(80, width - 2 * (padding + edge)),
    around: 2 * padding + Math.max(length("rule-width", 1), edge) + edge,
    heading: letters(17, 21.25, true, stack("heading-font")),
    text: letters(15, 20.25),
    small: letters(14, 18.9),
    note: letters(13, 17.55),
    status: letters(14, 18.9, true),
    foot: letters(FOOT.size, FOOT.line),
    largest: number_size ? number_size * EM : null,
    border: length("border-width", 1),
    look,
  };
}

/** Each part's height, from the top to the last word above the foot. */
function stacked(
  summary: Summary,
  at: Measures,
  layout: FrameLayout,
  hasDrawing: boolean,
  isBeside: boolean,
): number[] {
  const { text } = summary;
  const shown = shownIn(summary, layout);
  const part = isBeside ? 0.17 : 0.25;
  const number = numberIn(summary, at, part, at.room, isBeside);
  const drawing = hasDrawing ? drawingIn(summary, at, at.room) : 0;
  const beside = at.room - number.width - COLUMN_GAP;
  const canBeRow = isBeside && hasDrawing && !isLevel(summary);
  const isRow = canBeRow && beside >= LEAST_DRAWING;
  const row = isRow ? Math.max(number.height, drawingIn(summary, at, beside)) : number.height;
  const either = canBeRow && Math.abs(beside - LEAST_DRAWING) < EITHER && isRow;
  return [
    heightOf(shown("heading", text.heading), at.heading, at.room),
    either ? Math.max(row, number.height + at.space + drawing) : row,
    labelIn(summary, at, at.room),
    heightOf(shown("so-far", text.so_far), at.small, at.room),
    heightOf(shown("change", text.change), at.small, at.room),
    isRow ? 0 : drawing,
    statusIn(summary, at, at.room),
    heightOf(text.correction, at.status, at.room - 12),
  ];
}

/** Number, words and drawing side by side, each in its column. */
function wideStrip(summary: Summary, at: Measures, hasDrawing: boolean, width: number): number[] {
  const { text } = summary;
  const shown = shownIn(summary, "strip");
  const number = numberIn(summary, at, 0.09, at.room, true);
  const column = Math.max(60, at.room * (1 - DRAWING_PART) - number.width - 2 * COLUMN_GAP);
  const [heading, label, third, ...others] = [
    heightOf(shown("heading", text.heading), at.heading, column),
    labelIn(summary, at, column),
    heightOf(shown("so-far", text.so_far), at.small, column),
    heightOf(shown("change", text.change), at.small, column),
  ].filter((height) => height > 0);
  // Three rows, of which the last takes what is left.
  const words = (heading ?? 0) + at.space + (label ?? 0) + at.space + (third ?? 0);
  const drawing = hasDrawing ? drawingIn(summary, at, at.room * DRAWING_PART) : 0;
  const below = at.room - number.width - COLUMN_GAP;
  return [
    Math.max(number.height, words, drawing),
    ...others,
    statusIn(summary, at, Math.min(below, width)),
    heightOf(text.correction, at.status, column - 12),
  ];
}

/** In a frame, what a layout or theme leaves out. */
function shownIn({ theme }: Summary, layout: FrameLayout) {
  const hidden: readonly string[] = [
    ...(theme.hidden ?? []),
    ...(layout === "number" ? ["heading", "change", "detail"] : []),
  ];
  return (part: string, words: string) => (hidden.includes(part) ? "" : words);
}

function isLevel({ type }: Summary): boolean {
  return type.span === "this-week";
}

/** @param part of the column's width that the letters take, between 2.5 and 4.75 em */
function numberIn(
  summary: Summary,
  { largest, look }: Measures,
  part: number,
  room: number,
  isBelowItsWord: boolean,
): { width: number; height: number } {
  const { qualifier, number } = summary.text;
  if (isLevel(summary)) {
    const level = { size: 20, line: 25 };
    const words = [qualifier, number].filter(Boolean).join(" ");
    return { width: Math.min(room, lengthOf(words, level)), height: heightOf(words, level, room) };
  }
  const size = largest ?? Math.min(4.75 * EM, Math.max(2.5 * EM, part * (room + 2 * SPACE)));
  const isBold = Number(look["number-weight"] ?? 400) >= 600;
  const digits = lengthOf(number, { size, line: size, isBold }) - SPACING * size * number.length;
  const word = { size: Math.max(0.3 * size, EM), line: Math.max(0.3 * size, EM) * 1.25, isBold };
  const rows = Math.ceil(digits / room);
  const line = 0.9 * size;
  if (!qualifier) return { width: digits, height: rows * line };
  const length = lengthOf(`${qualifier} `, word);
  if (isBelowItsWord) return { width: Math.max(digits, length), height: rows * line + word.line };
  return { width: digits + length, height: (digits + length <= room ? 1 : rows + 1) * line };
}

/** Its parts stand beside each other where there is room, and one below the other where lines begin anywhere. */
function labelIn(summary: Summary, { text, look }: Measures, room: number): number {
  const letters = isLevel(summary) ? { ...text, size: (text.size * 20) / 15, line: 25 } : text;
  const isUpper = look["label-case"] === "uppercase";
  const label = isUpper ? summary.text.label.toLocaleUpperCase(summary.text.lang) : summary.text.label;
  const isAligned = ["center", "end"].includes(String(look.align));
  return labelHeight(label, letters, room, isAligned);
}

/** Three to one beside its numerals, within limits, with its axis and key. */
function drawingIn({ text }: Summary, { look }: Measures, width: number): number {
  const { scale, key } = text.drawing;
  const axis = typeof look["axis-size"] === "number" ? look["axis-size"] : 11;
  const numeral = lengthOf(scale.at(-1)?.[1] ?? "", { size: axis, line: axis });
  const own = Math.min(144, Math.max(72, (width - numeral - 5) / 3));
  const height = typeof look["chart-height"] === "number" ? look["chart-height"] : own;
  const pieces = key.map((one) => `mmm ${one.text}`).join("  ");
  return height + 6 + axis + 13 + heightOf(pieces, FOOT, width);
}

function statusIn({ text }: Summary, { status }: Measures, room: number): number {
  return heightOf(text.status, status, room - 12);
}

function ownLines({ text }: Summary, { note, room }: Measures): number[] {
  return [heightOf(text.note ?? "", note, room)];
}

function footOf({ text, theme, headline }: Summary, at: Measures, isNumber: boolean): number {
  const hidden: readonly string[] = theme.hidden ?? [];
  const { foot, room } = at;
  const isDetailed = headline.value === null || !(hidden.includes("detail") || isNumber);
  const detail = isDetailed ? heightOf(text.detail, foot, room) : 0;
  const open = text.history && !hidden.includes("history") ? text.history.open : "";
  const rows = linksHeight([text.source, open], foot, room);
  return at.border + FOOT_TOP + detail + rows + belowLinks(text, theme, at);
}

/** One row: how the number came about, its source, and the way to its history. */
function wideFoot({ text, theme }: Summary, at: Measures): number {
  const hidden: readonly string[] = theme.hidden ?? [];
  const open = text.history && !hidden.includes("history") ? lengthOf(text.history.open, at.foot) : 0;
  const words = [hidden.includes("detail") ? "" : text.detail, text.source, text.credit].filter(Boolean);
  const room = Math.max(80, at.room - open - FOOT.size * words.length);
  const lines = linesOf(words.join(" "), at.foot, room);
  const isTight = words.reduce((sum, one) => sum + lengthOf(one ?? "", at.foot), 0) > 0.95 * room;
  const rows = isTight ? Math.max(2, lines) : 1;
  return at.border + FOOT_TOP + rows * at.foot.line + LINK + (theme.logo ? LOGO : 0);
}

function belowLinks({ credit }: Summary["text"], { logo }: SummaryTheme, { foot, room }: Measures): number {
  return heightOf(credit ?? "", foot, room) + (logo ? LOGO : 0);
}
