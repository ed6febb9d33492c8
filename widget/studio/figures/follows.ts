import { html, type TemplateResult } from "lit";
import type { Conflict, Figure, Rate } from "../../../worker/contract/figure.ts";
import { moscowDate } from "../../../worker/domain/calendar.ts";
import { table } from "../desk/tables.ts";
import { words as desk } from "../desk/words/index.ts";
import { lang } from "../words/index.ts";
import { derive, effectsBetween } from "./effects.ts";
import { type Asked, askedBy, headlineOf } from "./headline.ts";
import { lineOf, numberText, periodText, scopeText } from "./say.ts";
import { words } from "./words/index.ts";

/** The ledger in force is looked at with each key; what follows from it stays the same. */
const DERIVED = new WeakMap<readonly Figure[], ReturnType<typeof derive>>();

function derived(figures: readonly Figure[]): ReturnType<typeof derive> {
  const known = DERIVED.get(figures) ?? derive(figures);
  DERIVED.set(figures, known);
  return known;
}

/** The conflicts of a ledger, by each figure that is in one: what it contradicts. */
export function contradictedBy(figures: readonly Figure[]): ReadonlyMap<string, readonly string[]> {
  const by = new Map<string, Set<string>>();
  for (const { figures: ids } of derived(figures).conflicts) {
    for (const id of ids) {
      const others = by.get(id) ?? new Set();
      for (const other of ids) if (other !== id) others.add(other);
      by.set(id, others);
    }
  }
  return new Map([...by].map(([id, others]) => [id, [...others]]));
}

/**
 * What would follow from a change: numbers in big type, rates, contradictions.
 * @param changed the figures that would be new or other
 * @param evidence what readers are shown who name none
 */
export function followsFrom(
  before: readonly Figure[],
  after: readonly Figure[],
  changed: readonly Figure[],
  evidence: "records" | "published" | null,
): TemplateResult {
  const [was, is] = [derived(before), derived(after)];
  const { rates, gone, made, solved } = effectsBetween(was, is);
  const asked = new Map(changed.flatMap(askedBy).map((one) => [JSON.stringify(one), one]));
  const headlines = (asked.size > 0 ? [...asked.values()] : [{ measure: "convictions" } as Asked])
    .slice(0, MOST_EMBEDS)
    .map((one) => {
      const [now, then] = [
        headlineOf(before, was.rates, one, { lang, today: moscowDate(Date.now()) }),
        headlineOf(after, is.rates, one, { lang, today: moscowDate(Date.now()) }),
      ];
      return { asked: one, now, then };
    });
  const known = new Map([...before, ...after].map((figure) => [figure.id, figure]));
  return html`<h3>${words.headline}</h3>
    ${evidence === "records" ? html`<p class="hint">${words.byRecords}</p>` : ""}
    ${headlines.map(
      ({ asked: { article }, now, then }) => html`<div class="shown">
        ${big(`${words.now} · ${article ? words.ownEmbed : words.defaultEmbed}`, now.text)}
        ${big(words.afterThis, then.text)}
      </div>
      ${now.text.inline === then.text.inline && now.text.label === then.text.label ? html`<p>${words.stays}</p>` : ""}`,
    )}
    ${
      rates.length + gone.length === 0
        ? html`<p class="hint">${words.noRates}</p>`
        : table(words.rates, words.ratesHead, [
            ...rates.map(({ before: old, after: rate }) => row(rate, old, rate)),
            ...gone.map((rate) => row(rate, rate, null)),
          ])
    }
    ${conflictList(words.made, made, known)} ${conflictList(words.solved, solved, known)}
    ${made.length + solved.length === 0 ? html`<p class="hint">${words.noConflicts}</p>` : ""}`;
}

/** Embeds of which the number is shown before and after; of very many changes the first. */
const MOST_EMBEDS = 4;

function big(when: string, { heading, inline, label }: { heading: string; inline: string; label: string }) {
  return html`<div>
    <p class="hint">${when}</p>
    <p>${heading}</p>
    <p class="large">${inline}</p>
    <p>${label}</p>
  </div>`;
}

function row(rate: Rate, before: Rate | null, after: Rate | null): string[] {
  const said = (one: Rate | null) => {
    if (!one) return words.gone;
    const weekly = words.perWeek(numberText(one.per_week));
    return one.qualifier === "exact" ? weekly : `${weekly} (${words.qualifiers[one.qualifier]})`;
  };
  return [
    `${words.units[rate.unit]}, ${scopeText(rate)}`,
    periodText(rate.period),
    said(before),
    said(after),
  ];
}

function conflictList(
  title: string,
  conflicts: readonly Conflict[],
  known: ReadonlyMap<string, Figure>,
): TemplateResult | "" {
  if (conflicts.length === 0) return "";
  return html`<div class="contradictions">
    <h3>${title}</h3>
    <ul>${conflicts.slice(0, MOST_CONFLICTS).map(
      ({ kind, figures }) => html`<li>${words.conflicts[kind]}:
        <ul>${figures.slice(0, MOST_CONFLICTS).flatMap((id) => {
          const figure = known.get(id);
          return figure ? html`<li>${lineOf(figure)}</li>` : [];
        })}</ul></li>`,
    )}</ul>
    ${conflicts.length > MOST_CONFLICTS ? html`<p class="hint">${desk.importing.more(conflicts.length - MOST_CONFLICTS)}</p>` : ""}
  </div>`;
}

const MOST_CONFLICTS = 10;
