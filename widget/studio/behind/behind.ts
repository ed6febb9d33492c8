import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import { type BehindBody, COUNTED_MEASURES, type CountedMeasure } from "../../../worker/contract/behind.ts";
import { OFFENCES, type Offence } from "../../../worker/contract/terms.ts";
import { words } from "../coding/words/index.ts";
import { choice, line } from "../controls.ts";
import { allCourts, courtName } from "../desk/context.ts";
import { lookBehind } from "../service/coding.ts";
import { reasonOf } from "../service/refusal.ts";
import { addressOf } from "../shell/route.ts";
import { words as studio } from "../words/index.ts";
import { caseCard } from "./case-card.ts";

/** What the form asks; empty: it isn't asked. */
interface Asked {
  measure: CountedMeasure;
  offence: Offence;
  week: string;
  court: string;
  source: string;
  edition: string;
  against: string;
}

/** From a week, a court or a difference to its cases. What is asked stands in the address, so that it can be handed on. */
export class StudioBehind extends LitElement {
  static override properties: PropertyDeclarations = {
    query: { attribute: false },
    asked: { state: true },
    found: { state: true },
    wrong: { state: true },
    fields: { state: true },
  };

  declare query: string;
  declare asked: Asked;
  declare found: BehindBody | null;
  declare wrong: string;
  /** What the service says of a field. */
  declare fields: Readonly<Record<string, string>>;

  constructor() {
    super();
    this.query = "";
    this.asked = askedIn("");
    this.found = null;
    this.wrong = "";
    this.fields = {};
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** What the window is called: which cases, by their week, court and editions. */
  get heading(): string {
    const { week, court, source, edition, against } = askedIn(this.query);
    const asked = [week, court && courtName(court), source, edition, against].filter((one) => one !== "");
    return [studio.behind, ...asked].join(", ");
  }

  protected override updated(): void {
    this.dispatchEvent(new Event("titled", { bubbles: true }));
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("query")) return;
    this.asked = askedIn(this.query);
    this.found = null;
    this.#load();
  }

  protected override render(): TemplateResult {
    const { asked, fields } = this;
    const set = (change: Partial<Asked>) => {
      this.asked = { ...this.asked, ...change };
    };
    return html`<h1>${studio.behind}</h1>
      <p class="standfirst">${words.behindMotto}</p>
      <form class="behind" novalidate @submit=${this.#ask}>
        <div class="pair">
          ${choice(
            words.measure,
            COUNTED_MEASURES,
            asked.measure,
            (one) => words.measures[one],
            (measure) => set({ measure }),
          )}
          ${choice(
            words.offence,
            OFFENCES,
            asked.offence,
            (one) => words.offences[one],
            (offence) => set({ offence }),
          )}
          ${line(words.isoWeek, asked.week, (week) => set({ week: week.trim() }), { name: "behind-week", help: words.isoWeekHelp, wrong: fields.week, max: 8 })}
          ${choice(
            words.courtCode,
            ["", ...allCourts()],
            asked.court,
            (one) => (one ? courtName(one) : words.allCourts),
            (court) => set({ court }),
          )}
          ${line(words.source, asked.source, (source) => set({ source: source.trim() }), { name: "behind-source", help: words.sourceHelp, wrong: fields.source, max: 70 })}
          ${line(words.edition, asked.edition, (edition) => set({ edition: edition.trim() }), { name: "behind-edition", help: words.editionHelp, wrong: fields.edition, max: 20 })}
          ${line(words.against, asked.against, (against) => set({ against: against.trim() }), { name: "behind-against", help: words.againstHelp, wrong: fields.against, max: 20 })}
        </div>
        <p class="do"><button class="primary">${words.show}</button></p>
      </form>
      <p class="wrong" role="alert">${this.wrong}</p>
      <div role="status">${this.#heading()}</div>
      ${this.#list()}`;
  }

  #heading(): TemplateResult | string {
    const { found, query } = this;
    if (!query) return "";
    if (!found) return this.wrong || Object.keys(this.fields).length > 0 ? "" : studio.loading;
    const { edition, against, counted, before } = found;
    const when =
      against !== null || before !== null
        ? words.between(against ?? words.nothing, edition ?? words.nothing)
        : edition && words.ofEdition(edition);
    return html`<h2>${before === null ? words.counted(counted) : words.change(before, counted)}</h2>
      ${when ? html`<p class="hint">${when}</p>` : ""}`;
  }

  #list(): TemplateResult | string {
    const { found } = this;
    if (!found) return "";
    if (found.cases.length === 0) return html`<p class="hint">${words.none}</p>`;
    return html`<ul class="held cases">${found.cases.map(caseCard)}</ul>
      ${found.next === null ? "" : html`<p><button type="button" @click=${this.#more}>${words.more}</button></p>`}`;
  }

  readonly #ask = (event: SubmitEvent): void => {
    event.preventDefault();
    const query = queryOf(this.asked);
    if (query === this.query) this.#load();
    else location.hash = addressOf({ view: "cases", query });
  };

  async #load(after = ""): Promise<void> {
    const { query } = this;
    this.wrong = "";
    this.fields = {};
    if (!query) return;
    const answer = await lookBehind(after ? `${query}&after=${encodeURIComponent(after)}` : query);
    if (query !== this.query) return;
    if (answer.ok) {
      const known = after ? (this.found?.cases ?? []) : [];
      this.found = { ...answer.body, cases: [...known, ...answer.body.cases] };
      return;
    }
    const errors = answer.problem?.errors ?? [];
    this.fields = Object.fromEntries(errors.map(({ parameter, message }) => [parameter, message]));
    if (errors.length === 0) this.wrong = reasonOf(answer);
    await this.updateComplete;
    this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  readonly #more = (): void => {
    this.#load(this.found?.next ?? "");
  };
}

function askedIn(query: string): Asked {
  const search = new URLSearchParams(query);
  const of = (name: string) => search.get(name) ?? "";
  return {
    measure: COUNTED_MEASURES.find((one) => one === of("measure")) ?? "convictions",
    offence: OFFENCES.find((one) => one === of("offence")) ?? "desertion",
    ...{
      week: of("week"),
      court: of("court"),
      source: of("source"),
      edition: of("edition"),
      against: of("against"),
    },
  };
}

function queryOf({ measure, offence, ...others }: Asked): string {
  const given = Object.entries(others).filter(([, value]) => value !== "");
  return new URLSearchParams({ measure, offence, ...Object.fromEntries(given) }).toString();
}

customElements.define("studio-behind", StudioBehind);
