import { html, type TemplateResult } from "lit";
import { LANGS, type Lang } from "../../../worker/contract/terms.ts";
import { words as coding } from "../coding/words/index.ts";
import { words as courts } from "../courts/words/index.ts";
import { words as figures } from "../figures/words/index.ts";
import { mayImport, type Session } from "../service/session.ts";
import { words as sources } from "../sources/words/index.ts";
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
      ${session && mayImport(session) ? html`<a href="#/figures" aria-current=${current(view === "figures")}>${figures.title}</a>` : ""}
      ${session && mayImport(session) ? html`<a href="#/courts" aria-current=${current(view === "courts")}>${courts.title}</a>` : ""}
      ${session && mayImport(session) ? html`<a href="#/sources" aria-current=${current(view === "sources")}>${sources.title}</a>` : ""}
      ${
        session && mayImport(session)
          ? html`<a href="#/coding" aria-current=${current(view === "coding")}>${coding.title}</a>
              <a href="#/cases" aria-current=${current(view === "cases")}>${coding.behind}</a>`
          : ""
      }
      <span role="status">${
        waiting && session
          ? html`<a href=${addressOf({ view: "desk", batch: waiting })} class="waiting">${words.importing.ready}</a>`
          : ""
      }</span>
      ${session?.role === "admin" ? html`<a href="#/audit" aria-current=${current(view === "audit")}>${words.audit.title}</a>` : ""}
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
