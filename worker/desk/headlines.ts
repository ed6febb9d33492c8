import type { HeadlineChange, PublicHeadline } from "../contract/headline-change.ts";
import {
  type Evidence,
  MEASURES,
  type Measure,
  OFFENCES,
  type Offence,
  SPANS,
  type Span,
} from "../contract/terms.ts";
import { addDays, weekStart } from "../domain/calendar.ts";
import type { Edition } from "../domain/edition.ts";
import { COUNTED_UNITS, MEASURE_UNIT } from "../domain/question.ts";

/** What readers are shown of an edition by an embed with these parameters, on a day in Moscow. */
export type Show = (edition: Edition, query: string, today: string) => PublicHeadline | null;

/**
 * The headlines of all kinds of embed that a publication would change: first, changed or not, those of the embed that
 * names nothing but a time; last, those that would change by themselves on the next Monday, when a week is over.
 * Embeds that show exactly the same are one.
 * @param today Moscow date
 */
export function headlinesBetween(
  before: Edition | null,
  after: Edition,
  show: Show,
  today: string,
): HeadlineChange[] {
  const between = (query: string, day = today): HeadlineChange => {
    return { query, also: [], before: before && show(before, query, day), after: show(after, query, day) };
  };
  const told = new Map<string, HeadlineChange>();
  const tell = (query: string, isDefault: boolean) => {
    const one = between(query);
    const said = JSON.stringify([one.before, one.after]);
    const known = told.get(said);
    if (known) known.also.push(...(query === known.query ? [] : [query]));
    else if (isDefault || differs(one)) told.set(said, one);
    return one;
  };
  const defaults = SPANS.map((span) => tell(queryOf({}, span), true));
  const figuresDiffer = JSON.stringify(before?.figures) !== JSON.stringify(after.figures);
  for (const span of SPANS) {
    for (const filters of embeds(figuresDiffer)) {
      const one = tell(queryOf(filters, span), false);
      const by = [one.before, one.after].map((shown) => shown?.evidence ?? "published");
      // Whoever names the evidence that answers anyway is shown the same.
      if (isCounted(filters.measure) && by.includes("published"))
        tell(queryOf({ ...filters, evidence: "records" }, span), false);
      if (figuresDiffer && by.includes("records"))
        tell(queryOf({ ...filters, evidence: "published" }, span), false);
    }
  }
  const monday = addDays(weekStart(today), 7);
  const later = defaults.flatMap(({ query, after: atOnce }) => {
    const one = { ...between(query, monday), from: monday };
    const isNews = one.after?.evidence !== atOnce?.evidence || one.after?.value !== atOnce?.value;
    return isNews && differs(one) ? [one] : [];
  });
  return [...told.values(), ...later];
}

function differs({ before, after }: HeadlineChange): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}

type Filters = { measure?: Measure; offence?: Offence; evidence?: Evidence };

/** All that differ in what they count. Persons are known from published figures alone. */
function embeds(withPersons: boolean): Filters[] {
  const measures = MEASURES.filter((one) => withPersons || isCounted(one));
  return measures.flatMap((measure) => {
    const named: Filters = measure === "convictions" ? {} : { measure };
    return [named, ...OFFENCES.map((offence) => ({ ...named, offence }))];
  });
}

/** Whether court records can tell it. */
function isCounted(measure: Measure = "convictions"): boolean {
  return COUNTED_UNITS.includes(MEASURE_UNIT[measure]);
}

function queryOf(filters: Filters, span: Span): string {
  return new URLSearchParams({ ...filters, ...(span !== "week" && { span }) }).toString();
}
