import type { ThemeStyle } from "../../../worker/contract/theme.ts";
import { shownAs } from "./changed.ts";
import { isSame, styleOf, valuesOf } from "./values.ts";

/** One field that two have changed, each to something else. */
export interface Collision {
  field: string;
  mine: string;
  theirs: string;
}

export interface Merge {
  /** What nobody but one has changed, as that one has it; where two have, as `mine`. */
  style: ThemeStyle;
  /** Fields that they alone have changed: they stand in `style` as theirs. */
  taken: string[];
  collisions: Collision[];
}

/**
 * Two changes of one theme in one, field by field.
 * @param base what both were made from; null: not known, so that each difference collides
 */
export function merge(base: ThemeStyle | null, mine: ThemeStyle, theirs: ThemeStyle): Merge {
  const [from, here, there] = [base && valuesOf(base), valuesOf(mine), valuesOf(theirs)];
  const values = new Map(here);
  const taken: string[] = [];
  const collisions: Collision[] = [];
  for (const field of new Set([...here.keys(), ...there.keys()])) {
    const [one, other] = [here.get(field), there.get(field)];
    if (isSame(one, other)) continue;
    if (from && isSame(other, from.get(field))) continue;
    if (from && isSame(one, from.get(field))) {
      taken.push(field);
      put(values, field, other);
    } else collisions.push({ field, mine: shownAs(one), theirs: shownAs(other) });
  }
  return { style: styleOf(values), taken, collisions };
}

/** A theme with some of its fields as another has them. */
export function withFields(style: ThemeStyle, of: ThemeStyle, fields: Iterable<string>): ThemeStyle {
  const [values, others] = [valuesOf(style), valuesOf(of)];
  for (const field of fields) put(values, field, others.get(field));
  return styleOf(values);
}

function put(values: Map<string, unknown>, field: string, value: unknown): void {
  if (value === undefined) values.delete(field);
  else values.set(field, value);
}
