/** Where unsaved changes wait: the browser's storage for this origin. Never a token. */
export type Drawer = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Under which name a theme's unsaved changes lie. */
export function placeOf(slug: string): string {
  return `desertion-stats:unsaved:${slug}`;
}

/** Whether a theme has unsaved changes here. What they are, `restore` reads. */
export function isKept(drawer: Drawer, slug: string): boolean {
  try {
    return drawer.getItem(placeOf(slug)) !== null;
  } catch {
    // Private windows may refuse.
    return false;
  }
}
