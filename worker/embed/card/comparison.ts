import { html } from "hono/html";
import { type Bar, barsOf } from "../../../widget/compare/bars.ts";
import type { Box } from "../../../widget/stats/sparkline.ts";
import type { Ground, Letters, Scheme, Size } from "../../contract/card.ts";
import type { CompareBody, CompareText } from "../../contract/compare.ts";
import type { Palette } from "../../contract/theme.ts";
import { DOT } from "../../wording/language/formats.ts";
import { cased, keyOf, type Markup, ownWords, type Picture, pensOf, pictureSvg, px, SANS } from "./card.ts";
import { widthOf } from "./measure.ts";
import { TICK_SIZE } from "./type-sizes.ts";

/** What a period needs at least, name and bar one below the other, and how high it gets at most; and all in one line. */
const ROW = { least: 50, most: 104, low: 24 };
/** Room that the layout keeps below a drawing for its axis, which bars don't have. */
const BELOW = 26;
/** Of a row's height: its letters at most, and its bar. */
const LETTERS = 0.36;
const BAR = 0.36;

/** A comparison as a picture: the period's own count in large type, beside it the bars, below them the sentence. */
export function comparisonSvg(
  body: CompareBody,
  size: Size,
  scheme: Scheme,
  ground: Ground = "theme",
  letters: Letters = "regular",
): string {
  return pictureSvg(comparisonPicture(body), size, scheme, ground, letters);
}

export function comparisonPicture(body: CompareBody): Picture {
  const { text, edition, theme = { slug: "default" } } = body;
  const [own] = text.sides;
  return {
    lang: text.lang,
    words: {
      ...ownWords(text, theme),
      heading: theme.hidden?.includes("heading") ? "" : text.heading,
      qualifier: text.qualifier,
      number: text.number,
      // What is low only because records are late never stands in large letters.
      isLevel: body.period.status === "provisional",
      isBold: true,
      label: cased([own?.name, text.label].join(DOT), theme, text.lang),
      soFar: "",
      change: own?.note ?? "",
      notes: [text.status].filter(Boolean),
      detail: text.sentence,
      source: `${text.source}${DOT}${edition.id}`,
      hasKey: text.key.length > 0,
      chartHeight: text.sides.length * ROW.least,
      lowHeight: text.sides.length * ROW.low,
    },
    title: text.sentence,
    description: text.sides.map(({ name, number, note }) => `${name}: ${withNote(number, note)}`).join("; "),
    theme,
    draw: (box: Box, scale: number, palette: Palette, isLow: boolean) =>
      isLow ? lines(body, box, scale, palette) : barChart(body, box, scale, palette),
  };
}

/** Names and numbers above their bars, all on one scale. */
function barChart({ period, against, text }: CompareBody, box: Box, scale: number, palette: Palette): Markup {
  const below = text.key.length > 0 ? 0 : BELOW * scale;
  const row = Math.min(ROW.most * scale, (box.bottom + below - box.top) / text.sides.length);
  const width = box.right - box.left;
  const bars = barsOf([period, ...against], { width, height: px(row * BAR) });
  const key = { x: box.left, y: box.top + row * text.sides.length + TICK_SIZE * scale };
  const rows = text.sides.map((side, at) => {
    const place = { left: box.left, top: box.top + at * row, width, height: row };
    return rowOf(side, bars[at] ?? null, at === 0, place, scale, palette);
  });
  return html`<g>
${rows}${keyOf(text.key, "bars", palette, key, scale)}</g>
`;
}

/** Name, bar and number of each period in one line, where lines are dear. */
function lines({ period, against, text }: CompareBody, box: Box, scale: number, palette: Palette): Markup {
  const size = TICK_SIZE * scale;
  const row = ROW.low * scale;
  const wide = (words: readonly string[], face: "sans" | "sans-bold") =>
    Math.max(...words.map((one) => widthOf(one, face))) * size + size / 2;
  const left =
    box.left +
    wide(
      text.sides.map(({ name }) => name),
      "sans",
    );
  const right =
    box.right -
    wide(
      text.sides.map(({ number }) => number),
      "sans-bold",
    );
  const width = Math.max(0, right - left);
  const height = row / 2;
  const bars = barsOf([period, ...against], { width, height: px(height) });
  const rows = text.sides.map(({ name, number }, at) => {
    const y = box.top + at * row + size * 0.9;
    const letters = html`y="${px(y)}" font-family="${SANS}" font-size="${px(size)}" fill="${palette.ink}"`;
    const bar = width > 0 ? bars[at] : null;
    return html`<text x="${px(box.left)}" ${letters}>${name}</text>
<text x="${px(box.right)}" text-anchor="end" font-weight="700" ${letters}>${number}</text>
${bar && drawn(bar, at === 0, px(left), px(y - size * 0.36 - height / 2), height, scale, palette)}`;
  });
  const key = { x: box.left, y: box.top + row * text.sides.length + size };
  return html`<g>
${rows}${keyOf(text.key, "bars", palette, key, scale)}</g>
`;
}

interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

function rowOf(
  { name, number, note }: CompareText["sides"][number],
  bar: Bar | null,
  isOwn: boolean,
  { left, top, width, height }: Place,
  scale: number,
  palette: Palette,
): Markup {
  const size = Math.min(1.25 * TICK_SIZE * scale, height * LETTERS);
  const said = withNote(number, note);
  // What has no room beside the name is in the sentence.
  const fits = widthOf(`${name} `, "sans") + widthOf(said, "sans-bold") <= width / size;
  const letters = html`y="${px(top + size)}" font-family="${SANS}" font-size="${px(size)}" fill="${palette.ink}"`;
  return html`<text x="${px(left)}" ${letters}>${name}</text>
<text x="${px(left + width)}" text-anchor="end" font-weight="700" ${letters}>${fits ? said : number}</text>
${bar && drawn(bar, isOwn, px(left), px(top + size * 1.3), height * BAR, scale, palette)}`;
}

function drawn(
  bar: Bar,
  isOwn: boolean,
  x: number,
  y: number,
  height: number,
  scale: number,
  palette: Palette,
): Markup {
  const pens = pensOf("bars", scale, palette);
  const own = isOwn ? html`fill="${palette.accent}"` : pens.known;
  return html`<g transform="translate(${x} ${y})">
<path d="${bar.provisional}" ${pens.provisional}/>
<path d="${bar.bound}" ${pens.bound}/>
<path d="${bar.known}" ${own}/>
<path d="${bar.open}" fill="none" stroke="${palette.accent}" stroke-width="${px(3 * scale)}" stroke-linecap="round" stroke-dasharray="${px(scale)} ${px(6 * scale)}"/>
<path d="${bar.band}" fill="none" ${pens.band}/>
<rect width="${px(1.5 * scale)}" height="${px(height)}" fill="${palette.ink}"/>
</g>
`;
}

function withNote(number: string, note: string): string {
  return note ? `${number} (${note})` : number;
}
