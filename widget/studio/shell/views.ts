import type { Route } from "./route.ts";

/** A view whose script comes when it is opened. The list of themes comes with the studio itself. */
export type LaterView = Exclude<Route["view"], "themes">;

/** The element of each such view, which its script defines. */
const ELEMENTS = {
  theme: "studio-editor",
  desk: "studio-desk",
  figures: "studio-figures",
  courts: "studio-courts",
  sources: "studio-sources",
  coding: "studio-coding",
  cases: "studio-behind",
  audit: "studio-audit",
} as const satisfies Readonly<Record<LaterView, string>>;

const SCRIPTS: Readonly<Record<LaterView, () => Promise<unknown>>> = {
  theme: () => import("../editor/editor.ts"),
  desk: () => import("../desk/desk.ts"),
  figures: () => import("../figures/figures.ts"),
  courts: () => import("../courts/courts.ts"),
  sources: () => import("../sources/sources.ts"),
  coding: () => import("../coding/coding.ts"),
  cases: () => import("../behind/behind.ts"),
  audit: () => import("../audit/audit.ts"),
};

/** Whether a view can be shown at once. */
export function isHere(view: LaterView): boolean {
  return customElements.get(ELEMENTS[view]) !== undefined;
}

/** Has a view's script come. @throws TypeError where it can't: without a line, or once another release has replaced it */
export async function bring(view: LaterView): Promise<void> {
  await SCRIPTS[view]();
}
