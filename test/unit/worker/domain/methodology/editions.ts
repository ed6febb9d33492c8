import type { Figure } from "../../../../../worker/contract/figure.ts";
import { buildEdition } from "../../../../../worker/domain/build-edition.ts";
import type { BuiltEdition, Edition, EditionContent } from "../../../../../worker/domain/edition.ts";
import { weekIndex } from "../../../../../worker/domain/week-index.ts";
import { counted, times } from "../counted-cases.ts";

type RecordsContent = NonNullable<EditionContent["records"]>;

/** A Tuesday. */
export const READ_ON = "2025-07-01";

/** An edition of Tuesday 1 July 2025. */
export async function editionOf(
  figures: readonly Figure[],
  records: RecordsContent | null = null,
): Promise<Edition> {
  return (await builtOf(figures, records)).edition;
}

/** The same with its counts by court. */
export function builtOf(
  figures: readonly Figure[],
  records: RecordsContent | null = null,
): Promise<BuiltEdition> {
  const publication = {
    sequence: 1,
    id: "2025-07-01.1",
    published_at: "2025-07-01T09:00:00Z",
    kind: "ledger",
    note: "",
  } as const;
  return buildEdition(publication, { provenance: [], figures, records }, null, false);
}

/** Ten convictions under article 337, of three of which the punishment is known; no delay seen. */
export const FEW_RECORDS: RecordsContent = {
  convictions: [
    counted(times(7, "2025-04-02")),
    counted(times(2, "2025-04-02"), { sentence: "suspended" }),
    counted(times(1, "2025-04-02"), { sentence: "imprisonment", court: "77GV0010" }),
  ],
  receipts: [counted(times(11, "2025-03-03"))],
  delays: [],
  counts: { cases: 11, defendants: 12, convictions: 10, removed: 3 },
  arrivals: null,
  readOn: READ_ON,
  stated: { days: [], unstated: true },
};

/** The same, watched for 80 weeks: half of a week's verdicts are seen within it, all two weeks later. */
export const WATCHED_RECORDS: RecordsContent = {
  ...FEW_RECORDS,
  delays: Array.from({ length: 80 }, (_, age) => weekIndex(READ_ON) - age).flatMap((week) =>
    [50, 30, 20].flatMap((count, delay) =>
      week + delay <= weekIndex(READ_ON) ? [{ scope: "337", week, delay, count }] : [],
    ),
  ),
};
