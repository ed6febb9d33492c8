import { html, type TemplateResult } from "lit";
import type { CoveredDays } from "../../../worker/contract/covered-days.ts";
import { line } from "../controls.ts";
import { isCourt } from "./context.ts";
import { words } from "./words/index.ts";

/** Days that the desk says its files cover, as they are typed. */
export interface TypedDays {
  start: string;
  end: string;
  /** Codes with commas between them; empty: all courts. */
  courts: string;
}

type Wrong = Partial<Record<keyof TypedDays, string>>;

export const NO_DAYS: TypedDays = { start: "", end: "", courts: "" };

/** What is wrong with typed days, field by field; a row in which nothing is typed says nothing. */
export function wrongIn({ start, end, courts }: TypedDays, today: string): Wrong {
  const { reviewing } = words;
  if (`${start}${end}${courts.trim()}` === "") return {};
  const unknown = codesIn(courts).filter((code) => !isCourt(code));
  return {
    ...(start === "" && { start: reviewing.dateMissing }),
    ...(start > today && { start: reviewing.dateFuture }),
    ...(end === "" && { end: reviewing.dateMissing }),
    ...(end > today && { end: reviewing.dateFuture }),
    ...(end !== "" && start > end && { end: reviewing.dateOrder }),
    ...(unknown.length > 0 && { courts: reviewing.courtsUnknown(unknown.join(", ")) }),
  };
}

/** The days as an import states them. */
export function coversOf(typed: readonly TypedDays[]): CoveredDays[] {
  return typed
    .filter(({ start }) => start !== "")
    .map(({ start, end, courts }) => {
      const codes = codesIn(courts);
      return { courts: codes.length > 0 ? codes : null, start, end };
    });
}

/**
 * Fields for the days that the files cover.
 * @param wrong of each row, once somebody wanted to go on with it
 */
export function coversFields(
  rows: readonly TypedDays[],
  wrong: readonly Wrong[],
  change: (rows: TypedDays[]) => void,
): TemplateResult {
  const { reviewing } = words;
  const set = (at: number, part: Partial<TypedDays>) =>
    change(rows.map((row, place) => (place === at ? { ...row, ...part } : row)));
  return html`<fieldset class="covers">
    <legend>${reviewing.covers}</legend>
    <p class="hint">${reviewing.coversHelp}</p>
    ${rows.map((row, at) => {
      const field = (name: keyof TypedDays, label: string, more: object = {}) =>
        line(label, row[name], (text) => set(at, { [name]: text }), {
          name: `covers-${name}-${at}`,
          wrong: wrong[at]?.[name],
          ...more,
        });
      return html`<div class="pair" role="group" aria-label=${reviewing.coversNumber(at + 1)}>
        ${field("start", reviewing.coversFrom, { type: "date" })}
        ${field("end", reviewing.coversTo, { type: "date" })}
        ${field("courts", reviewing.coversCourts, { help: reviewing.coversCourtsHelp })}
        <button type="button" class="small" aria-label=${reviewing.coversRemove(at + 1)}
          @click=${() => change(rows.filter((_, place) => place !== at))}>×</button>
      </div>`;
    })}
    <p><button type="button" class="small" @click=${() => change([...rows, { ...NO_DAYS }])}>
      ${reviewing.coversAdd}</button></p>
  </fieldset>`;
}

function codesIn(courts: string): string[] {
  return courts.split(/[\s,;]+/).filter((code) => code !== "");
}
