import type { Page } from "playwright";

/** Every colour with which the counter is drawn, node by node. */
export const colours = (page: Page) =>
  page.locator("desertion-stats").evaluate((element) =>
    [...(element.shadowRoot?.querySelectorAll("figure, figure *") ?? [])].map((node) => {
      const { color, backgroundColor, fill, stroke, borderBlockStartColor } = getComputedStyle(node);
      return [
        node.localName.replace("button", "a"),
        color,
        backgroundColor,
        fill,
        stroke,
        borderBlockStartColor,
      ];
    }),
  );
