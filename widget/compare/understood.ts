import type { CompareBody } from "../../worker/contract/compare.ts";

type Kind = (value: unknown) => unknown;

/** The element's kinds of values (widget/stats/kinds.ts). */
export interface Kinds {
  list(kind: Kind, most: number): Kind;
  fields(kinds: Readonly<Record<string, Kind>>, others?: Kind): Kind;
  words(most: number): Kind;
  long: Kind;
  short: Kind;
  count: Kind;
  range: Kind;
  lang: Kind;
  theme: Kind;
}

/** More than the service compares at once. */
const MOST_SIDES = 40;
/** The sentence of a dozen periods, in the longest language, has half of it. */
const MOST_LETTERS = 4_000;

/**
 * Of a comparison what the card understands, bounded.
 *
 * @throws TypeError where it isn't one at all
 */
export function understoodBy(kinds: Kinds): (body: unknown) => CompareBody {
  const { list, fields, words, long, short, count, range, lang, theme } = kinds;
  const side = fields({ value: count, expected: range, qualifier: short, status: short });
  const answer = fields({
    period: side,
    against: list(side, MOST_SIDES),
    text: fields(
      {
        lang,
        number: short,
        sides: list(fields({}, long), MOST_SIDES),
        key: list(fields({ text: long }), 10),
        sentence: words(MOST_LETTERS),
      },
      long,
    ),
    theme,
  });
  return (body) => {
    const comparison = answer(body) as CompareBody;
    const { period, against, text } = comparison;
    if (!period || against.length + 1 !== text.sides.length || !text.number || !text.sentence)
      throw new TypeError("No comparison.");
    return comparison;
  };
}
