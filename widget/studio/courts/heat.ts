import { html, type TemplateResult } from "lit";
import { weekIndex, weekNameOf } from "../../../worker/domain/week-index.ts";
import { linkToCases } from "../behind/link.ts";
import { words as coding } from "../coding/words/index.ts";
import { courtName } from "../desk/context.ts";
import { dateText } from "./dates.ts";
import type { Cell, Grid } from "./grid.ts";
import { words } from "./words/index.ts";

/** Shades beside none; each cell also says its number. */
const SHADES = 4;

/**
 * Courts by weeks: a table that can be read out, whose cells are the darker the more records they have.
 * Each number leads to its cases.
 * @param source key of the one whose records are counted; null: all
 */
export function heatTable({ weeks, rows, most }: Grid, source: string | null): TemplateResult {
  const cell = (one: Cell, court: string, monday: string) => {
    if (one.records === 0 && !one.isRead) return UNREAD();
    const shade = one.records === 0 ? 0 : Math.ceil((SHADES * one.records) / Math.max(1, most));
    const number = one.records === 0 ? 0 : led(one.records, { court, monday, source });
    return html`<td class="shade-${shade}">${number}</td>`;
  };
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
          ${cells.map((one, at) => cell(one, court, weeks[at]!))}
        </tr>`,
      )}</tbody>
    </table>
  </div>`;
}

const UNREAD = () =>
  html`<td class="unread"><span aria-hidden="true">${words.notRead}</span><span class="unseen">${words.notReadSaid}</span></td>`;

function led(
  records: number,
  { court, monday, source }: { court: string; monday: string; source: string | null },
): TemplateResult {
  const name = coding.casesOf(`${courtName(court)}, ${words.weekOf(dateText(monday))}: ${records}`);
  const week = weekNameOf(weekIndex(monday));
  return linkToCases(records, name, { measure: "records", court, week, ...(source && { source }) });
}
