import type { Browser, Page } from "playwright";
import type { Newsroom } from "./newsroom.ts";
import { openIn } from "./studio.ts";

/** A phone's window on the studio: narrow, and touched. */
export async function openOnPhone(
  browser: Pick<Browser, "newContext">,
  { origin }: Pick<Newsroom, "origin">,
  address = "",
  { width = 360, lang = "en" } = {},
): Promise<Page> {
  const viewport = { width, height: 740 };
  const context = await browser.newContext({ viewport, locale: lang, hasTouch: true, isMobile: true });
  return openIn(context, `${origin}/studio?lang=${lang}${address}`);
}

/** Of a target (CSS pixels): WCAG 2.2, 2.5.5. What stands within a sentence is as high as its line. */
const FINGER = 44;

/**
 * What a person with a phone would stumble over: a page or a box that scrolls sideways, a page that goes on below its end,
 * a target that is too low for a finger.
 * @param boxes selector of boxes that may scroll sideways
 */
export function phoneFaults(page: Page, boxes: string): Promise<string[]> {
  return page.evaluate(
    ([may, finger]) => {
      const name = (element: Element) =>
        `${element.localName}.${element.className} “${(element.textContent ?? "").trim().slice(0, 30)}”`;
      const all = [...document.body.querySelectorAll<HTMLElement>("*")].filter((one) =>
        one.checkVisibility(),
      );
      const root = document.documentElement;
      const sideways = all
        .filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowX))
        .filter(
          (one) => one.scrollWidth > one.clientWidth && !one.closest(may) && one.localName !== "textarea",
        );
      const last = Math.max(...[...document.body.children].map((one) => one.getBoundingClientRect().bottom));
      const blank = root.scrollHeight - (last + scrollY);
      const targets = all.filter((one) =>
        one.matches(
          "button:not(.link), .button, select, textarea, summary, .tick, nav a, input:not([type=checkbox], [type=radio])",
        ),
      );
      const low = targets.filter((one) => Math.round(one.getBoundingClientRect().height) < finger);
      return [
        ...(root.scrollWidth > innerWidth
          ? [`The page is ${root.scrollWidth - innerWidth} px too wide.`]
          : []),
        ...(blank > 64 && root.scrollHeight > innerHeight
          ? [`${Math.round(blank)} px of nothing are below the page.`]
          : []),
        ...sideways.map((one) => `${name(one)} scrolls sideways.`),
        ...low.map((one) => `${name(one)} is ${Math.round(one.getBoundingClientRect().height)} px high.`),
      ];
    },
    [boxes, FINGER] as const,
  );
}
