import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestPassing } from "../../../../../widget/studio/colour/nearest.ts";
import { PRESET_STYLES } from "../../../../../widget/studio/draft/presets.ts";
import type { Palette } from "../../../../../worker/contract/theme.ts";
import { contrast, failingPairs } from "../../../../../worker/domain/theme/contrast.ts";
import { pensOf } from "../../../../../worker/embed/card/card.ts";

const colour = fc
  .integer({ min: 0, max: 0xff_ff_ff })
  .map((value) => `#${value.toString(16).padStart(6, "0")}`);

/** Palettes that can be published, each colour as near as can be to what fails. */
const palette = fc
  .record({ surface: colour, ink: colour, muted: colour, accent: colour })
  .map((of): Palette => {
    const on = (one: string, least: number) =>
      nearestPassing(one, (other) => contrast(other, of.surface) >= least) ?? "";
    return {
      surface: of.surface,
      ink: on(of.ink, 4.5),
      muted: on(of.muted, 4.5),
      accent: on(of.accent, 3),
      border: of.surface,
    };
  });

/** What a colour is seen as that lets the ground through. */
function blended(over: string, ground: string, opacity: number): string {
  const part = (of: string, at: number) => Number.parseInt(of.slice(at, at + 2), 16);
  const parts = [1, 3, 5].map((at) => part(over, at) * opacity + part(ground, at) * (1 - opacity));
  return `#${parts.map((one) => Math.round(one).toString(16).padStart(2, "0")).join("")}`;
}

/** The best contrast with the ground that a pen's stroke or fill has as it is drawn. */
function drawn(pen: string, ground: string): number {
  const seen = ["stroke", "fill"].flatMap((kind) => {
    const [, paint] = new RegExp(` ${kind}="(#[0-9a-f]{6})"`).exec(` ${pen}`) ?? [];
    const [, opacity = "1"] = new RegExp(` ${kind}-opacity="([^"]*)"`).exec(pen) ?? [];
    return paint ? [contrast(blended(paint, ground, Number(opacity)), ground)] : [];
  });
  return Math.max(...seen);
}

describe("every week or month of a drawing, however sure it is", () => {
  it.each(["line", "steps", "bars"] as const)(
    "stands out by three to one, in whatever theme can be published: %s",
    (drawing) => {
      fc.assert(
        fc.property(palette, (one) => {
          const { press } = PRESET_STYLES;
          fc.pre(failingPairs({ ...press, light: one }).length === 0);
          const pens = pensOf(drawing, 1, one);
          for (const pen of ["known", "bound", "provisional"] as const)
            expect(drawn(String(pens[pen]), one.surface), pen).toBeGreaterThanOrEqual(3);
        }),
      );
    },
  );
});
