import { html, render } from "lit";
import type { Summary } from "../../worker/contract/summary.ts";
import { chart } from "./chart.ts";
import { currentUrl } from "./query.ts";
import { readJson } from "./read-json.ts";
import { get } from "./request.ts";
import { drawnAs } from "./sparkline.ts";
import { KINDS } from "./understood.ts";

/** What the history's scripts take from the element, and don't bring themselves. */
const LOADED = {
  html,
  render,
  get,
  readJson,
  chart,
  drawnAs,
  kinds: KINDS,
};

const glance = () => import("../history/glance.ts");

/** A reader's pointer or focus is on the button: what it opens, some two kilobytes, comes meanwhile. */
export function expectHistory(): void {
  glance().catch(() => {});
}

/**
 * Opens what led to the number, above the page. Where its script can't come, the counter's own page opens instead,
 * which leads there without any.
 *
 * @param from address that the summary came from
 */
export function openHistory(frame: Element, from: string, summary: Summary): void {
  glance().then(
    ({ openDialog }) => openDialog(frame, from, summary, LOADED),
    () => open(currentUrl(from), "_blank", "noopener"),
  );
}
