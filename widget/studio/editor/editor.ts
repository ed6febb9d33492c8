import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Lang } from "../../../worker/contract/terms.ts";
import type { ThemeVersion } from "../../../worker/contract/theme-answers.ts";
import { failingPairs } from "../../../worker/domain/theme/contrast.ts";
import { fallbackText } from "../../../worker/wording/fallback.ts";
import type { Session } from "../service/session.ts";
import { inForce, type Standing } from "../service/themes.ts";
import { addressOf, THEME_TABS, type ThemeTab } from "../shell/route.ts";
import { type Embed, NO_CHOICES } from "../snippet.ts";
import { lang, words as studio } from "../words/index.ts";
import { bar, type Note } from "./bar.ts";
import { type Choices, choices } from "./choices.ts";
import type { Scheme } from "./colours.ts";
import { idOf } from "./editing.ts";
import { keptSpace } from "./kept-space.ts";
import { look } from "./look.ts";
import { PageFacts } from "./page-facts.ts";
import { reveal } from "./reveal.ts";
import { type Said, said } from "./said.ts";
import { words } from "./words/index.ts";
import "./conflict.ts";
import "./snippets.ts";
import "./versions.ts";
import { ThemeWork } from "./work.ts";
import "../preview/preview.ts";

/** One theme: its look, the way onto a page, its versions; beside them always the preview. */
export class StudioEditor extends LitElement {
  static override properties: PropertyDeclarations = {
    slug: { attribute: false },
    tab: { attribute: false },
    session: { attribute: false },
    scheme: { state: true },
    chosen: { state: true },
    looked: { state: true },
    spoken: { state: true },
  };

  /** null: a new theme, which has no address yet. */
  declare slug: string | null;
  declare tab: ThemeTab;
  declare session: Session | null;
  declare scheme: Scheme;
  declare chosen: Choices;
  /** The earlier version that the preview shows; null: it shows what is edited. */
  declare looked: ThemeVersion | null;
  /** Language of the page that the preview stands in for. */
  declare spoken: Lang;

