import type { Page } from "playwright";
import { contrast } from "../../worker/domain/theme/contrast.ts";
import { changesOf, keep } from "./pictures.ts";

/** What has the focus after a press of Tab. */
export interface Stop {
  /** Its markup's beginning, so that a failure can be found. */
  name: string;
  /** What looks alike, and so has the same outline. */
  kind: string;
  /** Some of it is in sight, and nothing lies over all of it. */
  isSeen: boolean;
}

/**
 * Presses Tab, or Shift and Tab, until the focus has been everywhere and comes back.
 * @param at is told of each stop while it has the focus
 */
export async function walk(
  page: Page,
  key: "Tab" | "Shift+Tab",
  at: (stop: Stop) => unknown = () => {},
): Promise<Stop[]> {
  await page.evaluate(() => {
    Object.assign(window, { seen: new WeakSet(), last: document.body });
    scrollTo(0, 0);
    // The walk begins at the page's beginning.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
  });
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(whatHasFocus);
    if (stop === "round") return stops;
    if (stop === "within") continue;
    stops.push(stop);
    await at(stop);
  }
}

/** @returns round: the walk has come to where it was; within: a page within the page, or a date, has several stops */
function whatHasFocus(): Stop | "round" | "within" {
  const one = document.activeElement as HTMLElement;
  const walk = window as unknown as { seen: WeakSet<Element>; last: Element | null };
  const isLast = one === walk.last;
  walk.last = one;
  if (one === document.body || walk.seen.has(one)) return isLast ? "within" : "round";
  walk.seen.add(one);
  const { left, top, width, height } = one.getBoundingClientRect();
  const label = one.closest("label") ?? (one as HTMLInputElement).labels?.[0];
  const isHere = (there: Element | null) =>
    there !== null && (one.contains(there) || label?.contains(there) === true);
  const parts = [0.1, 0.5, 0.9];
  return {
    name: one.outerHTML.slice(0, 120),
    kind: [one, one.parentElement!].map((part) => `${part.localName}.${part.className}`).join(" in "),
    isSeen: parts.some((down) =>
      parts.some((across) => isHere(document.elementFromPoint(left + width * across, top + height * down))),
    ),
  };
}

/** Around what has the focus, where its outline is (pixels). */
const AROUND = 8;

/**
 * How many pixels of the outline of what has the focus are told apart from what is there without it, 3 to 1 (WCAG 2.2,
 * 1.4.11): of what is drawn, whatever lies over it or cuts it off.
 * @param reader a page whose browser reads pictures
 */
export async function outlineOf(page: Page, reader: Page, name: string): Promise<number> {
  const clip = await page.evaluate((around) => {
    const { left, top, right, bottom } = document.activeElement!.getBoundingClientRect();
    const [x, y] = [Math.max(0, left - around), Math.max(0, top - around)];
    return {
      x,
      y,
      width: Math.min(innerWidth, right + around) - x,
      height: Math.min(innerHeight, bottom + around) - y,
    };
  }, AROUND);
  const focused = await page.screenshot({ clip });
  const outline = (value: string) =>
    page.evaluate((value) => ((document.activeElement as HTMLElement).style.outline = value), value);
  await outline("none");
  const plain = await page.screenshot({ clip });
  await outline("");
  keep(name, focused);
  const changes = await changesOf(reader, plain, focused);
  return changes.reduce((sum, { from, to, pixels }) => sum + (contrast(from, to) < 3 ? 0 : pixels), 0);
}
