import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import { words } from "../words/index.ts";
import { bring, type LaterView } from "./views.ts";

/** Stands where a view will, until its script has come: says `arrived` then, and what to do where it can't come. */
export class StudioArrival extends LitElement {
  static override properties: PropertyDeclarations = {
    view: { attribute: false },
    name: { attribute: false },
    failed: { state: true },
  };

  declare view: LaterView;
  /** What the view is called. */
  declare name: string;
  declare failed: boolean;

  constructor() {
    super();
    this.name = "";
    this.failed = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("view")) this.#bring();
  }

  protected override render(): TemplateResult {
    return html`<h1 tabindex="-1">${this.name}</h1>
      ${
        this.failed
          ? html`<p class="wrong" role="alert">${words.viewMissing}</p>
            <p class="do">
              <button type="button" class="primary" @click=${this.#bring}>${words.retry}</button>
              <a class="button" href=${location.href} target="_blank">${words.inNewWindow}</a>
            </p>`
          : html`<p class="hint">${words.loading}</p>`
      }`;
  }

  readonly #bring = async (): Promise<void> => {
    const { view } = this;
    this.failed = false;
    try {
      await bring(view);
    } catch {
      // Somebody who has gone on to another view waits for that one.
      if (view === this.view) this.failed = true;
      return;
    }
    this.dispatchEvent(new Event("arrived"));
  };
}

customElements.define("studio-arrival", StudioArrival);
