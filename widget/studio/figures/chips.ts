import { html, type TemplateResult } from "lit";
import type { Figure } from "../../../worker/contract/figure.ts";
import { OFFENCE_ARTICLES } from "../../../worker/domain/offence.ts";
import { words as studio } from "../words/index.ts";
import { articlesIn } from "./articles.ts";
import type { Proposals } from "./propose.ts";
import { countOf, dateText, lineOf, periodText } from "./say.ts";
import type { TypedFigure } from "./typed.ts";
import { words } from "./words/index.ts";

type SetPart = (part: Partial<TypedFigure>) => void;

/** What may be meant, to be taken with one touch. */
export function chip(label: string, take: () => void): TemplateResult {
  return html`<button type="button" class="small" @click=${take}>${label}</button>`;
}

/** Several of one field, but for what stands in it. */
export function chips(
  proposed: readonly string[],
  typed: string,
  take: (text: string) => void,
): TemplateResult | "" {
  const others = proposed.filter((one) => one !== typed);
  if (others.length === 0) return "";
  return html`<p class="do"><span class="hint">${words.propose}</span>
    ${others.map((one) => chip(one, () => take(one)))}</p>`;
}

/** The day of printing: as the address tells it, and today. */
export function printedChips(
  { printedOn }: Proposals,
  { published_on }: TypedFigure,
  today: string,
  set: SetPart,
): TemplateResult {
  const days = [...new Set([printedOn ?? today, today])].filter((day) => day !== published_on);
  return html`<p class="do">
    ${days.map((day) => chip(day === today ? `${words.today}, ${dateText(day)}` : dateText(day), () => set({ published_on: day })))}
  </p>`;
}

/** What the publisher printed the last time, of each thing that it counts. */
export function copies({ last }: Proposals, copy: (figure: Figure) => void): TemplateResult | "" {
  if (last.length === 0) return "";
  return html`<div role="group" aria-labelledby="figure-copy" class="copies">
    <p id="figure-copy">${words.copy}</p>
    <ul class="plain">${last.map(
      (figure) => html`<li><button type="button" class="small" aria-label=${words.copyLine(lineOf(figure))}
        @click=${() => copy(figure)}>
        ${countOf(figure)}; ${periodText(figure.period)}</button></li>`,
    )}</ul>
  </div>`;
}

/** As which articles the words are read, and those of the offences. */
export function articleChips(typed: TypedFigure, set: SetPart): TemplateResult {
  const { articles, unknown } = articlesIn(typed.articles);
  const read = articles.join(" + ");
  const isPlain = unknown.length > 0 || articles.length === 0 || articles.join(", ") === typed.articles;
  return html`${isPlain ? "" : html`<p class="hint" role="status">${words.readAs(read)}</p>`}
    <p class="do">
      ${(["awol", "desertion-strict", "refusal"] as const).map((offence) =>
        OFFENCE_ARTICLES[offence].join(" + ") === read
          ? ""
          : chip(studio.offences[offence], () => set({ articles: OFFENCE_ARTICLES[offence].join(", ") })),
      )}
    </p>`;
}
