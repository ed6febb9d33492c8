import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import { LANGS, type Lang } from "../../../worker/contract/terms.ts";
import type { ThemeStyle } from "../../../worker/contract/theme.ts";
import { fallbackText } from "../../../worker/wording/fallback.ts";
import { choice } from "../controls.ts";
import { propertiesOf } from "../draft/look.ts";
import type { Choices } from "../editor/choices.ts";
import { typedDate } from "../snippet.ts";
import { LANGUAGE_NAMES, lang as ownLang, words } from "../words/index.ts";
import { sourceOf } from "./serve-states.ts";
import { STATES, type State } from "./states.ts";

const HOSTS = ["broadsheet", "news", "sidebar"] as const;
type Host = (typeof HOSTS)[number];
type Scheme = "light" | "dark";

/**
 * The real element on a page like the editor's: it is given the theme as the custom properties and attributes that
 * the published theme will have.
 */
export class StudioPreview extends LitElement {
  static override properties: PropertyDeclarations = {
    theme: { attribute: false },
    scheme: { attribute: false },
    chosen: { attribute: false },
    host: { state: true },
    state: { state: true },
    spoken: { state: true },
  };

  declare theme: ThemeStyle;
  declare scheme: Scheme;
  declare chosen: Choices;
  declare host: Host;
  declare state: State;
  declare spoken: Lang;

  constructor() {
    super();
    this.host = "broadsheet";
    this.state = "now";
    this.spoken = ownLang;
  }

  /** In the page itself, so that the page's one style sheet is enough. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { title, name, text } = words.hostText;
    const { hidden } = this.theme;
    return html`
      <div class="bar">
        ${choice(
          words.host,
          HOSTS,
          this.host,
          (host) => words.hosts[host],
          (host) => this.#visit(host),
        )}
        ${choice(
          words.state,
          STATES,
          this.state,
          (state) => words.states[state],
          (state) => (this.state = state),
        )}
        ${choice(
          words.previewLang,
          LANGS,
          this.spoken,
          (one) => LANGUAGE_NAMES[one],
          (one) => (this.spoken = one),
        )}
        <button type="button" aria-pressed=${this.scheme === "dark"}
          @click=${() => this.#turn(this.scheme === "dark" ? "light" : "dark")}>${words.dark}</button>
      </div>
      <div class="host ${this.host} ${this.scheme} ${hidden.map((part) => `without-${part}`).join(" ")}">
        <p class="host-name" aria-hidden="true">${name}</p>
        <div class="host-text" aria-hidden="true"><b>${title}</b><p>${text}</p></div>
        <div class="host-place" lang=${this.spoken}></div>
      </div>
      <p class="hint">${words.invented}</p>
    `;
  }

  /** Attributes come and go with the theme, so the element is set by hand, as a page's own script would. */
  protected override updated(): void {
    const place = this.querySelector(".host-place");
    if (!place) return;
    const { chosen, theme } = this;
    const lang = chosen.lang ?? this.spoken;
    let counter = place.querySelector("desertion-stats");
    const source = sourceOf(this.state);
    // What an element shows stays until the next answer; a state without one needs an element that had none.
    if (!counter || counter.getAttribute("src") !== source || this.state === "waiting") {
      counter = document.createElement("desertion-stats");
      counter.textContent = fallbackText(chosen.offence, lang);
    }
    const layout = chosen.layout ?? theme.layout;
    const attributes: Record<string, string | null> = {
      layout,
      chart: chosen.chart ?? (layout === "inline" && theme.chart === "line" ? null : theme.chart),
      heading: theme.headings[lang] ?? null,
      offence: chosen.offence,
      span: chosen.span,
      since: typedDate(chosen.since),
      lang,
      src: source,
    };
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null) counter.removeAttribute(name);
      else if (counter.getAttribute(name) !== value) counter.setAttribute(name, value);
    }
    for (const [name, value] of Object.entries(propertiesOf(this.theme, this.scheme))) {
      if (value === null) counter.style.removeProperty(name);
      else counter.style.setProperty(name, value);
    }
    if (counter.parentNode !== place) place.replaceChildren(counter);
  }

  /** A paper is light and the news site dark, until one is turned over. */
  #visit(host: Host): void {
    this.host = host;
    if (host !== "sidebar") this.#turn(host === "news" ? "dark" : "light");
  }

  #turn(scheme: Scheme): void {
    this.dispatchEvent(new CustomEvent("scheme", { detail: scheme }));
  }
}

customElements.define("studio-preview", StudioPreview);
