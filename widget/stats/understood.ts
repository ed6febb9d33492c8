import type { Summary } from "../../worker/contract/summary.ts";
import { count, day, fields, type Kind, lang, list, long, range, short, upTo, words } from "./kinds.ts";

/** Nineteen years of weeks. */
const MOST_WEEKS = 1_000;
const COLOUR = /^#[\da-f]{6}$/i;
const FAMILY = /^[\p{L}\d][\p{L}\d -]*$/u;

const family: Kind = (value) => (FAMILY.test(String(value)) ? value : "");
/** A scheme's colours, all of them or none: half a palette could be unreadable. */
const palette: Kind = (value) =>
  Object.values(value ?? {}).every((colour) => COLOUR.test(colour)) ? value : null;

/** Places along a side of the drawing, with their names. */
const marks = list(fields({ 0: count, 1: short }), 60);

/** Of a theme what the element understands. */
const theme = fields({
  light: palette,
  dark: palette,
  font: list(family, 10),
  hidden: list(short, 20),
  radius: upTo(24),
  number_size: upTo(8),
});

/** What the scripts that come later need of the element to understand an answer. */
export const KINDS = { fields, list, words, long, short, count, range, day, lang, theme };

const answer = fields({
  headline: fields({
    value: count,
    expected: range,
    so_far: fields({ value: count, period: fields({ start: day }) }),
  }),
  series: fields({
    start: day,
    values: list(count, MOST_WEEKS),
    qualifiers: list(
      list((value) => value, 3),
      MOST_WEEKS,
    ),
    provisional_from: count,
    expected: list(range, MOST_WEEKS),
  }),
  text: fields(
    {
      lang,
      number: short,
      inline: short,
      drawing: fields({
        scale: marks,
        axis: marks,
        key: list(fields({ text: long }), 10),
      }),
      history: fields({}, short),
    },
    long,
  ),
  theme,
});

/**
 * Of an answer what the element understands, bounded: whatever stands in it, nothing of it loads, moves or breaks the
 * page around the tag.
 *
 * @throws TypeError where it isn't an answer at all
 */
export function understood(body: unknown): Summary {
  const summary = answer(body) as Summary;
  if (!summary.text.number) throw new TypeError("No number.");
  return summary;
}
