import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import {
  SOURCE_EVERY,
  SOURCE_FORMATS,
  type Source,
  type SourceRequest,
} from "../../../worker/contract/sources.ts";
import { choice, line, tick } from "../controls.ts";
import { setSource } from "../service/sources.ts";
import { type Refusal, refusalOf } from "./refusal.ts";
import { words } from "./words/index.ts";

const NEW: SourceRequest = {
  name: "",
  url: "",
  format: "desk-csv",
  every: "hour",
  absence: "partial",
  covers: null,
  publishes: "after-review",
  secret: null,
  paused: false,
};

/**
 * One watched table, to be set.
 * @event saved with its name
 * @event left without a change
 */
export class StudioSourceForm extends LitElement {
  static override properties: PropertyDeclarations = {
    source: { attribute: false },
    slug: { state: true },
    typed: { state: true },
    refused: { state: true },
    busy: { state: true },
  };

  /** The table that is changed; null: a new one. */
  declare source: Source | null;
  declare slug: string;
  declare typed: SourceRequest;
  declare refused: Refusal;
  declare busy: boolean;

  constructor() {
    super();
    this.source = null;
    this.slug = "";
    this.typed = NEW;
    this.refused = { fields: {}, text: "" };
    this.busy = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("source")) return;
    const { source } = this;
    this.slug = source?.slug ?? "";
    if (!source) return;
    const { name, url, format, every, absence, covers, publishes, secret, paused } = source;
    this.typed = { name, url, format, every, absence, covers, publishes, secret, paused };
  }

  protected override render(): TemplateResult {
    const { typed, slug, source } = this;
    const { fields, text } = this.refused;
    const set = (change: Partial<SourceRequest>) => {
      this.typed = { ...this.typed, ...change };
    };
    const records = typed.format === "desk-csv";
    return html`<form class="source" novalidate @submit=${this.#save}>
      <h3>${source ? source.name : words.add}</h3>
      <p class="wrong" role="alert">${text}</p>
      ${line(words.name, typed.name, (name) => set({ name }), { name: "source-name", help: words.nameHelp, wrong: fields.name, max: 80 })}
      ${
        source
          ? ""
          : line(words.slug, slug, (typedSlug) => (this.slug = typedSlug.trim()), {
              ...{ name: "source-slug", help: words.slugHelp, wrong: fields.slug, max: 40 },
            })
      }
      ${line(words.url, typed.url, (url) => set({ url: url.trim() }), { name: "source-url", help: words.urlHelp, wrong: fields.url, max: 2_000 })}
      ${choice(
        words.format,
        SOURCE_FORMATS,
        typed.format,
        (one) => words.formats[one],
        (format) => set(format === "ledger" ? { format, covers: null } : { format }),
      )}
      <p class="hint">${words.namesStay}</p>
      <div class="pair">
        ${choice(
          words.every,
          SOURCE_EVERY,
          typed.every,
          (one) => words.everies[one],
          (every) => set({ every }),
        )}
        ${choice(
          words.publishes,
          ["after-review", "by-itself"] as const,
          typed.publishes,
          (one) => words.publishing[one],
          (publishes) => set({ publishes }),
        )}
      </div>
      ${
        records
          ? html`<div class="pair">
              ${choice(
                words.absence,
                ["partial", "complete"] as const,
                typed.absence,
                (one) => words.absences[one],
                (absence) => set({ absence }),
              )}
              ${line(
                words.coversFrom,
                typed.covers?.start ?? "",
                (start) =>
                  set({ covers: start === "" ? null : { end: null, courts: null, ...typed.covers, start } }),
                { name: "source-covers", type: "date", help: words.coversHelp, wrong: fields.covers },
              )}
            </div>`
          : ""
      }
      ${line(words.secret, typed.secret ?? "", (secret) => set({ secret: secret.trim() || null }), { name: "source-secret", help: words.secretHelp, wrong: fields.secret, max: 60 })}
      ${tick(words.pause, typed.paused, (paused) => set({ paused }))}
      <p class="do">
        <button class="primary" aria-disabled=${this.busy}>${words.save}</button>
        <button type="button" @click=${() => this.dispatchEvent(new CustomEvent("left"))}>${words.cancel}</button>
      </p>
    </form>`;
  }

  readonly #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.busy = true;
    // An empty name for its address would be another address.
    const answer = await setSource(this.slug || "-", this.typed);
    this.busy = false;
    if (answer.ok) {
      this.dispatchEvent(new CustomEvent("saved", { detail: answer.body.source.name }));
      return;
    }
    this.refused = refusalOf(answer);
    await this.updateComplete;
    this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
}

customElements.define("studio-source-form", StudioSourceForm);
