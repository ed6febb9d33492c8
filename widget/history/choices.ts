import type { Granularity } from "../../worker/contract/period.ts";
import type { SeriesKey } from "../../worker/contract/series.ts";

export const GRANULARITIES = ["week", "month", "quarter", "year"] as const satisfies Granularity[];

/** What counts can be parted by here. */
export const PARTS = ["article", "service", "sentence"] as const satisfies SeriesKey[];
export type Part = (typeof PARTS)[number];

/** How far back to look, in months; 0: as far as anything is known. */
export const MONTHS = [0, 36, 12, 6] as const;
