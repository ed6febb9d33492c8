import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { en } from "../../../../worker/wording/en/index.ts";
import type { Language } from "../../../../worker/wording/language/language.ts";
import { ratioOf } from "../../../../worker/wording/language/ratio.ts";
import { ru } from "../../../../worker/wording/ru/index.ts";
import { uk } from "../../../../worker/wording/uk/index.ts";
import { runs } from "../../../runs.ts";
import { plain } from "./answers.ts";

const told = (language: Language, value: number, against: number, during = "…") =>
  plain(language.compare.clause(ratioOf(value, against)!, during));
const inThree = (value: number, against: number) => [en, ru, uk].map((words) => told(words, value, against));

describe("a ratio in words", () => {
  it.each([
    [500, 500, "the same as …", "столько же, сколько …", "стільки ж, скільки …"],
    [105, 100, "about the same as …", "примерно столько же, сколько …", "приблизно стільки ж, скільки …"],
    [95, 100, "about the same as …", "примерно столько же, сколько …", "приблизно стільки ж, скільки …"],
    [106, 100, "6% more than …", "на 6 % больше, чем …", "на 6% більше, ніж …"],
    [94, 100, "6% fewer than …", "на 6 % меньше, чем …", "на 6% менше, ніж …"],
    [179, 100, "79% more than …", "на 79 % больше, чем …", "на 79% більше, ніж …"],
    [180, 100, "nearly twice as many as …", "почти вдвое больше, чем …", "майже вдвічі більше, ніж …"],
    [
      2076,
      1001,
      "about twice as many as …",
      "примерно вдвое больше, чем …",
      "приблизно вдвічі більше, ніж …",
    ],
    [200, 100, "twice as many as …", "вдвое больше, чем …", "удвічі більше, ніж …"],
    [
      211,
      100,
      "more than twice as many as …",
      "более чем вдвое больше, чем …",
      "більш як удвічі більше, ніж …",
    ],
    [275, 100, "nearly three times as many as …", "почти втрое больше, чем …", "майже втричі більше, ніж …"],
    [
      2076,
      615,
      "more than three times as many as …",
      "более чем втрое больше, чем …",
      "більш як утричі більше, ніж …",
    ],
    [400, 100, "four times as many as …", "вчетверо больше, чем …", "учетверо більше, ніж …"],
    [
      1002,
      200,
      "about five times as many as …",
      "примерно в 5 раз больше, чем …",
      "приблизно в 5 разів більше, ніж …",
    ],
    [2200, 100, "22 times as many as …", "в 22 раза больше, чем …", "у 22 рази більше, ніж …"],
    [50, 100, "half as many as …", "вдвое меньше, чем …", "удвічі менше, ніж …"],
    [51, 100, "about half as many as …", "примерно вдвое меньше, чем …", "приблизно вдвічі менше, ніж …"],
    [100, 300, "a third as many as …", "втрое меньше, чем …", "утричі менше, ніж …"],
    [
      26,
      100,
      "about a quarter as many as …",
      "примерно вчетверо меньше, чем …",
      "приблизно вчетверо менше, ніж …",
    ],
    [100, 1_000, "90% fewer than …", "на 90 % меньше, чем …", "на 90% менше, ніж …"],
    [20, 9_000, "99% fewer than …", "на 99 % меньше, чем …", "на 99% менше, ніж …"],
  ])("of %i against %i", (value, against, ...words) => {
    expect(inThree(value, against)).toEqual(words);
  });

  it.each([
    [9, 7],
    [10, 100],
    [25, 19],
    [1, 9_000],
  ])("isn’t told in per cent where a count is below 20: of %i against %i", (value, against) => {
    expect(ratioOf(value, against)).toBeNull();
  });

  it("is never further from the truth than its words allow", () => {
    const count = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(count, count, (value, against) => {
        const ratio = ratioOf(value, against);
        const r = value / against;
        if (ratio === null) return Math.min(value, against) < 20;
        switch (ratio.kind) {
          case "same":
            return ratio.exact ? value === against : Math.abs(r - 1) < 0.0501;
          case "times": {
            if (ratio.nearness === "exact") return value === against * ratio.times;
            if (ratio.nearness === "about") return Math.abs(r / ratio.times - 1) < 0.0501;
            const gap = r - ratio.times;
            return ratio.nearness === "nearly" ? gap < 0 && gap > -0.1001 * ratio.times : gap > 0 && gap < 1;
          }
          case "part":
            return ratio.nearness === "exact"
              ? value * ratio.of === against
              : Math.abs(r * ratio.of - 1) < 0.0501;
          case "percent":
            // Half a per cent of rounding; what is left of much is at least one per cent.
            return (
              Math.min(value, against) >= 20 &&
              Math.abs((r - 1) * 100 - ratio.percent) <= 1 &&
              ratio.percent > -100 &&
              r < 1.8
            );
        }
      }),
      runs(2_000),
    );
  });
});
