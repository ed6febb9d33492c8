import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import { ThemeSlug } from "../../../worker/contract/theme.ts";
import { failingPairs } from "../../../worker/domain/theme/contrast.ts";
import { fallbackText } from "../../../worker/wording/fallback.ts";
import type { Session } from "../service/session.ts";
import { inForce, type Standing } from "../service/themes.ts";
import { addressOf, THEME_TABS, type ThemeTab } from "../shell/route.ts";
import { lang, words } from "../words/index.ts";
import { bar, type Note } from "./bar.ts";
import { type Choices, choices, NO_CHOICES } from "./choices.ts";
import type { Scheme } from "./colours.ts";
import { conflictPanel } from "./conflict.ts";
import { look } from "./look.ts";
import "./snippets.ts";
import { versions } from "./versions.ts";
import { type Said, ThemeWork } from "./work.ts";
import "../preview/preview.ts";

/** One theme: its look, the way onto a page, its versions; beside them always the preview. */
export class StudioEditor extends LitElement {
  static override properties: PropertyDeclarations = {
    slug: { attribute: false },
    tab: { attribute: false },
    session: { attribute: false },
    scheme: { state: true },
    chosen: { state: true },
  };

  /** null: a new theme, which has no address yet. */
  declare slug: string | null;
  declare tab: ThemeTab;
  declare session: Session | null;
  declare scheme: Scheme;
  declare chosen: Choices;

  readonly #work = new ThemeWork(this, localStorage, (slug) => {
    history.replaceState(null, "", addressOf({ view: "theme", slug, tab: "look" }));
    dispatchEvent(new HashChangeEvent("hashchange"));
  });

  constructor() {
    super();
    this.scheme = "light";
    this.chosen = NO_CHOICES;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("slug") || changed.has("session")) this.#work.open(this.slug, this.session);
  }

  protected override render(): TemplateResult {
    const work = this.#work;
    const { standing, style, conflict } = work;
    if (!standing) return html`<p class="hint">${words.loading}</p>`;
    return html`
      <div class="head">
        <h1>${style.name.trim() || words.newTheme}</h1>
        ${this.slug === null ? "" : this.#tabs(this.slug)}
      </div>
      ${
        conflict
          ? conflictPanel(conflict, style, {
              takeTheirs: () => work.takeTheirs(),
              keepMine: () => work.keepMine(),
            })
          : ""
      }
      <div class="columns">
        <div class="tab">${this.#content(standing)}</div>
        <studio-preview
          class=${this.tab}
          .theme=${style}
          .scheme=${this.scheme}
          .chosen=${this.chosen}
          @scheme=${({ detail }: CustomEvent<Scheme>) => (this.scheme = detail)}
        ></studio-preview>
      </div>
      ${bar({
        note: this.#withStep(work.said ?? this.#stand(standing)),
        canUndo: work.history.past.length > 0,
        canRedo: work.history.future.length > 0,
        canDiscard: work.canDiscard,
        isBusy: work.isBusy,
        undo: () => work.undo(),
        redo: () => work.redo(),
        discard: () => work.discard(),
        save: () => work.send("save"),
        publish: () => work.send("publish"),
      })}
    `;
  }

  #tabs(slug: string): TemplateResult {
    return html`<nav class="tabs" aria-label=${words.editor}>
      ${THEME_TABS.map(
        (tab) => html`<a href=${addressOf({ view: "theme", slug, tab })}
          aria-current=${tab === this.tab ? "page" : "false"}>${words.tabs[tab]}</a>`,
      )}
    </nav>`;
  }

  #content(standing: Standing): TemplateResult {
    const work = this.#work;
    if (this.slug !== null && this.tab === "versions") {
      return versions(standing, this.slug === "default", {
        publishAgain: (version) => work.publishAgain(version),
        remove: async () => {
          if (await work.remove()) location.hash = addressOf({ view: "themes" });
        },
      });
    }
    if (this.slug !== null && this.tab === "snippets") return this.#snippets(this.slug, standing);
    const { newSlug: slug } = work;
    const wrong = ThemeSlug.safeParse(slug).success ? null : words.slugWrong;
    const naming = { slug, wrong, isTried: work.isTried, rename: (typed: string) => work.rename(typed) };
    const turn = (scheme: Scheme) => (this.scheme = scheme);
    return look(work.editing, this.scheme, turn, this.slug === null ? naming : null);
  }

  #snippets(theme: string, standing: Standing): TemplateResult {
    const fallback = fallbackText(this.chosen.offence, this.chosen.lang ?? lang);
    const embed = { ...this.chosen, origin: location.origin, theme, fallback };
    return html`<section aria-labelledby="choices">
        <h2 id="choices">${words.choices}</h2>
        ${choices(this.chosen, (chosen) => (this.chosen = chosen))}
      </section>
      <studio-snippets .embed=${embed} .caveat=${this.#caveat(standing)}></studio-snippets>`;
  }

  /** Why a snippet doesn't show yet what the preview shows; empty: it does. */
  #caveat(standing: Standing): string {
    if (inForce(standing) === null) return words.snippetUnpublished;
    return this.#work.isChanged || standing.draft ? words.snippetBehind : "";
  }

  /** Where the theme stands, and what keeps it from being published. */
  #stand(standing: Standing): Said {
    const plain = (text: string): Said => ({ kind: "plain", text });
    const failing = failingPairs(this.#work.style).length;
    if (failing > 0) return { kind: "bad", text: words.fixFirst(failing), next: "contrast" };
    if (this.#work.isChanged) return plain(words.unsaved);
    if (standing.draft) return plain(words.asDraft);
    const published = inForce(standing);
    return plain(published ? words.asPublished(published.version) : "");
  }

  #withStep({ kind, text, next }: Said): Note {
    const { slug } = this;
    if (next === "sign-in") {
      const go = () => this.dispatchEvent(new Event("sign-in"));
      return { kind, text, next: { text: words.signIn, go } };
    }
    if (next === "contrast")
      return { kind, text, next: { text: words.showMe, go: () => this.#showContrast() } };
    if (next === "snippets" && slug !== null && this.tab !== "snippets") {
      const go = () => (location.hash = addressOf({ view: "theme", slug, tab: "snippets" }));
      return { kind, text, next: { text: words.snippet, go } };
    }
    return { kind, text };
  }

  /** Brings whoever reads the complaint to the first colour that it is about. */
  async #showContrast(): Promise<void> {
    const [first] = failingPairs(this.#work.style);
    if (!first) return;
    this.scheme = first.scheme;
    if (this.slug !== null && this.tab !== "look") {
      location.hash = addressOf({ view: "theme", slug: this.slug, tab: "look" });
      await new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
    }
    await this.updateComplete;
    this.querySelector<HTMLElement>(`#colour-${first.scheme}-${first.foreground}`)?.focus();
  }
}

customElements.define("studio-editor", StudioEditor);
