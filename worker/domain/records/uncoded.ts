import { countWeeks, type Tally, type TallyFilter } from "../tally.ts";

/**
 * Cases a week that may belong to a filter as well: the desk reads the kind of service and the sentence from verdicts'
 * texts, later than the card and not for all, and these are those of which it doesn't know what is asked for.
 */
export function uncodedWeeks(tally: Tally, filter: TallyFilter): number[] {
  const [asked = [], ...possible] = withUnknown(filter.service).flatMap((service) =>
    withUnknown(filter.sentence).map((sentence) => countWeeks(tally, { ...filter, service, sentence })),
  );
  return asked.map((_, week) => possible.reduce((sum, counts) => sum + (counts[week] ?? 0), 0));
}

/** What is asked for, and that it isn't known; just the former where nothing is, or this itself. */
function withUnknown<Kind extends string>(asked: Kind | null | undefined): (Kind | "unknown" | null)[] {
  return asked && asked !== "unknown" ? [asked, "unknown"] : [asked ?? null];
}
