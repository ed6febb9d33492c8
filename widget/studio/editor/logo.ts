import { html, LitElement, type PropertyDeclarations, svg, type TemplateResult } from "lit";
import type { Logo } from "../../../worker/contract/theme-look.ts";
import { type LogoFault, readLogo } from "../draft/logo.ts";
import { words } from "./words/index.ts";

interface Factory {
  createPolicy(name: string, rules: Rules): Rules;
}
interface Rules {
  createHTML(text: string): string;
}
const rules: Rules = { createHTML: (text) => text };
const { trustedTypes } = globalThis as { trustedTypes?: Factory };
const policy = trustedTypes?.createPolicy("studio-logo", rules) ?? rules;

/** In a document of its own, in which no script runs and nothing is loaded. */
function parsed(text: string): Element {
  return new DOMParser().parseFromString(policy.createHTML(text), "image/svg+xml").documentElement;
}

/** A logo from a file, of which nothing is sent or kept but its paths. Says `logo` with it, or with nothing. */
export class StudioLogo extends LitElement {
  static override properties: PropertyDeclarations = {
    logo: { attribute: false },
    label: { attribute: false },
    fault: { state: true },
  };

  declare logo: Logo | undefined;
  /** What it is called where none is said. */
  declare label: string;
  declare fault: LogoFault | null;

  constructor() {
    super();
    this.label = "";
    this.fault = null;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { logo, fault } = this;
    return html`<div class="field">
      <label for="logo">${words.logo}</label>
      <input id="logo" type="file" accept=".svg,image/svg+xml" aria-describedby="logo-note"
        aria-invalid=${fault !== null} @change=${this.#read} />
      <p id="logo-note" class=${fault ? "wrong" : "hint"} role="status">
        ${fault ? words.logoFaults[fault] : logo ? words.logoTaken(logo.paths.length) : words.logoHelp}
      </p>
      ${
        logo
          ? html`<svg class="logo" viewBox="0 0 ${logo.width} ${logo.height}" role="img" aria-label=${logo.label}>
            ${logo.paths.map(({ d, fill }) => svg`<path d=${d} fill=${fill ?? "currentColor"}></path>`)}
          </svg>
          <button type="button" class="small" @click=${this.#remove}>${words.logoRemove}</button>`
          : ""
      }
    </div>`;
  }

  readonly #read = async ({ target }: Event): Promise<void> => {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (!file) return;
    const read = readLogo(parsed(await file.text()), this.label);
    input.value = "";
    this.fault = typeof read === "string" ? read : null;
    if (typeof read !== "string") this.#say(read);
  };

  readonly #remove = (): void => {
    this.fault = null;
    this.#say(undefined);
    this.querySelector<HTMLElement>("#logo")?.focus();
  };

  #say(detail: Logo | undefined): void {
    this.dispatchEvent(new CustomEvent("logo", { detail }));
  }
}

customElements.define("studio-logo", StudioLogo);
