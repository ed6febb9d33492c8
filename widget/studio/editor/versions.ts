import { html, type TemplateResult } from "lit";
import { inForce, type Standing } from "../service/themes.ts";
import { dayOf, words } from "../words/index.ts";

/** The published versions of a theme, each to publish again, and the way to delete it. */
export function versions(
  standing: Standing,
  isDefault: boolean,
  { publishAgain, remove }: { publishAgain(version: number): void; remove(): void },
): TemplateResult {
  const current = inForce(standing);
  const close = ({ target }: Event) => (target as Element).closest("dialog")?.close();
  const open = ({ target }: Event) =>
    (target as Element).parentElement?.querySelector<HTMLDialogElement>("dialog")?.showModal();
  return html`<section aria-labelledby="versions">
    <h2 id="versions">${words.versions}</h2>
    ${standing.versions.length === 0 ? html`<p class="hint">${words.notPublished}</p>` : ""}
    <ol class="versions" reversed>
      ${standing.versions.map(
        ({ version, at, by, style }) => html`<li>
          <span>${words.versionBy(version, dayOf(at), by)}</span>
          ${
            style === null
              ? html`<span class="hint">${words.deletedHere}</span>`
              : version === current?.version
                ? html`<span class="hint">${words.current}</span>`
                : html`<button type="button" class="small" aria-label=${words.publishAgainName(version)}
                    @click=${() => publishAgain(version)}>${words.publishAgain}</button>`
          }
        </li>`,
      )}
    </ol>
    ${
      current && !isDefault
        ? html`<div class="danger">
            <button type="button" @click=${open}>${words.remove} …</button>
            <dialog aria-labelledby="remove-title">
              <h2 id="remove-title">${words.remove}</h2>
              <p>${words.removeWarning}</p>
              <p class="buttons">
                <button type="button" @click=${close}>${words.cancel}</button>
                <button type="button" class="primary" @click=${(event: Event) => {
                  close(event);
                  remove();
                }}>${words.removeSure}</button>
              </p>
            </dialog>
          </div>`
        : ""
    }
  </section>`;
}
