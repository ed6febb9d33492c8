import type { TallyFilter } from "../tally.ts";

/**
 * What may belong to a filter as well: the desk reads the kind of service and the sentence from verdicts' texts, later
 * than the card and not for all cases. While one of these filters meets a case, the count of the given one is a lower
 * bound. None where it asks for neither, or for what isn't known itself.
 */
export function uncodedBeside(filter: TallyFilter): TallyFilter[] {
  return orUnknown(filter.service)
    .flatMap((service) => orUnknown(filter.sentence).map((sentence) => ({ ...filter, service, sentence })))
    .slice(1);
}

/** What is asked for, first, and that it isn't known. */
function orUnknown<Kind extends string>(asked: Kind | null = null): (Kind | "unknown" | null)[] {
  return asked === null || asked === "unknown" ? [asked] : [asked, "unknown"];
}
