import type { Period } from "../../contract/common.ts";
import { formats, NBSP, RANGE_DASH } from "../language/formats.ts";
import type { PeriodWords } from "../language/language.ts";
import { endsOf, rangeOf, spanOf } from "../language/span.ts";

const f = formats("en-GB");
const ORDINALS = ["first", "second", "third", "fourth"];

export function period(dates: Period): PeriodWords {
  const span = spanOf(dates);
  const ends = endsOf(dates, f);
  const range = `${rangeOf(ends, `${ends.from} to ${ends.to}`)} ${ends.year}`;
  const within = (name: string) => ({ name, during: `in ${name}` });
  switch (span.kind) {
    case "year":
      return within(span.year);
    case "half":
    case "quarter":
      return within(`the ${ORDINALS[span.ordinal - 1]} ${span.kind} of ${span.year}`);
    case "months":
      return within(
        span.several
          ? `${f.month(dates.start)}${RANGE_DASH}${f.month(dates.end)} ${span.year}`
          : `${f.month(dates.start)}${NBSP}${span.year}`,
      );
    case "week":
      return within(`the week of ${range}`);
    case "dates":
      return {
        name: range,
        during: ends.oneDay ? `on ${range}` : `from ${ends.from} to ${ends.to} ${ends.year}`,
      };
  }
}
