import { html } from "hono/html";
import { type Box, type Drawing, peakOf, scaleOf, sketch } from "../../../widget/stats/sparkline.ts";
import type { Scheme, Size } from "../../contract/card.ts";
import type { Summary } from "../../contract/summary.ts";
import type { Palette } from "../../contract/theme.ts";
import { DOT } from "../../wording/language/formats.ts";
import type { Face } from "./advances.ts";
import { type CardText, type Line, layOut } from "./layout.ts";
import { widthOf } from "./measure.ts";
import { paletteOf } from "./palette.ts";
import { ticksUpTo } from "./ticks.ts";

type Markup = ReturnType<typeof html>;

/** The letters first that the picture is rendered with, then what machines without them have. */
const SERIF = "PT Serif, Charter, Cambria, Times New Roman, Liberation Serif, serif";
const SANS = "PT Sans, Helvetica Neue, Arial, Liberation Sans, sans-serif";
const FACES: Readonly<Record<Face, { family: string; weight: number }>> = {
  "serif-bold": { family: SERIF, weight: 700 },
  sans: { family: SANS, weight: 400 },
  "sans-bold": { family: SANS, weight: 700 },
};

/** Size of the letters in the chart, and their distance from what they name. */
const TICK_SIZE = 19;
const TICK_OFFSET = 7;

/**
 * The counter as a picture that stands alone: attributes only, neither styles nor script, so that it is drawn the
 * same wherever SVG is taken. Its title is the whole statement, its description the drawing in words.
 */
export function cardSvg(summary: Summary, size: Size, scheme: Scheme): string {
  const { text, theme } = summary;
  const palette = paletteOf(theme, scheme);
  const { width, height } = size;
  const { scale, margin, lines, footerTop, noteBars, chart } = layOut(wordsOf(summary), size);
  return `${html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="ds-title ds-desc" xml:lang="${text.lang}" lang="${text.lang}">
<title id="ds-title">${text.sentence}</title>
<desc id="ds-desc">${text.sparkline_alt}</desc>
<rect width="${width}" height="${height}" fill="${palette.surface}"/>
<rect x="${px(margin)}" y="${px(margin)}" width="${px(width - 2 * margin)}" height="${px(2.5 * scale)}" fill="${palette.ink}"/>
<rect x="${px(margin)}" y="${px(footerTop)}" width="${px(width - 2 * margin)}" height="${px(scale)}" fill="${palette.border}"/>
${noteBars.map((bar) => html`<rect x="${px(margin)}" y="${px(bar.y)}" width="${px(4 * scale)}" height="${px(bar.height)}" fill="${palette.accent}"/>\n`)}${chart && chartOf(summary, chart, scale, palette)}${lines.map((line) => html`${lineOf(line, palette)}\n`)}</svg>`}\n`;
}

function wordsOf({ text, edition }: Summary): CardText {
  return {
    heading: text.heading,
    number: text.number,
    label: text.label,
    change: text.change,
    notes: [text.status, text.correction].filter(Boolean),
    detail: text.detail,
    source: `${text.source}${DOT}${edition.id}`,
  };
}

function lineOf({ text, face, size, colour, x, y }: Line, palette: Palette): Markup {
  const { family, weight } = FACES[face];
  return html`<text x="${px(x)}" y="${px(y)}" font-family="${family}" font-weight="${weight}" font-size="${px(size)}" fill="${palette[colour]}">${text}</text>`;
}

/** The weeks on a scale of round numbers, the newest with a mark. */
function chartOf({ series, edition, text }: Summary, box: Box, scale: number, palette: Palette): Markup {
  const drawing: Drawing = edition.evidence === "published" ? "steps" : "line";
  const peak = peakOf(series);
  const ticks = ticksUpTo(peak);
  const size = TICK_SIZE * scale;
  const numbers = new Intl.NumberFormat(text.lang);
  const labels = ticks.map((value) => numbers.format(value));
  const gutter = Math.max(...labels.map((label) => widthOf(label, "sans"))) * size + 2 * TICK_OFFSET * scale;
  const plot = { ...box, right: box.right - gutter };
  const point = scaleOf(series, plot, peak);
  const { isOpen, last, years, ...paths } = sketch(series, drawing, point);
  const stroke = px(3 * scale);
  const letters = html`font-family="${SANS}" font-size="${px(size)}" fill="${palette.muted}"`;
  return html`<g>
${ticks.map((value, index) => {
  const [, y] = point(0, value);
  return html`<rect x="${px(plot.left)}" y="${y}" width="${px(plot.right - plot.left)}" height="${px((value === 0 ? 1.75 : 1) * scale)}" fill="${value === 0 ? palette.ink : palette.border}"/>
<text x="${px(box.right)}" y="${px(y + size * 0.34)}" text-anchor="end" ${letters}>${labels[index]}</text>
`;
})}${years.map(([x, year]) => yearOf(x, year, plot, scale, palette, letters))}<g fill="none" stroke="${palette.accent}" stroke-width="${stroke}" stroke-linecap="round" stroke-linejoin="round">
<path d="${paths.area}" fill="${palette.accent}" fill-opacity="0.1" stroke="none"/>
<path d="${paths.band}" fill="${palette.accent}" fill-opacity="0.22" stroke="none"/>
<path d="${paths.bound}" stroke-opacity="0.6"/>
<path d="${paths.known}"/>
<path d="${paths.provisional}" stroke-dasharray="${px(2 * scale)} ${px(6 * scale)}"/>
<path d="${paths.counted}" stroke-width="${px(5 * scale)}"/>
</g>
${last && html`<circle cx="${last[0]}" cy="${last[1]}" r="${px(6 * scale)}" fill="${isOpen ? palette.surface : palette.accent}" stroke="${palette.accent}" stroke-width="${stroke}"/>`}
</g>
`;
}

/** A mark at the turn of a year, and the year where its digits have room. */
function yearOf(
  x: number,
  year: number,
  plot: Box,
  scale: number,
  palette: Palette,
  letters: Markup,
): Markup {
  const size = TICK_SIZE * scale;
  const fits = x + widthOf("2025", "sans") * size <= plot.right + TICK_OFFSET * scale;
  return html`<rect x="${x}" y="${px(plot.bottom)}" width="${px(1.5 * scale)}" height="${px(9 * scale)}" fill="${palette.ink}"/>
${fits && html`<text x="${px(x + TICK_OFFSET * scale)}" y="${px(plot.bottom + size * 1.25)}" ${letters}>${year}</text>\n`}`;
}

/** A tenth of a pixel is enough. */
function px(value: number): number {
  return Math.round(value * 10) / 10;
}
