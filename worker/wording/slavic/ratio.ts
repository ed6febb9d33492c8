import { type Formats, NBSP } from "../language/formats.ts";
import type { Nearness, Ratio } from "../language/ratio.ts";

/** What Russian and Ukrainian don't share when they compare. */
export interface RatioTerms {
  nearness: Readonly<Record<Nearness, string>>;
  /** So many times, as it stands after the words for how near that is: "вдвое". */
  fold(times: number, nearness: Nearness): string;
  same: string;
  more: string;
  fewer: string;
  and: string;
}

/** How a Slavic language compares counts: "примерно вдвое больше, чем в 2022 году". */
export function ratioWords(f: Formats, { nearness, fold, same, more, fewer, and }: RatioTerms) {
  const near = (how: Nearness, words: string) => [nearness[how], words].filter(Boolean).join(" ");
  const words = (ratio: Ratio) => {
    switch (ratio.kind) {
      case "same":
        return near(ratio.exact ? "exact" : "about", same);
      case "times":
        return `${near(ratio.nearness, fold(ratio.times, ratio.nearness))} ${more}`;
      case "part":
        return `${near(ratio.nearness, fold(ratio.of, ratio.nearness))} ${fewer}`;
      case "percent":
        return near(
          ratio.about ? "about" : "exact",
          `на${NBSP}${f.percent(Math.abs(ratio.percent))} ${ratio.percent > 0 ? more : fewer}`,
        );
    }
  };
  return {
    clause: (ratio: Ratio, during: string) => `${words(ratio)} ${during}`,
    // Each has a subordinate clause of its own, which a comma closes also before "and".
    clauses: (clauses: readonly string[]) =>
      clauses
        .map((clause, i) => (i > 0 && i === clauses.length - 1 ? `${and} ${clause}` : clause))
        .join(", "),
  };
}
