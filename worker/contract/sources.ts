import { z } from "zod";
import { Instant, IsoDate } from "./common.ts";
import { HeadlineChange } from "./headline-change.ts";
import { Batch } from "./imports.ts";
import { Objection } from "./objection.ts";
import { plainText } from "./plain-text.ts";

/** What a source may hold: tables that have no column for a name. */
export const SOURCE_FORMATS = ["desk-csv", "ledger"] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

/** Dumps of the courts' sites, whose rows name the accused. */
export const FORMATS_WITH_NAMES = [
  "sudrfscraper-ndjson",
  "sudrfscraper-csv",
  "sudrfscraper-meta",
  "sudrfparser-json",
] as const;

/** Why a dump is no source, and where to go with it. */
export const NAMES_STAY =
  "Dumps of the courts' sites name people, and names never leave the desk's machine. Publish them from there: npm run desk -- publish FILE… --unattended";

export const SOURCE_EVERY = ["quarter-hour", "hour", "six-hours", "day"] as const;
export type SourceEvery = (typeof SOURCE_EVERY)[number];

export const SourceSlug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "a source's slug: small letters, digits, hyphens");

/** Of which days a table speaks, on each day on which it is read. */
export const SourceCovers = z
  .strictObject({
    start: IsoDate,
    end: IsoDate.nullable().meta({ description: "null: the day on which the table is read" }),
    courts: z
      .array(z.string().max(20))
      .min(1)
      .max(500)
      .nullable()
      .default(null)
      .meta({ description: "Codes of the courts that these days apply to; null: all courts" }),
  })
  .refine(({ start, end }) => end === null || start <= end, {
    path: ["end"],
    message: "it is before the start",
  });

/** A table that is watched, as the desk sets it. */
export const SourceRequest = z.strictObject({
  name: plainText(80).min(2, "at least 2 characters were expected").meta({
    description: "What the desk calls it; not a person's name",
    example: "Court records, spreadsheet",
  }),
  url: z.string().min(1).max(2_000).meta({
    description:
      "https address of the table. Addresses of this deployment and of private networks, and such with a name and password in them, are refused",
    example: "https://docs.google.com/spreadsheets/d/e/…/pub?output=csv",
  }),
  format: z
    .enum(SOURCE_FORMATS, {
      error: ({ input }) =>
        FORMATS_WITH_NAMES.some((one) => one === input)
          ? NAMES_STAY
          : `one of ${SOURCE_FORMATS.join(", ")} was expected`,
    })
    .meta({
      description: "`desk-csv`: court records in the desk's own CSV; `ledger`: published figures",
    }),
  every: z.enum(SOURCE_EVERY).default("hour").meta({ description: "How often it is looked at" }),
  absence: z.enum(["partial", "complete"]).default("partial").meta({
    description:
      "Court records: `complete` means that a record which the table lacks is gone from the courts' sites. A ledger always replaces the whole one before it",
  }),
  covers: SourceCovers.nullable().default(null).meta({
    description:
      "Court records: the days that the table speaks of. Default: as far as records lie close together",
  }),
  publishes: z.enum(["by-itself", "after-review"]).default("after-review").meta({
    description: "`by-itself`: what the check has no objection to is published without a person",
  }),
  secret: z
    .string()
    .regex(/^SOURCE_[A-Z0-9_]{1,50}$/, "the name of a secret of this deployment, SOURCE_…")
    .nullable()
    .default(null)
    .meta({
      description:
        "Name of a secret of the deployment whose value is sent as the Authorization header, to this address's origin alone; the value is never stored here or shown",
      example: "SOURCE_SHEET",
    }),
  paused: z.boolean().default(false),
});
export type SourceRequest = z.output<typeof SourceRequest>;

/** Why an address of a source or a hook isn't taken. */
export const ADDRESS_FAULTS = ["malformed", "credentials", "own", "scheme", "private"] as const;
export type AddressFaultCode = (typeof ADDRESS_FAULTS)[number];

/** Why a run gave nothing. A code, so that each reader can say it in words of their own. */
export const RUN_PROBLEMS = [
  "address",
  "redirects",
  "secret-missing",
  "unreachable",
  "too-slow",
  "too-large",
  "login",
  "gone",
  "answered",
  "web-page",
  "empty",
  "not-text",
  "names",
  "other-format",
  "rows-refused",
  "too-many-rows",
  "unfit",
  "internal",
] as const;

export const RunProblem = z.object({
  code: z.enum(RUN_PROBLEMS),
  text: z.string().meta({ description: "The problem and what to do, in English sentences" }),
  status: z.int().optional().meta({ description: "What the address answered" }),
  rejected: z
    .array(
      z.object({ line: z.int(), column: z.string(), value: z.string().nullable(), expected: z.string() }),
    )
    .optional()
    .meta({ description: "The first rows that can't be read; no cell that may hold a name" }),
});
export type RunProblem = z.infer<typeof RunProblem>;

export const RUN_STATES = [
  "running",
  "nothing-new",
  "published",
  "held",
  "replaced",
  "discarded",
  "failed",
] as const;

/** One look at a source's table. */
export const SourceRun = z
  .object({
    id: z.string(),
    source: z.string(),
    started_at: Instant,
    ended_at: Instant.nullable(),
    asked_by: z.string().meta({ description: "`schedule`, or the label of who asked" }),
    state: z.enum(RUN_STATES).meta({
      description:
        "`held`: it waits for a person; `replaced`: a newer run's table took the place of the held one",
    }),
    rows: z.int().nullable().meta({ description: "Rows of the table; null where it wasn't read" }),
    batch: z.string().nullable(),
    edition: z.string().nullable().meta({ description: "What its table was published as" }),
    problem: RunProblem.nullable(),
  })
  .meta({ id: "SourceRun" });
export type SourceRun = z.infer<typeof SourceRun>;

export const Source = SourceRequest.extend({
  slug: SourceSlug,
  changed_at: Instant,
  changed_by: z.string(),
  next_run_at: Instant.nullable().meta({ description: "null: it is paused" }),
  failing_since: Instant.nullable().meta({ description: "null: it works" }),
  last_run: SourceRun.nullable(),
}).meta({ id: "WatchedTable" });
export type Source = z.infer<typeof Source>;

export const SourcesBody = z.object({ sources: z.array(Source) });
export const SourceBody = z.object({ source: Source });
export const RunsBody = z.object({
  runs: z.array(SourceRun).meta({ description: "Newest first, at most 50" }),
});
export const RunBody = z.object({ run: SourceRun });

/** What waits for a person. */
export const HeldEdition = z
  .object({
    source: z.string().nullable().meta({
      description: "Slug of the watched table; null: the desk's machine left it, unattended",
    }),
    run: z.string().nullable(),
    held_by: z
      .string()
      .nullable()
      .meta({ description: "Label of the token by which that machine staged it" }),
    overtaken: z.boolean().meta({
      description:
        "Another edition came first: it can't be published any more, but staged again, or discarded",
    }),
    held_at: Instant,
    batch: Batch,
    guard: z
      .array(Objection)
      .meta({ description: "As of when it was held; empty: the source may not publish by itself" }),
    headline: HeadlineChange.nullable().meta({ description: "Of the embed without parameters" }),
  })
  .meta({ id: "HeldEdition" });
export type HeldEdition = z.infer<typeof HeldEdition>;

/** What became of a batch that was to be left for a person. */
export const HoldBody = z.object({
  held: HeldEdition.nullable().meta({ description: "null: it would change nothing, and was discarded" }),
});

export const HeldBody = z.object({ held: z.array(HeldEdition).meta({ description: "Newest first" }) });