  readonly #facts = new PageFacts(this);
  readonly #work = new ThemeWork(this, localStorage, (slug) => {
    history.replaceState(null, "", addressOf({ view: "theme", slug, tab: "look" }));
    dispatchEvent(new HashChangeEvent("hashchange"));
  });

  constructor() {
    super();
    this.scheme = "light";
    this.chosen = NO_CHOICES;
    this.looked = null;
    this.spoken = lang;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** What the window is called while this theme is open. */
  get heading(): string {
    return this.#work.style.name.trim() || studio.newTheme;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("slug") || changed.has("session")) this.#work.open(this.slug, this.session);
    if (changed.has("slug") || changed.has("tab")) this.looked = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.documentElement.style.scrollPaddingBlockEnd = "";
  }

  protected override updated(): void {
    // What has the focus isn't brought to a place that the bar covers (WCAG 2.2, 2.4.11).
    const covered = this.querySelector<HTMLElement>(".actions")?.offsetHeight ?? 0;
    document.documentElement.style.scrollPaddingBlockEnd = `${covered + 8}px`;
    this.dispatchEvent(new Event("titled", { bubbles: true }));
  }

  protected override render(): TemplateResult {
    const work = this.#work;
    const { standing, style, conflict } = work;
    if (!standing)
      return html`<h1 tabindex="-1">${this.slug ?? studio.newTheme}</h1><p class="hint">${studio.loading}</p>`;
    return html`
      <div class="head">
        <h1 tabindex="-1">${this.heading}</h1>
        ${this.slug === null ? "" : this.#tabs(this.slug)}
      </div>
      ${
        conflict
          ? html`<studio-conflict .conflict=${conflict}
              @settled=${({ detail }: CustomEvent<ReadonlySet<string>>) => this.#settle(detail)}></studio-conflict>`
          : ""
      }
      <div class="columns">
        <div class="tab">${this.#content(standing)}</div>
        <studio-preview
          class=${this.tab}
          .theme=${this.looked?.style ?? style}
          .embed=${this.#embed()}
          .manifest=${this.#facts.manifest}
          @scheme=${({ detail }: CustomEvent<Scheme>) => (this.scheme = detail)}
          @spoken=${({ detail }: CustomEvent<Lang>) => (this.spoken = detail)}
        ></studio-preview>
      </div>
      ${bar({
        note: this.#withStep(work.said ?? this.#stand()),
        canUndo: work.history.past.length > 0,
        canRedo: work.history.future.length > 0,
        canDiscard: work.canDiscard,
        isBusy: work.isBusy,
        undo: () => work.undo(),
        redo: () => work.redo(),
        discard: () => work.discard(),
        save: () => this.#send("save"),
        publish: () => this.#send("publish"),
      })}
    `;
  }

  #tabs(slug: string): TemplateResult {
    return html`<nav class="tabs" aria-label=${words.editor}>
      ${THEME_TABS.map(
        (tab) => html`<a href=${addressOf({ view: "theme", slug, tab })}
          aria-current=${tab === this.tab ? "page" : "false"}>${studio.tabs[tab]}</a>`,
      )}
    </nav>`;
  }

  #content(standing: Standing): TemplateResult {
    const work = this.#work;
    if (this.slug !== null && this.tab === "versions") {
      return html`<studio-versions
        .standing=${standing}
        .isDefault=${this.slug === "default"}
        .isChanged=${work.isChanged}
        .looked=${this.looked}
        @look=${({ detail }: CustomEvent<ThemeVersion | null>) => (this.looked = detail)}
        @again=${({ detail }: CustomEvent<number>) => this.#publishAgain(detail)}
        @remove=${this.#remove}
      ></studio-versions>`;
    }
    if (this.slug !== null && this.tab === "snippets") return this.#snippets(standing);
    const naming = { slug: work.newSlug, rename: (typed: string) => work.rename(typed) };
    return look(work.editing, (scheme) => (this.scheme = scheme), this.slug === null ? naming : null);
  }

  /** What the snippets are made of, and the preview shows. */
  #embed(): Embed {
    const { chosen, scheme, spoken } = this;
    const page = { lang: chosen.lang ?? spoken, scheme: chosen.scheme ?? scheme };
    const kept = keptSpace(this.looked?.style ?? this.#work.style);
    const embed = {
      ...chosen,
      layout: chosen.layout ?? kept.layout,
      chart: chosen.chart ?? kept.chart,
      origin: location.origin,
      theme: this.slug ?? "preview",
      page,
      fallback: fallbackText(chosen.offence, page.lang),
      // Pages don't show how an editor would begin.
      style: this.looked?.style ?? (this.#work.stand.kind === "unpublished" ? null : this.#work.style),
    };
    return this.#facts.about(embed);
  }

  #snippets(standing: Standing): TemplateResult {
    return html`<section aria-labelledby="choices">
        <h2 id="choices">${words.choices}</h2>
        ${choices(this.chosen, (chosen) => (this.chosen = chosen))}
      </section>
      <studio-snippets .embed=${this.#embed()} .manifest=${this.#facts.manifest} .caveat=${this.#caveat(standing)}></studio-snippets>`;
  }

  /** Why a snippet doesn't show yet what the preview shows; empty: it does. */
  #caveat(standing: Standing): string {
    if (inForce(standing) === null) return words.snippetUnpublished;
    return this.#work.stand.kind === "published" ? "" : words.snippetBehind;
  }

  /** Where the theme stands, and what keeps it from being published. */
  #stand(): Said {
    const text = said(this.#work.stand);
    const failing = failingPairs(this.#work.style).length;
    if (failing === 0) return { kind: "plain", text };
    return { kind: "bad", text: [text, words.fixFirst(failing)].filter(Boolean).join(" "), next: "fault" };
  }

  #withStep({ kind, text, next }: Said): Note {
    const { slug } = this;
    if (next === "sign-in") {
      const go = () => this.dispatchEvent(new Event("sign-in"));
      return { kind, text, next: { text: studio.signIn, go } };
    }
    if (next === "fault") {
      const go = () => {
        const field = this.#work.firstFault();
        if (field) this.#show(field);
      };
      return { kind, text, next: { text: words.showMe, go } };
    }
    if (next === "snippets" && slug !== null && this.tab !== "snippets") {
      const go = () => (location.hash = addressOf({ view: "theme", slug, tab: "snippets" }));
      return { kind, text, next: { text: words.snippet, go } };
    }
    return { kind, text };
  }

  async #send(what: "save" | "publish"): Promise<void> {
    const field = await this.#work.send(what);
    if (field) await this.#show(field);
  }

  /** Whoever has chosen goes on where they were: at what can be done with the theme. */
  async #settle(theirs: ReadonlySet<string>): Promise<void> {
    this.#work.settle(theirs);
    await this.updateComplete;
    this.querySelector<HTMLElement>(".actions .primary")?.focus();
  }

  async #publishAgain(version: number): Promise<void> {
    await this.#work.publishAgain(version);
    this.looked = null;
  }

  readonly #remove = async (): Promise<void> => {
    if (await this.#work.remove()) location.hash = addressOf({ view: "themes" });
  };

  /** Brings whoever is told of a field to it, wherever it stands. */
  async #show(field: string): Promise<void> {
    if (this.slug !== null && this.tab !== "look") {
      location.hash = addressOf({ view: "theme", slug: this.slug, tab: "look" });
      await new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
    }
    if (/^(light|dark)\./.test(field)) this.scheme = field.split(".")[0] as Scheme;
    await this.updateComplete;
    reveal(this.querySelector<HTMLElement>(`#${idOf(field)}`));
  }
}

customElements.define("studio-editor", StudioEditor);
