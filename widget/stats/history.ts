import { html, render, type TemplateResult } from "lit";
import type { Summary } from "../../worker/contract/summary.ts";
import { chart } from "./chart.ts";
import { count, day, fields, lang, list, long, range, short } from "./kinds.ts";
import { readJson } from "./read-json.ts";
import { get } from "./request.ts";
import { drawnAs } from "./sparkline.ts";

/** What the panel needs of the element to understand an answer. */
const KINDS = { fields, list, long, short, count, range, day, lang };
const DATE = { dateStyle: "medium", timeZone: "UTC" } as const;

/**
 * Opens what led to the number above the page, so that nothing on it moves: at once as a larger drawing and a table
 * of the series that is here already, and as the whole history as soon as its script has come. If that never does,
 * the first stays.
 *
 * @param from address that the summary came from
 */
export function openHistory(frame: Element, from: string, summary: Summary): void {
  const dialog = document.createElement("dialog");
  dialog.addEventListener("close", () => dialog.remove());
  frame.append(dialog);
  render(
    glance(summary, () => dialog.close()),
    dialog,
  );
  dialog.showModal();
  import("../history/index.ts")
    .then(({ showHistory }) =>
      showHistory(dialog, from, summary, { html, render, get, readJson, kinds: KINDS }),
    )
    .catch(() => {
      // Neither the page nor its reader is told: what is shown already answers.
    });
}

/** The series of a summary as a drawing and a table; the history takes the place of the inner box. */
function glance(summary: Summary, close: () => void): TemplateResult {
  const { series, text } = summary;
  const { lang, dir, history } = text;
  const dateOf = (index: number) => {
    const date = new Date(series.start ?? "");
    if (series.granularity === "month") date.setUTCMonth(date.getUTCMonth() + index);
    else date.setUTCDate(date.getUTCDate() + 7 * index);
    return date.toLocaleDateString(lang, DATE);
  };
  return html`<div lang=${lang} dir=${dir}>
    <p><button @click=${close}>${history.close}</button></p>
    <div>
      <p part="heading">${text.heading}</p>
      ${chart(summary, drawnAs(summary), text.sparkline_alt)}
      <table>
        <thead>
          <tr><th>${history.week}</th><th>${history.count}</th></tr>
        </thead>
        <tbody>
          ${series.values.map((value, index) => html`<tr><td>${dateOf(index)}</td><td>${value}</td></tr>`)}
        </tbody>
      </table>
    </div>
  </div>`;
}
