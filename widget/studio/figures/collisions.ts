import { html, type TemplateResult } from "lit";
import type { Collision } from "./pending.ts";
import { lineOf } from "./say.ts";
import { words } from "./words/index.ts";

/** Figures that two people have changed otherwise: for each, which one stays. */
export function collisionList(
  collisions: readonly Collision[],
  decide: (collision: Collision, stays: "mine" | "theirs") => void,
): TemplateResult | "" {
  if (collisions.length === 0) return "";
  return html`<section class="guard" aria-labelledby="collisions" role="alert">
    <h2 id="collisions" tabindex="-1">${words.collisions}</h2>
    <p>${words.collisionHelp}</p>
    <ul class="held">${collisions.map((one) => {
      const { mine, theirs } = one;
      return html`<li>
        <p>${theirs ? lineOf(theirs) : `${mine.id}: ${words.theirsWithdrawn}`}</p>
        <p class="do"><button type="button" class="small" @click=${() => decide(one, "theirs")}>${words.keepTheirs}, ${mine.id}</button></p>
        <p>${mine.after ? lineOf(mine.after) : `${mine.id}: ${words.mineWithdrawn}`}</p>
        <p class="do"><button type="button" class="small" @click=${() => decide(one, "mine")}>${words.keepMine}, ${mine.id}</button></p>
      </li>`;
    })}</ul>
  </section>`;
}
