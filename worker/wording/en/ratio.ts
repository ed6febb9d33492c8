import { formats } from "../language/formats.ts";
import type { Nearness, Ratio } from "../language/ratio.ts";

const f = formats("en-GB");
const NEARNESS: Readonly<Record<Nearness, string>> = {
  exact: "",
  about: "about ",
  nearly: "nearly ",
  over: "more than ",
};
const NUMERALS = ["", "", "", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const PARTS: Readonly<Record<2 | 3 | 4, string>> = { 2: "half", 3: "a third", 4: "a quarter" };

/** "About twice as many as", ready for what it is compared with. */
export function ratioWords(ratio: Ratio): string {
  switch (ratio.kind) {
    case "same":
      return ratio.exact ? "the same as" : "about the same as";
    case "times":
      return `${NEARNESS[ratio.nearness]}${timesOf(ratio.times)} as many as`;
    case "part":
      return `${NEARNESS[ratio.nearness]}${PARTS[ratio.of]} as many as`;
    case "percent":
      return `${ratio.about ? "about " : ""}${f.percent(Math.abs(ratio.percent))} ${ratio.percent > 0 ? "more" : "fewer"} than`;
  }
}

function timesOf(times: number): string {
  return times === 2 ? "twice" : `${NUMERALS[times] ?? f.number(times)} times`;
}
