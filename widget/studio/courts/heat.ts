import { html, type TemplateResult } from "lit";
import { courtName } from "../desk/context.ts";
import { dateText } from "./dates.ts";
import type { Cell, Grid } from "./grid.ts";
import { words } from "./words/index.ts";

/** Shades beside none; each cell also says its number. */
const SHADES = 4;

/** Courts by weeks: a table that can be read out, whose cells are the darker the more records they have. */
export function heatTable({ weeks, rows, most }: Grid): TemplateResult {
  return html`<div class="scroll heat" tabindex="0" role="region" aria-label=${words.heat}>
    <table>
      <caption>${words.heat}</caption>
      <thead><tr>
        <th scope="col">${words.head[0]}</th>
        ${weeks.map((monday) => html`<th scope="col"><abbr title=${words.weekOf(dateText(monday))}>${dateText(monday, false)}</abbr></th>`)}
      </tr></thead>
      <tbody>${rows.map(
        ({ court, report, cells }) => html`<tr>
          <th scope="row" class=${report?.overdue ? "overdue" : ""}>${courtName(court)}</th>
          ${cells.map((one) => cell(one, most))}
        </tr>`,
      )}</tbody>
    </table>
  </div>`;
}

function cell({ records, isRead }: Cell, most: number): TemplateResult {
  if (records === 0 && !isRead) {
    return html`<td class="unread"><span aria-hidden="true">${words.notRead}</span><span class="unseen">${words.notReadSaid}</span></td>`;
  }
  const shade = records === 0 ? 0 : Math.ceil((SHADES * records) / Math.max(1, most));
  return html`<td class="shade-${shade}">${records}</td>`;
}
