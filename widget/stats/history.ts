import { html, render } from "lit";
import type { Summary } from "../../worker/contract/summary.ts";
import { chart } from "./chart.ts";
import { sketch } from "./sparkline.ts";

const WEEK_MS = 7 * 86_400_000;
const DATE = { dateStyle: "medium", timeZone: "UTC" } as const;

/**
 * Opens what led to the number above the page, so that nothing on it moves: at once as a larger drawing and a table
 * of the series that is here already, and as the whole history as soon as its script has come. If that never does,
 * the first stays.
 *
 * @param from address that the summary came from
 */
export function openHistory(frame: Element, from: string, summary: Summary): void {
  const { edition, series, text } = summary;
  const { lang, dir, history } = text;
  const drawing = edition.evidence === "published" ? "steps" : "line";
  const dialog = frame.appendChild(document.createElement("dialog"));
  const dateOf = (week: number) =>
    new Date(Date.parse(series.start ?? "") + week * WEEK_MS).toLocaleDateString(lang, DATE);
  const rows = series.values.map((value, week) => html`<tr><td>${dateOf(week)}<td>${value}`);
  render(
    html`<div lang=${lang} dir=${dir}><p><button @click=${() => dialog.close()}>${history.close}</button></p><div><p part="heading">${text.heading}</p>${chart(sketch(series, drawing), drawing, text.sparkline_alt)}<table><tr><th>${history.week}<th>${history.count}${rows}</table></div></div>`,
    dialog,
  );
  dialog.onclose = () => dialog.remove();
  dialog.showModal();
  import("../history/index.ts")
    .then(({ showHistory }) => showHistory(dialog, from, summary, { html, render }))
    .catch(() => {});
}
