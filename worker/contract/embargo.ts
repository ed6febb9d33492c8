import { z } from "zod";
import { Instant } from "./common.ts";
import { Batch, PublishRequest } from "./imports.ts";

/** When a batch is to be published, and what goes with it. */
export const EmbargoRequest = PublishRequest.extend({
  until: z.iso.datetime("an instant in UTC, such as 2025-06-30T04:00:00Z").meta({
    description: "The hour from which on it may be published, within 90 days",
    example: "2025-06-30T04:00:00Z",
  }),
});

/** Why an hour went by in vain. */
export const EMBARGO_FAULTS = ["overtaken", "objections", "nothing-new", "unfit"] as const;
export type EmbargoFault = (typeof EMBARGO_FAULTS)[number];

/** A batch that waits for its hour. */
export const Embargo = z
  .object({
    batch: Batch,
    until: Instant,
    note: z.string(),
    override: z.string().nullable(),
    set_at: Instant,
    set_by: z.string(),
    problem: z.string().nullable().meta({
      description: "Why it wasn't published when its hour had come, in English; null: it still waits",
    }),
    problem_code: z.enum(EMBARGO_FAULTS).nullable(),
  })
  .meta({ id: "Embargo" });
export type Embargo = z.infer<typeof Embargo>;

export const EmbargoBody = z.object({ embargo: Embargo });
export const EmbargoesBody = z.object({
  embargoes: z.array(Embargo).meta({ description: "The next first" }),
});
