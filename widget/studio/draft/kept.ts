import { ThemeStyle } from "../../../worker/contract/theme.ts";
import { type Drawer, placeOf } from "./drawer.ts";

/** A theme as it is being edited here, and what it was made from. */
export interface Kept {
  slug: string;
  style: ThemeStyle;
  /** What it was made from; null: from nothing, or not known any more. */
  base: ThemeStyle | null;
  /** The saved draft that it began with; null: none. */
  revision: number | null;
  /** The published version that it began with; null: none. */
  version: number | null;
  /** What was sent and never answered, oldest first: it may have arrived. */
  sent: readonly ThemeStyle[];
  /** What stands in fields and can't be read, and so isn't in `style`. */
  written: Readonly<Record<string, string>>;
}

/** Keeps unsaved changes over a reload. A drawer that is full or forbidden costs that, and nothing else. */
export function keep(drawer: Drawer, kept: Kept): void {
  try {
    drawer.setItem(placeOf(kept.slug), JSON.stringify(kept));
  } catch {
    // Private windows may refuse; the editor goes on without.
  }
}

/** The unsaved changes of a theme; null where there are none, or none that today's schema understands. */
export function restore(drawer: Drawer, slug: string): Kept | null {
  try {
    const kept = JSON.parse(drawer.getItem(placeOf(slug)) ?? "null") as Kept;
    const whole = (value: unknown) => (Number.isInteger(value) ? (value as number) : null);
    const base = ThemeStyle.safeParse(kept.base);
    return {
      slug,
      style: readable(kept.style),
      base: base.success ? base.data : null,
      revision: whole(kept.revision),
      version: whole(kept.version),
      sent: ThemeStyle.array().catch([]).parse(kept.sent),
      written: textsOf(kept.written ?? {}),
    };
  } catch {
    return null;
  }
}

/** A theme that is being made may have words that can't be saved yet; its editor gets them back as they are. */
function readable(style: ThemeStyle): ThemeStyle {
  const { name, headings = {}, byline, note, credit, ...look } = style;
  return {
    ...ThemeStyle.parse({ ...look, name: "–" }),
    name: textOf(name ?? ""),
    headings: textsOf(headings),
    ...(byline && { byline: textsOf(byline) }),
    ...(note && { note: textsOf(note) }),
    ...(credit && { credit: textsOf(credit) }),
  };
}

function textOf(value: unknown): string {
  return String(value).slice(0, MOST_CHARACTERS);
}

function textsOf(values: object): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textOf(value)]));
}

/** More than any field takes: a drawer holds what was typed, and no more than that. */
const MOST_CHARACTERS = 1_000;

export function forget(drawer: Drawer, slug: string): void {
  try {
    drawer.removeItem(placeOf(slug));
  } catch {
    // As above.
  }
}
