import { ThemeStyle } from "../../../worker/contract/theme.ts";

/**
 * The theme as far as it can be shown: what the service wouldn't take is as it was before, or, if it never was anything,
 * left out; everything else is as it is edited.
 *
 * @param shown before
 */
export function shownTheme(edited: ThemeStyle, shown: ThemeStyle): ThemeStyle {
  const read = ThemeStyle.safeParse(edited);
  if (read.success) return read.data;
  const mended = structuredClone(edited) as Record<string, unknown>;
  for (const { path } of read.error.issues) mend(mended, shown as Record<string, unknown>, path);
  const { data } = ThemeStyle.safeParse(mended);
  return data ?? shown;
}

/** A value within a group of a theme's values alone (`light.ink`, `headings.uk`); a list or a logo as a whole. */
function mend(
  style: Record<string, unknown>,
  shown: Record<string, unknown>,
  [outer, inner]: readonly PropertyKey[],
): void {
  const field = String(outer);
  const group = style[field];
  const isOne = typeof inner === "string" && typeof group === "object" && group && field !== "logo";
  if (isOne && !Array.isArray(group)) {
    const before = (shown[field] as Record<string, unknown> | undefined)?.[inner];
    put(group as Record<string, unknown>, inner, before);
  } else put(style, field, shown[field]);
}

function put(values: Record<string, unknown>, name: string, value: unknown): void {
  if (value === undefined) delete values[name];
  else values[name] = value;
}
