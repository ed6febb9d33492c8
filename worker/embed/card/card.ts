import { html } from "hono/html";
import { firstOf, surfaceUnder } from "../../../widget/look/paths.ts";
import {
  type Box,
  type Drawing,
  drawnAs,
  isDrawn,
  PIECES,
  type Point,
  type Sketch,
  scaleOf,
  sketch,
} from "../../../widget/stats/sparkline.ts";
import type { Ground, Letters, Scheme, Size } from "../../contract/card.ts";
import type { DrawingText, Summary } from "../../contract/summary.ts";
import type { Lang } from "../../contract/terms.ts";
import type { Palette, SummaryTheme } from "../../contract/theme.ts";
import type { OwnLines } from "../../contract/theme-look.ts";
import { DOT } from "../../wording/language/formats.ts";
import type { Face } from "./advances.ts";
import { type CardText, CHART_MIN_HEIGHT, type Line, layOut } from "./layout.ts";
import { widthOf } from "./measure.ts";
import { paletteOf } from "./palette.ts";
import { OWN_LOOK, type PictureLook, pictureLook } from "./picture-look.ts";
import { TICK_SIZE } from "./type-sizes.ts";

export type Markup = ReturnType<typeof html>;

/** The letters first that the picture is rendered with, then what machines without them have. */
const SERIF = "PT Serif, Charter, Cambria, Times New Roman, Liberation Serif, serif";
export const SANS = "PT Sans, Helvetica Neue, Arial, Liberation Sans, sans-serif";
const FACES: Readonly<Record<Face, { family: string; weight: number }>> = {
  serif: { family: SERIF, weight: 400 },
  "serif-bold": { family: SERIF, weight: 700 },
  sans: { family: SANS, weight: 400 },
  "sans-bold": { family: SANS, weight: 700 },
};

/** How far the letters in the chart are from what they name. */
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
  /** `isLow`: in a low picture with large letters. */
  draw: ((box: Box, scale: number, palette: Palette, isLow: boolean) => Markup) | null;
  /** The theme leaves the drawing out. */
  isHidden?: boolean;
}

/** The counter as a picture. */
export function cardSvg(
  summary: Summary,
  size: Size,
  scheme: Scheme,
  ground: Ground = "theme",
  letters: Letters = "regular",
): string {
  const { text, theme } = summary;
  const isHidden = theme.chart === "none" || theme.hidden?.includes("sparkline") === true;
  const draw = isDrawn(summary)
    ? (box: Box, scale: number, palette: Palette, isLow: boolean) =>
        chartOf(summary, box, scale, palette, isLow)
    : null;
  const picture = {
    lang: text.lang,
    words: wordsOf(summary),
    title: text.sentence,
    description: text.sparkline_alt,
    theme,
    draw,
    isHidden,
  };
  return pictureSvg(picture, size, scheme, ground, letters);
}

/**
 * A picture that stands alone: attributes only, neither styles nor script, so that it is drawn the same wherever SVG is
 * taken. Its title is the whole statement, its description the drawing in words.
 */
export function pictureSvg(
  picture: Picture,
  size: Size,
  scheme: Scheme,
  ground: Ground,
  letters: Letters,
): string {
  const { lang, words, title, description, draw, theme, isHidden = false } = picture;
  const look = pictureLook(theme);
  const palette = paletteOf(picture.theme, scheme);
  const { width, height } = size;
  const { scale, margin, lines, footerTop, noteBars, chart, isLow, logo } = layOut(
    words,
    size,
    look,
    !isHidden,
    letters,
  );
  const own = ground === "theme";
  const corners = own && look.radius > 0 ? html` rx="${px(look.radius * scale)}"` : "";
  return `${html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="ds-title ds-desc" xml:lang="${lang}" lang="${lang}">
<title id="ds-title">${title}</title>
<desc id="ds-desc">${description}</desc>
${own && look.isTransparent ? "" : html`<rect width="${width}" height="${height}"${corners} fill="${palette.surface}"/>\n`}${look.edge > 0 ? boxOf(size, look, scale, corners, palette) : ruleOf(size, margin, look.rule * scale, palette)}
<rect x="${px(margin)}" y="${px(footerTop)}" width="${px(width - 2 * margin)}" height="${px(look.border * scale)}" fill="${palette.border}"/>
${noteBars.map((bar) => html`<rect x="${px(margin)}" y="${px(bar.y)}" width="${px(4 * scale)}" height="${px(bar.height)}" fill="${palette.accent}"/>\n`)}${chart && draw?.(chart, scale, palette, isLow)}${logo && logoIn(logo, theme, palette)}${lines.map((line) => html`${lineOf(line, palette)}\n`)}</svg>`}\n`;
}

/** A rule over the words, where there is no box around them. */
function ruleOf({ width }: Size, margin: number, rule: number, { rule: own, ink }: Palette): Markup {
  return html`<rect x="${px(margin)}" y="${px(margin)}" width="${px(width - 2 * margin)}" height="${px(rule)}" fill="${own ?? ink}"/>`;
}

/** A line around everything, inside the picture's own edge; at its top the rule, unless that is the narrower one. */
function boxOf(
  { width, height }: Size,
  look: PictureLook,
  scale: number,
  corners: Markup | "",
  { border, rule: own, ink }: Palette,
): Markup {
  const edge = look.edge * scale;
  const rule = look.rule * scale;
  const radius = corners ? look.radius * scale : 0;
  const box = html`<rect x="${px(edge / 2)}" y="${px(edge / 2)}" width="${px(width - edge)}" height="${px(height - edge)}"${corners} fill="none" stroke="${border}" stroke-width="${px(edge)}"/>`;
  if (look.edge > look.rule) return box;
  return html`${box}
