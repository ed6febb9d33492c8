import type { Locator, Page } from "playwright";
import { WAYS_OUT, type WayOut } from "../../widget/studio/snippet.ts";
import type { Lang } from "../../worker/contract/terms.ts";
import { type Difference, differenceOf } from "./pictures.ts";

/** A paper's page that a snippet is pasted into. */
export interface PaperPage {
  lang: Lang;
  scheme: "light" | "dark";
}

const GROUND = { light: ["#ffffff", "#1a1a1a"], dark: ["#16181c", "#ececec"] } as const;

/** The body of a page with the snippet in it, and nothing else that the studio's preview doesn't have around it. */
export async function pageWith(
  snippet: string,
  way: WayOut["name"],
  { lang, scheme }: PaperPage,
  origin: string,
): Promise<string> {
  const [ground, ink] = GROUND[scheme];
  const pasted = way === "address" ? await embedOf(snippet, origin) : snippet;
  const once = WAYS_OUT.find(({ name }) => name === way)?.once ?? "";
  return `<script>document.documentElement.lang = "${lang}"</script>
    <meta name="viewport" content="width=device-width" /><style>
      html { color-scheme: ${scheme} }
      body { display: flow-root; margin: 0; padding: 1rem; font: 1rem / 1.5 sans-serif; background: ${ground};
        color: ${ink}; overflow-wrap: break-word }
    </style><body><main id="place">${pasted}</main>${once}`;
}

/** What a system makes of a pasted address. */
async function embedOf(url: string, origin: string): Promise<string> {
  const answer = await fetch(`${origin}/oembed?${new URLSearchParams({ url })}`);
  return ((await answer.json()) as { html: string }).html;
}

/** How long a counter and its picture may take to come to rest, on a busy machine (ms). */
const PATIENCE_MS = 30_000;

/**
 * What a page within a page is apart from a page, where a browser blends the points that an edge covers by half (the tip
 * of a round corner, a stroke's end): steps of a colour's part, of 255, and points. Another line, letter, colour or place
 * is more of both by far.
 */
const BLENDED = { most: 16, pixels: 64 };
/** The same of a frame that shows the page through it: what is half covered there is rounded once more. Share of all points. */
const ROUNDED = { most: 2, share: 0.01 };

/**
 * Whether the preview that is open comes to look as the page does, pixel by pixel.
 * @returns how they differ; null: they don't
 */
export async function differs(
  studio: Page,
  page: Page,
): Promise<{ difference: Difference; shown: Buffer; real: Buffer } | null> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const [shown, real] = await Promise.all([shownIn(studio), pictureOf(page, page.locator("#place"))]);
    if (shown && real) {
      if (shown.equals(real)) return null;
      const difference = await differenceOf(page, shown, real);
      if (isAsDrawn(difference)) return null;
      if (Date.now() > until) return { difference, shown, real };
    } else if (Date.now() > until) throw new Error(`Nothing is ${shown ? "on the page" : "in the preview"}.`);
    await page.waitForTimeout(100);
  }
}

function isAsDrawn({ most, pixels, sizes: [size] }: Difference): boolean {
  const [width = 0, height = 0] = size.split("×").map(Number);
  return (
    (most <= BLENDED.most && pixels <= BLENDED.pixels) ||
    (most <= ROUNDED.most && pixels <= ROUNDED.share * width * height)
  );
}

/**
 * Takes the preview's page into the corner of the window, where any page is: a browser computes from there where a
 * picture's points are when it makes it smaller, and is a shade off elsewhere.
 * @returns its width (pixels)
 */
export async function toCorner(studio: Page): Promise<number> {
  return studio.locator(".stand").evaluate((stand: HTMLIFrameElement) => {
    // The studio's policy takes no style of an attribute.
    Object.assign(stand.style, { position: "static", inlineSize: "" });
    const { clientWidth: width } = stand;
    Object.assign(stand.style, {
      position: "fixed",
      inset: "0 auto auto 0",
      zIndex: "9",
      inlineSize: `${width}px`,
    });
    return width;
  });
}

function shownIn(studio: Page): Promise<Buffer | null> {
  return pictureOf(studio, studio.frameLocator(".stand").locator("#place"));
}

/** null: there is nothing yet, as before a picture has come. */
async function pictureOf(page: Page, place: Locator): Promise<Buffer | null> {
  const clip = await place.evaluate((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return { x, y, width, height: Math.floor(height) };
  });
  return clip.height > 0 ? page.screenshot({ clip }) : null;
}
