import type { SeriesBody } from "../../worker/contract/series.ts";
import type { Summary } from "../../worker/contract/summary.ts";
import { type Choice, csvUrl, frozenUrl, seriesUrl } from "./address.ts";
import type { Loaded } from "./loaded.ts";
import { type Acts, nameOf, panel, type Shown } from "./panel.ts";
import { picture } from "./picture.ts";
import { type Pens, type Plot, plot } from "./plot.ts";
import { newest, rowsOf } from "./shape.ts";
import { understoodBy } from "./understood.ts";
import { formatsOf, statusText, valueText } from "./words.ts";

/** The longest series that the service gives has a third of it. */
const MOST_BYTES = 2 ** 22;

/**
 * Puts the whole history behind a summary into an open dialog: chart, table, and ways to take them along. Rejects, and
 * leaves the dialog as it is, if the series doesn't come or can't be shown.
 *
 * @param asked address that the summary came from; relative where the service is behind the page's own
 */
export async function showHistory(
  dialog: HTMLDialogElement,
  asked: string,
  summary: Summary,
  { html, render, get, readJson, kinds }: Loaded,
): Promise<void> {
  const understood = understoodBy(kinds);
  const from = new URL(asked, dialog.baseURI).href;
  let choice: Choice & { months: number } = { granularity: "week", by: "", months: 0 };
  let body = await ask(seriesUrl(from, summary, choice));
  let plotted: Plot | undefined;
  let shown: Shown;
  if (!dialog.isConnected) return;

  const glance = dialog.firstElementChild?.lastElementChild as HTMLElement;
  const place = document.createElement("div");
  dialog.addEventListener("close", () => plotted?.destroy());

  async function ask(url: string): Promise<SeriesBody> {
    const response = await get(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return understood(await readJson(response, MOST_BYTES));
  }

  function show(failed = false): void {
    const rows = newest(rowsOf(body), choice.months);
    const url = seriesUrl(from, summary, choice);
    const { id } = body.edition;
    const formats = formatsOf(body.text, choice.granularity);
    shown = { ...choice, body, rows, formats, failed, csv: csvUrl(url, id), frozen: frozenUrl(from, id) };
    plotted?.destroy();
    render(panel(html, shown, acts), place);
    const canvas = place.querySelector("canvas");
    if (!canvas) return;
    plotted = plot(canvas, rows, body.edition.evidence === "published", pensOf(place), formats);
    acts.go(rows.length - 1);
  }

  async function choose(change: Partial<typeof choice>): Promise<void> {
    const before = { choice, body };
    choice = { ...choice, ...change };
    const wanted = choice;
    try {
      const answer = await ask(seriesUrl(from, summary, choice));
      // Meanwhile the reader may have chosen something else.
      if (choice !== wanted) return;
      body = answer;
      show();
    } catch {
      if (choice === wanted) ({ choice, body } = before);
      show(true);
    }
  }

  const acts: Acts = {
    choose,
    point({ clientX, currentTarget }) {
      const { left } = (currentTarget as HTMLElement).getBoundingClientRect();
      acts.go(plotted?.rowAt(clientX - left) ?? 0);
    },
    go(at) {
      const row = shown.rows[at];
      const tip = place.querySelector("output");
      const slider = place.querySelector<HTMLInputElement>("[type=range]");
      if (!row || !tip || !slider || !plotted) return;
      plotted.mark(at);
      const { formats } = shown;
      const period = formats.period(row);
      const status = statusText(row, body.text, formats);
      // Of many parts those that are none would only hide the others.
      const values = row.points
        .filter(({ key, value }) => key === null || value !== 0)
        .map((point) => {
          const value = valueText(point, body.text, formats);
          return point.key === null ? value : `${nameOf(body, point.key)}: ${value}`;
        });
      render(html`<b>${period}</b>${[...values, status].map((line) => html`<div>${line}</div>`)}`, tip);
      slider.valueAsNumber = at;
      slider.setAttribute("aria-valuetext", [period, ...values, status].filter(Boolean).join(". "));
      const x = plotted.xOf(at);
      const room = place.clientWidth - tip.offsetWidth;
      // Beside the mark, on the side with more room.
      tip.style.left = `${Math.max(0, Math.min(room, x > place.clientWidth / 2 ? x - tip.offsetWidth - 8 : x + 8))}px`;
    },
    async save() {
      const canvas = place.querySelector("canvas");
      const { lines, ...pens } = pensOf(place);
      const keys = (shown.rows[0]?.points ?? []).map(({ key }, at) => ({
        name: nameOf(body, key),
        colour: lines[at] ?? pens.ink,
      }));
      const { heading, label, source, status, history } = body.text;
      const footer = `${status} ${source} · ${history.frozen} · ${new URL(from).host}`;
      const ground = getComputedStyle(dialog).backgroundColor;
      const image = canvas && (await picture(canvas, { ...pens, heading, label, keys, footer, ground }));
      if (!image) return;
      const link = document.createElement("a");
      link.href = URL.createObjectURL(image);
      link.download = `desertion-stats-${body.edition.id}.png`;
      link.click();
      URL.revokeObjectURL(link.href);
    },
  };
  glance.after(place);
  try {
    show();
    glance.remove();
  } catch (cause) {
    place.remove();
    throw cause;
  }
}

/** Letters and colours as the styles have them, whichever scheme and theme they come from. */
function pensOf(place: HTMLElement): Pens {
  const styles = getComputedStyle(place);
  const ofLabel = getComputedStyle(place.querySelector("label") ?? place);
  const ofCell = getComputedStyle(place.querySelector("td") ?? place);
  return {
    font: styles.fontFamily,
    ink: styles.color,
    muted: ofLabel.color,
    border: ofCell.borderBlockEndColor,
    lines: [...place.querySelectorAll("i")].map((one) => getComputedStyle(one).color),
  };
}
