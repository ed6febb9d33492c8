import { html, type TemplateResult } from "lit";
import type { BehindQuery, CountedMeasure } from "../../../worker/contract/behind.ts";
import type { Change } from "../../../worker/contract/changes.ts";
import { addressOf } from "../shell/route.ts";

/** Which cases a number leads to. */
export type Led = Partial<
  Pick<BehindQuery, "measure" | "offence" | "court" | "source" | "edition" | "against">
> & {
  week?: string | undefined;
};

/** The address of the cases behind a number. */
export function casesOf(led: Led): string {
  const given = Object.entries(led).filter((one): one is [string, string] => typeof one[1] === "string");
  return addressOf({ view: "cases", query: new URLSearchParams(given).toString() });
}

/** A number as the link to its cases. @param name the whole of what it says, for whoever hears it alone */
export function linkToCases(number: number | string, name: string, led: Led): TemplateResult {
  return html`<a class="behind" href=${casesOf(led)} aria-label=${name}>${number}</a>`;
}

/** What a change counts, where records count it by a group of offences; null: there are no cases to show. */
export function measureOf({ type }: Pick<Change, "type">): Required<Pick<Led, "measure" | "offence">> | null {
  const measure = MEASURES[type.unit];
  return measure && type.offence ? { measure, offence: type.offence } : null;
}

const MEASURES: Readonly<Partial<Record<Change["type"]["unit"], CountedMeasure>>> = {
  convictions: "convictions",
  cases_received: "cases-received",
};
