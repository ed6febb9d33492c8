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

/** Adds to what is drawn what theme or page ask for. @param again told when the script has come for the page's own */
export function completeLook(
  root: ShadowRoot,
  summary: Summary,
  page: CSSStyleDeclaration,
  again: () => void,
): void {
  if (complete) complete(root, summary, page.fontFamily, KINDS);
  else if (ASKED.some((name) => page.getPropertyValue(`--ds-${name}`))) readLook().then(again);
}
