import type { TemplateResult, html as tagHtml } from "lit";
import type { SeriesBody } from "../../worker/contract/series.ts";
import type { Choice } from "./address.ts";
import { GRANULARITIES, MONTHS, PARTS } from "./choices.ts";
import { DASHES } from "./plot.ts";
import type { Row } from "./shape.ts";
import { type Formats, statusText, valueText } from "./words.ts";

/** As the service joins the parts of a label. */
const DOT = "\u00a0· ";

/** What the panel shows. */
export interface Shown extends Choice {
  body: SeriesBody;
  rows: readonly Row[];
  formats: Formats;
  /** How far back, in months; 0: everything. */
  months: number;
  /** What was asked for last didn't come. */
  failed: boolean;
  csv: string;
  frozen: string;
}

/** What a reader does with it. */
export interface Acts {
  choose(choice: Partial<Choice & { months: number }>): void;
  /** The reader points at a place of the chart, in pixels from its side. */
  point(event: PointerEvent): void;
  /** The reader goes to a row. */
  go(row: number): void;
  save(): void;
}

type Html = typeof tagHtml;

/** The panel in the words of the series. Its canvas is drawn, and its marks are set, by who renders it. */
export function panel(html: Html, shown: Shown, acts: Acts): TemplateResult {
  const { body, rows, csv, frozen, failed } = shown;
  const { text } = body;
  const { history } = text;
  const isKnown = rows.some(({ points }) => points.some(({ value }) => value !== null));
  const slide = ({ target }: Event) => acts.go((target as HTMLInputElement).valueAsNumber);
  const chart = html`<div class="plot" @pointermove=${acts.point} @pointerdown=${acts.point}>
      <canvas role="img" aria-label="${text.heading}. ${text.label}"></canvas>
      <output></output>
    </div>
    <input type="range" min="0" max=${rows.length - 1} aria-label=${history.period} @input=${slide}>
    <ul>${legend(html, shown)}</ul>`;
  return html`<div class="history">
    <p part="heading">${text.heading}</p>
    <p part="label">${parts(html, text.label)}</p>
    ${text.status ? html`<p part="status">${text.status}</p>` : ""}
    ${controls(html, shown, acts)}
    ${failed ? html`<p role="alert">${history.failed}</p>` : ""}
    ${isKnown ? chart : html`<p>${history.nothing} ${text.reason ?? ""}</p>`}
    <ul>
      <li><a href=${csv} download>${history.csv}</a></li>
      <li>${isKnown ? html`<button @click=${acts.save}>${history.png}</button>` : ""}</li>
      <li><a href=${frozen} rel="noopener">${history.frozen}</a></li>
      <li>${text.source}</li>
    </ul>
    ${isKnown && text.coding ? html`<p>${text.coding}</p>` : ""}
    ${isKnown ? table(html, shown) : ""}
  </div>`;
}

/** As on the card, where the styles of a label's parts are. */
function parts(html: Html, label: string): TemplateResult[] {
  return label.split(DOT).map((part, index) => html`<span>${index ? html`<b>${DOT}</b>` : ""}${part}</span>`);
}

function controls(
  html: Html,
  { body, granularity, by, months, formats }: Shown,
  { choose }: Acts,
): TemplateResult {
  const { history } = body.text;
  // Publishers print totals of their own periods, seldom of parts.
  const isCounted = body.edition.evidence === "records";
  const parts = PARTS.filter((part) => part !== "sentence" || body.type.unit === "convictions").filter(
    (part) => !(part in body.type),
  );
  return html`<form>
    ${
      isCounted
        ? [
            select(
              html,
              history.by.label,
              ["", ...parts],
              by,
              (part) => history.by[part || "all"],
              (by) => choose({ by }),
            ),
            select(
              html,
              history.granularity.label,
              GRANULARITIES,
              granularity,
              (one) => history.granularity[one],
              (granularity) => choose({ granularity }),
            ),
          ]
        : ""
    }
    ${select(
      html,
      history.range.label,
      MONTHS,
      months,
      (one) => (one ? formats.span(one) : history.range.all),
      (months) => choose({ months }),
    )}</form>`;
}

function select<Value extends string | number>(
  html: Html,
  label: string,
  values: readonly Value[],
  chosen: Value,
  name: (value: Value) => string,
  choose: (value: Value) => void,
): TemplateResult {
  const change = ({ target }: Event) => choose(values[(target as HTMLSelectElement).selectedIndex] as Value);
  const option = (value: Value) => html`<option ?selected=${value === chosen}>${name(value)}</option>`;
  return html`<label>${label} <select @change=${change}>${values.map(option)}</select></label>`;
}

/** The keys with their lines; one without a key has the accent, for the chart to take its colour from. */
function legend(html: Html, { rows, body }: Shown): TemplateResult[] {
  return (rows[0]?.points ?? []).map(({ key }, at) => {
    const dashes = DASHES[at % DASHES.length]?.join(" ");
    const line = html`<svg aria-hidden="true"><line x2="100%" y1="50%" y2="50%" stroke-dasharray=${dashes}></line></svg>`;
    return html`<li><i class="k${at}">${line}</i>${nameOf(body, key)}</li>`;
  });
}

function table(html: Html, { body, rows, formats }: Shown): TemplateResult {
  const { text } = body;
  const first = rows[0]?.points ?? [];
  const shares = first.some(({ key, known }) => key !== null && known !== null);
  const row = (row: Row) => {
    const period = html`${formats.period(row)} <small>${statusText(row, text, formats)}</small>`;
    const values = row.points.map((point) => html`<td>${valueText(point, text, formats)}</td>`);
    const known = shares ? html`<td>${formats.number(row.points[0]?.known ?? 0)}</td>` : "";
    return html`<tr><th scope="row">${period}</th>${values}${known}</tr>`;
  };
  return html`<div class="rows" tabindex="0" role="region" aria-label=${text.label}>
    <table>
      <thead>
        <tr>
          <th scope="col">${text.history.period}</th>
          ${first.map(({ key }) => html`<th scope="col">${nameOf(body, key)}</th>`)}
          ${shares ? html`<th scope="col">${text.history.known}</th>` : ""}
        </tr>
      </thead>
      <tbody>
        ${rows.map(row).reverse()}
      </tbody>
    </table>
  </div>`;
}

/** A key of the points in words. */
export function nameOf({ text }: SeriesBody, key: string | null): string {
  return key === null ? text.count : String(Object.hasOwn(text.keys, key) ? text.keys[key] : key);
}
