import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import { SIGNED_OUT } from "../service/ask.ts";
import { isSample } from "../service/sample.ts";
import { currentSession, mayImport, type Session, signOut } from "../service/session.ts";
import { lang, SPOKEN, words } from "../words/index.ts";
import { keepFocus } from "./keep-focus.ts";
import { masthead } from "./masthead.ts";
import { keepFromWhatIsOff } from "./off.ts";
import { addressOf, type Route, routeOf } from "./route.ts";
import { nameOf, titleOf } from "./title.ts";
import { isHere } from "./views.ts";
import "./arrival.ts";
import "./sign-in.ts";
import "../themes/list.ts";

/** The studio: who is signed in, and which of its views is open. */
export class StudioApp extends LitElement {
  static override properties: PropertyDeclarations = {
    session: { state: true },
    route: { state: true },
    ended: { state: true },
    waiting: { state: true },
    sample: { state: true },
  };

  /** Undefined until the service has said; null: nobody is signed in. */
  declare session: Session | null | undefined;
  declare route: Route;
  /** The session has run out in the middle of work: the view stays as it is until it is known who goes on. */
  declare ended: boolean;
  /** An upload that is ready for review while another view is open; null: none is. */
  declare waiting: string | null;
  /** The service counts made-up records, and its studio says so. */
  declare sample: boolean;

  /** The upload that the desk has open. Undefined: the desk wasn't opened yet. */
  #batch: string | null | undefined;
  #endKeeping = () => {};

  constructor() {
    super();
    this.route = routeOf(location.hash);
    this.ended = false;
    this.waiting = null;
    this.sample = false;
    this.addEventListener("click", keepFromWhatIsOff, { capture: true });
  }

