import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import type { ThemeLine } from "../../../worker/contract/theme-answers.ts";
import { isKept } from "../draft/drawer.ts";
import { listThemes } from "../service/themes.ts";
import { addressOf } from "../shell/route.ts";
import { dayOf, words } from "../words/index.ts";

/** The look that pages have without a theme; it can be edited like any other, and always stands in the list. */
const own = (): ThemeLine => ({ slug: DEFAULT, name: words.ownLook, published: null, draft: null });
const DEFAULT = "default";

/** All themes, with what is published of them and what is being worked on. */
export class StudioThemes extends LitElement {
  static override properties: PropertyDeclarations = {
    themes: { state: true },
    failed: { state: true },
  };

  declare themes: ThemeLine[] | null;
  declare failed: boolean;

  constructor() {
    super();
    this.themes = null;
    this.failed = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#load();
  }

  protected override render(): TemplateResult {
    const fresh = { view: "theme", slug: null, tab: "look" } as const;
    return html`<div class="head">
        <div>
          <h1>${words.themes}</h1>
          <p class="standfirst">${words.motto}</p>
        </div>
        <a class="button primary" href=${addressOf(fresh)}>${words.newTheme}</a>
      </div>
      ${this.themes ? this.#list(this.themes) : this.#waiting()}`;
  }

  #list(themes: readonly ThemeLine[]): TemplateResult {
    const first = themes.find(({ slug }) => slug === DEFAULT) ?? own();
    const others = themes.filter(({ slug }) => slug !== DEFAULT);
    return html`${others.length === 0 ? html`<p class="hint">${words.noThemes}</p>` : ""}
      <ul class="themes">
        ${[...others, first].map(row)}
      </ul>`;
  }

  #waiting(): TemplateResult {
    return this.failed
      ? html`<p class="wrong" role="alert">${words.offline}
          <button type="button" @click=${() => this.#load()}>${words.retry}</button></p>`
      : html`<p class="hint">${words.loading}</p>`;
  }

  async #load(): Promise<void> {
    const answer = await listThemes();
    this.failed = !answer.ok;
    if (answer.ok) this.themes = answer.body;
  }
}

function row({ slug, name, published, draft }: ThemeLine): TemplateResult {
  const unsaved = isKept(localStorage, slug);
  const notes = [
    published ? words.publishedVersion(published.version, dayOf(published.at)) : words.notPublished,
    ...(draft ? [words.draftOf(dayOf(draft.at))] : []),
    ...(unsaved ? [words.unsavedHere] : []),
  ];
  return html`<li>
    <a href=${addressOf({ view: "theme", slug, tab: "look" })}>${name}</a>
    <code>${slug}</code>
    <span class="hint">${notes.join(" · ")}</span>
  </li>`;
}

customElements.define("studio-themes", StudioThemes);
