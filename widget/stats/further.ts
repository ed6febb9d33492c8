import type { Summary } from "../../worker/contract/summary.ts";
import { KINDS } from "./understood.ts";

/** What a page can ask for by a property of its own, and the first styles don't know. */
const ASKED =
  "number,rule,heading-font,number-font,heading-weight,number-weight,figures,label-case,align,padding,rule-width,border-width,edge-width,max-width,chart-height,line-width,area,grid-width,axis-size,value-size".split(
    ",",
  );

let complete: typeof import("../look/index.ts").complete | undefined;

/** The script for looks beyond the first choices. Where it can't come, the number stands all the same. */
export async function readLook(): Promise<void> {
  try {
    ({ complete } = await import("../look/index.ts"));
  } catch {}
}

/**
 * Brings that script where the page sets a property of its own that the first styles don't know.
 *
 * @param again told when it has come
 */
export function expectLook(page: CSSStyleDeclaration, again: () => void): void {
  if (!complete && ASKED.some((name) => page.getPropertyValue(`--ds-${name}`)))
    readLook().then(() => complete && again());
}

/** Adds to what is drawn what theme or page ask for. @param letters family of type of the page */
export function completeLook(root: ShadowRoot, summary: Summary, letters: string): void {
  complete?.(root, summary, letters, KINDS);
}
