import { html, type TemplateResult } from "lit";
import { LANGS, type Lang } from "../../../worker/contract/terms.ts";
import { mayImport, type Session } from "../service/session.ts";
import { LANGUAGE_NAMES, lang, speak, words } from "../words/index.ts";
import { addressOf, type Route } from "./route.ts";

/** Name, views, language, and who is signed in. @param waiting an upload that is ready for review elsewhere */
export function masthead(
  { view }: Route,
  session: Session | null,
  waiting: string | null,
  { signIn, signOut }: { signIn(): void; signOut(): void },
): TemplateResult {
  const current = (is: boolean) => (is ? "page" : "false");
  return html`<header class="masthead">
    <p class="name"><a href="#/themes">${words.title}</a></p>
    <nav aria-label=${words.views} class="views">
      <a href="#/themes" aria-current=${current(view === "themes" || view === "theme")}>${words.themes}</a>
      ${session && mayImport(session) ? html`<a href="#/desk" aria-current=${current(view === "desk")}>${words.desk}</a>` : ""}
      ${session && mayImport(session) ? html`<a href="#/figures" aria-current=${current(view === "figures")}>${words.figures}</a>` : ""}
      ${session && mayImport(session) ? html`<a href="#/courts" aria-current=${current(view === "courts")}>${words.courts}</a>` : ""}
      ${session && mayImport(session) ? html`<a href="#/sources" aria-current=${current(view === "sources")}>${words.sources}</a>` : ""}
      ${
        session && mayImport(session)
          ? html`<a href="#/coding" aria-current=${current(view === "coding")}>${words.coding}</a>
              <a href="#/cases" aria-current=${current(view === "cases")}>${words.behind}</a>`
          : ""
      }
      <span role="status">${
        waiting && session
          ? html`<a href=${addressOf({ view: "desk", batch: waiting })} class="waiting">${words.ready}</a>`
          : ""
      }</span>
      ${session?.role === "admin" ? html`<a href="#/audit" aria-current=${current(view === "audit")}>${words.auditLog}</a>` : ""}
    </nav>
    <nav aria-label=${words.language} class="languages">
      ${LANGS.map(
        (one) =>
          html`<a href=${`?lang=${one}`} lang=${one} hreflang=${one} aria-current=${current(one === lang)} @click=${(event: Event) => turnTo(one, event)}>${LANGUAGE_NAMES[one]}</a>`,
      )}
    </nav>
    <p class="who">
      ${
        session
          ? html`<span>${words.signedInAs(session.label, words.roles[session.role])}</span>
              <button type="button" class="quiet" @click=${signOut}>${words.signOut}</button>`
          : html`<button type="button" class="quiet" @click=${signIn}>${words.signIn}</button>`
      }
    </p>
  </header>`;
}

/** Another language has another address, and is the same page. */
function turnTo(another: Lang, event: Event): void {
  event.preventDefault();
  history.replaceState(null, "", `?lang=${another}${location.hash}`);
  speak(another);
}