  /** In the page itself, so that one style sheet is enough and links to places in it work. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override async connectedCallback(): Promise<void> {
    super.connectedCallback();
    addEventListener("hashchange", this.#follow);
    addEventListener(SIGNED_OUT, this.#forget);
    addEventListener("focus", this.#comeBack);
    addEventListener(SPOKEN, this.#speak);
    this.#endKeeping = keepFocus(this, () => this.querySelector("#content"));
    isSample().then((sample) => (this.sample = sample));
    this.session = await currentSession();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.#follow);
    removeEventListener(SIGNED_OUT, this.#forget);
    removeEventListener("focus", this.#comeBack);
    removeEventListener(SPOKEN, this.#speak);
    this.#endKeeping();
  }

  protected override willUpdate(): void {
    if (this.route.view === "desk") this.#batch = this.route.batch;
    if (!this.session && !this.ended) this.#batch = undefined;
  }

  protected override updated(): void {
    this.#name();
  }

  protected override render(): TemplateResult {
    return html`
      <a class="skip" href="#content" @click=${this.#skip}>${words.toContent}</a>
      ${this.sample ? html`<p class="sample">${words.sample}</p>` : ""}
      ${masthead(this.route, this.session ?? null, this.waiting, { signIn: this.#ask, signOut: this.#leave })}
      <main id="content" tabindex="-1" @titled=${this.#name}>
        ${this.session === undefined ? html`<p class="hint">${words.loading}</p>` : this.#view()} ${this.#desk()}
      </main>
      <dialog class="ask" aria-labelledby="ask-title" @close=${this.#dismiss}>
        <h2 id="ask-title">${words.signIn}</h2>
        ${this.ended ? html`<p>${this.session?.via === "access" ? words.accessEnded : words.sessionEnded}</p>` : ""}
        <studio-sign-in .name=${"ask-token"} @signed-in=${this.#enter}></studio-sign-in>
        <form method="dialog"><button>${words.cancel}</button></form>
      </dialog>
    `;
  }

  #view(): TemplateResult | string {
    const { route, session = null } = this;
    if (route.view === "theme") return isHere("theme") ? this.#editor(route, session) : this.#arrival();
    if (!session) return this.#front();
    if (route.view === "themes") return html`<studio-themes></studio-themes>`;
    const isOpen = route.view === "audit" ? session.role === "admin" : mayImport(session);
    if (!isOpen) return this.#closed();
    if (!isHere(route.view)) return this.#arrival();
    switch (route.view) {
      case "desk":
        return "";
      case "figures":
        return html`<studio-figures></studio-figures>`;
      case "courts":
        return html`<studio-courts></studio-courts>`;
      case "sources":
        return html`<studio-sources .admin=${session.role === "admin"}></studio-sources>`;
      case "coding":
        return html`<studio-coding .coder=${session.label} .round=${route.round}></studio-coding>`;
      case "cases":
        return html`<studio-behind .query=${route.query}></studio-behind>`;
      case "audit":
        return html`<studio-audit></studio-audit>`;
    }
  }

  #editor({ slug, tab }: Extract<Route, { view: "theme" }>, session: Session | null): TemplateResult {
    return html`<studio-editor
      .slug=${slug}
      .tab=${tab}
      .session=${session}
      @sign-in=${this.#ask}
    ></studio-editor>`;
  }

  /** The view that is asked for, as long as its script isn't here. */
  #arrival(): TemplateResult {
    return html`<studio-arrival
      .view=${this.route.view}
      .name=${nameOf(this.route)}
      @arrived=${() => this.requestUpdate()}
    ></studio-arrival>`;
  }

  /** Once opened it stays, unseen while another view is open: what was read and typed there isn't lost. */
  #desk(): TemplateResult | string {
    const { session } = this;
    if (!session || !mayImport(session) || this.#batch === undefined || !isHere("desk")) return "";
    return html`<studio-desk
      .batch=${this.#batch}
      ?hidden=${this.route.view !== "desk"}
      @ready=${({ detail }: CustomEvent<string>) => this.#review(detail)}
    ></studio-desk>`;
  }

  #closed(): TemplateResult {
    return html`<p class="hint">${words.roleCant}</p>`;
  }

  /** What whoever isn't signed in sees: one field, and a way to begin without. */
  #front(): TemplateResult {
    return html`<div class="front">
      <h1 tabindex="-1">${words.title}</h1>
      <p class="standfirst">${words.motto}</p>
      <studio-sign-in .name=${"token"} @signed-in=${this.#enter}></studio-sign-in>
      <p><a href=${addressOf({ view: "theme", slug: null, tab: "look" })}>${words.withoutSignIn}</a></p>
    </div>`;
  }

  /** An upload is ready: whoever waits for it at the desk is brought to it, anybody else is told. */
  #review(batch: string): void {
    if (this.route.view === "desk") location.hash = addressOf({ view: "desk", batch });
    else this.waiting = batch;
  }

  readonly #follow = (): void => {
    const before = this.route;
    this.route = routeOf(location.hash);
    if (this.route.view === "desk" && this.waiting === this.route.batch) this.waiting = null;
    // A new theme that has got its address is still the same work.
    const isSameWork =
      before.view === "theme" &&
      before.slug === null &&
      this.route.view === "theme" &&
      this.route.slug !== null;
    if (!isSameWork) scrollTo(0, 0);
  };

  readonly #name = (): void => {
    const open = this.querySelector<HTMLElement & { heading?: string }>("studio-editor, studio-behind");
    const isView = this.session || this.route.view === "theme";
    document.title = isView ? titleOf(this.route, open?.heading ?? "") : words.title;
  };

  /** Everything is said anew, in its place. */
  readonly #speak = (): void => {
    document.documentElement.lang = lang;
    for (const one of [this, ...this.querySelectorAll("*")])
      if (one instanceof LitElement) one.requestUpdate();
  };

  readonly #forget = (): void => {
    if (!this.session || this.ended) return;
    this.ended = true;
    this.#ask();
  };

  /** Whoever has signed in again in another tab goes on here. */
  readonly #comeBack = async (): Promise<void> => {
    if (!this.ended) return;
    const session = await currentSession();
    if (session && this.ended) this.#goOn(session);
  };

  /** Whoever doesn't sign in again, here or elsewhere, is nobody; what they had before them goes, as after signing out. */
  readonly #dismiss = async (): Promise<void> => {
    if (!this.ended) return;
    this.ended = false;
    this.session = await currentSession();
  };

  readonly #ask = (): void => {
    const front = this.querySelector<HTMLInputElement>(".front input");
    const dialog = this.querySelector<HTMLDialogElement>("dialog.ask");
    if (!front) dialog?.showModal();
    (front ?? dialog?.querySelector<HTMLInputElement>("input"))?.focus();
  };

  readonly #enter = ({ detail }: CustomEvent<Session>): void => this.#goOn(detail);

  #goOn(session: Session): void {
    this.session = session;
    this.ended = false;
    this.querySelector<HTMLDialogElement>("dialog.ask")?.close();
  }

  readonly #leave = async (): Promise<void> => {
    const byAccess = this.session?.via === "access";
    await signOut();
    this.session = null;
    this.waiting = null;
    // That session is Cloudflare's, on this same host.
    if (byAccess) location.assign("/cdn-cgi/access/logout");
  };

  /** The address belongs to the views, so the link moves without it. */
  readonly #skip = (event: Event): void => {
    event.preventDefault();
    this.querySelector<HTMLElement>("#content")?.focus();
  };
}

customElements.define("studio-app", StudioApp);