<path d="${topOf(width, px(rule), radius)}" fill="${own ?? ink}"/>`;
}

/** So much of the top of a box whose corners are round. */
function topOf(width: number, height: number, radius: number): string {
  const up = radius - height;
  const inset = up > 0 ? radius - Math.sqrt(radius ** 2 - up ** 2) : 0;
  const [left, corner] = [px(inset), px(radius)];
  const arc = `A${corner},${corner} 0 0 1 `;
  const start = up > 0 ? "" : `V${corner}`;
  return `M${left},${height}${start}${arc}${corner},0H${px(width - radius)}${arc}${px(width - left)},${Math.min(height, corner)}${up > 0 ? "" : `V${height}`}Z`;
}

/** The theme's paths, in their own measure. */
function logoIn({ left, right, top, bottom }: Box, { logo }: SummaryTheme, { ink }: Palette): Markup | "" {
  if (!logo) return "";
  const { width, height, paths } = logo;
  return html`<svg x="${px(left)}" y="${px(top)}" width="${px(right - left)}" height="${px(bottom - top)}" viewBox="0 0 ${width} ${height}">${paths.map(
    ({ d, fill }) => html`<path d="${d}" fill="${fill ?? ink}"/>`,
  )}</svg>\n`;
}

function wordsOf({ text, edition, type, theme }: Summary): CardText {
  const hidden: readonly string[] = theme.hidden ?? [];
  const shown = (part: string, words: string) => (hidden.includes(part) ? "" : words);
  return {
    ...ownWords(text, theme),
    heading: shown("heading", text.heading),
    qualifier: text.qualifier,
    number: text.number,
    isLevel: type.span === "this-week",
    label: cased(text.label, theme, text.lang),
    soFar: shown("so-far", text.so_far),
    change: shown("change", text.change),
    notes: [text.status, text.correction].filter(Boolean),
    detail: shown("detail", text.detail),
    source: `${text.source}${DOT}${edition.id}`,
    hasKey: text.drawing.key.length > 0,
    chartHeight: CHART_MIN_HEIGHT,
    lowHeight: null,
  };
}

/** The paper's own lines and logo, as far as it has any. */
export function ownWords(
  { byline, note, credit }: OwnLines,
  { logo }: SummaryTheme,
): Pick<CardText, "byline" | "note" | "credit" | "logo"> {
  return {
    ...(byline && { byline }),
    ...(note && { note }),
    ...(credit && { credit }),
    ...(logo && { logo: logo.width / logo.height }),
  };
}

/** A label in the letters that the theme asks for. */
export function cased(label: string, theme: SummaryTheme, lang: Lang): string {
  return pictureLook(theme).isUppercase ? label.toLocaleUpperCase(lang) : label;
}

function lineOf({ text, face, size, colour, anchor, x, y }: Line, palette: Palette): Markup {
  const { family, weight } = FACES[face];
  const at = anchor === "start" ? "" : html` text-anchor="${anchor}"`;
  return html`<text x="${px(x)}" y="${px(y)}"${at} font-family="${family}" font-weight="${weight}" font-size="${px(size)}" fill="${palette[colour] ?? palette.ink}">${text}</text>`;
}

/** The series on a scale of round numbers, over its time, the newest with a mark; below, what its pens mean. */
function chartOf(summary: Summary, box: Box, scale: number, palette: Palette, isLow: boolean): Markup {
  const drawing = drawnAs(summary, summary.theme.chart);
  const look = pictureLook(summary.theme);
  const size = isLow ? 0 : look.tick * scale;
  const { drawing: words } = summary.text;
  const gutter = Math.max(0, ...words.scale.map(([, numeral]) => widthOf(numeral, "sans"))) * size;
  const plot = { ...box, right: box.right - gutter - 2 * TICK_OFFSET * scale };
  const drawn = sketch(summary, drawing, scaleOf(summary, plot));
  const { axis, isOpen, last, soFar } = drawn;
  const letters = html`font-family="${SANS}" font-size="${px(size)}" fill="${palette.muted}"`;
  const pens = pensOf(drawing, scale, palette, look.line);
  const mark = markIn(palette, scale);
  const isUnder = drawing === "line" && !drawn.area && look.area !== null;
  const area = isUnder ? surfaceUnder(drawn.known, plot.bottom) : drawn.area;
  return html`<g>
