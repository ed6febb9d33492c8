import { ThemeStyle } from "../../../worker/contract/theme.ts";

/** A theme as it is being edited here, and what it was made from. */
export interface Kept {
  slug: string;
  style: ThemeStyle;
  /** The saved draft that it began with; null: none. */
  revision: number | null;
  /** The published version that it began with; null: none. */
  version: number | null;
}

/** Where unsaved changes wait: the browser's storage for this origin. Never a token. */
export type Drawer = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const PREFIX = "desertion-stats:unsaved:";

/** Keeps unsaved changes over a reload. A drawer that is full or forbidden costs that, and nothing else. */
export function keep(drawer: Drawer, kept: Kept): void {
  try {
    drawer.setItem(PREFIX + kept.slug, JSON.stringify(kept));
  } catch {
    // Private windows may refuse; the editor goes on without.
  }
}

/** The unsaved changes of a theme; null where there are none, or none that today's schema understands. */
export function restore(drawer: Drawer, slug: string): Kept | null {
  try {
    const { style, revision, version } = JSON.parse(drawer.getItem(PREFIX + slug) ?? "null") as Kept;
    const whole = (value: unknown) => (Number.isInteger(value) ? (value as number) : null);
    // A theme that is being made may not have its name yet.
    const named = ThemeStyle.parse({ ...style, name: style.name || "–" });
    return {
      slug,
      style: { ...named, name: style.name },
      revision: whole(revision),
      version: whole(version),
    };
  } catch {
    return null;
  }
}

export function forget(drawer: Drawer, slug: string): void {
  try {
    drawer.removeItem(PREFIX + slug);
  } catch {
    // As above.
  }
}
