import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import type { AuditBody, AuditEntry } from "../../../worker/contract/audit.ts";
import { ask } from "../service/ask.ts";
import { dayOf, words as studio } from "../words/index.ts";
import { words } from "./words/index.ts";

/** Who changed what, when: for admins, a page at a time. */
export class StudioAudit extends LitElement {
  static override properties: PropertyDeclarations = {
    entries: { state: true },
    next: { state: true },
    failed: { state: true },
  };

  declare entries: AuditEntry[];
  /** `before` of the next page; null: there is none. */
  declare next: number | null;
  declare failed: boolean;

  constructor() {
    super();
    this.entries = [];
    this.next = null;
    this.failed = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#load("");
  }

  protected override render(): TemplateResult {
    return html`<h1>${studio.auditLog}</h1>
      <p class="standfirst">${words.motto}</p>
      ${this.failed ? html`<p class="wrong" role="alert">${studio.offline}</p>` : ""}
      <div class="scroll" tabindex="0" role="region" aria-label=${studio.auditLog}>
        <table>
          <thead><tr>
            ${[words.at, words.who, words.action, words.subject].map((name) => html`<th scope="col">${name}</th>`)}
          </tr></thead>
          <tbody>
            ${this.entries.map(
              ({ at, who, action, subject }) => html`<tr>
                <td>${dayOf(at)}</td><td>${who}</td><td>${words.actions[action]}</td><td><code>${subject}</code></td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${
        this.next === null
          ? ""
          : html`<button type="button" @click=${() => this.#load(`?before=${this.next}`)}>${words.older}</button>`
      }`;
  }

  async #load(query: string): Promise<void> {
    const answer = await ask<AuditBody>("GET", `/v1/audit${query}`);
    this.failed = !answer.ok;
    if (!answer.ok) return;
    this.entries = [...this.entries, ...answer.body.entries];
    this.next = answer.body.next ?? null;
  }
}

customElements.define("studio-audit", StudioAudit);
