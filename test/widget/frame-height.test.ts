import { describe, expect, it } from "vitest";
import "../../widget/stats/index.ts";
import type { FrameLayout } from "../../worker/contract/embed.ts";
import { ThemeStyle } from "../../worker/contract/theme.ts";
import { summaryTheme } from "../../worker/domain/theme/summary-theme.ts";
import { hasDrawing } from "../../worker/embed/fragment/look.ts";
import { counterHeight } from "../../worker/embed/frame/counter-height.ts";
import { FURTHER, LOOKS, PLAIN_STYLE } from "../fixtures/looks.ts";
import { json, loaded, origin, part, serve, settled } from "./page.ts";
import { published, records } from "./summary.ts";

/** What may stay empty below a counter (pixels): two lines and what a typeface of its own may need. */
const BLANK = 65;

const STYLES: readonly Partial<ThemeStyle>[] = [
  {},
  { density: "airy" },
  { density: "compact", number_size: 8 },
  { number_size: 1.5, hidden: ["change", "history"] },
  { chart: "none" },
  { chart: "bars", font: ["Georgia"] },
  ...FURTHER.map(({ style }) => style),
  ...Object.values(LOOKS),
];

describe("a frame's height, as oEmbed names it before anybody has drawn anything", () => {
  it.each(["card", "strip", "number"] as FrameLayout[])(
    "holds a %s in any theme, and little more",
    async (layout) => {
      const wrong: string[] = [];
      for (const style of STYLES) {
        for (const answer of [records("ru"), published("en")]) {
          const theme = summaryTheme({
            slug: "paper",
            version: 1,
            published_at: "2026-01-01T00:00:00Z",
            style: ThemeStyle.parse({ ...PLAIN_STYLE, ...style }),
          });
          const lines = Object.fromEntries(
            (["byline", "note", "credit"] as const).flatMap((name) =>
              style[name]?.en ? [[name, style[name].en]] : [],
            ),
          );
          const summary = { ...answer, theme, text: { ...answer.text, ...lines } };
          serve(() => json(summary));
          document.body.replaceChildren();
          const element = await loaded(
            `<div style="font:16px/1.4 'Liberation Sans',Arial,sans-serif"><desertion-stats src="${origin()}" theme="paper" layout="${layout}" color-scheme="light"></desertion-stats></div>`,
          );
          await settled();
          for (const width of [320, 390, 480, 680]) {
            element.parentElement!.style.width = `${width}px`;
            const drawn = hasDrawing({ layout, "color-scheme": "light" } as never, summary);
            const height = counterHeight(summary, layout, drawn, width);
            const filled = part(element, "card")!.getBoundingClientRect().height;
            if (filled > height || filled < height - BLANK)
              wrong.push(
                `${JSON.stringify(style).slice(0, 60)} ${summary.text.lang} in ${width}: ${Math.round(filled)} of ${height}`,
              );
          }
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});
