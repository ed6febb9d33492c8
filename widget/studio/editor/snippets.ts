import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import { type Embed, isAskable, type Manifest, WAYS_OUT, type WayOut } from "../snippet.ts";
import { words } from "./words/index.ts";

/** The snippets of a theme, each to copy. */
export class StudioSnippets extends LitElement {
  static override properties: PropertyDeclarations = {
    embed: { attribute: false },
    caveat: { attribute: false },
    manifest: { attribute: false },
    copied: { state: true },
  };

  declare embed: Embed;
  /** Why they don't show yet what the preview shows; empty: they do. */
  declare caveat: string;
  declare manifest: Manifest | null;
  declare copied: string | null;

  constructor() {
    super();
    this.caveat = "";
    this.copied = null;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<section class="snippets" aria-labelledby="snippets">
      <h2 id="snippets">${words.snippet}</h2>
      <p class="hint" role="status">${isAskable(this.embed) ? this.caveat : words.compareFirst}</p>
      ${WAYS_OUT.map((way) => this.#way(way))}
      <p class="unseen" role="status">${this.copied ? words.copied : ""}</p>
    </section>`;
  }

  #way({ name, text, once, forms = [] }: WayOut): TemplateResult | string {
    const snippet = text(this.embed, this.manifest);
    if (snippet === null) return "";
    return html`<div class="snippet">
      <h3>${words.ways[name]}</h3>
      <p class="hint">${words.waysHelp[name]}</p>
      ${this.#code(name, snippet)}
      ${forms.map((form) => {
        const further = form.text(this.embed);
        return further === null
          ? ""
          : html`<p class="hint">${words.forms[form.name]}</p>${this.#code(`${name}-${form.name}`, further)}`;
      })}
      ${once ? html`<p class="hint">${words.once}</p>${this.#code(`${name}-once`, once)}` : ""}
    </div>`;
  }

  #code(name: string, snippet: string): TemplateResult {
    return html`<pre tabindex="0"><code>${snippet}</code></pre>
      <button type="button" data-way=${name} @click=${() => this.#copy(name, snippet)}>
        ${this.copied === snippet ? words.copied : words.copy}
      </button>`;
  }

  async #copy(name: string, snippet: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(snippet);
      this.copied = snippet;
    } catch {
      // No leave to write to the clipboard: the text is marked, one key is left to press.
      const code = this.querySelector(`[data-way=${name}]`)?.previousElementSibling;
      if (code) getSelection()?.selectAllChildren(code);
    }
  }
}

customElements.define("studio-snippets", StudioSnippets);
