import { z } from "zod";
import { VERSIONS_MAX } from "../config.ts";
import { EditionRef, Instant, IsoDate, NumberType, Period, Qualifier } from "./common.ts";
import { PeriodSpan } from "./period.ts";
import { SHARED_FILTERS } from "./query.ts";
import { Decimal } from "./series.ts";
import { EVIDENCES, STATUSES } from "./terms.ts";

const VERSIONS_SHAPE = {
  ...SHARED_FILTERS,
  period: PeriodSpan.meta({
    description: "Week, month, quarter, half-year or year, or the first and the last of several",
    example: "2025-W14",
  }),
  last: z.coerce.number().int().min(1).max(VERSIONS_MAX).default(VERSIONS_MAX).meta({
    description: "This many of the newest editions",
    example: 12,
  }),
};

export const VersionsQuery = z.strictObject(VERSIONS_SHAPE);
export type VersionsQuery = z.output<typeof VersionsQuery>;

/** `versions`: one row an edition; `triangle`: what each week's edition added, as `npm run nowcast` reads it. */
export const VERSIONS_SHAPES = ["versions", "triangle"] as const;

export const VersionsCsvQuery = z.strictObject({
  ...VERSIONS_SHAPE,
  decimal: Decimal,
  shape: z.enum(VERSIONS_SHAPES).default("versions").meta({
    description:
      "`versions`: one row for each edition; `triangle`: the reporting triangle of the period's weeks, from court records: what was added to each week, and in which week",
    example: "triangle",
  }),
});
export type VersionsCsvQuery = z.output<typeof VersionsCsvQuery>;

/** What an edition says of the period. */
export const Version = z
  .object({
    edition: z.string(),
    published_at: Instant,
    read_on: IsoDate.nullable().meta({
      description: "Moscow date on which the courts' sites were last read",
    }),
    evidence: z.enum(EVIDENCES),
    value: z.number().nullable(),
    qualifier: Qualifier,
    status: z.enum(STATUSES),
    coverage: z.number().min(0).max(1),
  })
  .meta({ id: "Version" });
export type Version = z.infer<typeof Version>;

export const VersionsBody = z
  .object({
    edition: EditionRef,
    type: NumberType,
    label: z.string(),
    period: Period,
    versions: z.array(Version).meta({ description: "Oldest first" }),
    editions_total: z.int().meta({ description: "How many editions there are up to the requested one" }),
  })
  .meta({ id: "Versions" });
export type VersionsBody = z.infer<typeof VersionsBody>;
