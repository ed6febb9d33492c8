import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Source, SourceRun } from "../../../worker/contract/sources.ts";
import { reasonOf } from "../service/refusal.ts";
import { deleteSource, listSources, runSource } from "../service/sources.ts";
import { dayOf, lang, words as studio } from "../words/index.ts";
import { expectedIn } from "../words/reader/index.ts";
import "./embargoes.ts";
import "./form.ts";
import "./held.ts";
import "./hooks.ts";
import { words } from "./words/index.ts";

/** Tables that are watched: first what they left for a person, then each with its last look, then where notices go. */
export class StudioSources extends LitElement {
  static override properties: PropertyDeclarations = {
    admin: { attribute: false },
    sources: { state: true },
    open: { state: true },
    looking: { state: true },
    said: { state: true },
    turn: { state: true },
  };

  declare admin: boolean;
  declare sources: Source[] | null;
  /** Slug of the source that is changed; "": a new one; null: none is. */
  declare open: string | null;
  declare looking: string | null;
  declare said: { kind: "good" | "bad"; text: string } | null;
  declare turn: string;

  constructor() {
    super();
    this.admin = false;
    this.sources = null;
    this.open = null;
    this.looking = null;
    this.said = null;
    this.turn = "0";
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#load();
  }

  protected override render(): TemplateResult {
    const { said, sources, open } = this;
    return html`<h1>${studio.sources}</h1>
      <p class="standfirst">${words.motto}</p>
      <studio-held .turn=${this.turn} @settled=${this.#load}></studio-held>
      <studio-embargoes .turn=${this.turn} @settled=${this.#load}></studio-embargoes>
      <section aria-labelledby="tables">
        <h2 id="tables">${words.tables}</h2>
        <p class=${said?.kind === "bad" ? "wrong" : "said"} role="status">${said?.text ?? ""}</p>
        ${sources?.length === 0 ? html`<p class="hint">${words.noTables}</p>` : ""}
        ${sources && sources.length > 0 ? html`<ul class="sources">${sources.map((one) => this.#source(one))}</ul>` : ""}
        ${
          open === ""
            ? html`<studio-source-form @saved=${this.#saved} @left=${this.#leave}></studio-source-form>`
            : html`<p><button type="button" @click=${() => (this.open = "")}>${words.add}</button></p>`
        }
      </section>
      ${this.admin ? html`<studio-hooks></studio-hooks>` : ""}`;
  }

  #source(source: Source): TemplateResult {
    const { slug, name, last_run, next_run_at } = source;
    if (this.open === slug) {
      return html`<li>
        <studio-source-form .source=${source} @saved=${this.#saved} @left=${this.#leave}></studio-source-form>
      </li>`;
    }
    const busy = this.looking !== null;
    return html`<li>
      <h3>${name}</h3>
      <p>
        ${words.formats[source.format]}, ${words.everies[source.every]};
        ${next_run_at ? words.next(dayOf(next_run_at)) : words.paused}
      </p>
      ${lastLook(last_run)}
      <p class="do">
        <button type="button" aria-disabled=${busy} @click=${() => this.#look(source)}>
          ${this.looking === slug ? words.running : words.runNow}
        </button>
        <button type="button" @click=${() => (this.open = slug)}>${words.change}</button>
        <button type="button" @click=${() => this.#stop(source)}>${words.stop}</button>
      </p>
    </li>`;
  }

  readonly #load = async (): Promise<void> => {
    const answer = await listSources();
    if (answer.ok) this.sources = answer.body.sources;
    else this.said = { kind: "bad", text: reasonOf(answer) };
  };

  readonly #leave = (): void => {
    this.open = null;
  };

  readonly #saved = async ({ detail }: CustomEvent<string>): Promise<void> => {
    this.open = null;
    this.said = { kind: "good", text: words.saved(detail) };
    await this.#load();
  };

  async #look({ slug }: Source): Promise<void> {
    this.looking = slug;
    this.said = null;
    const answer = await runSource(slug);
    this.looking = null;
    if (!answer.ok) this.said = { kind: "bad", text: reasonOf(answer) };
    this.turn = String(Number(this.turn) + 1);
    await this.#load();
  }

  async #stop({ slug, name }: Source): Promise<void> {
    if (!confirm(words.reallyStop(name))) return;
    const answer = await deleteSource(slug);
    this.said = answer.ok ? null : { kind: "bad", text: reasonOf(answer) };
    await this.#load();
  }
}

function lastLook(run: SourceRun | null): TemplateResult {
  if (!run) return html`<p class="hint">${words.never}</p>`;
  const { state, started_at, problem } = run;
  const said = words.last(words.states[state], dayOf(started_at));
  if (!problem) return html`<p>${said}</p>`;
  return html`<p class="wrong">${said}. ${words.problems[problem.code]}</p>
    ${
      problem.rejected && problem.rejected.length > 0
        ? html`<ul class="hint">${problem.rejected.map(({ line, column, expected }) => {
            const { text, lang: spoken } = expectedIn(lang, expected);
            return html`<li>${words.row(line, column, "")}<span lang=${spoken}>${text}</span></li>`;
          })}</ul>`
        : ""
    }`;
}

customElements.define("studio-sources", StudioSources);
