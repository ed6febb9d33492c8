import { html } from "hono/html";
import {
  type Box,
  type Drawing,
  drawnAs,
  isDrawn,
  PIECES,
  type Point,
  scaleOf,
  sketch,
} from "../../../widget/stats/sparkline.ts";
import type { Scheme, Size } from "../../contract/card.ts";
import type { DrawingText, Summary } from "../../contract/summary.ts";
import type { Lang } from "../../contract/terms.ts";
import type { Palette, SummaryTheme } from "../../contract/theme.ts";
import { kindOf } from "../../domain/theme/families.ts";
import { DOT } from "../../wording/language/formats.ts";
import type { Face } from "./advances.ts";
import { type CardText, CHART_MIN_HEIGHT, type Line, layOut } from "./layout.ts";
import { widthOf } from "./measure.ts";
import { paletteOf } from "./palette.ts";

export type Markup = ReturnType<typeof html>;

/** The letters first that the picture is rendered with, then what machines without them have. */
const SERIF = "PT Serif, Charter, Cambria, Times New Roman, Liberation Serif, serif";
export const SANS = "PT Sans, Helvetica Neue, Arial, Liberation Sans, sans-serif";
const FACES: Readonly<Record<Face, { family: string; weight: number }>> = {
  "serif-bold": { family: SERIF, weight: 700 },
  sans: { family: SANS, weight: 400 },
  "sans-bold": { family: SANS, weight: 700 },
};

/** Size of the letters in the chart, and their distance from what they name. */
export const TICK_SIZE = 19;
const TICK_OFFSET = 7;
/** Of the pieces in the key, which are made for the element's small letters. */
const KEY_SCALE = 1.6;

/** What a picture shows: its words as they are laid out, and what is drawn beside them. */
export interface Picture {
  lang: Lang;
  words: CardText;
  /** The whole statement. */
  title: string;
  /** The drawing in words. */
  description: string;
  theme: SummaryTheme;
  /** null: nothing to draw. */
  draw: ((box: Box, scale: number, palette: Palette) => Markup) | null;
}

/** The counter as a picture. */
export function cardSvg(summary: Summary, size: Size, scheme: Scheme): string {
  const { text, theme } = summary;
  const draw = isDrawn(summary)
    ? (box: Box, scale: number, palette: Palette) => chartOf(summary, box, scale, palette)
    : null;
  const picture = {
    lang: text.lang,
    words: wordsOf(summary),
    title: text.sentence,
    description: text.sparkline_alt,
    theme,
    draw,
  };
  return pictureSvg(picture, size, scheme);
}

/**
 * A picture that stands alone: attributes only, neither styles nor script, so that it is drawn the same wherever SVG is
 * taken. Its title is the whole statement, its description the drawing in words.
 */
export function pictureSvg(picture: Picture, size: Size, scheme: Scheme): string {
  const { lang, words, title, description, draw } = picture;
  const palette = paletteOf(picture.theme, scheme);
  const { width, height } = size;
  const { scale, margin, lines, footerTop, noteBars, chart } = layOut(words, size);
  return `${html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="ds-title ds-desc" xml:lang="${lang}" lang="${lang}">
<title id="ds-title">${title}</title>
<desc id="ds-desc">${description}</desc>
<rect width="${width}" height="${height}" fill="${palette.surface}"/>
<rect x="${px(margin)}" y="${px(margin)}" width="${px(width - 2 * margin)}" height="${px(2.5 * scale)}" fill="${palette.ink}"/>
<rect x="${px(margin)}" y="${px(footerTop)}" width="${px(width - 2 * margin)}" height="${px(scale)}" fill="${palette.border}"/>
${noteBars.map((bar) => html`<rect x="${px(margin)}" y="${px(bar.y)}" width="${px(4 * scale)}" height="${px(bar.height)}" fill="${palette.accent}"/>\n`)}${chart && draw?.(chart, scale, palette)}${lines.map((line) => html`${lineOf(line, palette)}\n`)}</svg>`}\n`;
}

/** The picture's two families stand for all of their kinds: a theme's own can't be loaded here. */
function displayOf({ font = [] }: Summary["theme"]): Face {
  return [null, "serif"].includes(kindOf(font)) ? "serif-bold" : "sans-bold";
}

function wordsOf({ text, edition, type, theme }: Summary): CardText {
  return {
    display: displayOf(theme),
    heading: text.heading,
    qualifier: text.qualifier,
    number: text.number,
    isLevel: type.span === "this-week",
    label: text.label,
    soFar: text.so_far,
    change: text.change,
    notes: [text.status, text.correction].filter(Boolean),
    detail: text.detail,
    source: `${text.source}${DOT}${edition.id}`,
    hasKey: text.drawing.key.length > 0,
    chartHeight: CHART_MIN_HEIGHT,
  };
}

function lineOf({ text, face, size, colour, x, y }: Line, palette: Palette): Markup {
  const { family, weight } = FACES[face];
  return html`<text x="${px(x)}" y="${px(y)}" font-family="${family}" font-weight="${weight}" font-size="${px(size)}" fill="${palette[colour]}">${text}</text>`;
}

/** The series on a scale of round numbers, over its time, the newest with a mark; below, what its pens mean. */
function chartOf(summary: Summary, box: Box, scale: number, palette: Palette): Markup {
  const drawing = drawnAs(summary);
  const size = TICK_SIZE * scale;
  const { drawing: words } = summary.text;
  const gutter = Math.max(0, ...words.scale.map(([, numeral]) => widthOf(numeral, "sans"))) * size;
  const plot = { ...box, right: box.right - gutter - 2 * TICK_OFFSET * scale };
  const drawn = sketch(summary, drawing, scaleOf(summary, plot));
  const { axis, isOpen, last, soFar } = drawn;
  const letters = html`font-family="${SANS}" font-size="${px(size)}" fill="${palette.muted}"`;
  const pens = pensOf(drawing, scale, palette);
  const mark = markIn(palette, scale);
  return html`<g>
