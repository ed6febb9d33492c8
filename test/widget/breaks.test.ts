import { describe, expect, it } from "vitest";
import type { Summary } from "../../worker/contract/summary.ts";
import { LANGS } from "../../worker/contract/terms.ts";
import "../../widget/stats/index.ts";
import { LAYOUTS } from "../../widget/stats/view.ts";
import "../gallery/gallery.css";
import { answerOf, type Day, SCENES } from "../gallery/states.ts";
import { badBreaks, blocksOf } from "./lines.ts";
import { json, loaded, origin, serve } from "./page.ts";

const WIDTHS = [160, 240, 300, 390, 600];
const DAYS: readonly Day[] = ["monday", "sunday"];
const ANSWERED = SCENES.filter((scene) => scene !== "before" && scene !== "failed" && scene !== "bars");

describe.each(LANGS)("the lines of <desertion-stats> in %s", (lang) => {
  it.each(LAYOUTS)("break between words, never at a dash, a dot or within a number (%s)", async (layout) => {
    await document.fonts.load(`16px "Gallery Sans"`);
    const found = new Set<string>();
    for (const scene of ANSWERED) {
      for (const day of DAYS) {
        // On its own ground the card has less room for its words.
        for (const scheme of ["host", "light"]) {
          serve(() => json(answerOf(scene, lang, "default", day) as Summary));
          const element = await loaded(
            `<section style="font: 16px/1.5 'Gallery Sans'"><p><desertion-stats src="${origin()}" layout="${layout}" color-scheme="${scheme}"></desertion-stats></p></section>`,
          );
          for (const width of WIDTHS) {
            element.closest("section")!.style.width = `${width}px`;
            for (const block of blocksOf(element.shadowRoot!)) {
              for (const fault of badBreaks(block)) found.add(`${scene}, ${width} px: ${fault}`);
            }
          }
          element.closest("main")!.remove();
        }
      }
    }
    expect([...found]).toEqual([]);
  });
});
