import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import { SIGNED_OUT } from "../service/ask.ts";
import { currentSession, mayImport, type Session, signOut } from "../service/session.ts";
import { words } from "../words/index.ts";
import { masthead } from "./masthead.ts";
import { addressOf, type Route, routeOf } from "./route.ts";
import "./sign-in.ts";
import "../themes/list.ts";
import "../editor/editor.ts";
import "../desk/desk.ts";
import "../audit/audit.ts";

/** The studio: who is signed in, and which of its views is open. */
export class StudioApp extends LitElement {
  static override properties: PropertyDeclarations = {
    session: { state: true },
    route: { state: true },
    ended: { state: true },
  };

  /** Undefined until the service has said; null: nobody is signed in. */
  declare session: Session | null | undefined;
  declare route: Route;
  /** The session has run out in the middle of work: the view stays as it is until it is known who goes on. */
  declare ended: boolean;

  constructor() {
    super();
    this.route = routeOf(location.hash);
    this.ended = false;
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
    this.session = await currentSession();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.#follow);
    removeEventListener(SIGNED_OUT, this.#forget);
    removeEventListener("focus", this.#comeBack);
  }

  protected override render(): TemplateResult {
    return html`
      <a class="skip" href="#content" @click=${this.#skip}>${words.toContent}</a>
      ${masthead(this.route, this.session ?? null, { signIn: this.#ask, signOut: this.#leave })}
      <main id="content" tabindex="-1">${this.session === undefined ? html`<p class="hint">${words.loading}</p>` : this.#view()}</main>
      <dialog class="ask" aria-labelledby="ask-title" @close=${this.#dismiss}>
        <h2 id="ask-title">${words.signIn}</h2>
        ${this.ended ? html`<p>${this.session?.via === "access" ? words.accessEnded : words.sessionEnded}</p>` : ""}
        <studio-sign-in @signed-in=${this.#enter}></studio-sign-in>
        <form method="dialog"><button>${words.cancel}</button></form>
      </dialog>
    `;
  }

  #view(): TemplateResult {
    const { route, session = null } = this;
    if (route.view === "theme") {
      return html`<studio-editor
        .slug=${route.slug}
        .tab=${route.tab}
        .session=${session}
        @sign-in=${this.#ask}
      ></studio-editor>`;
    }
    if (!session) return this.#front();
    if (route.view === "desk")
      return mayImport(session) ? html`<studio-desk .batch=${route.batch}></studio-desk>` : this.#closed();
    if (route.view === "audit")
      return session.role === "admin" ? html`<studio-audit></studio-audit>` : this.#closed();
    return html`<studio-themes></studio-themes>`;
  }

  #closed(): TemplateResult {
    return html`<p class="hint">${words.roleCant}</p>`;
  }

  /** What whoever isn't signed in sees: one field, and a way to begin without. */
  #front(): TemplateResult {
    return html`<div class="front">
      <h1>${words.title}</h1>
      <p class="standfirst">${words.motto}</p>
      <studio-sign-in @signed-in=${this.#enter}></studio-sign-in>
      <p><a href=${addressOf({ view: "theme", slug: null, tab: "look" })}>${words.withoutSignIn}</a></p>
    </div>`;
  }

  readonly #follow = (): void => {
    this.route = routeOf(location.hash);
    scrollTo(0, 0);
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
    const dialog = this.querySelector<HTMLDialogElement>("dialog.ask");
    dialog?.showModal();
    dialog?.querySelector<HTMLInputElement>("#token")?.focus();
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