${drawn.scale.map(
  ([y, numeral], index) =>
    html`<rect x="${px(plot.left)}" y="${y}" width="${px(plot.right - plot.left)}" height="${px((index === 0 ? 1.75 : 1) * scale)}" fill="${index === 0 ? palette.ink : palette.border}"/>
<text x="${px(box.right)}" y="${px(y + size * 0.34)}" text-anchor="end" ${letters}>${numeral}</text>
`,
)}${axis.map(
  ([
    x,
    name,
  ]) => html`<rect x="${x}" y="${px(plot.bottom)}" width="${px(1.5 * scale)}" height="${px(9 * scale)}" fill="${palette.ink}"/>
<text x="${px(x + TICK_OFFSET * scale)}" y="${px(plot.bottom + size * 1.25)}" ${letters}>${name}</text>
`,
)}<g fill="none" stroke="none" stroke-linecap="round" stroke-linejoin="round">
<path d="${drawn.area}" fill="${palette.accent}" fill-opacity="0.1"/>
<path d="${drawn.band}" ${pens.band}/>
<path d="${drawn.bound}" ${pens.bound}/>
<path d="${drawn.provisional}" ${pens.provisional}/>
<path d="${drawn.known}" ${pens.known}/>
<path d="${drawn.newest}" fill="${palette.accent}"/>
</g>
${soFar && mark(soFar, 4, true)}${last && (isOpen || !drawn.newest) && mark(last, 7, isOpen)}
${keyOf(words.key, drawing, palette, { x: box.left, y: plot.bottom + size * 2.6 }, scale)}</g>
`;
}

function markIn(palette: Palette, scale: number) {
  return ([x, y]: Point, radius: number, open: boolean): Markup =>
    html`<circle cx="${x}" cy="${y}" r="${px(radius * scale)}" fill="${open ? palette.surface : palette.accent}" stroke="${palette.accent}" stroke-width="${px(radius * scale * 0.5)}"/>`;
}

/**
 * What a stroke or a bar is painted with. Whatever is fainter has the whole accent at its edge: a theme's accent may be
 * at the least contrast already (WCAG 2.2, 1.4.11).
 */
export function pensOf(drawing: Drawing, scale: number, { accent, ink }: Palette): Record<Pen, Markup> {
  const fill = (opacity: number) => html`fill="${accent}" fill-opacity="${opacity}"`;
  const stroke = (width: number) => html`stroke="${accent}" stroke-width="${px(width * scale)}"`;
  const dots = html`stroke-dasharray="${px(scale)} ${px(6 * scale)}"`;
  if (drawing === "bars") {
    const whisker = html`stroke="${ink}" stroke-width="${px(1.5 * scale)}"`;
    const edge = stroke(1.5);
    return {
      known: html`${fill(0.6)} ${edge}`,
      bound: html`${fill(0.35)} ${edge}`,
      provisional: html`${fill(0.16)} ${edge} ${dots}`,
      band: whisker,
    };
  }
  return {
    known: stroke(3),
    bound: stroke(1.5),
    provisional: html`${stroke(3)} ${dots}`,
    band: fill(0.22),
  };
}
type Pen = "known" | "bound" | "provisional" | "band";

/** Pieces of the drawing, each with what it means, in one line. */
export function keyOf(
  key: DrawingText["key"],
  drawing: Drawing,
  palette: Palette,
  { x: left, y }: { x: number; y: number },
  scale: number,
): Markup[] {
  const size = TICK_SIZE * scale;
  const letters = html`font-family="${SANS}" font-size="${px(size)}" fill="${palette.muted}"`;
  const mark = markIn(palette, scale);
  // The pieces are enlarged, their strokes and dots aren't.
  const pens = pensOf(drawing, 1 / KEY_SCALE, palette);
  let x = left;
  return key.map(({ mark: kind, text }) => {
    const pen = kind === "bound" ? pens.bound : pens.provisional;
    const piece =
      kind === "so-far"
        ? mark([px(x + 9 * KEY_SCALE * scale), px(y - size * 0.34)], 4, true)
        : html`<path transform="translate(${px(x)} ${px(y - size * 0.34 - 5 * KEY_SCALE * scale)}) scale(${px(KEY_SCALE * scale * 10) / 10})" d="${PIECES[drawing]}" ${drawing === "bars" ? "" : html`fill="none"`} ${pen}/>`;
    const at = x + 22 * KEY_SCALE * scale;
    x = at + (widthOf(text, "sans") + 1.2) * size;
    return html`${piece}<text x="${px(at)}" y="${px(y)}" ${letters}>${text}</text>\n`;
  });
}

/** A tenth of a pixel is enough. */
export function px(value: number): number {
  return Math.round(value * 10) / 10;
}