${drawn.scale.map(
  ([y, numeral], index) =>
    html`<rect x="${px(plot.left)}" y="${y}" width="${px(plot.right - plot.left)}" height="${px((index === 0 ? 1.75 : look.grid) * scale)}" fill="${index === 0 ? palette.ink : palette.border}"/>
${size > 0 && html`<text x="${px(box.right)}" y="${px(y + size * 0.34)}" text-anchor="end" ${letters}>${numeral}</text>\n`}`,
)}${(isLow ? [] : axis).map(
  ([
    x,
    name,
  ]) => html`<rect x="${x}" y="${px(plot.bottom)}" width="${px(1.5 * scale)}" height="${px(9 * scale)}" fill="${palette.ink}"/>
${size > 0 && html`<text x="${px(x + TICK_OFFSET * scale)}" y="${px(plot.bottom + size * 1.25)}" ${letters}>${name}</text>\n`}`,
)}<g fill="none" stroke="none" stroke-linecap="round" stroke-linejoin="round">
<path d="${area}" fill="${palette.accent}" fill-opacity="${look.area ?? 0.1}"/>
<path d="${drawn.band}" ${pens.band}/>
<path d="${drawn.bound}" ${pens.bound}/>
<path d="${drawn.provisional}" ${pens.provisional}/>
<path d="${drawn.known}" ${pens.known}/>
<path d="${drawn.newest}" fill="${palette.accent}"/>
</g>
${soFar && mark(soFar, 4, true)}${last && (isOpen || !drawn.newest) && mark(last, 7, isOpen)}${look.value > 0 && !isLow && endsOf(summary, drawn, look.value * scale, palette)}
${!isLow && keyOf(words.key, drawing, palette, { x: box.left, y: plot.bottom + TICK_SIZE * scale * 2.6 }, scale)}</g>
`;
}

/** The first and the newest value above the drawing's ends. */
function endsOf({ text }: Summary, drawn: Sketch, size: number, { ink, surface }: Palette): Markup | "" {
  const { ends } = text.drawing;
  const first = firstOf([drawn.known, drawn.bound, drawn.provisional]);
  if (!ends || !first || !drawn.last) return "";
  const label = ([x, y]: Point, anchor: string, words: string) =>
    html`<text x="${px(x)}" y="${px(y - size * 0.6)}" text-anchor="${anchor}" font-family="${SANS}" font-weight="700" font-size="${px(size)}" fill="${ink}" stroke="${surface}" stroke-width="${px(size / 4)}" stroke-linejoin="round" paint-order="stroke">${words}</text>`;
  return html`${label(first, "start", ends[0])}${label(drawn.last, "end", ends[1])}`;
}

function markIn(palette: Palette, scale: number) {
  return ([x, y]: Point, radius: number, open: boolean): Markup =>
    html`<circle cx="${x}" cy="${y}" r="${px(radius * scale)}" fill="${open ? palette.surface : palette.accent}" stroke="${palette.accent}" stroke-width="${px(radius * scale * 0.5)}"/>`;
}

/**
 * What a stroke or a bar is painted with. Whatever is fainter has the whole accent at its edge: a theme's accent may be
 * at the least contrast already (WCAG 2.2, 1.4.11).
 */
export function pensOf(
  drawing: Drawing,
  scale: number,
  { accent, ink }: Palette,
  line = OWN_LOOK.line,
): Record<Pen, Markup> {
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
    known: stroke(line),
    bound: stroke(line / 2),
    provisional: html`${stroke(line)} ${dots}`,
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
