import type { Page } from "playwright";
import { beforeAll, describe, expect, it } from "vitest";
import type { Summary } from "../../worker/contract/summary.ts";
import type { Palette } from "../../worker/contract/theme.ts";
import { contrast, failingPairs } from "../../worker/domain/theme/contrast.ts";
import { PLAIN_STYLE } from "../fixtures/looks.ts";
import { answerOf } from "../gallery/states.ts";
import { useBrowser, useNewsroom, usePublisher } from "./stage.ts";
import { tokenOf } from "./studio.ts";

const browser = useBrowser();
const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");
const publisher = usePublisher();

/** A colour of a hue, as light as it is said (0 to 1), as `#rrggbb`. */
function colour(hue: number, light: number): string {
  const part = (offset: number) =>
    light + 0.5 * Math.cos(((hue + offset) * Math.PI) / 180) * light * (1 - light);
  return `#${[0, -120, 120]
    .map((offset) =>
      Math.round(255 * part(offset))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** Of a hue's colours the faintest on this ground that still has the contrast. */
function faintest(hue: number, ground: string, least: number): string {
  const all = Array.from({ length: 512 }, (_, step) => colour(hue, step / 511));
  const enough = all.filter((one) => contrast(one, ground) >= least);
  return enough.sort((one, other) => contrast(one, ground) - contrast(other, ground))[0]!;
}

function palette(hue: number, surface: string): Palette {
  const [letters, lines] = [faintest(hue, surface, 4.5), faintest(hue, surface, 3)];
  return {
    ...{ ink: letters, muted: letters, number: letters },
    ...{ surface, accent: lines, border: lines },
  };
}

/** Themes whose every colour is as faint as the studio's check lets through. */
const THEMES = [
  { slug: "faint-1", hue: 0, light: "#ffffff", dark: "#000000" },
  { slug: "faint-2", hue: 140, light: "#f6f1e6", dark: "#1c2430" },
  { slug: "faint-3", hue: 230, light: "#ffe9d6", dark: "#2b2b2b" },
].map(({ slug, hue, light, dark }) => ({
  slug,
  style: { ...PLAIN_STYLE, name: slug, light: palette(hue, light), dark: palette(hue, dark) },
}));

/**
 * What is drawn: figures with lower bounds, as the service has them; and records of weeks that aren't final, as a line and
 * as bars, in the words that the service has for such. Each in a theme of the service's.
 */
const COUNTERS = [
  { scene: null, tag: 'evidence="published"' },
  { scene: "week", tag: 'evidence="records" weeks="26"' },
  { scene: "bars", tag: 'evidence="records" weeks="27" chart="bars"' },
] as const;

beforeAll(async () => {
  const headers = { Authorization: `Bearer ${tokenOf(newsroom)}`, "Content-Type": "application/json" };
  for (const { slug, style } of THEMES) {
    expect(failingPairs(style), slug).toEqual([]);
    const body = JSON.stringify(style);
    const answer = await fetch(`${newsroom.origin}/v1/themes/${slug}`, { method: "PUT", headers, body });
    expect(answer.status, await answer.text()).toBeLessThan(300);
  }
});

type Box = readonly [left: number, top: number, right: number, bottom: number];
/** What says something, and where it is drawn, in the page's pixels. */
interface Mark {
  name: string;
  /** The contrast that it needs (WCAG 2.2, 1.4.3 and 1.4.11). */
  least: 4.5 | 3;
  /** Each of them has to have it, or, of dashes, so many of them. */
  boxes: Box[];
  share: number;
}

/** All words and all strokes of the counters that are shown. */
function marksOf(page: Page): Promise<Mark[]> {
  return page.evaluate(() => {
    const marks: Mark[] = [];
    const shadows = [...document.querySelectorAll("desertion-stats")].map((one) => one.shadowRoot!);
    for (const shadow of shadows) {
      const texts = document.createTreeWalker(shadow, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const parent = node.parentElement!;
        const text = node.textContent!.trim();
        if (!text || parent.closest("style") || !parent.checkVisibility({ visibilityProperty: true }))
          continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const rects = [...range.getClientRects()].filter(({ width, height }) => width > 2 && height > 2);
        // The dot between two words of a line stands, clipped, before the first.
        if (rects.length === 0 || text === "·") continue;
        const boxes = rects.map(({ left, top, right, bottom }): Box => [left, top, right, bottom]);
        marks.push({ name: `“${text.slice(0, 40)}”`, least: 4.5, boxes, share: 1 });
      }
      for (const path of shadow.querySelectorAll<SVGPathElement>("[part=sparkline] path")) {
        const { stroke, strokeDasharray } = getComputedStyle(path);
        const length = path.getTotalLength();
        // Ticks and scales only help to read: the values are in words.
        if (stroke === "none" || length === 0 || path.matches(".tick") || !path.checkVisibility()) continue;
        const matrix = path.getScreenCTM()!;
        const boxes = Array.from({ length: 80 }, (_, n): Box => {
          const { x, y } = path.getPointAtLength((length * (n + 0.5)) / 80).matrixTransform(matrix);
          return [x - 0.5, y - 0.5, x + 0.5, y + 0.5];
        });
        // Dashes have gaps between them, and the range of a bar stands in part behind it.
        const share = strokeDasharray === "none" ? (path.matches(".band") ? 0.6 : 0.98) : 0.25;
        marks.push({ name: `path.${path.getAttribute("class")}`, least: 3, boxes, share });
      }
      for (const circle of shadow.querySelectorAll("[part=sparkline] circle")) {
        const { left, top, right, bottom } = circle.getBoundingClientRect();
        if (right > left)
          marks.push({
            name: "circle",
            least: 3,
            boxes: [[left - 1, top - 1, right + 1, bottom + 1]],
            share: 1,
          });
      }
    }
    return marks;
  });
}

/**
 * Device pixels for each of the page's: the middle of the finest stroke, a pixel wide, and of small letters has pixels
 * that no edge blends.
 */
const SHARPNESS = 4;
/** So high that all counters are in one picture, and no higher than a browser draws (pixels). */
const HEIGHT = 2_200;

/** The strongest contrast that any pixel of each box has with the ground. */
async function drawnIn(page: Page, reader: Page, boxes: readonly Box[], ground: string): Promise<number[]> {
  const png = (await page.screenshot()).toString("base64");
  return reader.evaluate(
    async ([png, boxes, ground, sharpness]) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const linear = Array.from({ length: 256 }, (_, part) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      const luminance = (r: number, g: number, b: number) =>
        0.2126 * linear[r]! + 0.7152 * linear[g]! + 0.0722 * linear[b]!;
      const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(ground.slice(at, at + 2), 16));
      const behind = luminance(r!, g!, b!);
      return boxes.map((box) => {
        const [left, top, right, bottom] = box.map((edge) => Math.round(edge * sharpness));
        let most = 1;
        for (let y = Math.max(0, top!); y < Math.min(image.height, bottom!); y++)
          for (let x = Math.max(0, left!); x < Math.min(image.width, right!); x++) {
            const at = (y * image.width + x) * 4;
            const here = luminance(data[at]!, data[at + 1]!, data[at + 2]!);
            most = Math.max(most, (Math.max(here, behind) + 0.05) / (Math.min(here, behind) + 0.05));
          }
        return most;
      });
    },
    [png, boxes, ground, SHARPNESS] as const,
  );
}

/**
 * Shows all counters of a theme in a scheme, and judges what is drawn.
 * @param css of the page that they are on
 * @returns what is fainter than it has to be; and the names of all that was looked at
 */
async function judge(
  page: Page,
  reader: Page,
  { slug, style }: (typeof THEMES)[number],
  scheme: "light" | "dark",
  css = "",
): Promise<{ faint: string[]; names: string[] }> {
  const { theme } = (await (await fetch(`${newsroom.origin}/v1/summary?theme=${slug}`)).json()) as Summary;
  for (const { scene, tag } of COUNTERS) {
    const weeks = /weeks="(\d+)"/.exec(tag)?.[1];
    if (!scene || !weeks) continue;
    await page.route(
      (url) => url.pathname === "/v1/summary" && url.searchParams.get("weeks") === weeks,
      (route) =>
        route.fulfill({
          json: { ...(answerOf(scene, "en", "default") as Summary), theme },
          headers: { "Access-Control-Allow-Origin": "*" },
        }),
    );
  }
  const tags = COUNTERS.map(
    ({ tag }) => `<desertion-stats theme="${slug}" color-scheme="${scheme}" ${tag}></desertion-stats>`,
  );
  const script = `<script type="module" src="${newsroom.origin}/embed/v1.js"></script>`;
  await page.goto(publisher.page(`${script}<style>body { margin: 0 } ${css}</style>${tags.join("")}`));
  await page.waitForFunction(() =>
    [...document.querySelectorAll("desertion-stats")].every((one) =>
      one.shadowRoot?.querySelector("[part~=number]"),
    ),
  );
  await page.evaluate(() => document.fonts.ready);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(HEIGHT);
  const marks = await marksOf(page);
  const ratios = await drawnIn(
    page,
    reader,
    marks.flatMap(({ boxes }) => boxes),
    style[scheme].surface,
  );
  await page.unrouteAll();
  const faint: string[] = [];
  for (const { name, least, boxes, share } of marks) {
    const ofMark = ratios.splice(0, boxes.length);
    const enough = ofMark.filter((ratio) => ratio >= least).length;
    if (enough < boxes.length * share)
      faint.push(
        `${slug} ${name}: ${enough} of ${boxes.length} places, ${Math.max(...ofMark).toFixed(2)} at most`,
      );
  }
  return { faint, names: marks.map(({ name }) => name) };
}

describe("what is drawn", () => {
  const open = () =>
    browser.newPage({ viewport: { width: 380, height: HEIGHT }, deviceScaleFactor: SHARPNESS });

  it.each(["light", "dark"] as const)(
    "has the contrast that was checked, word by word and stroke by stroke, where a theme has just enough: %s",
    async (scheme) => {
      const [reader, page] = [await browser.newPage(), await open()];
      const found = [];
      for (const theme of THEMES) found.push(await judge(page, reader, theme, scheme));
      expect(found.flatMap(({ faint }) => faint)).toEqual([]);
      const names = new Set(found.flatMap((one) => one.names));
      for (const name of ["bound", "provisional", "known", "band"]) expect(names).toContain(`path.${name}`);
      expect(names.size).toBeGreaterThan(10);
      await page.close();
      await reader.close();
    },
  );

  it.each([
    ["“", "desertion-stats::part(footer) { opacity: 0.9 }"],
    ["path.provisional", "desertion-stats::part(line) { opacity: 0.9 }"],
    ["path.bound", "desertion-stats::part(line) { opacity: 0.65 }"],
    ["path.known", "desertion-stats::part(bar) { opacity: 0.9 }"],
  ])("is found to be too faint where it is: %s, %s", async (name, css) => {
    const [reader, page] = [await browser.newPage(), await open()];
    const { faint } = await judge(page, reader, THEMES[0]!, "light", css);
    expect(faint.join()).toContain(` ${name}`);
    await page.close();
    await reader.close();
  });
});
