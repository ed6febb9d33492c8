import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import type { CourtReport, CourtReportsBody } from "../../../worker/contract/court-reports.ts";
import { linkToCases } from "../behind/link.ts";
import { words as coding } from "../coding/words/index.ts";
import { choice } from "../controls.ts";
import { allCourts, courtName } from "../desk/context.ts";
import { table } from "../desk/tables.ts";
import { readCourtReports } from "../service/courts.ts";
import { reasonOf } from "../service/refusal.ts";
import { words as studio } from "../words/index.ts";
import { dateText } from "./dates.ts";
import { type Grid, gridOf, type Row, totalsOf } from "./grid.ts";
import { heatTable } from "./heat.ts";
import { words } from "./words/index.ts";

/** Weeks that are shown at once. */
const LENGTHS = ["13", "26", "52"] as const;

/** All courts: first those that are missed, then each with its rhythm, then which weeks were read of which. */
export class StudioCourts extends LitElement {
  static override properties: PropertyDeclarations = {
    reports: { state: true },
    source: { state: true },
    length: { state: true },
    wrong: { state: true },
  };

  declare reports: CourtReportsBody | null;
  /** Place of the source whose records are shown; null: all. */
  declare source: number | null;
  declare length: (typeof LENGTHS)[number];
  declare wrong: string;

  constructor() {
    super();
    this.reports = null;
    this.source = null;
    this.length = "13";
    this.wrong = "";
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override render(): TemplateResult {
    const { reports, wrong } = this;
    return html`<h1>${studio.courts}</h1>
      <p class="standfirst">${words.motto}</p>
      <p class="wrong" role="status">${wrong}</p>
      ${reports ? this.#whole(reports) : html`<p class="hint">${studio.loading}</p>`}`;
  }

  #whole(reports: CourtReportsBody): TemplateResult {
    const grid = gridOf(reports, allCourts(), this.source, Number(this.length));
    const { all, known, overdue, never } = totalsOf(grid.rows);
    const missed = grid.rows.filter(({ report }) => report?.overdue);
    const { read_on, newest } = reports;
    return html`<p>${words.totals(all, known, overdue, never)}</p>
      ${read_on && newest ? html`<p class="hint">${words.readOn(dateText(read_on), dateText(newest))}</p>` : html`<p>${words.noRecords}</p>`}
      ${
        known === 0
          ? ""
          : html`<section>
              <h2 id="missed">${words.missed}</h2>
              ${missed.length === 0 ? html`<p>${words.noneMissed}</p>` : table(words.missed, words.head, missed.map(lineOf))}
              <p class="hint">${words.missedHelp}</p>
            </section>`
      }
      ${known === 0 ? "" : this.#heat(reports, grid)}
      <section>
        <h2 id="courts-all">${words.all}</h2>
        ${table(words.all, words.head, grid.rows.map(lineOf))}
      </section>`;
  }

  #heat({ sources }: CourtReportsBody, grid: Grid): TemplateResult {
    const places = ["", ...sources.keys()] as const;
    const chosen = this.source === null ? null : sources[this.source];
    return html`<section>
      <h2 id="heat">${words.heat}</h2>
      <div class="pair">
        ${choice(
          words.source,
          places.map(String),
          this.source === null ? "" : String(this.source),
          (place) => {
            const one = place === "" ? undefined : sources[Number(place)];
            return one ? (one.watched ? words.watched : words.files)(one.name) : words.everySource;
          },
          (place) => (this.source = place === "" ? null : Number(place)),
          { name: "courts-source" },
        )}
        ${choice(
          words.weeks,
          LENGTHS,
          this.length,
          (weeks) => words.weekChoice(Number(weeks)),
          (weeks) => (this.length = weeks),
          { name: "courts-weeks" },
        )}
      </div>
      ${chosen?.read_on ? html`<p class="hint">${words.lastRead(dateText(chosen.read_on))}</p>` : ""}
      ${heatTable(grid, chosen?.key ?? null)}
      <p class="hint">${words.heatHelp}</p>
    </section>`;
  }

  async #load(): Promise<void> {
    const answer = await readCourtReports();
    if (answer.ok) this.reports = answer.body;
    else this.wrong = reasonOf(answer);
  }
}

function lineOf({ court, report }: Row): (string | number | TemplateResult)[] {
  if (!report) return [courtName(court), 0, 0, words.never, "", ""];
  const { cases, convictions, last_record, silent_days } = report;
  const name = courtName(court);
  return [
    linkToCases(name, coding.casesOf(name), { measure: "records", court }),
    cases,
    convictions,
    last_record ? dateText(last_record) : words.never,
    rhythmText(report),
    silent_days === null ? "" : words.days(silent_days),
  ];
}

function rhythmText({ usual_gap_days: half, longest_gap_days: most }: CourtReport): string {
  return half === null || most === null ? words.tooFew : words.usual(half, most);
}

customElements.define("studio-courts", StudioCourts);
