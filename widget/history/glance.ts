import type { TemplateResult } from "lit";
import type { Summary } from "../../worker/contract/summary.ts";
import { dressPanel } from "./dress-panel.ts";
import type { Loaded } from "./loaded.ts";

const DATE = { dateStyle: "medium", timeZone: "UTC" } as const;

/**
 * Opens what led to the number above the page, so that nothing on it moves: at once as a larger drawing and a table
 * of the series that is here already, and as the whole history as soon as its script has come. If that never does,
 * the first stays.
 *
 * @param asked address that the summary came from
 */
export function openDialog(frame: Element, asked: string, summary: Summary, loaded: Loaded): void {
  // Meanwhile the element may have gone, or a second click have come.
  if (!frame.isConnected || frame.querySelector("dialog")) return;
  dressPanel(frame.getRootNode() as ShadowRoot);
  const dialog = document.createElement("dialog");
  // What it is about, for whoever hears it open.
  dialog.lang = summary.text.lang;
  dialog.setAttribute("aria-label", summary.text.heading);
  dialog.addEventListener("close", () => dialog.remove());
  frame.append(dialog);
  loaded.render(
    glance(loaded, summary, () => dialog.close()),
    dialog,
  );
  dialog.showModal();
  import("./index.ts")
    .then(({ showHistory }) => showHistory(dialog, asked, summary, loaded))
    .catch(() => {
      // Neither the page nor its reader is told: what is shown already answers.
    });
}

/** The series of a summary as a drawing and a table; the history takes the place of the inner box. */
function glance({ html, chart, drawnAs }: Loaded, summary: Summary, close: () => void): TemplateResult {
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
